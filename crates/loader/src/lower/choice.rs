//! Values of which only a few are possible.

use nianbao_model::{Diagnostic, Printing, Spanned, Status};

use crate::codes::settings;
use crate::keys::{Choice, report, site};
use crate::nearest::nearest;
use crate::session::Sink;

/// What `word` means, if it is one of the possible words, Chinese or English.
pub(super) fn meaning<'t, T>(meanings: &'t [(Choice, T)], word: &str) -> Option<&'t T> {
    let called = |choice: &Choice| choice.word == word || choice.name == Some(word);
    meanings.iter().find(|(choice, _)| called(choice)).map(|(_, meaning)| meaning)
}

/// The Chinese words that are possible.
pub(super) fn words<T>(meanings: &[(Choice, T)]) -> impl Iterator<Item = &'static str> {
    meanings.iter().map(|(choice, _)| choice.word)
}

/// 打印.
pub(super) fn printing(sink: &mut Sink, written: &Spanned<String>) -> Printing {
    let word = written.value.as_str();
    if let Some(printing) = meaning(&site::PRINTINGS, word) {
        return *printing;
    }
    let message = format!("打印应为“单面”或“双面”，这里是“{word}”");
    let help = "单面打印的写“单面”，双面打印的写“双面”；两种都有，或者只在网上看，就不写。";
    sink.report(Diagnostic::new(&settings::CHOICE, message).at(written.span, "").help(help));
    Printing::default()
}

/// 状态.
pub(super) fn status(sink: &mut Sink, written: &Spanned<String>) -> Status {
    let word = written.value.as_str();
    if let Some(status) = meaning(&report::STATUSES, word) {
        return *status;
    }
    let finding = Diagnostic::new(&settings::CHOICE, format!("状态应为“起草”“可公开”或“已公开”，这里是“{word}”"));
    let help = "还在写的写“起草”；写好了、下一次生成时公开的写“可公开”；已经公开、只作记录的写“已公开”。";
    let finding = finding.at(written.span, "").help(help);
    sink.report(match nearest(word, words(&report::STATUSES)) {
        // “公开” is as near to the one as to the other.
        Some(near) if word.contains(['拟', '已', '起', '可']) => finding.suggest(written.span, near),
        _ => finding,
    });
    Status::Draft
}
