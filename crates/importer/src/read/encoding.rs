//! From bytes to characters.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::ReadError;

/// The text of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Decoded {
    /// Its characters.
    pub(super) text: String,
    /// Whether some bytes fit no character of its encoding.
    pub(super) malformed: bool,
}

impl Decoded {
    /// What an editor is told where some bytes fit no character.
    pub(super) fn warnings(&self) -> Vec<String> {
        let warning = "有些字节不是任何文字（文件可能不完整，或编码混用），已显示为“\u{fffd}”；请对照原文核对全部内容";
        if self.malformed { vec![warning.to_owned()] } else { Vec::new() }
    }
}

/// The characters that `bytes` stand for: by their byte order mark, as UTF-8 where that is valid, otherwise as GB 18030.
/// What a page declares is not asked: it is often wrong, and a Chinese page is in one of these.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let decoded = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        in_encoding(encoding, bytes.get(mark..).unwrap_or_default())
    } else if let Some(encoding) = wide(bytes) {
        in_encoding(encoding, bytes)
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Decoded { text: text.to_owned(), malformed: false }
    } else {
        of_many_bytes(bytes)
    };
    if is_text(&decoded.text) { Ok(decoded) } else { Err(ReadError::Damaged("内容不是文字".to_owned())) }
}

fn of_many_bytes(bytes: &[u8]) -> Decoded {
    let unicode = in_encoding(UTF_8, bytes);
    if mostly_right(&unicode.text) { unicode } else { in_encoding(GB18030, bytes) }
}

fn in_encoding(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), malformed }
}

/// UTF-16 without a mark: markup and digits have a zero in every second byte.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(1024) & !1)?;
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 16;
    match (even > many, odd > many) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// Whether a text read as UTF-8 is so but for a few broken bytes, as where a file was cut off.
fn mostly_right(text: &str) -> bool {
    let broken = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    broken.saturating_mul(10) < foreign
}

/// Whether it is text at all: programs and pictures are full of control characters.
fn is_text(text: &str) -> bool {
    let odd = |c: &char| matches!(*c, '\0'..='\u{8}' | '\u{e}'..='\u{1a}' | char::REPLACEMENT_CHARACTER);
    text.chars().filter(odd).count().saturating_mul(10) <= text.chars().count()
}

#[cfg(test)]
mod tests {
    use encoding_rs::GB18030;

    use super::decode;

    const TEXT: &str = "<p>本年新收政府信息公开申请数量</p> 20 件，收费 3.5 万元";

    #[test]
    fn utf_8_gbk_and_utf_16_are_told_apart() {
        let gbk = GB18030.encode(TEXT).0.into_owned();
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [&[0xff, 0xfe], little.as_slice()].concat();
        for bytes in [TEXT.as_bytes().to_vec(), gbk, little, big, marked, format!("\u{feff}{TEXT}").into_bytes()] {
            let decoded = decode(&bytes).expect("text");
            assert_eq!((decoded.text.as_str(), decoded.malformed), (TEXT, false));
        }
    }

    #[test]
    fn broken_bytes_are_named_and_the_rest_is_kept() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.insert(6, 0xff);
        let decoded = decode(&bytes).expect("text");
        assert!(decoded.malformed && decoded.text.contains("政府信息公开申请"));
        assert_eq!(decoded.warnings().len(), 1);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let bytes: Vec<u8> = (0..2000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(decode(&bytes).is_err());
    }
}
