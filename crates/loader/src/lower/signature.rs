//! 落款: who signs a report, and when.

use nianbao_model::{Diagnostic, Signature, Spanned};

use super::fields::Fields;
use super::text::missing;
use super::{choice, date};
use crate::codes::settings;
use crate::keys::Key;
use crate::keys::report::{SEAL, SEALS, SIGNATURE, SIGNATURE_GROUP, SIGNED_BY, SIGNED_ON};
use crate::nearest::nearest;
use crate::session::Sink;
use crate::yaml::Content;

/// Words that deny without 不.
const DENIALS: [char; 5] = ['未', '无', '没', '免', '非'];

/// 落款 of a report that was published on the day `published`, if that is said.
pub(super) fn read(sink: &mut Sink, fields: &Fields<'_>, published: bool) -> Option<Signature> {
    let node = fields.get(&SIGNATURE)?;
    let signature = if let Content::Scalar(_) = node.content {
        let word = fields.text(sink, &SIGNATURE)?;
        Signature { sealed: seal(sink, &word, &SIGNATURE)?, ..Signature::default() }
    } else {
        let fields = Fields::read(fields.file, sink, node, &SIGNATURE_GROUP)?;
        let day = fields.text(sink, &SIGNED_ON);
        Signature {
            agency: fields.text(sink, &SIGNED_BY),
            date: day.and_then(|day| date::read(sink, &day, &SIGNED_ON)),
            sealed: fields.text(sink, &SEAL).and_then(|word| seal(sink, &word, &SEAL)).unwrap_or_default(),
        }
    };
    if signature.date.is_none() && !published {
        sink.report(
            missing(&SIGNED_ON, node.span, "落款要有日期：写上 发布日期: 2025-01-20，或者 落款: {日期: 2025-01-20}。")
                .beside_figures(),
        );
    }
    Some(signature)
}

/// Whether `word`, the value of `key`, leaves room for a seal.
fn seal(sink: &mut Sink, word: &Spanned<String>, key: &Key) -> Option<bool> {
    if let Some(sealed) = choice::meaning(&SEALS, &word.value) {
        return Some(*sealed);
    }
    let message = format!("“{}”应为“盖章”或“不盖章”，这里是“{}”", key.key, word.value);
    let finding = Diagnostic::new(&settings::CHOICE, message).at(word.span, "").beside_figures();
    let finding = finding.help("印出来再盖章的写“盖章”，给印章留出位置；其他写“不盖章”；不要落款就删去这一行。");
    sink.report(match nearest(&word.value, choice::words(&SEALS)) {
        // 未盖章 is as near to the one as to the other.
        Some(near) if word.value.contains('不') == near.contains('不') && !word.value.contains(DENIALS) => {
            finding.suggest(word.span, near)
        }
        _ => finding,
    });
    None
}
