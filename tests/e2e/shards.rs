//! A build in shards, put together again.

use std::fs;

use nianbao_tests::{Finished, Tree, Workspace, assert_same, cache, nianbao, read_tree};
use serde_json::Value;
use snapbox::{assert_data_eq, file};

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), args).output().unwrap().into()
}

fn succeed(workspace: &Workspace, args: &[&str]) -> Finished {
    let told = run(workspace, args);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    told
}

/// Makes shards 1 to `of` in `shards/`.
fn make_shards(workspace: &Workspace, of: u16, options: &[&str]) {
    for number in 1..=of {
        succeed(workspace, &[&["build", "--shard", &format!("{number}/{of}")], options].concat());
    }
}

fn tree(workspace: &Workspace, folder: &str) -> Tree {
    read_tree(&workspace.path().join(folder))
}

/// The shards of `shards/`, as the shell hands them over.
fn shards(workspace: &Workspace) -> Vec<String> {
    let folder = workspace.path().join("shards");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.map(|name| format!("shards/{name}")).collect();
    names.sort();
    names
}

fn assemble(workspace: &Workspace, shards: &[String], options: &[&str]) -> Finished {
    let shards = shards.iter().map(String::as_str).collect::<Vec<_>>();
    run(workspace, &[&["assemble"], &shards[..], options].concat())
}

fn manifest(workspace: &Workspace, shard: &str) -> Value {
    serde_json::from_str(&workspace.read(&format!("{shard}/shard.json"))).unwrap()
}

#[test]
fn shards_come_together_to_the_bytes_of_the_whole() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let whole = succeed(&workspace, &["build", "--no-cache", "--out", "whole"]).stdout;
    // Made elsewhere, by another number of threads, at another time, and moved.
    let elsewhere = Workspace::copy_of("tests/sites/everything");
    make_shards(&elsewhere, 3, &["--jobs", "1"]);
    fs::rename(elsewhere.path().join("shards"), workspace.path().join("shards")).unwrap();
    let mut shards = shards(&workspace);
    for shard in &shards {
        assert!(tree(&workspace, shard).keys().any(|path| path.ends_with("report.pdf")), "{shard} has no report");
    }
    shards.reverse();
    let told = assemble(&workspace, &shards, &["--no-cache"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    let counts = |text: &str| text[text.rfind("生成了").or(text.rfind("合成了")).unwrap()..].replace("whole", "dist");
    assert_eq!(counts(&told.stdout).replace("合成", "生成"), counts(&whole));
    assert_same(&tree(&workspace, "dist"), &tree(&workspace, "whole"));
}

#[test]
fn there_may_be_more_shards_than_reports() {
    let workspace = Workspace::real();
    succeed(&workspace, &["build", "--no-pdf", "--out", "whole"]);
    make_shards(&workspace, 3, &["--no-pdf"]);
    let told = assemble(&workspace, &shards(&workspace), &["--no-pdf"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert_same(&tree(&workspace, "dist"), &tree(&workspace, "whole"));
}

#[test]
fn shards_of_a_part_make_that_part() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let part = ["--no-pdf", "--year", "2024"];
    succeed(&workspace, &[&["build", "--out", "whole"], &part[..]].concat());
    make_shards(&workspace, 2, &part);
    let told = assemble(&workspace, &shards(&workspace), &part);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert_same(&tree(&workspace, "dist"), &tree(&workspace, "whole"));
    let told = assemble(&workspace, &shards(&workspace), &["--no-pdf"]);
    assert!(told.stderr.contains("第 1、2 片的报告范围（--only、--year）与这里的不同："), "{}", told.transcript());
}

#[test]
fn shards_take_about_as_long_as_each_other() {
    let workspace = Workspace::empty();
    succeed(&workspace, &["demo", ".", "--agencies", "40", "--years", "1"]);
    make_shards(&workspace, 4, &["--no-pdf"]);
    let size = |shard: &String| -> usize {
        let files = manifest(&workspace, shard)["files"].clone();
        let pages = files.as_object().unwrap().iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(_, made)| usize::try_from(made["bytes"].as_u64().unwrap()).unwrap()).sum()
    };
    let sizes: Vec<usize> = shards(&workspace).iter().map(size).collect();
    let (least, most) = (sizes.iter().min().unwrap(), sizes.iter().max().unwrap());
    assert!(most * 100 < least * 110, "{sizes:?}");
}

/// All that can be wrong, told in one run.
#[test]
fn everything_that_is_wrong_is_named_at_once() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let build = |shard: &str, out: &str| {
        succeed(&workspace, &["build", "--no-pdf", "--shard", shard, "--out", &format!("shards/{out}")]);
    };
    succeed(&workspace, &["build", "--no-pdf"]);
    let before = tree(&workspace, "dist");

    build("1/8", "01");
    build("1/8", "01-again");
    build("1/2", "02-of-two");
    build("2/8", "02-damaged");
    build("3/8", "03-altered");
    let narrative = "content/agencies/jia/2024/narrative.md";
    let text = workspace.read(narrative);
    workspace.write(narrative, format!("{text}\n更新。\n"));
    build("4/8", "04-other-content");
    build("5/8", "05-other-content");
    workspace.write(narrative, text);
    workspace.write("templates/html/404.html", "别的样子");
    build("6/8", "06-other-template");
    fs::remove_dir_all(workspace.path().join("templates")).unwrap();
    build("8/8", "08-other-version");
    fs::create_dir_all(workspace.path().join("shards/09-empty")).unwrap();
    workspace.write("shards/10-half/shard.json", &workspace.read("shards/01/shard.json")[..100]);

    let page = |shard: &str| {
        let files = manifest(&workspace, shard)["files"].clone();
        let page = files.as_object().unwrap().keys().find(|path| path.ends_with("index.html")).unwrap().clone();
        format!("{shard}/{page}")
    };
    let damaged = page("shards/02-damaged");
    let whole = workspace.read(&damaged);
    workspace.write(&damaged, &whole[..100]);
    fs::remove_file(workspace.path().join(damaged.replace("index.html", "report.json"))).unwrap();
    let altered = page("shards/03-altered");
    workspace.write(&altered, workspace.read(&altered).replacen("报告", "公告", 1));
    let old = workspace.read("shards/08-other-version/shard.json").replace("\"version\": \"", "\"version\": \"0.");
    workspace.write("shards/08-other-version/shard.json", old);

    let mut shards = shards(&workspace);
    shards.push("shards/11-nowhere".to_owned());
    let told = nianbao(workspace.path(), ["assemble", "--no-pdf"])
        .args(&shards)
        .env("SOURCE_DATE_EPOCH", "1735689600")
        .output()
        .map(Finished::from)
        .unwrap();
    let transcript = told.transcript().replace(&format!("应有 {} 字节", whole.len()), "应有 [长度] 字节");
    let transcript = transcript.replace(env!("CARGO_PKG_VERSION"), "[版本]");
    assert_data_eq!(transcript, file!["snapshots/shards.txt"].raw());
    assert!(tree(&workspace, "dist") == before);
    assert!(!workspace.path().join(".dist.nianbao").exists());
}

