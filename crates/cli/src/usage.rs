//! Mistakes on the command line, in Chinese.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use nianbao_builder::ShardError;

use crate::args::{DayError, NEW_WAYS};

/// What is wrong with the command line, and what to do.
pub(crate) fn explain(error: &clap::Error) -> String {
    let argument = value(error, ContextKind::InvalidArg);
    let given = value(error, ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令", value(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "请写一个命令".to_owned(),
        ErrorKind::UnknownArgument => format!("不认识“{argument}”"),
        ErrorKind::InvalidValue if given.is_empty() => format!("“{argument}”后面缺少内容"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("“{argument}”不能是“{given}”"),
        ErrorKind::ArgumentConflict => format!("“{argument}”写了两次，或者不能和别的选项一起用"),
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::InvalidUtf8 => "命令里有不能识别的字符".to_owned(),
        _ => "命令的写法不对".to_owned(),
    };
    // Only our own parsers say in Chinese why.
    let what = reason(error).map_or(what.clone(), |reason| format!("{what}：{reason}"));
    let valid = value(error, ContextKind::ValidValue);
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| nearest(error, kind));
    let hint = match suggested {
        Some(suggestion) => format!("。是不是“{suggestion}”？"),
        None if is_bare(error, &argument) => format!("。只要这个机关，请写 --only {argument}"),
        None if !valid.is_empty() => format!("，可以是：{valid}"),
        None => String::new(),
    };
    format!("{what}{hint}")
}

/// Where to look next: where something is to be made, what can be made.
pub(crate) fn ways(error: &clap::Error) -> &'static str {
    let usage = error.get(ContextKind::Usage).map(ContextValue::to_string).unwrap_or_default();
    let is_of_new = error.kind() == ErrorKind::InvalidSubcommand && usage.contains("nianbao new");
    if is_of_new { NEW_WAYS } else { "用法见 nianbao --help\n" }
}

fn reason(error: &clap::Error) -> Option<String> {
    let reason = error.source()?;
    let of_shard = reason.downcast_ref::<ShardError>().map(ShardError::to_string);
    of_shard.or_else(|| reason.downcast_ref::<DayError>().map(DayError::to_string))
}

/// Whether a word stands where there should be an option, in a command that takes `--only`.
fn is_bare(error: &clap::Error, argument: &str) -> bool {
    let usage = error.get(ContextKind::Usage).map(ContextValue::to_string).unwrap_or_default();
    let takes_only = ["check", "build", "serve"].iter().any(|command| usage.contains(&format!("nianbao {command} ")));
    error.kind() == ErrorKind::UnknownArgument && !argument.starts_with('-') && takes_only
}

/// The word that is most like what was typed: clap names it last.
fn nearest(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => None,
    }
}

fn value(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    }
}
