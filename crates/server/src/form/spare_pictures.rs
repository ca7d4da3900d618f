//! Pictures beside a report that it does not show: they can be taken away, and put back as a picture is added.

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use nianbao_loader::edit::{self, WriteError};
use nianbao_loader::{EntryKind, Files, keeps_its_name, report_folder};
use serde::{Deserialize, Serialize};

use super::subject::Subject;
use crate::response::Response;

/// No picture that is added is longer.
const LONGEST: u64 = 10 << 20;

/// A picture that somebody wants no more.
#[derive(Deserialize)]
struct Unwanted {
    file: String,
}

/// What stood in the file, for whoever wants it back.
#[derive(Serialize)]
pub(super) struct TakenPicture {
    content: String,
}

/// Those beside the report of `subject` that none of its `texts` names. Only of pictures that would get the same name again: others
/// somebody put there who does not use the form.
pub(super) fn all(files: &dyn Files, subject: &Subject, texts: &[&str]) -> Vec<String> {
    let folder = report_folder(&subject.agency, subject.year);
    let entries = files.list(&folder).unwrap_or_default().into_iter();
    let names = entries.filter(|entry| entry.kind == EntryKind::File && keeps_its_name(&entry.name));
    let mut spare: Vec<String> =
        names.map(|entry| entry.name).filter(|name| !texts.iter().any(|text| names_it(text, name))).collect();
    spare.sort();
    spare
}

/// Whether a text may mean the picture `name`, in whatever way it is written there.
fn names_it(text: &str, name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let encoded = nianbao_builder::percent_encoded(stem);
    // A mark before a mark in Markdown means the second alone.
    let is_plain = !stem.contains(['-', '_']);
    text.contains(stem) || text.contains(&encoded) || !is_plain && text.replace('\\', "").contains(stem)
}

/// Takes one away of those that are `spare`.
pub(super) fn take_away(
    workspace: &Path,
    subject: &Subject,
    spare: &[String],
    body: &[u8],
) -> Result<TakenPicture, Response> {
    let Ok(Unwanted { file }) = serde_json::from_slice(body) else {
        return Err(Response::text(400, "发来的内容不完整，什么都没有删。请刷新这一页再试。"));
    };
    if !spare.contains(&file) {
        return Err(Response::text(409, format!("“{file}”没有删：文字里可能还用着，或者刚才已经不在了。")));
    }
    let path = format!("{}/{file}", report_folder(&subject.agency, subject.year));
    match edit::take_away(workspace, &path, LONGEST) {
        Ok(bytes) => Ok(TakenPicture { content: BASE64_STANDARD.encode(bytes) }),
        Err(error @ WriteError::Io { .. }) => Err(Response::text(500, format!("“{file}”没有删：{error}。"))),
        Err(_) => Err(Response::text(409, format!("“{file}”没有删：它超过 10 MB，或者是链接，请手工删。"))),
    }
}

#[cfg(test)]
mod tests {
    use nianbao_loader::Memory;
    use nianbao_model::AgencyId;

    use super::*;

    #[test]
    fn what_may_be_shown_is_not_spare() {
        let subject = Subject { agency: AgencyId::root(), year: 2024 };
        let mut files = Memory::new();
        for name in ["图.png", "表-2.svg", "旧.jpg", "a b.png", "report.yaml"] {
            files.insert(format!("{}/{name}", report_folder(&subject.agency, subject.year)), "x");
        }
        let spare = |text: &str| all(&files, &subject, &[text, ""]);
        assert_eq!(spare("甲。"), ["图.png", "旧.jpg", "表-2.svg"]);
        assert_eq!(spare("![甲](%E5%9B%BE.png) ![乙](表\\-2.svg) <!-- 旧.jpg -->"), [""; 0]);
    }
}
