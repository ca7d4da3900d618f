//! What changed between two states of a workspace: from git and from folders, in words, as a page, for programs.

mod hostile;
mod repository;

use std::fs;

use nianbao_tests::{Finished, Workspace, nianbao};
use snapbox::{assert_data_eq, file};

use super::browser::Browser;
use super::validators::{assert_accessible, assert_alone, assert_plain, assert_valid};
use repository::Repository;

const REPORT: &str =
    "年度: 2024\n发布日期: 2025-01-20\n状态: 起草\n申请:\n  本年新收: {自然人: 3}\n  予以公开: {自然人: 3}\n";
const NARRATIVE: &str = "# 总体情况\n\n## 主动公开\n\n全年主动公开政府信息九十八条，举办新闻发布会一次。\n\n全年办理申请{{ 申请.本年新收.自然人 }}件。\n\n## 监督保障\n\n全年举办业务培训两次，参加人员共计一百二十人次。\n\n# 存在的主要问题及改进情况\n\n解读形式单一，将增加图解。\n\n# 其他需要报告的事项\n\n未收取信息处理费。\n";

/// A city as it was handed in.
fn write_before(workspace: &Workspace) {
    workspace.write("content/site.yaml", "网站名称: 海州市政府信息公开工作年度报告\n主办单位: 海州市人民政府办公室\n");
    workspace.write("content/agency.yaml", "名称: 海州市人民政府\n");
    workspace
        .write("content/agencies/czj/agency.yaml", "名称: 海州市财政局\n简称: 市财政局\n联系方式: {电话: 0000-1}\n");
    workspace.write("content/agencies/czj/2024/report.yaml", REPORT);
    workspace.write("content/agencies/czj/2024/narrative.md", NARRATIVE);
    workspace.write("content/agencies/jyj/agency.yaml", "名称: 海州市教育局\n");
    workspace.write("content/agencies/jyj/2024/report.yaml", REPORT);
    workspace.write("content/agencies/jyj/2024/narrative.md", NARRATIVE);
}

/// What people did to it.
fn edit(workspace: &Workspace) {
    let folder = "content/agencies/czj";
    workspace.replace("content/site.yaml", "主办单位: 海州市人民政府办公室\n", "联系电话: 0000-00000000\n");
    workspace.replace(&format!("{folder}/agency.yaml"), "0000-1", "0000-2");
    workspace.write(
        &format!("{folder}/2024/report.yaml"),
        "年度: 2024\n发布日期: 2025-01-20\n状态: 可公开\n索引号: A-1\n申请:\n  本年新收: {自然人: {数: 5, 注: 含网上 2 件}}\n  予以公开: {自然人: 3}\n",
    );
    let narrative = format!("{folder}/2024/narrative.md");
    workspace.replace(&narrative, "九十八条，举办新闻发布会一次", "九十九条，举办新闻发布会两次");
    let training = "全年举办业务培训两次，参加人员共计一百二十人次。\n\n";
    workspace.replace(&narrative, training, "");
    workspace.replace(&narrative, "## 监督保障\n\n", "");
    workspace.replace(&narrative, "# 其他", &format!("{training}下一步，将加强业务培训。\n\n# 其他"));
    workspace.replace(&narrative, "\n\n未收取信息处理费。", "");
    workspace.replace("content/agencies/jyj/2024/report.yaml", "状态: 起草\n", "");
    fs::rename(workspace.path().join("content/agencies/jyj"), workspace.path().join("content/agencies/jiaoyu"))
        .unwrap();
}

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    let args = std::iter::once("diff").chain(args.iter().copied());
    let mut command = nianbao(workspace.path(), args);
    repository::calm(&mut command).env("SOURCE_DATE_EPOCH", "1736500000").output().unwrap().into()
}

fn edited() -> Repository {
    let repository = Repository::new(write_before);
    edit(&repository.workspace);
    repository
}

#[test]
fn the_terminal_tells_what_changed_since_the_last_commit() {
    let repository = edited();
    let told = run(&repository.workspace, &[]).transcript();
    assert_data_eq!(repository.without_ids(&told), file!["snapshots/diff-since-commit.txt"].raw());
}

#[test]
fn programs_are_told_the_same() {
    let repository = edited();
    let told = run(&repository.workspace, &["--format", "json", "--only", "czj"]);
    let json: serde_json::Value = serde_json::from_str(&told.stdout).expect("JSON");
    let text = serde_json::to_string_pretty(&json).unwrap() + "\n";
    assert_data_eq!(repository.without_ids(&text), file!["snapshots/diff-json.txt"].raw());
}

