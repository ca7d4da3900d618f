//! Repositories that somebody else made, gits that are not as they should be, and hooks.

use std::env;
use std::fs;

use nianbao_tests::{Finished, Workspace, binary, nianbao, repository as sources};

use super::repository::{Repository, calm, make_executable};
use super::{run, write_before};

#[test]
fn nothing_that_a_repository_names_is_run() {
    let repository = Repository::new(write_before);
    let workspace = &repository.workspace;
    let mark = workspace.path().join("被运行了");
    let trap = repository.trap(&mark);
    for setting in [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.editor",
        "diff.external",
        "diff.x.textconv",
        "filter.x.smudge",
        "filter.x.clean",
        "filter.x.process",
        "gpg.program",
        "credential.helper",
        "core.alternateRefsCommand",
        "alias.ls-tree",
        "alias.cat-file",
    ] {
        let value = if setting.starts_with("alias") { format!("!{trap}") } else { trap.clone() };
        repository.git(&["config", setting, &value]);
    }
    repository.git(&["config", "log.showSignature", "true"]);
    // A store from which pieces are fetched when they are missing.
    repository.git(&["config", "protocol.ext.allow", "always"]);
    repository.git(&["config", "remote.origin.url", &format!("ext::{trap}")]);
    repository.git(&["config", "remote.origin.promisor", "true"]);
    repository.git(&["config", "extensions.partialClone", "origin"]);
    for hook in ["post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"] {
        fs::copy(&trap, repository.own().join("hooks").join(hook)).unwrap();
    }
    let blob = repository.git(&["rev-parse", "HEAD:content/agencies/czj/2024/narrative.md"]);
    fs::remove_file(repository.own().join("objects").join(&blob[..2]).join(&blob[2..])).unwrap();
    workspace.write(".gitattributes", "* diff=x filter=x\n");
    let told = run(workspace, &[]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert!(told.stdout.contains("改动前的 narrative.md 有 1 处读不出来"), "{}", told.transcript());
    assert!(told.stdout.contains("git 里没有它的内容"), "{}", told.transcript());
    assert!(!mark.exists(), "something was run: {}", told.transcript());
}

#[test]
fn links_submodules_large_files_and_odd_names_are_told_or_left_alone() {
    let repository = Repository::new(write_before);
    let workspace = &repository.workspace;
    let head = repository.git(&["rev-parse", "HEAD"]);
    workspace.write("大", "字".repeat(400_000));
    let large = repository.git(&["hash-object", "-w", "大"]);
    workspace.write("指针", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
    let pointer = repository.git(&["hash-object", "-w", "指针"]);
    let folder = "content/agencies/czj";
    for (mode, id, path) in [
        ("100644", &large, format!("{folder}/2024/narrative.md")),
        ("100644", &pointer, format!("{folder}/2024/report.yaml")),
        ("120000", &pointer, format!("{folder}/2023/report.yaml")),
        ("160000", &head, format!("{folder}/2022")),
        ("100644", &pointer, format!("{folder}/2021/a\n\u{202e}b.md")),
    ] {
        repository.git(&["update-index", "--add", "--cacheinfo", &format!("{mode},{id},{path}")]);
    }
    repository.git(&["commit", "--quiet", "--message", "怪"]);
    let told = run(workspace, &[]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    for said in ["文件超过 1 MB", "由 Git LFS 另外存放", "链接（快捷方式）", "另一个 git 仓库（子模块）"]
    {
        assert!(told.stdout.contains(said), "{said}: {}", told.transcript());
    }
    assert!(!told.stdout.contains('\u{202e}'), "{}", told.transcript());
}

#[test]
fn a_git_that_is_not_there_or_refuses_is_told() {
    let repository = Repository::new(write_before);
    let with_path = |path: &std::path::Path| -> Finished {
        let mut command = nianbao(repository.workspace.path(), ["diff"]);
        calm(&mut command).env("PATH", path).output().unwrap().into()
    };
    let tools = Workspace::empty();
    let none = with_path(tools.path());
    assert!(none.stderr.contains("没有找到 git 程序") && none.stderr.contains("--from"), "{}", none.transcript());
    assert_eq!(none.status, Some(2));
    let refusing = "#!/bin/sh\necho \"fatal: detected dubious ownership in repository at '/年报'\" >&2\nexit 128\n";
    tools.write("git", refusing);
    make_executable(&tools.path().join("git"));
    let refused = with_path(tools.path());
    let cure = "git config --global --add safe.directory \"/年报\"";
    assert!(refused.stderr.contains("属于另一个用户") && refused.stderr.contains(cure), "{}", refused.transcript());
}

#[test]
fn the_hook_of_the_manual_works() {
    let repository = Repository::new(write_before);
    let workspace = &repository.workspace;
    let manual = fs::read_to_string(sources().join("docs/审阅.md")).unwrap();
    let hook = manual.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a hook");
    let file = repository.own().join("hooks/pre-commit");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, hook).unwrap();
    make_executable(&file);
    let path = env::join_paths(
        std::iter::once(binary().parent().unwrap().to_owned()).chain(env::split_paths(&env::var_os("PATH").unwrap())),
    );
    let commit = || -> Finished {
        let mut git = repository.command();
        git.env("PATH", path.as_ref().unwrap()).env("SOURCE_DATE_EPOCH", "1736500000");
        git.args(["commit", "--all", "--message", "改"]).output().unwrap().into()
    };
    workspace.replace("content/site.yaml", "主办单位: 海州市人民政府办公室\n", "联系电话: 0000-00000000\n");
    let told = commit();
    assert!(told.stderr.contains("联系电话 增加：0000-00000000"), "{}", told.transcript());
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    workspace.replace("content/agencies/czj/2024/report.yaml", "予以公开: {自然人: 3}", "予以公开: {自然人: 2}");
    let refused = commit();
    assert_eq!(refused.status, Some(1), "{}", refused.transcript());
    assert!(refused.stderr.contains("没有提交"), "{}", refused.transcript());
}
