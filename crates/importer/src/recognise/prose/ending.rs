//! The end of a document: the foot of its page, and 落款.

use jiff::civil::Date;
use nianbao_model::{Signature, Spanned};

use super::piece::{ProseLine, ProsePiece};
use crate::document::Dropped;
use crate::recognise::chrome;
use crate::recognise::day::{first_day, sole_day};
use crate::recognise::record::is_agency;
use crate::recognise::section_heading::{Strength, opened};
use crate::recognise::words::dense;

/// No signature is longer, in bytes.
const LONGEST: usize = 200;

/// Takes off what stands below the text on a page, from the first line on that opens its foot.
pub(super) fn without_foot<'d>(mut pieces: Vec<ProsePiece<'d>>, dropped: &mut Vec<Dropped>) -> Vec<ProsePiece<'d>> {
    let is_section = |piece: &ProsePiece<'_>| match piece {
        ProsePiece::Line(line) => {
            opened(&line.text(), line.is_styled()).is_some_and(|(_, strength)| strength == Strength::Sure)
        }
        _ => false,
    };
    let last_section =
        pieces.iter().rposition(|piece| is_section(piece) || matches!(piece, ProsePiece::Table(..))).unwrap_or(0);
    let opens_foot =
        |piece: &ProsePiece<'_>| matches!(piece, ProsePiece::Line(line) if chrome::opens_foot(&line.text()));
    let Some(foot) = pieces.iter().skip(last_section).position(opens_foot).map(|at| at + last_section) else {
        return pieces;
    };
    for piece in pieces.split_off(foot) {
        if let ProsePiece::Line(line) = piece {
            dropped.push(Dropped { kind: "页脚".to_owned(), text: line.text().trim().to_owned(), place: line.place });
        }
    }
    pieces
}

/// Takes 落款 off the end of the pieces: the agency and the day, in two lines or in one.
pub(super) fn take_signature(
    pieces: &mut Vec<ProsePiece<'_>>,
    agency: Option<&str>,
) -> Option<(Signature, Vec<ProseLine>)> {
    let line = |back: usize| match pieces.len().checked_sub(back).and_then(|at| pieces.get(at)) {
        Some(ProsePiece::Line(line)) => Some(line.text()),
        _ => None,
    };
    let (last, before) = (line(1)?, line(2));
    let name = |text: &str| signer(text, agency);
    let found = if let Some(day) = sole_day(&last) {
        match before.as_deref().and_then(name) {
            Some(name) => (Some(name), Some(day), 2),
            None => (None, Some(day), 1),
        }
    } else if let Some((name, day)) = in_one(&last, agency) {
        (Some(name), Some(day), 1)
    } else if let (Some(name), Some(day)) = (name(&last), before.as_deref().and_then(sole_day)) {
        (Some(name), Some(day), 2)
    } else if agency.is_some_and(|agency| agency == dense(&last)) {
        (Some(dense(&last)), None, 1)
    } else {
        return None;
    };
    let (name, day, count) = found;
    let taken = pieces.split_off(pieces.len().saturating_sub(count));
    let lines =
        taken.into_iter().filter_map(|piece| if let ProsePiece::Line(line) = piece { Some(line) } else { None });
    let signature =
        Signature { agency: name.map(Spanned::unwritten), date: day.map(Spanned::unwritten), sealed: false };
    Some((signature, lines.collect()))
}

/// The agency that a line alone names.
fn signer(text: &str, agency: Option<&str>) -> Option<String> {
    let name = dense(text);
    (agency == Some(name.as_str()) || is_agency(&name) && name.chars().count() <= 30).then_some(name)
}

/// `某市某局 2025年1月20日`
fn in_one(text: &str, agency: Option<&str>) -> Option<(String, Date)> {
    if text.len() > LONGEST {
        return None;
    }
    let day = first_day(text)?;
    let at = text.char_indices().find(|(at, _)| text.get(*at..).is_some_and(|rest| sole_day(rest).is_some()))?.0;
    Some((signer(text.get(..at)?, agency)?, day))
}
