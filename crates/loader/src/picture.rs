//! Pictures: PNG, JPEG or SVG files that lie in the folder of whoever shows them.

mod added;
mod published;

use crate::error::reason;
use crate::files::{Files, ReadError, join};

/// No picture of a report is larger, in bytes.
const LIMIT: u64 = 10 << 20;
pub use added::{added_picture, keeps_its_name, picture_names};
pub(crate) use published::{finding, publish, publish_all};

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
        self.files.read(&join(self.path, name), LIMIT).map_err(|error| match error {
            ReadError::TooLarge => format!("图片“{name}”超过 10 MB"),
            ReadError::Special => format!("图片“{name}”不是普通的文件（而是管道、设备一类），没有读取"),
            ReadError::Link => format!("图片“{name}”是链接（快捷方式），没有读取"),
            ReadError::Io(error) => format!("图片“{name}”无法读取：{}", reason(&error)),
        })
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
