//! Three states: drafts stay out of a publication, what is released goes out, a proof holds everything and says so.

use nianbao_tests::{Finished, Workspace, nianbao, pdf_text, read_tree};

/// A city with its bureaus and a district, all released or records.
fn city() -> Workspace {
    Workspace::copy_of("tests/data/city")
}

fn build(workspace: &Workspace, more: &[&str]) -> Finished {
    let arguments: Vec<&str> = ["build", "--no-pdf"].iter().chain(more).copied().collect();
    nianbao(workspace.path(), arguments).output().unwrap().into()
}

fn draft(workspace: &Workspace, folder: &str) {
    workspace.replace(&format!("content/{folder}2024/report.yaml"), "状态: 可公开", "状态: 起草");
}

/// The pages of reports of 2024.
fn pages(workspace: &Workspace, folder: &str) -> Vec<String> {
    let tree = read_tree(&workspace.path().join(folder).join("site"));
    let pages = tree.keys().filter_map(|path| path.strip_suffix("/2024/index.html"));
    pages.map(str::to_owned).collect()
}

#[test]
fn what_nobody_began_is_counted_in_a_line() {
    let city = city();
    let run = |args: &[&str]| -> Finished { nianbao(city.path(), args).output().unwrap().into() };
    let new = run(&["new", "report", "--all", "--year", "2025", "--any-year"]);
    assert!(new.stdout.contains("新建了 6 份 2025 年的报告。"), "{}", new.transcript());
    let told = "尚未填写的报告：2025 年 6 份；nianbao status --year 2025 列出是哪些。\n";
    let built = run(&["build", "--drafts", "--no-pdf"]);
    assert_eq!(built.stdout.matches("尚未填写的报告").count(), 1, "{}", built.transcript());
    assert!(built.stdout.contains(told) && !built.stdout.contains("/2025\n"), "{}", built.transcript());
    let checked = run(&["check"]);
    assert!(checked.stdout.contains("2025 年：content/agencies/jyj/2025\n"), "{}", checked.transcript());
}

#[test]
fn drafts_stay_out_of_pages_totals_and_search_and_are_counted() {
    let city = city();
    draft(&city, "");
    draft(&city, "agencies/czj/");
    // Nothing that is wrong with a draft holds up anybody.
    city.write("content/agencies/czj/2024/narrative.md", "# 总体情况\n\n（此处待补充）\n");
    let built = build(&city, &[]);
    assert_eq!(built.status, Some(0), "{}", built.stdout);
    assert!(built.stdout.contains("起草中 2 份，未收入。"), "{}", built.stdout);
    assert_eq!(pages(&city, "dist"), ["jyj", "xinpu", "xinpu/jtj", "xinpu/lhz"]);
    for (path, bytes) in read_tree(&city.path().join("dist/site/data")) {
        assert!(!String::from_utf8_lossy(&bytes).contains("市财政局"), "{path} tells of a draft");
    }
}

#[test]
fn a_publication_is_not_replaced_by_nothing() {
    let city = city();
    assert_eq!(build(&city, &[]).status, Some(0));
    let before = read_tree(&city.path().join("dist"));
    for folder in
        ["", "agencies/czj/", "agencies/xinpu/", "agencies/xinpu/agencies/jtj/", "agencies/xinpu/agencies/lhz/"]
    {
        draft(&city, folder);
    }
    for record in ["agencies/jyj/2024", "agencies/jyj/2023", "agencies/wgj/2023"] {
        city.replace(&format!("content/{record}/report.yaml"), "状态: 已公开", "状态: 起草");
    }
    let built = build(&city, &[]);
    assert_eq!(built.status, Some(1));
    assert!(built.stderr.contains("没有可以公开的报告（起草中 8 份）"), "{}", built.stderr);
    assert_eq!(built.stdout, "", "nothing was found in nothing");
    assert_eq!(read_tree(&city.path().join("dist")), before);
}

#[test]
fn reports_that_were_public_and_are_gone_are_named() {
    let city = city();
    let first = build(&city, &[]);
    assert!(!first.stdout.contains("上一次公开"), "{}", first.stdout);
    std::fs::remove_dir_all(city.path().join("content/agencies/czj")).unwrap();
    draft(&city, "");
    let built = build(&city, &[]);
    let gone = "\n上一次公开、这一次没有的 2 份：czj 2024 年、海州市人民政府 2024 年。\n";
    assert!(built.status == Some(0) && built.stdout.contains(gone), "{}", built.stdout);
    let again = build(&city, &[]);
    assert!(!again.stdout.contains("上一次公开"), "told once: {}", again.stdout);
}

#[test]
fn what_is_wrong_is_left_out_by_name_when_asked_for() {
    let city = city();
    draft(&city, "");
    city.write("content/agencies/czj/2024/narrative.md", "# 总体情况\n\n做了工作。\n");
    let refused = build(&city, &[]);
    assert_eq!((refused.status, city.path().join("dist").exists()), (Some(1), false), "{}", refused.stdout);
    let built = build(&city, &["--keep-going"]);
    assert_eq!(built.status, Some(1), "what is left out is told by the status, too");
    let told = "有问题的 1 份，未收入：\n  海州市财政局（czj）2024 年：";
    assert!(built.stdout.contains(told), "{}", built.stdout);
    assert_eq!(pages(&city, "dist"), ["jyj", "xinpu", "xinpu/jtj", "xinpu/lhz"]);
}

