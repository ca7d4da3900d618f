//! 落款: who signs a report, and when.

use nianbao_model::{Diagnostic, Signature, Spanned};

use super::fields::{Fields, Key, missing};
use super::{date, text};
use crate::codes::settings;
use crate::nearest::nearest;
use crate::session::{OpenFile, Sink};
use crate::yaml::{Content, Node};

const KEYS: [Key; 3] = [("署名", "agency"), ("日期", "date"), ("印章", "seal")];
const SEALS: [(&str, bool); 2] = [("盖章", true), ("不盖章", false)];

/// 落款 of a report that was published on the day `published`, if that is said.
pub(super) fn read(file: &OpenFile, sink: &mut Sink, node: &Node, published: bool) -> Option<Signature> {
    let signature = if let Content::Scalar(_) = node.content {
        let word = text::read(file, sink, node, "落款")?;
        Signature { sealed: seal(sink, &word, "落款")?, ..Signature::default() }
    } else {
        let fields = Fields::read(file, sink, node, &KEYS, "“落款”")?;
        let day = text::field(file, sink, &fields, "日期");
        Signature {
            agency: text::field(file, sink, &fields, "署名"),
            date: day.and_then(|day| date::read(sink, &day, "日期")).map(|day| day.value),
            sealed: text::field(file, sink, &fields, "印章")
                .and_then(|word| seal(sink, &word, "印章"))
                .unwrap_or_default(),
        }
    };
    if signature.date.is_none() && !published {
        sink.report(
            missing("日期", node.span, "落款要有日期：写上 发布日期: 2025-01-20，或者 落款: {日期: 2025-01-20}。")
                .beside_figures(),
        );
    }
    Some(signature)
}

/// Whether `word`, the value of `key`, leaves room for a seal.
fn seal(sink: &mut Sink, word: &Spanned<String>, key: &str) -> Option<bool> {
    if let Some((_, sealed)) = SEALS.iter().find(|(known, _)| *known == word.value) {
        return Some(*sealed);
    }
    let message = format!("“{key}”应为“盖章”或“不盖章”，这里是“{}”", word.value);
    let finding = Diagnostic::new(&settings::CHOICE, message).at(word.span, "").beside_figures();
    let finding = finding.help("印出来再盖章的写“盖章”，给印章留出位置；其他写“不盖章”；不要落款就删去这一行。");
    sink.report(match nearest(&word.value, SEALS.iter().map(|(known, _)| *known)) {
        Some(near) => finding.suggest(word.span, near),
        None => finding,
    });
    None
}
