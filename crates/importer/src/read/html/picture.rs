//! Pictures in a page.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::tree::{NodeId, Tree};
use crate::document::Picture;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Kinds of pictures and the endings of their names.
const KINDS: [(&str, &str); 5] = [
    ("image/png", "png"),
    ("image/jpeg", "jpg"),
    ("image/gif", "gif"),
    ("image/webp", "webp"),
    ("image/svg+xml", "svg"),
];

/// The picture that an element holds itself, as the `number`th of its page; nothing where it only names a file.
pub(super) fn held(tree: &Tree, node: NodeId, number: usize) -> Option<Picture> {
    let (head, data) = tree.attribute(node, "src")?.trim().strip_prefix("data:")?.split_once(',')?;
    let (kind, coding) = head.split_once(';')?;
    let (_, ending) = KINDS.iter().find(|(known, _)| kind.eq_ignore_ascii_case(known))?;
    if !coding.to_ascii_lowercase().contains("base64") {
        return None;
    }
    let data: String = data.chars().filter(|c| !c.is_whitespace()).collect();
    Some(Picture { name: format!("图{number}.{ending}"), bytes: BASE64.decode(data).ok()? })
}

/// Whether an element shows an icon or a line of the page rather than a picture of the report.
pub(super) fn is_ornament(tree: &Tree, node: NodeId) -> bool {
    let small = |name| {
        let value = tree.attribute(node, name).map(|value| value.trim_end_matches("px").trim());
        value.and_then(|value| value.parse::<u32>().ok()).is_some_and(|size| size <= 32)
    };
    let source = tree.attribute(node, "src").unwrap_or_default().to_ascii_lowercase();
    small("width") || small("height") || source.contains("icon") || source.contains("fileico")
}