#[test]
fn shards_with_other_fonts_or_without_pdfs_are_named() {
    let workspace = Workspace::real();
    make_shards(&workspace, 1, &[]);
    fs::create_dir(workspace.path().join("fonts")).unwrap();
    let font = "fonts/FandolKai-Regular.otf";
    fs::copy(cache().join(font), workspace.path().join(font)).unwrap();
    let told = assemble(&workspace, &shards(&workspace), &["--font-path", "fonts"]);
    assert!(told.stderr.contains("第 1 片的字体与这里的不同：FandolKai\n"), "{}", told.transcript());
    let told = assemble(&workspace, &shards(&workspace), &["--no-pdf"]);
    assert!(told.stderr.contains("第 1 片有 PDF，这次没有要 PDF（--no-pdf）\n"), "{}", told.transcript());
    assert_eq!(told.status, Some(2));
    assert!(!workspace.path().join("dist").exists());
}

/// Of a program with other ideas of what a shard holds.
#[test]
fn a_manifest_that_lists_other_files_is_named() {
    let workspace = Workspace::real();
    make_shards(&workspace, 1, &["--no-pdf"]);
    let mut manifest = manifest(&workspace, "shards/1-of-1");
    let files = manifest["files"].as_object_mut().unwrap();
    let made = files.remove("site/tcj/2024/index.html").unwrap();
    files.insert("../outside.html".to_owned(), made);
    workspace.write("shards/1-of-1/shard.json", manifest.to_string());
    fs::rename(
        workspace.path().join("shards/1-of-1/site/tcj/2024/index.html"),
        workspace.path().join("shards/outside.html"),
    )
    .unwrap();
    let told = assemble(&workspace, &["shards/1-of-1".to_owned()], &["--no-pdf"]);
    assert_eq!(told.status, Some(2), "{}", told.transcript());
    let expected = "shards/1-of-1 的清单与这一片应有的文件不符：../outside.html、site/tcj/2024/index.html\n";
    assert!(told.stderr.contains(expected), "{}", told.transcript());
    assert!(!workspace.path().join("outside.html").exists());
}

#[test]
fn content_that_blocks_a_build_blocks_shards_and_their_assembly() {
    let workspace = Workspace::real();
    make_shards(&workspace, 2, &["--no-pdf"]);
    let before = tree(&workspace, "shards");
    workspace.replace("content/agencies/tcj/2024/report.yaml", "年度: 2024", "年度: 2023");
    // Also the shard that has no report at all.
    for number in ["1/2", "2/2"] {
        assert_eq!(run(&workspace, &["build", "--no-pdf", "--shard", number]).status, Some(1));
    }
    assert!(tree(&workspace, "shards") == before);
    assert_eq!(assemble(&workspace, &shards(&workspace), &["--no-pdf"]).status, Some(1));
    assert!(!workspace.path().join("dist").exists());
}

#[test]
fn a_shard_and_a_site_do_not_replace_each_other() {
    let workspace = Workspace::real();
    succeed(&workspace, &["build", "--no-pdf"]);
    for (args, expected) in [
        (&["--shard", "1/2", "--out", "dist"][..], "里是完整的网站，不是分片"),
        (&["--shard", "2/2", "--out", "shards/1-of-2"], "里是第 1/2 片"),
        (&["--out", "shards/1-of-2"], "里是第 1/2 片"),
    ] {
        succeed(&workspace, &["build", "--no-pdf", "--shard", "1/2"]);
        let told = run(&workspace, &[&["build", "--no-pdf"], args].concat());
        assert_eq!(told.status, Some(2), "{}", told.transcript());
        assert!(told.stderr.contains(expected), "{}", told.transcript());
    }
    // The same shard anew, and a shard of another number of shards.
    succeed(&workspace, &["build", "--no-pdf", "--shard", "1/3", "--out", "shards/1-of-2"]);
    assert_eq!(manifest(&workspace, "shards/1-of-2")["shard"], "1/3");
}
