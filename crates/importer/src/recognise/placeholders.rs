//! Where our own articles for content management systems have a picture put in by hand: `【此处插入图片 a.png：…】`.

use crate::Document;
use crate::document::Part;

/// Puts pictures that the file does not hold in the place of such lines.
pub(super) fn resolve(document: &mut Document) {
    for part in &mut document.parts {
        let Part::Paragraph(paragraph) = part else { continue };
        let text = paragraph.text();
        let inner = text.trim().strip_prefix("【此处插入图片").and_then(|rest| rest.strip_suffix('】'));
        if let Some((_, alt)) = inner.and_then(|inner| inner.split_once('：')) {
            *part = Part::Picture { name: String::new(), alt: alt.to_owned(), place: paragraph.place.clone() };
        }
    }
}
