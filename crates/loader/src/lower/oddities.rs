//! What lies in the folders and is not read.

use nianbao_model::Diagnostic;

use crate::codes::files;
use crate::error::reason;
use crate::names::NARRATIVE;
use crate::nearest::nearest;
use crate::session::Session;
use crate::walk::{Oddity, OddityKind};

pub(super) fn report(session: &mut Session, oddities: &[Oddity]) {
    for oddity in oddities {
        let name = oddity.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (finding, help) = describe(&name, &oddity.kind);
        let place = session.place(&oddity.path);
        session.sink.report(finding.at(place, "").help(help));
    }
}

fn describe(name: &str, kind: &OddityKind) -> (Diagnostic, String) {
    match kind {
        OddityKind::FolderName => (
            Diagnostic::new(&files::FOLDER_NAME, format!("文件夹名称只能有小写英文字母、数字和“-”，这里是“{name}”")),
            "用拼音首字母或英文给文件夹改名，如 tcj；正式名称写在 agency.yaml 里。".to_owned(),
        ),
        OddityKind::UnknownFolder { expected } if let Some(year) = year_meant(name, expected) => (
            Diagnostic::new(
                &files::FOLDER_NAME,
                format!("年度的文件夹只写四位数字，这里是“{name}”，里面的报告没有读取"),
            ),
            format!("把文件夹改名为 {year}。"),
        ),
        OddityKind::UnknownFolder { expected } => (
            Diagnostic::new(&files::UNKNOWN_FOLDER, format!("无法识别文件夹“{name}”，里面的内容没有读取")),
            folder_help(name, expected),
        ),
        OddityKind::UnknownFile { expected } => (
            Diagnostic::new(&files::UNKNOWN_FILE, format!("无法识别文件“{name}”，没有读取")),
            match nearest(name, expected.iter().copied()) {
                Some(near) => format!("如果它是 {near}，请改名；用不到的移到 content 之外。"),
                None => "用不到的文件移到 content 之外。".to_owned(),
            },
        ),
        OddityKind::NamedTxt { meant } => (
            Diagnostic::new(&files::MISSING_FILE, format!("这里应有 {meant}，文件名却是“{name}”，多了扩展名“.txt”")),
            format!(
                "把文件改名为 {meant}。Windows 默认不显示“.txt”：先在文件夹窗口的“查看”里选中“文件扩展名”，再改名。"
            ),
        ),
        OddityKind::UnusedImage { by: NARRATIVE } => (
            Diagnostic::new(&files::UNKNOWN_FILE, format!("图片“{name}”没有在正文里引用，不会公开")),
            format!("要用它，在 {NARRATIVE} 里写 ![说明]({name})；不用就移到 content 之外。"),
        ),
        OddityKind::UnusedImage { by } => (
            Diagnostic::new(&files::UNKNOWN_FILE, format!("图片“{name}”没有在 {by} 里引用，不会公开")),
            format!("要用作党政机关标识，在 {by} 的“党政机关标识”里写 图片: {name}；不用就移到 content 之外。"),
        ),
        OddityKind::Symlink => (
            Diagnostic::new(&files::SYMLINK, format!("“{name}”是链接（快捷方式），没有读取")),
            "把链接换成真正的文件或文件夹。".to_owned(),
        ),
        OddityKind::Unreadable(error) => (
            Diagnostic::new(&files::UNREADABLE, format!("文件夹“{name}”无法读取：{}", reason(error))),
            "请检查它的读取权限。".to_owned(),
        ),
    }
}

/// The year that a folder of an agency is about, where its name says more than that.
fn year_meant(name: &str, expected: &[&str]) -> Option<String> {
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 4 && !expected.is_empty()).then_some(digits)
}

fn folder_help(name: &str, expected: &[&str]) -> String {
    match nearest(name, expected.iter().copied()) {
        Some(near) => format!("如果它是 {near}，请改名；用不到的移到 content 之外。"),
        None if expected.is_empty() => "报告的文件夹里只放文件，不放文件夹；用不到的移到 content 之外。".to_owned(),
        None => {
            "年度的文件夹以四位数字命名；下级机关的文件夹放在 agencies 里面；用不到的移到 content 之外。".to_owned()
        }
    }
}
