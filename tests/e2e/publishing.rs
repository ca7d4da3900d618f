//! The published folder is replaced whole and at once, or not at all.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nianbao_tests::{Finished, Tree, Workspace, nianbao, read_tree};

/// A city of forty agencies that all have the same report, so that a build takes a while.
fn city() -> Workspace {
    let workspace = Workspace::real();
    let folder = "content/agencies/tcj";
    let files = ["agency.yaml", "2024/report.yaml", "2024/narrative.md"];
    for file in files {
        let text = workspace.read(&format!("{folder}/{file}"));
        for number in 0..40 {
            workspace.write(&format!("content/agencies/a{number:02}/{file}"), &text);
        }
    }
    workspace
}

fn build(workspace: &Workspace) -> Finished {
    nianbao(workspace.path(), ["build"]).output().unwrap().into()
}

fn site(workspace: &Workspace) -> Tree {
    read_tree(&workspace.path().join("dist"))
}

/// Starts a build and waits until its first PDF is on the disk.
fn started(workspace: &Workspace) -> Child {
    started_with(workspace, &[], ".dist.nianbao/new")
}

/// The same with further options, for a build that is staged in `stage`.
fn started_with(workspace: &Workspace, options: &[&str], stage: &str) -> Child {
    let child = nianbao(workspace.path(), [&["build", "--jobs", "1"], options].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let staged = workspace.path().join(stage);
    let since = Instant::now();
    while !read_tree(&staged).keys().any(|path| path.ends_with(".pdf")) {
        assert!(since.elapsed() < Duration::from_mins(2), "the build never printed a PDF");
        sleep(Duration::from_millis(2));
    }
    child
}

fn signal(name: &str, child: &Child) {
    let sent = Command::new("kill").args([name, &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

fn beside(workspace: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        workspace.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn an_interrupted_build_leaves_the_earlier_site_whole() {
    let workspace = city();
    assert_eq!(nianbao(workspace.path(), ["build", "--no-pdf"]).status().unwrap().code(), Some(0));
    let before = site(&workspace);

    let child = started(&workspace);
    signal("-INT", &child);
    let ended: Finished = child.wait_with_output().unwrap().into();
    assert_eq!(ended.status, Some(130), "{}", ended.transcript());
    assert!(site(&workspace) == before);
    // On a machine that is too busy to end in order within a second, nothing is said and the next run clears up.
    if !ended.stderr.is_empty() {
        assert_eq!(ended.stderr, "错误：已中断，原来的内容没有改动\n");
        assert_eq!(beside(workspace.path()), [".nianbao", "content", "dist"]);
    }

    let mut child = started(&workspace);
    signal("-KILL", &child);
    child.wait().unwrap();
    assert!(site(&workspace) == before);

    assert_eq!(build(&workspace).status, Some(0));
    assert!(site(&workspace).contains_key("site/a39/2024/report.pdf"));
    assert_eq!(beside(workspace.path()), [".nianbao", "content", "dist"]);
}

#[test]
fn a_killed_shard_leaves_the_earlier_one_whole() {
    let workspace = city();
    let shard = ["--shard", "1/2"];
    let made = |options: &[&str]| {
        let built = nianbao(workspace.path(), [&["build", "--no-pdf"], options].concat()).output().unwrap();
        assert!(built.status.success(), "{}", Finished::from(built).transcript());
    };
    made(&shard);
    let before = read_tree(&workspace.path().join("shards"));

    let stage = "shards/.1-of-2.nianbao/new";
    let mut child = started_with(&workspace, &shard, stage);
    signal("-KILL", &child);
    child.wait().unwrap();
    let left = read_tree(&workspace.path().join("shards/1-of-2"));
    assert_eq!(left.len(), before.len());
    assert!(left.iter().all(|(path, bytes)| before.get(&format!("1-of-2/{path}")) == Some(bytes)));
    // What was left half made is no shard, even if somebody takes it for one.
    let told: Finished =
        nianbao(workspace.path(), ["assemble", "--no-pdf", stage, "shards/2-of-2"]).output().unwrap().into();
    assert_eq!(told.status, Some(2));
    assert!(told.stderr.contains("new 不是分片：里面没有 shard.json，或者还没有生成完"), "{}", told.transcript());

    made(&shard);
    assert!(read_tree(&workspace.path().join("shards")) == before);
}

#[test]
fn a_finding_that_blocks_changes_nothing() {
    let workspace = Workspace::real();
    assert_eq!(build(&workspace).status, Some(0));
    let before = site(&workspace);
    workspace.replace("content/agencies/tcj/2024/report.yaml", "年度: 2024", "年度: 2023");
    let refused = build(&workspace);
    assert_eq!(refused.status, Some(1), "{}", refused.transcript());
    assert!(site(&workspace) == before);
}

#[test]
fn a_record_builds_with_its_faults_and_what_is_released_does_not() {
    let workspace = Workspace::real();
    let report = "content/agencies/tcj/2024/report.yaml";
    workspace.replace(report, "本年新收: {自然人: 1,", "本年新收: {自然人: 2,");
    let record = build(&workspace);
    assert_eq!(record.status, Some(0), "{}", record.transcript());
    assert!(record.stdout.contains("[B001]") && record.stdout.contains("只记录，不拦截"), "{}", record.stdout);

    workspace.replace(report, "状态: 已公开", "状态: 可公开");
    let released = build(&workspace);
    assert_eq!(released.status, Some(1), "{}", released.transcript());
    assert!(released.stdout.contains("妨碍发布"), "{}", released.stdout);
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let workspace = Workspace::real();
    workspace.write("dist/论文.txt", "precious");
    let refused = build(&workspace);
    assert_eq!(refused.status, Some(2));
    assert!(refused.stderr.contains("不是年报工坊生成的内容"), "{}", refused.stderr);
    assert_eq!(workspace.read("dist/论文.txt"), "precious");
}

#[test]
fn two_files_for_one_address_name_both() {
    let workspace = Workspace::real();
    workspace.write("content/agencies/government/agency.yaml", "名称: 温州市某某局\n不编报: true\n");
    let refused = build(&workspace);
    assert_eq!(refused.status, Some(1), "{}", refused.transcript());
    assert!(refused.stdout.contains("“温州市人民政府”的网页和“温州市某某局”的网页"), "{}", refused.stdout);
}

/// Nobody is told to empty the folder of what they wrote.
#[test]
fn a_publication_stays_apart_from_what_people_write() {
    let workspace = Workspace::real();
    workspace.write("templates/html/404.html", "<p>{{ title }}");
    let before = read_tree(workspace.path());
    for (out, told) in [
        ("content", "不能生成到 content：它在 content 里，content 是您写的内容，不能替换"),
        ("content/新的/网站", "不能生成到 content/新的/网站：它在 content 里，"),
        ("templates", "不能生成到 templates：它在 templates 里，"),
        (".", "不能生成到 .：它里面有您写的 content，不能替换"),
        ("dist/../..", "不能生成到 dist/../..：它里面有您写的 content，不能替换"),
    ] {
        for command in [&["build"][..], &["assemble", "shards"]] {
            let args = [command, &["--no-pdf", "--out", out]].concat();
            let refused: Finished = nianbao(workspace.path(), args).output().unwrap().into();
            assert_eq!(refused.status, Some(2), "{}", refused.transcript());
            assert!(refused.stderr.contains(told), "{}", refused.transcript());
            assert!(!refused.stderr.contains("清空"), "{}", refused.transcript());
        }
    }
    assert!(read_tree(workspace.path()) == before);
}
