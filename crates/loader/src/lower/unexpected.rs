//! What does not belong into the folder tree, or not under its name.

use nianbao_model::Diagnostic;

use crate::characters;
use crate::codes::files;
use crate::error::reason;
use crate::files::file_name;
use crate::names::NARRATIVE;
use crate::nearest::nearest;
use crate::session::Session;
use crate::walk::{Unexpected, UnexpectedKind};

pub(super) fn report(session: &mut Session, unexpected: &[Unexpected]) {
    for Unexpected { path, kind } in unexpected {
        let name = file_name(path);
        let place = session.place(path);
        if let UnexpectedKind::Invisible = kind {
            session.sink.report_all(characters::in_name(name, place));
            continue;
        }
        let (finding, help) = describe(&characters::shown(name), kind);
        session.sink.report(finding.at(place, "").help(help));
    }
}

fn describe(name: &str, kind: &UnexpectedKind) -> (Diagnostic, String) {
    match kind {
        UnexpectedKind::FolderName => (
            Diagnostic::new(&files::FOLDER_NAME, format!("文件夹名称只能有小写英文字母、数字和“-”，这里是“{name}”")),
            "用拼音首字母或英文给文件夹改名，如 tcj；正式名称写在 agency.yaml 里。".to_owned(),
        ),
        UnexpectedKind::UnknownFolder { expected } if let Some(year) = year_meant(name, expected) => (
            Diagnostic::new(
                &files::FOLDER_NAME,
                format!("年度的文件夹只写四位数字，这里是“{name}”，里面的报告没有读取"),
            ),
            format!("把文件夹改名为 {year}。"),
        ),
        UnexpectedKind::UnknownFolder { expected } => (
            Diagnostic::new(&files::UNKNOWN_FOLDER, format!("无法识别文件夹“{name}”，里面的内容没有读取")),
            folder_help(name, expected),
        ),
        UnexpectedKind::UnknownFile { expected } => (
            Diagnostic::new(&files::UNKNOWN_FILE, format!("无法识别文件“{name}”，没有读取")),
            match nearest(name, expected.iter().copied()) {
                Some(near) => format!("如果它是 {near}，请改名；用不到的移到 content 之外。"),
                None => "用不到的文件移到 content 之外。".to_owned(),
            },
        ),
        UnexpectedKind::NamedTxt { meant } => (
            Diagnostic::new(&files::MISSING_FILE, format!("这里应有 {meant}，文件名却是“{name}”，多了扩展名“.txt”")),
            format!(
                "把文件改名为 {meant}。Windows 默认不显示“.txt”：先在文件夹窗口的“查看”里选中“文件扩展名”，再改名。"
            ),
        ),
        UnexpectedKind::UnusedImage { by: NARRATIVE } => (
            Diagnostic::new(&files::UNKNOWN_FILE, format!("图片“{name}”没有在正文里引用，不会公开")),
            format!("要用它，在 {NARRATIVE} 里写 ![说明]({name})；不用就移到 content 之外。"),
        ),
        UnexpectedKind::UnusedImage { by } => (
            Diagnostic::new(&files::UNKNOWN_FILE, format!("图片“{name}”没有在 {by} 里引用，不会公开")),
            format!("要用作党政机关标识，在 {by} 的“党政机关标识”里写 图片: {name}；不用就移到 content 之外。"),
        ),
        UnexpectedKind::Link | UnexpectedKind::Invisible => (
            Diagnostic::new(&files::SYMLINK, format!("“{name}”是链接（快捷方式），没有读取")),
            "把链接换成真正的文件或文件夹。".to_owned(),
        ),
        UnexpectedKind::Special => (
            Diagnostic::new(&files::UNREADABLE, format!("“{name}”不是普通的文件（而是管道、设备一类），没有读取")),
            "删去它；用不到的移到 content 之外。".to_owned(),
        ),
        UnexpectedKind::Unreadable(error) => (
            Diagnostic::new(&files::UNREADABLE, format!("文件夹“{name}”无法读取：{}", reason(error))),
            "请管理员开通它的读取权限。".to_owned(),
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
