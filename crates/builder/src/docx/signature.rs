//! 落款: who signs, and the day below it, where the norm puts them.

use super::document::Document;
use super::page::{CHARACTER, LINE, WIDTH};
use crate::view::SignatureView;

pub(super) fn add(document: &mut Document, signature: &SignatureView) {
    let (name, day) = starts(width(&signature.agency), width(&signature.date), signature.sealed);
    line(document, &signature.agency, name, LINE);
    line(document, &signature.date, day, 0);
}

/// A line that begins so far from the left edge.
fn line(document: &mut Document, text: &str, start: u32, above: u32) {
    document.with_settings(
        |xml| {
            if above > 0 {
                xml.empty("w:keepNext", &[]);
            }
            xml.empty("w:spacing", &[("w:before", &above)]);
            xml.empty("w:ind", &[("w:left", &start)]);
            xml.value("w:jc", "left");
        },
        |document| document.run(text, None),
    );
}

/// Where name and day begin. With a seal, the day ends four characters before the edge and the name stands centred above it;
/// without one, the longer ends two characters before the edge, and the day begins two characters behind the name, or the
/// name two before the day.
fn starts(name: u32, day: u32, sealed: bool) -> (u32, u32) {
    if sealed {
        let middle = WIDTH.saturating_sub(4 * CHARACTER + day / 2).min(WIDTH.saturating_sub(name / 2));
        (middle.saturating_sub(name / 2), middle.saturating_sub(day / 2))
    } else if day <= name {
        let start = WIDTH.saturating_sub(2 * CHARACTER + name);
        (start, start + 2 * CHARACTER)
    } else {
        let start = WIDTH.saturating_sub(2 * CHARACTER + day);
        (start.saturating_sub(2 * CHARACTER), start)
    }
}

/// Letters and digits are half as wide as other characters.
fn width(text: &str) -> u32 {
    text.chars().map(|character| if character.is_ascii() { CHARACTER / 2 } else { CHARACTER }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_and_day_stand_as_the_norm_has_them() {
        let (name, day) = (width("温州市投资促进局"), width("2025年1月20日"));
        let end = WIDTH - 2 * CHARACTER;
        assert_eq!(starts(name, day, false), (end - name, end - name + 2 * CHARACTER));
        assert_eq!(starts(day, name, false), (end - name - 2 * CHARACTER, end - name));
        let (centred, below) = starts(name, day, true);
        assert_eq!(below + day, WIDTH - 4 * CHARACTER);
        assert_eq!(centred + name / 2, below + day / 2);
    }
}
