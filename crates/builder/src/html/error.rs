//! What is wrong with a template of a page, told in Chinese at file, line and column.
//!
//! Tera's own report puts its carets one column a character, which misses in lines with Chinese, so only the place is taken
//! from it.

use std::collections::BTreeMap;
use std::fmt;

use tera::{Error, ErrorKind};

use crate::templates::{Fault, Phrase, TemplatePlace, lines, translate};

/// Templates that cannot be used; at least one fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlError {
    faults: Vec<Fault>,
}

/// What Tera says most often, and how we say it.
const PHRASES: [Phrase; 19] = [
    ("Unknown filter `{}`", "没有叫“{0}”的过滤器"),
    ("Unknown function `{}`", "没有叫“{0}”的函数"),
    ("Unknown test `{}`", "没有叫“{0}”的判断"),
    ("Unknown component `{}`", "没有叫“{0}”的组件"),
    ("Unknown template `{}`", "没有叫“{0}”的模板"),
    ("Unknown tag", "没有这个标签"),
    ("Template '{}' is inheriting from '{}', which doesn't exist or isn't loaded.", "{0} 要扩展的模板 {1} 不存在"),
    ("Block `{}` is not defined in any parent template", "上级模板里没有叫“{0}”的块"),
    ("Component `{}` is defined in both `{}` and `{}`", "组件“{0}”在 {1} 和 {2} 里都有"),
    ("Template already contains a block named `{}`", "叫“{0}”的块已经有了"),
    ("Variable `{}` is not defined.{}", "数据里没有“{0}”"),
    ("Field `{}` is not defined.{}", "数据里没有“{0}”这一项"),
    ("Variable `{}` exists but its value is undefined", "“{0}”没有值"),
    ("Found {} but expected {}.", "这里的写法与要求的不同"),
    ("Found {} but expected {}", "这里的写法与要求的不同"),
    ("Argument `{}`{} missing.", "缺少参数“{0}”"),
    ("Unknown argument(s) {} in component call.{}", "组件没有参数 {0}"),
    ("Iteration not possible on type `{}`", "“{0}”不是一组数据，不能逐个列出"),
    ("Closing comment tag `{}` not found", "注释没有用 {0} 结束"),
];

impl HtmlError {
    pub(super) fn new(error: &Error, sources: &BTreeMap<String, String>) -> Self {
        let mut faults = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                vec![fault(report.filename(), report.span().range.clone(), report.message(), sources)]
            }
            // Unknown filters, components and the like come as one text that holds all reports.
            ErrorKind::Msg(text) if text.starts_with("error: ") => {
                text.split("\n\n").filter_map(|report| from_report(report, sources)).collect()
            }
            _ => Vec::new(),
        };
        if faults.is_empty() {
            let message = translate(&error.to_string(), &PHRASES);
            faults.push(Fault { place: None, message, hints: Vec::new() });
        }
        Self { faults }
    }

    /// The faults of the templates, at least one.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

fn fault(name: &str, range: std::ops::Range<usize>, said: &str, sources: &BTreeMap<String, String>) -> Fault {
    let text = sources.get(name).map_or("", String::as_str);
    let place = TemplatePlace::new(format!("html/{name}"), text, range);
    Fault { place: Some(place), message: translate(said, &PHRASES), hints: Vec::new() }
}

/// Reads `error: what\n --> file:line:column\n … ^^^`.
fn from_report(report: &str, sources: &BTreeMap<String, String>) -> Option<Fault> {
    let said = report.lines().next()?.strip_prefix("error: ")?;
    let place = report.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    let length = report.lines().last()?.matches('^').count();
    let text = sources.get(name)?;
    let line_start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let byte = |characters: usize| {
        let line = text.get(line_start..).unwrap_or_default();
        line_start + line.char_indices().nth(characters).map_or(line.len(), |(at, _)| at)
    };
    let start = column.checked_sub(1)?;
    Some(fault(name, byte(start)..byte(start + length), said, sources))
}

impl fmt::Display for HtmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&lines(&self.faults))
    }
}

impl std::error::Error for HtmlError {}
