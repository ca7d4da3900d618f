//! What goes with a year's PDFs: 目录.pdf and 清单.csv for people, SHA256SUMS for machines, and all of it as one zip.

mod zip;

use std::fmt::Write as _;

use jiff::civil::Date;
use nianbao_model::AgencyId;

use crate::data::Csv;

pub(crate) use zip::Archive;
pub use zip::BundleError;

/// A PDF of a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct BundledPdf {
    /// The agency of the report.
    pub(crate) id: AgencyId,
    /// Its file name.
    pub(crate) file: String,
    /// The report's title.
    pub(crate) title: String,
    /// The day of its last correction, if it was corrected.
    pub(crate) corrected: Option<Date>,
    /// The agency's name.
    pub(crate) agency: String,
    /// How many pages it has.
    pub(crate) pages: usize,
    /// How many bytes it has.
    pub(crate) bytes: usize,
    /// Its SHA-256 in hexadecimal digits.
    pub(crate) sha256: String,
}

/// The bundle of a year, as far as it is made.
#[derive(Debug, Default)]
pub(crate) struct Bundle {
    /// The PDFs, in the official order.
    pub(crate) entries: Vec<BundledPdf>,
    /// Every file so far: its path below the published folder and its checksum.
    pub(crate) files: Vec<(String, String)>,
}

impl Bundle {
    /// The content of 清单.csv.
    pub(crate) fn list(&self) -> Vec<u8> {
        let head = ["序号", "机关", "标题", "文件名", "页数", "字节数", "SHA-256"];
        // A column for what is rare stands last, and only where there is some.
        let any_corrected = self.entries.iter().any(|entry| entry.corrected.is_some());
        let mut file = Csv::new(head.into_iter().chain(any_corrected.then_some("更正日期")));
        for (at, entry) in self.entries.iter().enumerate() {
            let BundledPdf { file: name, title, agency, pages, bytes, sha256, .. } = entry;
            let [number, pages, bytes] = [at + 1, *pages, *bytes].map(|number| number.to_string());
            let corrected = entry.corrected.map(|day| day.to_string()).unwrap_or_default();
            let fields = [&number, agency, title, name, &pages, &bytes, sha256];
            file.record(fields.into_iter().chain(any_corrected.then_some(&corrected)));
        }
        file.into_text().into_bytes()
    }

    /// SHA256SUMS of all files so far, as `sha256sum -c` reads it.
    pub(crate) fn sums(&self) -> String {
        self.files.iter().fold(String::new(), |mut text, (path, sum)| {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{sum}  {}", name(path));
            text
        })
    }
}

/// The name of the file at `path`.
pub(crate) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checksum::sha256;

    #[test]
    fn lists_survive_quotes_commas_and_formulas() {
        let entry = |title: &str| BundledPdf {
            id: AgencyId::root(),
            file: "001-a.pdf".into(),
            title: title.into(),
            corrected: None,
            agency: "甲局".into(),
            pages: 4,
            bytes: 9,
            sha256: sha256(b"abc"),
        };
        let bundle = Bundle { entries: vec![entry("甲,“乙”\"丙\""), entry("=1+1")], ..Bundle::default() };
        let list = String::from_utf8(bundle.list()).expect("UTF-8");
        let lines: Vec<&str> = list.lines().collect();
        assert!(lines[1].starts_with("1,甲局,\"甲,“乙”\"\"丙\"\"\",001-a.pdf,4,9,"), "{list}");
        assert!(lines[2].starts_with("2,甲局,'=1+1,"), "{list}");
    }

    #[test]
    fn sums_are_those_of_the_standard() {
        let files = vec![("bundle/2024/001-a.pdf".into(), sha256(b"abc"))];
        let line = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  001-a.pdf\n";
        assert_eq!(Bundle { files, ..Bundle::default() }.sums(), line);
    }
}
