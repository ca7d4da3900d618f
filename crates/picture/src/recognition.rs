//! What the bytes are, and whether the name says the same.

use crate::fault::Fault;
use crate::format::Format;

/// How files of other formats begin, and what people call them.
const OTHERS: [(&[u8], &str); 16] = [
    (b"GIF8", "GIF 图片"),
    (b"BM", "BMP 图片"),
    (b"II*\0", "TIFF 图片"),
    (b"MM\0*", "TIFF 图片"),
    (b"II+\0", "TIFF 图片"),
    (b"%PDF", "PDF 文件"),
    (b"8BPS", "Photoshop 文件"),
    (b"\xD7\xCD\xC6\x9A", "WMF 图元文件"),
    (b"\x01\0\0\0", "EMF 图元文件"),
    (b"\0\0\x01\0", "图标文件"),
    (b"\0\0\0\x0CjP", "JPEG 2000 图片"),
    (b"\0\0\0\x0CJXL", "JPEG XL 图片"),
    (b"\xFF\x0A", "JPEG XL 图片"),
    (b"\x1F\x8B", "压缩文件"),
    (b"PK\x03\x04", "压缩文件或办公文档"),
    (b"\xD0\xCF\x11\xE0", "办公文档"),
];

impl Format {
    /// The format of a file's content, whatever its name says.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self, Fault> {
        match bytes {
            [] => Err(Fault::Empty),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(Self::Png),
            [0xFF, 0xD8, ..] => Ok(Self::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Err(Fault::Unsupported("WebP 图片")),
            [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', ..] => Err(Fault::Unsupported("AVIF 图片")),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => Err(Fault::Unsupported("HEIC（手机高效格式）图片")),
            _ if is_svg(bytes) => Ok(Self::Svg),
            _ => Err(match OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
                Some((_, called)) => Fault::Unsupported(called),
                None => Fault::NoPicture,
            }),
        }
    }

    /// A server says by the name what a file is, so that it must be true.
    pub(crate) fn check_name(self, name: &str) -> Result<(), Fault> {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        if self.endings().iter().any(|own| ending.eq_ignore_ascii_case(own)) {
            return Ok(());
        }
        let usual = self.endings().first().copied().unwrap_or_default();
        Err(Fault::Name { is: self, name: format!("{stem}.{usual}") })
    }
}

fn is_svg(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(64 << 10)).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with('<') && (head.contains("<svg") || head.contains(":svg"))
}
