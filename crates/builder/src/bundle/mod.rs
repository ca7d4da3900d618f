//! The lists that go with a year's PDFs: 清单.csv for people, SHA256SUMS for machines.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// A PDF of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) file: String,
    pub(crate) title: String,
    pub(crate) agency: String,
    pub(crate) pages: usize,
    pub(crate) bytes: usize,
    pub(crate) sha256: String,
}

/// The SHA-256 of `bytes` in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// 清单.csv: UTF-8 with a byte order mark and CRLF, so that Excel and WPS open it right.
pub(crate) fn list(entries: &[Entry]) -> String {
    let mut text = String::from("\u{feff}序号,机关,标题,文件名,页数,字节数,SHA-256\r\n");
    for (at, entry) in entries.iter().enumerate() {
        let Entry { file, title, agency, pages, bytes, sha256 } = entry;
        let [agency, title, file] = [agency, title, file].map(|field| quoted(field));
        let _ = write!(text, "{},{agency},{title},{file},{pages},{bytes},{sha256}\r\n", at + 1);
    }
    text
}

/// SHA256SUMS, as `sha256sum -c` reads it.
pub(crate) fn sums(entries: &[Entry]) -> String {
    entries.iter().fold(String::new(), |mut text, entry| {
        let _ = writeln!(text, "{}  {}", entry.sha256, entry.file);
        text
    })
}

/// A field of a CSV file. A leading `=`, `+`, `-` or `@` would be run as a formula by a spreadsheet.
fn quoted(field: &str) -> String {
    let guard = if field.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(title: &str) -> Entry {
        Entry {
            file: "001-a.pdf".into(),
            title: title.into(),
            agency: "甲局".into(),
            pages: 4,
            bytes: 9,
            sha256: sha256(b"abc"),
        }
    }

    #[test]
    fn lists_survive_quotes_commas_and_formulas() {
        let lines: Vec<String> = list(&[entry("甲,“乙”\"丙\""), entry("=1+1")]).lines().map(str::to_owned).collect();
        assert!(lines[1].starts_with("1,\"甲局\",\"甲,“乙”\"\"丙\"\"\",\"001-a.pdf\",4,9,"));
        assert!(lines[2].starts_with("2,\"甲局\",\"'=1+1\","));
    }

    #[test]
    fn sums_are_those_of_the_standard() {
        let line = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  001-a.pdf\n";
        assert_eq!(sums(&[entry("甲")]), line);
    }
}
