//! Mended files, byte for byte.

use std::fs;

use nianbao_model::{Code, Diagnostic, FileId, Kind, Severity, SourceMap, Span};
use tempfile::TempDir;

use super::{Plan, files, plan};
use crate::edit::{Made, WriteError, write};
use crate::{Disk, Loaded, load};

static CODE: Code = Code { id: "X001", kind: Kind::Wording, severity: Severity::Hint, title: "", docs: "" };
const FILE: &str = "content/2024/report.yaml";

/// A workspace whose report has these bytes, as it was read.
fn workspace(report: &[u8]) -> (TempDir, Loaded) {
    let folder = TempDir::new().expect("a folder");
    fs::create_dir_all(folder.path().join("content/2024")).expect("makes it");
    fs::write(folder.path().join("content/agency.yaml"), "名称: 示例市人民政府\n").expect("writes it");
    fs::write(folder.path().join(FILE), report).expect("writes it");
    let loaded = load(&Disk::new(folder.path())).expect("a workspace");
    (folder, loaded)
}

/// A finding that replaces each of `words` by the word beside it.
fn finding(sources: &SourceMap, words: &[(&str, &str)]) -> Diagnostic {
    let file = sources.find(FILE).expect("was read");
    words.iter().fold(Diagnostic::new(&CODE, ""), |finding, (word, new)| {
        let start = sources.text(file).find(word).expect("is there");
        finding.suggest(Span::new(file, start, start + word.len()), *new)
    })
}

fn planned<'f>(loaded: &Loaded, findings: &'f [Diagnostic]) -> Plan<'f> {
    plan(findings, loaded.municipality.as_ref(), &loaded.sources)
}

fn counts(plan: &Plan<'_>) -> [usize; 4] {
    [plan.findings.len(), plan.waiting, plan.records, plan.recoded]
}

#[test]
fn all_other_bytes_stay() {
    let (folder, loaded) = workspace("\u{feff}年度: 2024\r\n申请: {}\r\n复议: {}".as_bytes());
    let two = finding(&loaded.sources, &[("复议", "诉讼"), ("2024", "2023")]);
    let findings = [finding(&loaded.sources, &[("申请", "主动公开")]), two];
    let plan = planned(&loaded, &findings);
    assert_eq!(counts(&plan), [2, 0, 0, 0]);
    write(folder.path(), &loaded.sources, &files(plan.findings, &loaded.sources), &Made::new()).expect("writes it");
    let bytes = fs::read(folder.path().join(FILE)).expect("is there");
    assert_eq!(bytes, "\u{feff}年度: 2023\r\n主动公开: {}\r\n诉讼: {}".as_bytes());
    let left: Vec<_> = fs::read_dir(folder.path().join("content/2024")).expect("is there").collect();
    assert_eq!(left.len(), 1);
}

#[test]
fn the_first_of_overlapping_mends_wins_whole() {
    let (_folder, loaded) = workspace("年度: 2024\n申请: {}\n".as_bytes());
    let first = finding(&loaded.sources, &[("2024\n申请", "2024\n\n申请")]);
    let second = finding(&loaded.sources, &[("年度", "year"), ("2024", "2023")]);
    let inserted = {
        let file = loaded.sources.find(FILE).expect("was read");
        let at = loaded.sources.text(file).find("2024").expect("is there");
        Diagnostic::new(&CODE, "").suggest(Span::new(file, at, at), "年")
    };
    let findings = [first.clone(), second, inserted, first];
    let plan = planned(&loaded, &findings);
    assert_eq!(counts(&plan), [1, 3, 0, 0]);
    let texts: Vec<String> = files(plan.findings, &loaded.sources).into_values().collect();
    assert_eq!(texts, ["年度: 2024\n\n申请: {}\n"]);
}

#[test]
fn an_edit_outside_of_its_file_or_on_another_of_its_own_is_left_out() {
    let (_folder, loaded) = workspace("年度: 2024\n".as_bytes());
    let file = loaded.sources.find(FILE).expect("was read");
    let outside = [Span::new(file, 1, 4), Span::new(file, 0, 999), Span::new(FileId(99), 0, 0), Span::new(file, 6, 3)];
    let mut findings: Vec<_> = outside.map(|span| Diagnostic::new(&CODE, "").suggest(span, "甲")).into();
    findings.push(finding(&loaded.sources, &[("年度", "甲"), ("度", "乙")]));
    assert_eq!(counts(&planned(&loaded, &findings)), [0; 4]);
}

#[test]
fn what_is_accepted_stays_as_it_is() {
    let (_folder, loaded) = workspace("年度: 2024\n".as_bytes());
    let mut accepted = finding(&loaded.sources, &[("2024", "2023")]);
    accepted.accepted = Some("理由。".to_owned());
    assert_eq!(counts(&planned(&loaded, &[accepted])), [0; 4]);
}

