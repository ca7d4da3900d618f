//! Pictures: PNG, JPEG or SVG files that lie in the folder of whoever shows them.

use std::path::Path;

use crate::error::reason;
use crate::read::{self, ReadError};

const LIMIT: u64 = 10 << 20;
const ENDINGS: [&str; 4] = ["png", "jpg", "jpeg", "svg"];

/// The bytes of the picture that `written` names in `folder`, which is called `home`; or why they are not to be had.
pub(crate) fn bytes(folder: &Path, written: &str, home: &str) -> Result<Vec<u8>, String> {
    if written.contains("://") || written.starts_with("data:") || written.starts_with("//") {
        return Err(format!("图片应是{home}里的文件，这里是网址"));
    }
    let name = own_name(written);
    if name.is_empty() || name.contains(['/', '\\', ':']) || name.contains("..") {
        return Err(format!("图片应直接放在{home}里，只写文件名，这里是“{name}”"));
    }
    if !has_ending(name) {
        return Err(format!("图片应是 png、jpg 或 svg 文件，这里是“{name}”"));
    }
    let path = folder.join(name);
    if read::is_link(&path) {
        return Err(format!("图片“{name}”是链接（快捷方式），没有读取"));
    }
    let bytes = read::bytes(&path, LIMIT).map_err(|error| match error {
        ReadError::TooLarge => format!("图片“{name}”超过 10 MB"),
        ReadError::Io(error) => format!("图片“{name}”无法读取：{}", reason(&error)),
    })?;
    if is_picture(&bytes) { Ok(bytes) } else { Err(format!("“{name}”的内容不是 PNG、JPEG 或 SVG 图片")) }
}

/// The name within the folder: `./图.png` is `图.png`.
pub(crate) fn own_name(written: &str) -> &str {
    written.strip_prefix("./").unwrap_or(written)
}

/// Whether a file is called as pictures are.
pub(crate) fn has_ending(name: &str) -> bool {
    let end = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    end.is_some_and(|end| ENDINGS.contains(&end.as_str()))
}

/// Whether the content is a picture, whatever the name says.
fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.starts_with(b"\xFF\xD8\xFF") || is_svg(bytes)
}

fn is_svg(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    head.trim_start_matches('\u{feff}').trim_start().starts_with('<') && head.contains("<svg")
}
