//! A file's bytes as text.

use std::io::ErrorKind;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
use nianbao_model::{Code, Diagnostic, Span};

use crate::codes::files;
use crate::error::reason;
use crate::files::{Files, ReadError};

/// No text that people write is larger, in bytes: a narrative has 60 KB at most.
const TEXT_LIMIT: u64 = 1 << 20;

/// A text that was read, with what is wrong with it where its bytes had to be recoded.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) problem: Option<Problem>,
}

/// What is wrong with a file as a whole.
pub(crate) struct Problem {
    code: &'static Code,
    message: String,
    help: String,
    /// Whether writing the text as it was read is the mend.
    mends: bool,
}

impl Problem {
    fn new(code: &'static Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: help.into(), mends: false }
    }

    /// The finding on a file whose first line is at `span`. Its mend changes no letter: a mended file is written in UTF-8.
    pub(crate) fn at(self, span: Span) -> Diagnostic {
        let finding = Diagnostic::new(self.code, self.message).at(span, "").help(self.help);
        if self.mends { finding.suggest(Span::new(span.file, 0, 0), "") } else { finding }
    }
}

/// The text of a file without its byte order mark.
pub(crate) fn text(files: &dyn Files, path: &str) -> Result<Decoded, Problem> {
    let bytes = files.read(path, TEXT_LIMIT).map_err(|error| match error {
        ReadError::TooLarge => Problem::new(
            &files::TOO_LARGE,
            "文件超过 1 MB，不像是手写的文字",
            "请检查是否放错了文件；图片另存为单独的文件，再在正文里引用。",
        ),
        ReadError::Special => Problem::new(
            &files::UNREADABLE,
            "它不是普通的文件（而是管道、设备一类），没有读取",
            "删去它，换成真正的文件。",
        ),
        ReadError::Link => Problem::new(&files::SYMLINK, "文件是链接（快捷方式），没有读取", "把链接换成真正的文件。"),
        ReadError::Io(error) => Problem::new(
            &files::UNREADABLE,
            format!("文件无法读取：{}", reason(&error)),
            match error.kind() {
                ErrorKind::IsADirectory => "把这个文件夹移到别处，放上真正的文件。",
                ErrorKind::PermissionDenied => "请管理员开通这个文件的读取权限。",
                _ => "看看这个文件还在不在、能不能用记事本打开；打不开的，请管理员检查磁盘和权限。",
            },
        ),
    })?;
    decode(&bytes)
}

/// What is to be said at `span` of a file whose text is open in an editor, which takes it for UTF-8: what is saved there is in
/// another encoding.
pub fn saved_otherwise(files: &dyn Files, path: &str, span: Span) -> Option<Diagnostic> {
    let bytes = files.read(path, TEXT_LIMIT).ok()?;
    let problem = decode(&bytes).ok()?.problem?;
    let help = "显示成乱码的，在编辑器里选“通过编码重新打开”，编码选 GBK，文字就对了；再选“通过编码保存”，编码选 UTF-8。";
    Some(Diagnostic::new(problem.code, problem.message).at(span, "").help(help))
}

/// The text of a file's bytes, and whether they are those of the text, but for a byte order mark; nothing where they are none.
pub fn text_of(bytes: &[u8]) -> Option<(String, bool)> {
    decode(bytes).ok().map(|decoded| (decoded.text, decoded.problem.is_none()))
}

/// The text that bytes hold.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, Problem> {
    for (mark, encoding, name) in [(b"\xFF\xFE", UTF_16LE, "UTF-16"), (b"\xFE\xFF", UTF_16BE, "UTF-16")] {
        if let Some(text) = bytes.strip_prefix(mark).and_then(|rest| whole(encoding, rest)) {
            return Ok(Decoded { text, problem: Some(other_encoding(name, true)) });
        }
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(not_text("文件里有空字符（NUL）"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), problem: None }),
        Err(_) => match whole(GB18030, bytes) {
            Some(text) => {
                let problem = other_encoding("GBK", is_usual(&text));
                Ok(Decoded { text, problem: Some(problem) })
            }
            None => Err(not_text("文件内容既不是 UTF-8 也不是 GBK 文字")),
        },
    }
}

/// The text if every byte of it makes sense and it holds no NUL.
fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.contains('\0')).then(|| text.into_owned())
}

/// Whether most Chinese characters of a text that was GBK are among the 3,755 usual ones. Bytes of another encoding that happen
/// to make sense do so as rare characters.
fn is_usual(text: &str) -> bool {
    let (mut usual, mut all) = (0_usize, 0_usize);
    let mut bytes = [0; 4];
    for character in text.chars().filter(|character| !character.is_ascii()) {
        let (encoded, _, _) = GB18030.encode(character.encode_utf8(&mut bytes));
        match *encoded {
            [0xA1..=0xA3, _] => {}
            [0xB0..=0xD7, 0xA1..=0xFE] => (usual, all) = (usual + 1, all + 1),
            _ => all += 1,
        }
    }
    usual * 4 >= all * 3
}

fn other_encoding(name: &str, sure: bool) -> Problem {
    let message = format!("文件应为 UTF-8 编码，实际是 {name}");
    let by_hand = "在记事本中打开，“另存为”，编码选“UTF-8”";
    let help = if sure {
        format!("运行 nianbao check --fix 转换；也可以{by_hand}。")
    } else {
        format!("{by_hand}；先看看是不是乱码。")
    };
    Problem { mends: sure, ..Problem::new(&files::ENCODING, message, help) }
}

fn not_text(message: &str) -> Problem {
    Problem::new(
        &files::NOT_TEXT,
        message,
        "请检查是否把 Word、PDF、图片等文件改了名放在这里；应是纯文本文件，编码为 UTF-8。",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Option<&'static str>) {
        match decode(bytes) {
            Ok(Decoded { text, problem }) => (text, problem.map(|problem| problem.code.id)),
            Err(problem) => (String::new(), Some(problem.code.id)),
        }
    }

    #[test]
    fn a_text_that_is_hardly_chinese_is_not_to_be_converted() {
        let mends =
            |bytes: &[u8]| decode(bytes).ok().and_then(|read| read.problem).is_some_and(|problem| problem.mends);
        let (gbk, _, _) = GB18030.encode("名称: 海州市投资促进局（喆）");
        let (big5, _, _) = encoding_rs::BIG5.encode("名稱: 海州市投資促進局，全年主動公開信息");
        assert_eq!((mends(&gbk), mends(&big5)), (true, false));
    }

    #[test]
    fn encodings_are_told_apart() {
        let (gbk, _, _) = GB18030.encode("年度");
        assert_eq!(decoded("年度".as_bytes()), ("年度".into(), None));
        assert_eq!(decoded("\u{feff}年度".as_bytes()), ("年度".into(), None));
        assert_eq!(decoded(&gbk), ("年度".into(), Some("S001")));
        assert_eq!(decoded(b"\xFF\xFE\x74\x5e\xa6\x5e"), ("年度".into(), Some("S001")));
        assert_eq!(decoded(b"a\0b").1, Some("S002"));
        assert_eq!(decoded(b"\x89PNG\xff\xff\xff").1, Some("S002"));
    }
}