#[test]
fn revisions_and_agencies_are_told_apart() {
    let repository = edited();
    let workspace = &repository.workspace;
    repository.git(&["tag", "送审稿"]);
    repository.commit("改好了");
    assert_eq!(run(workspace, &[]).stdout.lines().nth(2), Some("没有改动。"));
    let since = run(workspace, &["送审稿"]).stdout;
    assert!(since.contains("版本 送审稿（") && since.contains("海州市财政局 2024 年的报告"), "{since}");
    let rest = |text: &str| text.lines().skip(2).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rest(&run(workspace, &["HEAD~1", "HEAD"]).stdout), rest(&since));
    assert_eq!(
        rest(&run(workspace, &["送审稿", "czj"]).stdout),
        rest(&run(workspace, &["送审稿", "--only", "市财政局"]).stdout)
    );
    // The other way round all of it comes back.
    let back = run(workspace, &["HEAD", "送审稿", "czj"]).stdout;
    assert!(back.contains("状态 由 可公开 改为 起草") && !back.contains("教育局"), "{back}");
}

#[test]
fn folders_need_no_git() {
    let repository = edited();
    let before = Workspace::empty();
    write_before(&before);
    let from = before.path().to_str().unwrap();
    let mut command = nianbao(repository.workspace.path(), ["diff", "--from", from]);
    command.env("PATH", "").env("SOURCE_DATE_EPOCH", "1736500000");
    let told: Finished = command.output().unwrap().into();
    let rest = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rest(&told.stdout), rest(&run(&repository.workspace, &[]).stdout), "{}", told.transcript());
    let other = repository.workspace.path().to_str().unwrap();
    let two = run(&before, &["--from", from, "--to", other, "czj"]);
    assert!(two.stdout.contains("状态 由 起草 改为 可公开"), "{}", two.transcript());
    let none = run(&before, &["--from", from, "--to", from, "--exit-code"]);
    assert_eq!((none.status, none.stdout.lines().nth(2)), (Some(0), Some("没有改动。")));
}

#[test]
fn the_exit_status_says_what_was_asked() {
    let repository = edited();
    assert_eq!(run(&repository.workspace, &[]).status, Some(0));
    assert_eq!(run(&repository.workspace, &["--exit-code"]).status, Some(1));
}

#[test]
fn a_workspace_need_not_be_the_whole_repository() {
    let repository = Repository::new(|workspace| {
        write_before(workspace);
        fs::create_dir(workspace.path().join("年报")).unwrap();
        fs::rename(workspace.path().join("content"), workspace.path().join("年报/content")).unwrap();
        workspace.write("content/site.yaml", "网站名称: 另一个\n");
    });
    let workspace = &repository.workspace;
    workspace.replace("年报/content/site.yaml", "办公室", "");
    let told = run(workspace, &["-C", "年报"]);
    assert!(told.stdout.contains("主办单位 由 海州市人民政府办公室 改为 海州市人民政府"), "{}", told.transcript());
}

#[test]
fn what_cannot_be_compared_is_told() {
    let plain = Workspace::empty();
    write_before(&plain);
    let repository = edited();
    repository.workspace.write("旧/说明.txt", "");
    let fresh = Repository::empty(write_before);
    let mistakes: [(&Workspace, &[&str]); 11] = [
        (&plain, &[]),
        (&fresh.workspace, &[]),
        (&fresh.workspace, &["送审稿"]),
        (&repository.workspace, &["没有这个"]),
        (&repository.workspace, &["没有这个", "HEAD"]),
        (&repository.workspace, &["HEAD", "HEAD", "HEAD"]),
        (&repository.workspace, &["--only", "卫健局"]),
        (&repository.workspace, &["--from", "没有"]),
        (&repository.workspace, &["--from", "旧"]),
        (&repository.workspace, &["--to", "旧"]),
        (&repository.workspace, &["--from", ".", "甲", "乙"]),
    ];
    let told: String = mistakes
        .iter()
        .map(|(workspace, args)| {
            let told = run(workspace, args).transcript();
            let real = fs::canonicalize(workspace.path()).unwrap();
            let told = told.replace(real.to_str().unwrap(), "[工作区]");
            format!(
                "$ nianbao diff {}\n{}\n",
                args.join(" "),
                told.replace(workspace.path().to_str().unwrap(), "[工作区]")
            )
        })
        .collect();
    assert_data_eq!(told, file!["snapshots/diff-mistakes.txt"].raw());
}

#[test]
fn the_page_is_valid_accessible_and_needs_nothing_else() {
    let repository = edited();
    let workspace = &repository.workspace;
    let browser = Browser::start();
    for (file, args) in [("all.html", &[][..]), ("none.html", &["HEAD", "HEAD"])] {
        let path = workspace.path().join(file);
        let written = run(workspace, &[args, &["--format", "html", "--out", path.to_str().unwrap()]].concat());
        assert_eq!(written.status, Some(0), "{}", written.transcript());
        assert_valid(&path);
        assert_accessible(&browser, &path);
        assert_plain(&browser, &path);
        assert_alone(&path);
    }
    let refused = run(workspace, &["--format", "html", "--out", "content/site.yaml"]);
    assert_eq!(refused.status, Some(2), "{}", refused.transcript());
}
