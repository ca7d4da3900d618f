//! What kind of file some bytes are: by what stands in them. The name only decides between kinds of text.

mod compound;
mod written;
mod zipped;

use super::ReadError;

/// No report is longer than this.
pub const MAX_BYTES: usize = 64 << 20;

/// The kinds of files with a reader each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A page, or its source.
    Html,
    /// A Word file since 2007, of WPS too.
    Docx,
    /// A PDF.
    Pdf,
    /// A workbook, old or new, of WPS too.
    Workbook,
    /// A report as this program exports it.
    Json,
    /// A table with commas or tabulators.
    Csv,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl Kind {
    /// The kind of the file called `name` with these `bytes`.
    pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.is_empty() {
            return Err(ReadError::Damaged("这是空文件，里面什么也没有".to_owned()));
        }
        if bytes.len() > MAX_BYTES {
            let size = bytes.len() >> 20;
            return Err(ReadError::TooLarge(format!(
                "有 {size} MB，最多读取 {} MB；请去掉其中的大图片再导入",
                MAX_BYTES >> 20
            )));
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return zipped::kind(name, bytes);
        }
        if bytes.starts_with(&compound::SIGNATURE) {
            return compound::kind(name, bytes);
        }
        if is_pdf(bytes) {
            return Ok(Self::Pdf);
        }
        if is_picture(bytes) {
            return Err(ReadError::Unsupported(
                "这是图片，里面没有可以读取的文字；请找原来的 Word 或网页，或先用文字识别软件转成文本（识别出的数字须逐个核对）再导入".to_owned(),
            ));
        }
        written::kind(name, bytes)
    }
}

/// Some servers put other bytes before a PDF; its readers allow them within the first kilobyte.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let Some(at) = head.windows(5).position(|window| window == b"%PDF-") else { return false };
    at == 0 || !head.get(..at).is_some_and(|junk| junk.contains(&b'<'))
}

fn is_picture(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 6] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"AT&TFORM"];
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    let heif = bytes.get(4..8) == Some(b"ftyp");
    webp || bitmap || heif || starts.iter().any(|start| bytes.starts_with(start))
}

/// The ending of a file name, in small letters.
fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
