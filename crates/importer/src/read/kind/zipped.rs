//! Kinds that are ZIP packages.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Kind;
use crate::read::ReadError;

/// How much of a package's statement of its kind is read.
const STATEMENT: u64 = 200;

/// The kind of a ZIP package.
pub(super) fn kind(name: &str, bytes: &[u8]) -> Result<Kind, ReadError> {
    let damaged = |_| ReadError::Damaged("压缩包不完整；请重新下载或重新保存一次".to_owned());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> =
        archive.file_names().flatten().map(|name| name.trim_start_matches('/').to_owned()).collect();
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if has("word/") {
        return Ok(Kind::Docx);
    }
    if has("xl/") {
        return Ok(Kind::Workbook);
    }
    if has("OFD.xml") {
        return Err(unsupported("这是 OFD 文件，还不能读取；请用阅读器打开后“另存为”或“打印成”PDF，再导入"));
    }
    if has("ppt/") {
        return Err(unsupported("这是演示文稿，不是报告；请导入 Word、PDF、网页或工作簿"));
    }
    let stated = statement(&mut archive);
    if stated.contains("opendocument.text") {
        return Err(ReadError::OldWord);
    }
    if stated.contains("opendocument.spreadsheet") {
        return Err(unsupported("这是 .ods 工作簿；请打开后“另存为 .xlsx”，再导入"));
    }
    if stated.is_empty() && names.iter().any(|name| !name.ends_with('/')) {
        return Err(unsupported("这是压缩包；请先解压，再导入里面的文件"));
    }
    Err(ReadError::Unknown(name.to_owned()))
}

/// What a package of OpenDocument says that it is.
fn statement(archive: &mut ZipArchive<Cursor<&[u8]>>) -> String {
    let mut stated = String::new();
    if let Ok(file) = archive.by_name("mimetype") {
        // What is no text states nothing.
        let _ = file.take(STATEMENT).read_to_string(&mut stated);
    }
    stated
}

fn unsupported(message: &str) -> ReadError {
    ReadError::Unsupported(message.to_owned())
}
