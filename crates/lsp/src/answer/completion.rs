//! What may be typed where the cursor stands: keys, values, look-ups, headings.

use gen_lsp_types::{
    CompletionItem, CompletionItemTextEdit, CompletionParams, Documentation, InsertTextFormat, InsertTextMode, TextEdit,
};

use super::offer::{Offer, Offers};
use super::target::Target;
use super::{keys, look_ups, sections, values};
use crate::session::Session;
use crate::yaml::{Cursor, Outline, cursor};

/// What may be typed at the place that is asked for.
pub(super) fn complete(session: &Session, params: &CompletionParams) -> Option<Vec<CompletionItem>> {
    let target = Target::of(session, &params.text_document_position_params)?;
    let offers = match target.subject.document(session.form(&target.subject)) {
        Some(document) => {
            let outline = Outline::of(target.text);
            match cursor(target.text, &outline, target.at)? {
                Cursor::Key { parent, entry, word, in_brackets } => {
                    let place = keys::Place { parent, entry, in_brackets, snippets: session.client.snippets };
                    Offers { word, offers: keys::offers(session, &target, &outline, document, &place)? }
                }
                Cursor::Value { entry, word, item } => {
                    let offers = values::offers(session, &target, &outline, document, (entry, item))?;
                    Offers { word, offers }
                }
            }
        }
        None => look_ups::offers(session, &target).or_else(|| sections::offers(&target))?,
    };
    let range = session.lines(target.text).range(offers.word);
    let item = |(number, offer): (usize, Offer)| CompletionItem {
        sort_text: Some(format!("{number:04}")),
        filter_text: Some(offer.label.clone()),
        label: offer.label,
        kind: Some(offer.kind),
        detail: Some(offer.detail).filter(|detail| !detail.is_empty()),
        documentation: Some(offer.more).filter(|more| !more.is_empty()).map(Documentation::String),
        insert_text_format: Some(if offer.snippet { InsertTextFormat::Snippet } else { InsertTextFormat::PlainText }),
        insert_text_mode: Some(InsertTextMode::AsIs),
        text_edit: Some(CompletionItemTextEdit::TextEdit(TextEdit { range, new_text: offer.text })),
        ..CompletionItem::default()
    };
    Some(offers.offers.into_iter().enumerate().map(item).collect())
}
