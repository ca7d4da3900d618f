//! Kinds that are compound files (OLE): Word, Excel and WPS before 2007, and packages with a password.

use super::Kind;
use crate::read::ReadError;

/// How a compound file begins.
pub(super) const SIGNATURE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The table of sectors is looked for in the header alone, which has room for this many of its pieces.
const TABLE_PIECES: usize = 109;

/// One entry of the directory.
const ENTRY: usize = 128;

/// No directory that matters here is longer.
const MOST_ENTRIES: usize = 4096;

/// The kind of a compound file.
pub(super) fn kind(name: &str, bytes: &[u8]) -> Result<Kind, ReadError> {
    let names = top_names(bytes).unwrap_or_default();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if has("EncryptedPackage") || has("EncryptionInfo") {
        return Err(ReadError::Unsupported(
            "文件设有打开密码；请用 Word、Excel 或 WPS 打开，去掉密码后另存一份，再导入".to_owned(),
        ));
    }
    if has("WordDocument") {
        return Err(ReadError::OldWord);
    }
    if has("Workbook") || has("Book") {
        return Ok(Kind::Workbook);
    }
    if has("PowerPoint Document") {
        return Err(ReadError::Unsupported("这是演示文稿，不是报告；请导入 Word、PDF、网页或工作簿".to_owned()));
    }
    if names.is_empty() {
        return Err(ReadError::Damaged("文件不完整；请重新下载或重新保存一次".to_owned()));
    }
    Err(ReadError::Unknown(name.to_owned()))
}

/// The names at the top of a compound file, not those within what is embedded in it.
fn top_names(bytes: &[u8]) -> Option<Vec<String>> {
    let entries = directory(bytes)?;
    let number = |entry: &[u8], at: usize| word(entry, at).and_then(|number| usize::try_from(number).ok());
    let mut waiting = vec![number(entries.first()?, 76)?];
    let mut seen = vec![false; entries.len()];
    let mut names = Vec::new();
    while let Some(at) = waiting.pop() {
        let (Some(entry), Some(mark)) = (entries.get(at), seen.get_mut(at)) else { continue };
        if std::mem::replace(mark, true) {
            continue;
        }
        names.push(entry_name(entry));
        waiting.extend(number(entry, 68));
        waiting.extend(number(entry, 72));
    }
    Some(names)
}

fn directory(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let shift = u32::from(*bytes.get(30)?);
    if !(7..=16).contains(&shift) {
        return None;
    }
    let size = 1_usize << shift;
    let sector = |number: u32| {
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(size)?;
        bytes.get(start..)?.get(..size).or_else(|| bytes.get(start..))
    };
    let mut at = word(bytes, 48)?;
    let mut entries = Vec::new();
    while entries.len() < MOST_ENTRIES {
        let Some(found) = sector(at) else { break };
        entries.extend(found.chunks_exact(ENTRY));
        let index = usize::try_from(at).ok()?;
        let piece = index / (size / 4);
        if piece >= TABLE_PIECES || found.len() < ENTRY {
            break;
        }
        let Some(next) =
            word(bytes, 76 + piece * 4).and_then(sector).and_then(|table| word(table, index % (size / 4) * 4))
        else {
            break;
        };
        at = next;
    }
    Some(entries)
}

fn entry_name(entry: &[u8]) -> String {
    let length =
        entry.get(64..66).map_or(0, |bytes| bytes.iter().rev().fold(0, |sum, &byte| sum * 256 + usize::from(byte)));
    let units = entry.get(..length.clamp(2, 64) - 2).unwrap_or_default().chunks_exact(2);
    let units: Vec<u16> =
        units.map(|pair| pair.iter().rev().fold(0, |sum, &byte| sum << 8 | u16::from(byte))).collect();
    String::from_utf16_lossy(&units)
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
