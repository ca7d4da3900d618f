//! The parts of a package: a zip, or one flat file of XML.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use zip::ZipArchive;

use super::xml;
use crate::read::ReadError;

/// How many parts a package can have.
const PARTS: usize = 10_000;
/// How long a part can be, unpacked.
const PART: u64 = 64 << 20;
/// How long all parts that are opened can be together, unpacked.
const ALL: u64 = 192 << 20;

/// An Office file whose parts can be opened.
pub(super) struct Package<'a> {
    parts: Parts<'a>,
    /// How much may still be unpacked.
    left: u64,
}

enum Parts<'a> {
    Zip(Box<ZipArchive<Cursor<&'a [u8]>>>),
    Flat(BTreeMap<String, Vec<u8>>),
}

impl<'a> Package<'a> {
    /// The package in a file.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(ReadError::Unsupported(
                "这份 Word 文件设了密码，或者是旧格式；请打开后去掉密码，另存为 .docx，再导入".to_owned(),
            ));
        }
        let parts =
            if bytes.starts_with(b"PK") { Parts::Zip(Box::new(archive(bytes)?)) } else { Parts::Flat(flat(bytes)?) };
        Ok(Self { parts, left: ALL })
    }

    /// The characters of the part at `path`, if there is one.
    pub(super) fn text(&mut self, path: &str) -> Result<Option<String>, ReadError> {
        Ok(self.part(path)?.map(|bytes| xml::characters(&bytes).into_owned()))
    }

    /// The bytes of the part at `path`, if there is one.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let most = PART.min(self.left);
        let bytes = match &mut self.parts {
            Parts::Flat(parts) => parts.get(path).cloned(),
            Parts::Zip(archive) => unpack(archive, path, most)?,
        };
        let Some(bytes) = bytes else { return Ok(None) };
        let length = bytes.len() as u64;
        if length > most {
            return Err(ReadError::TooLarge(format!("解开以后的“{path}”超过了 {} MB", PART >> 20)));
        }
        self.left -= length;
        Ok(Some(bytes))
    }
}

fn archive(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, ReadError> {
    let broken = |_| ReadError::Damaged("Word 文件不完整，请重新下载，或者用 Word、WPS 打开后另存一份".to_owned());
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > PARTS {
        return Err(ReadError::TooLarge(format!("里面有 {} 个文件", archive.len())));
    }
    Ok(archive)
}

/// The bytes of a part, one more than `most` where it is longer: what a package says of a part's length need not be true.
fn unpack(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str, most: u64) -> Result<Option<Vec<u8>>, ReadError> {
    let Some(index) = archive.index_for_name(path) else { return Ok(None) };
    let damaged = || ReadError::Damaged(format!("里面的“{path}”解不开；请用 Word 或 WPS 打开后另存一份"));
    let part = archive.by_index(index).map_err(|_| damaged())?;
    let mut bytes = Vec::new();
    part.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| damaged())?;
    Ok(Some(bytes))
}

/// The parts of a flat file (`pkg:package`).
fn flat(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, ReadError> {
    if bytes.len() as u64 > PART {
        return Err(ReadError::TooLarge(format!("超过了 {} MB", PART >> 20)));
    }
    let text = xml::characters(bytes);
    let tree = xml::parse(&text)?;
    let mut parts = BTreeMap::new();
    for part in tree.root_element().children().filter(|node| xml::local(*node) == "part") {
        let Some(path) = part.attribute("name") else { continue };
        let Some(data) = part.children().find(roxmltree::Node::is_element) else { continue };
        let content = match xml::local(data) {
            "xmlData" => data.children().find(roxmltree::Node::is_element).map(|root| alone(&text, root)),
            _ => BASE64_STANDARD.decode(data.text().unwrap_or_default().split_whitespace().collect::<String>()).ok(),
        };
        parts.extend(content.map(|content| (path.trim_start_matches('/').to_owned(), content)));
    }
    Ok(parts)
}

/// An element as a file of its own. Its names were declared where the element itself begins, as Word writes them.
fn alone(text: &str, root: roxmltree::Node) -> Vec<u8> {
    text.get(root.range()).unwrap_or_default().as_bytes().to_vec()
}
