//! Pictures: PNG, JPEG or SVG files that lie in the folder of whoever shows them.

use crate::error::reason;
use crate::files::{Files, ReadError, join};

/// No picture of a report is larger, in bytes.
const LIMIT: u64 = 10 << 20;
const ENDINGS: [&str; 4] = ["png", "jpg", "jpeg", "svg"];

/// A folder that pictures are shown from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PictureFolder<'f> {
    files: &'f dyn Files,
    path: &'f str,
    /// What messages call the folder.
    called: &'f str,
}

impl<'f> PictureFolder<'f> {
    pub(crate) fn new(files: &'f dyn Files, path: &'f str, called: &'f str) -> Self {
        Self { files, path, called }
    }

    /// The bytes of the picture that `written` names; or why they are not to be had.
    pub(crate) fn read(self, written: &str) -> Result<Vec<u8>, String> {
        let name = checked_name(written, self.called)?;
        let bytes = self.files.read(&join(self.path, name), LIMIT).map_err(|error| match error {
            ReadError::TooLarge => format!("图片“{name}”超过 10 MB"),
            ReadError::Link => format!("图片“{name}”是链接（快捷方式），没有读取"),
            ReadError::Io(error) => format!("图片“{name}”无法读取：{}", reason(&error)),
        })?;
        if is_picture(&bytes) {
            Ok(bytes)
        } else {
            Err(format!("“{name}”的内容不是 PNG、JPEG 或 SVG 图片"))
        }
    }
}

/// The file name that `written` gives for a picture in the folder called `home`; or why it can be none.
fn checked_name<'w>(written: &'w str, home: &str) -> Result<&'w str, String> {
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
    Ok(name)
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
