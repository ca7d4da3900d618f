//! 党政机关标识 of site.yaml, with the picture that lies beside it.

use nianbao_model::{Diagnostic, Emblem, Picture, Spanned};

use super::fields::{Fields, start_of};
use super::text::missing;
use crate::codes::markdown;
use crate::keys::site::{EMBLEM, EMBLEM_GROUP, EMBLEM_PICTURE, EMBLEM_URL};
use crate::picture::{self, PictureFolder, own_name};
use crate::session::Sink;

const ADDRESS_HELP: &str = "写上标识链接到的网址，从领取标识时给的代码里复制。";

/// The sign, and the name of the picture that it shows, whether that could be read or not.
pub(super) fn read(
    sink: &mut Sink,
    fields: &Fields<'_>,
    pictures: PictureFolder<'_>,
) -> (Option<Emblem>, Option<String>) {
    let Some(node) = fields.get(&EMBLEM) else { return (None, None) };
    let Some(fields) = Fields::read(fields.file, sink, node, &EMBLEM_GROUP) else { return (None, None) };
    let written = fields.text(sink, &EMBLEM_PICTURE);
    let picture = written.as_ref().and_then(|written| picture(sink, written, pictures));
    if fields.entry(&EMBLEM_URL).is_none() {
        sink.report(missing(&EMBLEM_URL, start_of(fields.file, node), ADDRESS_HELP));
    }
    let emblem = fields.address(sink, &EMBLEM_URL).map(|url| Emblem { url: url.value, picture });
    (emblem, written.map(|written| own_name(&written.value).to_owned()))
}

fn picture(sink: &mut Sink, written: &Spanned<String>, pictures: PictureFolder<'_>) -> Option<Picture> {
    let name = own_name(&written.value);
    match pictures.read(&written.value).map(|bytes| nianbao_picture::clean(name, bytes)) {
        Ok(Ok(bytes)) => Some(Picture { name: name.to_owned(), bytes }),
        Ok(Err(fault)) => {
            sink.report(picture::finding(name, &fault, written.span));
            None
        }
        Err(message) => {
            let finding = Diagnostic::new(&markdown::IMAGE_FILE, message).at(written.span, "");
            sink.report(finding.help("把标识的图片放在 site.yaml 旁边，这里写它的文件名，如 图片: 标识.png。"));
            None
        }
    }
}