#[test]
fn records_are_left_alone_also_those_that_cannot_be_read() {
    for report in [
        "年度: 2024\n状态: 已公开\n",
        "年度: 2024\n状态: published\n",
        "年度: 2024\n状态：已公开\n",
        "年度: 2024\n状态: 已公布\n",
        "{年度: 2024, 状态: 已公开",
        "年度: 2024\n状态:\n  已公开\n",
    ] {
        let (_folder, loaded) = workspace(report.as_bytes());
        let findings = [finding(&loaded.sources, &[("2024", "2023")])];
        assert_eq!(counts(&planned(&loaded, &findings)), [0, 0, 1, 0], "{report}");
    }
    let (_folder, loaded) = workspace("年度: 2024\n状态: 起草 # 一月底改成已公开\n".as_bytes());
    assert_eq!(counts(&planned(&loaded, &[finding(&loaded.sources, &[("2024", "2023")])])), [1, 0, 0, 0]);
}

#[test]
fn a_file_in_another_encoding_is_left_alone() {
    let (gbk, _, _) = encoding_rs::GB18030.encode("年度: 2024\n");
    let (_folder, loaded) = workspace(&gbk);
    assert_eq!(counts(&planned(&loaded, &[finding(&loaded.sources, &[("2024", "2023")])])), [0, 0, 0, 1]);
}

/// What else is wrong with it waits until it is converted.
#[test]
fn a_file_in_another_encoding_is_converted_first() {
    let text = "年度: 2024\r\n标题: 海州市䶮村\r\n";
    let (gbk, _, _) = encoding_rs::GB18030.encode(text);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [gbk.to_vec(), utf16] {
        let (folder, loaded) = workspace(&bytes);
        let told = loaded.diagnostics.iter().find(|finding| finding.code.id == "S001").expect("is told");
        let findings = [finding(&loaded.sources, &[("2024", "2023")]), told.clone()];
        let plan = planned(&loaded, &findings);
        assert_eq!(counts(&plan), [1, 1, 0, 0]);
        write(folder.path(), &loaded.sources, &files(plan.findings, &loaded.sources), &Made::new()).expect("writes it");
        assert_eq!(fs::read(folder.path().join(FILE)).expect("is there"), text.as_bytes());
    }
}

#[test]
fn a_file_in_another_encoding_that_was_saved_in_the_meantime_is_not_overwritten() {
    let (gbk, _, _) = encoding_rs::GB18030.encode("年度: 2024\n");
    let (folder, loaded) = workspace(&gbk);
    let mended = files(planned(&loaded, &loaded.diagnostics).findings, &loaded.sources);
    let (other, _, _) = encoding_rs::GB18030.encode("年度: 2023\n");
    fs::write(folder.path().join(FILE), &other).expect("writes it");
    assert!(
        matches!(write(folder.path(), &loaded.sources, &mended, &Made::new()), Err(WriteError::Changed(path)) if path == FILE)
    );
}

#[test]
fn a_file_saved_in_the_meantime_is_not_overwritten() {
    let (folder, loaded) = workspace("年度: 2024\n".as_bytes());
    let mended = files([&finding(&loaded.sources, &[("2024", "2023")])], &loaded.sources);
    fs::write(folder.path().join(FILE), "年度: 2024\n申请: {}\n").expect("writes it");
    assert!(
        matches!(write(folder.path(), &loaded.sources, &mended, &Made::new()), Err(WriteError::Changed(path)) if path == FILE)
    );
    assert_eq!(fs::read(folder.path().join(FILE)).expect("is there"), "年度: 2024\n申请: {}\n".as_bytes());
}

#[cfg(unix)]
#[test]
fn permissions_are_kept_and_links_are_not_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let (folder, loaded) = workspace("年度: 2024\n".as_bytes());
    let mended = files([&finding(&loaded.sources, &[("2024", "2023")])], &loaded.sources);
    let file = folder.path().join(FILE);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("is ours");
    write(folder.path(), &loaded.sources, &mended, &Made::new()).expect("writes it");
    assert_eq!(fs::metadata(&file).expect("is there").permissions().mode() & 0o777, 0o640);

    let (folder, loaded) = workspace("年度: 2024\n".as_bytes());
    let (there, elsewhere) = (folder.path().join("content/2024"), folder.path().join("别处"));
    fs::rename(&there, &elsewhere).expect("is ours");
    symlink(&elsewhere, &there).expect("makes it");
    assert!(matches!(write(folder.path(), &loaded.sources, &mended, &Made::new()), Err(WriteError::Link(_))));
    assert_eq!(fs::read(elsewhere.join("report.yaml")).expect("is there"), "年度: 2024\n".as_bytes());
}