#[test]
fn the_last_build_of_the_year_demands_all_that_is_owed() {
    let city = city();
    assert_eq!(build(&city, &["--complete"]).status, Some(0));
    draft(&city, "");
    draft(&city, "agencies/czj/");
    let refused = build(&city, &["--complete"]);
    assert_eq!(refused.status, Some(1));
    assert!(refused.stdout.contains("错误[M002]: 海州市财政局 2024 年的报告还在起草"), "{}", refused.stdout);
    // Nobody counts on the city's own, and a folder of the list is lost.
    let city = self::city();
    std::fs::remove_dir_all(city.path().join("content/2024")).unwrap();
    city.write("content/agency.yaml", city.read("content/agency.yaml") + "\n下级名单: [jyj, tjj]\n");
    let text = city.read("content/agency.yaml");
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("下级名单") || line.contains("tjj")).collect();
    city.write("content/agency.yaml", lines.join("\n") + "\n");
    let refused = build(&city, &["--complete"]);
    assert_eq!(refused.status, Some(1));
    for part in ["错误[M002]: 海州市人民政府没有 2024 年的报告", "错误[M002]: 下级名单里的“tjj”没有文件夹"]
    {
        assert!(refused.stdout.contains(part), "{part}\n{}", refused.stdout);
    }
}

#[test]
fn a_proof_holds_all_says_so_on_each_page_and_replaces_no_publication() {
    let city = city();
    draft(&city, "");
    draft(&city, "agencies/czj/");
    city.write("content/agencies/czj/2024/narrative.md", "# 总体情况\n\n还没有写完。\n");
    let built = build(&city, &["--drafts"]);
    assert_eq!(built.status, Some(0), "{}", built.stdout);
    assert!(built.stdout.contains("生成了草稿 8 份报告"), "{}", built.stdout);
    let tree = read_tree(&city.path().join("drafts/site"));
    let html = tree.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, bytes) in html {
        let page = String::from_utf8_lossy(bytes);
        assert!(page.contains("草稿，供内部核对，未公开") && page.contains("noindex"), "{path}");
    }
    assert_eq!(build(&city, &[]).status, Some(0));
    for (out, more) in [("dist", &["--drafts", "--out", "dist"][..]), ("drafts", &["--out", "drafts"])] {
        let before = read_tree(&city.path().join(out));
        assert_eq!(build(&city, more).status, Some(2));
        assert_eq!(read_tree(&city.path().join(out)), before);
    }
}

#[test]
fn a_proof_holds_what_is_not_finished_and_names_what_cannot_be_read() {
    let city = city();
    for folder in ["", "agencies/czj/", "agencies/xinpu/agencies/lhz/"] {
        draft(&city, folder);
    }
    let file = "content/agencies/czj/2024/report.yaml";
    let text = city.read(file);
    city.write(
        file,
        text.lines().filter(|line| !line.starts_with("复议")).collect::<Vec<_>>().join("\n") + "\n复议: 待核对\n",
    );
    city.write("content/agencies/xinpu/agencies/lhz/2024/report.yaml", "年度: [\n");
    let built = build(&city, &["--drafts"]);
    assert_eq!(built.status, Some(1), "{}", built.transcript());
    assert!(built.stdout.contains("生成了草稿 7 份报告"), "{}", built.stdout);
    assert!(built.stdout.contains("还没有填完，或者有读不出的内容，照读出的印"), "{}", built.stdout);
    assert!(
        built.stdout.contains("印不出来的 1 份，未收入：\n  新浦区柳河镇人民政府（xinpu/lhz）2024 年："),
        "{}",
        built.stdout
    );
    for page in ["czj", "government"] {
        let page = city.read(&format!("drafts/site/{page}/2024/index.html"));
        assert!(page.contains("待核对") && page.contains("草稿"), "{page}");
    }
    // Where nothing at all can be printed, nobody is told to do what was just done.
    let refused = build(&city, &["--drafts", "--only", "xinpu/lhz"]);
    assert_eq!(refused.status, Some(1));
    assert!(
        refused.stderr.contains("1 份报告都印不出来") && !refused.stderr.contains("--drafts"),
        "{}",
        refused.stderr
    );
}

#[test]
fn each_page_of_a_proof_on_paper_says_so() {
    let city = city();
    draft(&city, "");
    let built = nianbao(city.path(), ["build", "--drafts", "--only", "xinpu"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    for file in ["site/xinpu/2024/report.pdf", "bundle/2024/目录.pdf"] {
        let file = city.path().join("drafts").join(file);
        let pages = lopdf::Document::load(&file).unwrap().get_pages().len();
        // Above the text, and large behind it.
        assert_eq!(pdf_text(&file).matches("草稿").count(), 2 * pages, "{}", file.display());
    }
}
