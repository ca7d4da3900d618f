//! 党政机关标识 of site.yaml, with the picture that lies beside it.

use std::path::Path;

use nianbao_model::{Diagnostic, Emblem, Picture, Spanned};

use super::fields::{Fields, Key, missing, start_of};
use super::text;
use crate::codes::markdown;
use crate::picture;
use crate::session::{OpenFile, Sink};
use crate::yaml::Node;

const KEYS: [Key; 2] = [("网址", "url"), ("图片", "picture")];
const ADDRESS_HELP: &str = "写上标识链接到的网址，从领取标识时给的代码里复制。";

/// The sign, and the name of the picture that it shows, whether that could be read or not.
pub(super) fn read(file: &OpenFile, sink: &mut Sink, node: &Node, folder: &Path) -> (Option<Emblem>, Option<String>) {
    let Some(fields) = Fields::read(file, sink, node, &KEYS, "“党政机关标识”") else { return (None, None) };
    let written = text::field(file, sink, &fields, "图片");
    let picture = written.as_ref().and_then(|written| picture(sink, written, folder));
    if fields.entry("网址").is_none() {
        sink.report(missing("网址", start_of(file, node), ADDRESS_HELP));
    }
    let emblem = text::address(file, sink, &fields, "网址").map(|url| Emblem { url, picture });
    (emblem, written.map(|written| picture::own_name(&written.value).to_owned()))
}

fn picture(sink: &mut Sink, written: &Spanned<String>, folder: &Path) -> Option<Picture> {
    match picture::bytes(folder, &written.value, "content 文件夹") {
        Ok(bytes) => Some(Picture { name: picture::own_name(&written.value).to_owned(), bytes }),
        Err(message) => {
            let finding = Diagnostic::new(&markdown::IMAGE_FILE, message).at(written.span, "");
            sink.report(finding.help("把标识的图片放在 site.yaml 旁边，这里写它的文件名，如 图片: 标识.png"));
            None
        }
    }
}
