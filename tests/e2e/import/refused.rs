//! Files that cannot be read: each is told, and costs no other.

use std::fs::{self, File};

use nianbao_tests::{Workspace, binary, convert, nianbao};

use super::{bring, city, import};

#[test]
fn a_bad_file_costs_only_itself() {
    let workspace = city();
    bring(&workspace, "tabs.txt", "年报.txt");
    fs::create_dir(workspace.path().join("文件夹")).unwrap();
    let large = File::create(workspace.path().join("太大.pdf")).unwrap();
    large.set_len(100_000_001).unwrap();
    workspace.write("坏.docx", b"PK\x03\x04 broken".as_slice());
    workspace.write("坏.pdf", b"%PDF-1.7\nbroken".as_slice());
    workspace.write("图.png", b"\x89PNG\r\n\x1a\n".as_slice());
    workspace.write("套.html", "<div>".repeat(200_000) + "1");
    let mut names = vec!["没有.txt", "文件夹", "太大.pdf", "坏.docx", "坏.pdf", "图.png", "套.html"];
    if cfg!(unix) {
        link(&workspace);
        names.push("链接.txt");
    }
    names.push("年报.txt");
    let told = import(&workspace, &[names.as_slice(), &["--agency", "jt"]].concat());
    assert_eq!(told.status, Some(1), "{}", told.transcript());
    for name in names.iter().filter(|name| **name != "年报.txt") {
        assert!(told.stdout.contains(&format!("没有放进去：{name}：")), "{name}: {}", told.transcript());
    }
    assert!(told.stdout.contains("太大.pdf：文件过大，超过了 100 MB"), "{}", told.transcript());
    assert!(workspace.read("content/agencies/jt/2024/report.yaml").contains("状态: 起草"));
}

#[cfg(unix)]
fn link(workspace: &Workspace) {
    std::os::unix::fs::symlink("年报.txt", workspace.path().join("链接.txt")).unwrap();
}

#[cfg(not(unix))]
fn link(_: &Workspace) {}

#[test]
fn usage_is_explained() {
    let workspace = city();
    bring(&workspace, "tabs.txt", "年报.txt");
    workspace.write("没有年份.txt", "一、总体情况\n\n全年公开信息。\n\n五、存在的主要问题及改进情况\n\n有问题。\n");
    let unknown = import(&workspace, &["年报.txt", "--agency", "平湖市交通运输"]);
    assert_eq!(unknown.status, Some(2));
    assert!(unknown.stderr.contains("是不是“jt”（平湖市交通运输局）"), "{}", unknown.transcript());
    let no_year = import(&workspace, &["没有年份.txt", "--agency", "jt"]);
    assert!(no_year.stdout.contains("请加上 --year"), "{}", no_year.transcript());
    let no_agency = import(&workspace, &["没有年份.txt", "--year", "2024"]);
    assert!(no_agency.stdout.contains("请加上 --agency"), "{}", no_agency.transcript());
    let other = import(&workspace, &["年报.txt", "--agency", "cz", "--year", "2023"]);
    assert!(other.stdout.contains("文件里写的机关是“平湖市交通运输局”"), "{}", other.transcript());
    assert!(other.stdout.contains("文件里写的是 2024 年"), "{}", other.transcript());
    assert_eq!(other.status, Some(1));
}

#[test]
fn older_word_files_are_converted_or_somebody_is_told_how() {
    let workspace = city();
    bring(&workspace, "word.docx", "年报.docx");
    let old = convert(&workspace.path().join("年报.docx"), "doc");
    fs::remove_file(workspace.path().join("年报.docx")).unwrap();
    let old = old.to_str().unwrap();
    let alone = nianbao(workspace.path(), ["import", old, "--agency", "rs"]).env("PATH", "").output().unwrap();
    let told = String::from_utf8(alone.stdout).unwrap();
    assert!(told.contains("另存为 .docx"), "{told}");
    let told = import(&workspace, &[old, "--agency", "rs"]);
    assert!(told.stdout.contains("读出 "), "{}", told.transcript());
    assert!(workspace.read("content/agencies/rs/2024/report.yaml").contains("本年新收"));
}

/// The process that reads has room for reports, and for nothing that is none.
#[cfg(target_os = "linux")]
#[test]
fn the_process_that_reads_is_bounded() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(binary()).arg("read-document").stdin(Stdio::piped()).spawn().unwrap();
    let limits = format!("/proc/{}/limits", child.id());
    let bounded = || {
        let limits = fs::read_to_string(&limits).unwrap();
        let line = |name: &str| limits.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        [("Max address space", "1073741824"), ("Max core file size", "0"), ("Max file size", "0")]
            .iter()
            .all(|(name, most)| line(name)[name.len()..].split_whitespace().next() == Some(most))
    };
    let bounded = (0..500).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        bounded()
    });
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(bounded);
}
