//! What 落款 adds to the record of a document, and what it only repeats.

use jiff::civil::Date;
use nianbao_model::{Signature, Spanned};

use super::record::Record;
use crate::{Doubt, Subject};

/// The day of publication and the signature: its day is that of publication where none is said elsewhere, and neither
/// name nor day are kept that the report has anyway.
pub(super) fn settled(
    record: &Record,
    signature: Option<Signature>,
) -> (Option<Spanned<Date>>, Option<Signature>, Option<Doubt>) {
    let Some(mut signature) = signature else { return (record.published.clone(), None, None) };
    let day = signature.date.as_ref().map(|day| day.value);
    let doubt = day.filter(|_| record.published.is_none()).map(by_signature);
    let published = record.published.clone().or(signature.date.clone());
    if published.as_ref().map(|day| day.value) == day {
        signature.date = None;
    }
    if signature.agency.as_ref().map(|name| name.value.as_str()) == record.agency.as_deref() {
        signature.agency = None;
    }
    (published, Some(signature), doubt)
}

fn by_signature(day: Date) -> Doubt {
    let message = format!("原文没有写发布日期，取了落款的日期 {day}；请核对");
    Doubt { subject: Subject::Record, message, hint: None, spot: None }
}
