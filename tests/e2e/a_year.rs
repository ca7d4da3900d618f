//! A year of a city of 30 agencies, from nothing to the final publication, as the manual tells it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use nianbao_tests::{Finished, Workspace, nianbao, read_tree};

const CITY: &str = "云澜市人民政府";

/// The city with last year's reports, and those of this year, which agencies have not handed in yet.
struct City {
    workspace: Workspace,
    /// What is in each folder of 2024, by the folder.
    at_home: BTreeMap<String, Vec<(String, Vec<u8>)>>,
}

/// Noons, in seconds since 1970.
const JANUARY_15: &str = "1736942400";
const FEBRUARY_10: &str = "1739188800";

impl City {
    fn new() -> Self {
        let workspace = Workspace::empty();
        let made = nianbao(workspace.path(), ["demo", "city", "--agencies", "30", "--years", "2", "--seed", "7"]);
        assert!({ made }.output().unwrap().status.success());
        let (mut at_home, city) = (BTreeMap::<String, Vec<_>>::new(), workspace.path().join("city"));
        for (path, bytes) in read_tree(&city.join("content")) {
            let Some((folder, name)) = path.rsplit_once('/').filter(|(folder, _)| folder.ends_with("2024")) else {
                continue;
            };
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let lines = text.split_inclusive('\n').filter(|line| !line.starts_with("发布日期"));
            let text: String = lines.map(|line| line.replace("状态: 可公开", "状态: 起草")).collect();
            let bytes = if name == "report.yaml" { text.into_bytes() } else { bytes };
            at_home.entry(format!("content/{folder}")).or_default().push((name.to_owned(), bytes));
        }
        for folder in at_home.keys() {
            fs::remove_dir_all(city.join(folder)).unwrap();
        }
        Self { workspace, at_home }
    }

    /// An agency puts its report into its folder.
    fn hand_in(&mut self, folder: &str) {
        for (name, bytes) in self.at_home.remove(folder).expect("a report at home") {
            self.workspace.write(&format!("city/{folder}/{name}"), bytes);
        }
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        self.workspace.replace(&format!("city/content/{file}"), from, to);
    }

    fn release(&self, agency: &str) {
        self.edit(&format!("{agency}2024/report.yaml"), "状态: 起草", "状态: 可公开");
    }

    fn run(&self, day: &str, arguments: &[&str]) -> Finished {
        let mut command = nianbao(&self.workspace.path().join("city"), arguments);
        command.env("SOURCE_DATE_EPOCH", day).output().unwrap().into()
    }

    /// Runs a command that must end well and say these words.
    fn good(&self, day: &str, arguments: &[&str], words: &str) {
        self.ends(day, arguments, 0, words);
    }

    fn ends(&self, day: &str, arguments: &[&str], status: i32, words: &str) {
        let told = self.run(day, arguments);
        let told_words = told.stdout.contains(words) || told.stderr.contains(words);
        assert!(
            told.status == Some(status) && told_words,
            "{arguments:?} does not say {words}:\n{}",
            told.transcript()
        );
    }

    fn page(&self, path: &str) -> String {
        fs::read_to_string(self.workspace.path().join("city/dist/site").join(path)).unwrap_or_default()
    }

    fn site(&self) -> std::path::PathBuf {
        self.workspace.path().join("city/dist/site")
    }
}

fn reports(site: &Path, year: &str) -> usize {
    read_tree(site).keys().filter(|path| path.ends_with(&format!("/{year}/index.html"))).count()
}

#[test]
fn a_year_goes_from_nothing_to_the_final_publication() {
    let mut city = City::new();
    let build = ["build", "--no-pdf"];
    let complete = ["build", "--no-pdf", "--complete"];

    // Nothing there: last year's records are published all the same.
    city.good(JANUARY_15, &["status", "--year", "2024", "--today", "2025-01-15"], "缺 30");
    city.good(JANUARY_15, &build, "生成了 30 份报告");

    // The first reports come in, one of them unfinished, and are published one by one.
    for agency in ["jyj", "czj", "gaj"] {
        city.hand_in(&format!("content/agencies/{agency}/2024"));
    }
    city.edit("agencies/gaj/2024/narrative.md", "# 一、总体情况", "# 一、情况");
    city.good(JANUARY_15, &build, "起草中 3 份，未收入。");
    city.release("agencies/jyj/");
    city.good(JANUARY_15, &["publish", "--ready"], "公布了 1 份");
    city.good(JANUARY_15, &["publish", "czj", "--date", "2025-01-14"], "起草 → 已公开，发布日期 2025-01-14");
    city.ends(JANUARY_15, &["publish", "gaj"], 1, "没有公布《云澜市公安局");
    city.good(JANUARY_15, &build, "生成了 32 份报告");
    city.good(JANUARY_15, &build, "还缺 27 份；nianbao status 列出是哪几个机关。");

    // The city's own report cannot go out before what it adds up.
    city.hand_in("content/2024");
    city.ends(JANUARY_15, &["publish", CITY], 1, "汇总还缺 27 个机关的数");

    // All but one hand in; after the deadline the one is told of, and holds up nobody.
    city.edit("agencies/gaj/2024/narrative.md", "# 一、情况", "# 一、总体情况");
    let rest: Vec<String> = city.at_home.keys().filter(|folder| !folder.contains("mzzjj")).cloned().collect();
    for folder in rest {
        city.hand_in(&folder);
        let agency = folder.strip_prefix("content/").and_then(|folder| folder.strip_suffix("2024")).unwrap();
        city.release(agency);
    }
    city.release("agencies/gaj/");
    city.edit("agencies/luting/2024/report.yaml", "状态: 可公开", "状态: 起草");
    city.good(FEBRUARY_10, &["check", "--format", "short"], "警告[M002]: 云澜市民族宗教事务局没有 2024 年的报告");
    city.good(FEBRUARY_10, &["publish", "--ready", "--date", "2025-01-31"], "公布了 25 份");
    city.ends(FEBRUARY_10, &complete, 1, "错误[M002]: 云澜市民族宗教事务局没有 2024 年的报告");

    // The late one comes, a published one is corrected, another renamed.
    city.hand_in("content/agencies/mzzjj/2024");
    city.good(FEBRUARY_10, &["publish", "mzzjj"], "起草 → 已公开，发布日期 2025-02-10");
    city.good(FEBRUARY_10, &build, "起草中 2 份，未收入。");
    let before = city.page("kjj/2024/index.html");
    let correction = "状态: 已公开\n更正: [{日期: 2025-02-10, 内容: 会议次数由5次更正为3次。}]";
    city.edit("agencies/jyj/2024/report.yaml", "状态: 已公开", correction);
    city.edit("agencies/kjj/agency.yaml", "名称: 云澜市科学技术局", "名称: 云澜市科学技术创新局");
    city.good(FEBRUARY_10, &["check", "--format", "short"], "提示[M009]: 2024 年的报告公布时叫“云澜市科学技术局”");
    let renamed = "名称: 云澜市科学技术创新局\n曾用名: [{名称: 云澜市科学技术局, 至: 2024}]";
    city.edit("agencies/kjj/agency.yaml", "名称: 云澜市科学技术创新局", renamed);

    // The district's and the city's own, then all.
    city.good(FEBRUARY_10, &["publish", "luting", CITY, "--date", "2025-02-08"], "公布了 2 份");
    city.good(FEBRUARY_10, &complete, "生成了 60 份报告");
    assert_eq!((reports(&city.site(), "2024"), reports(&city.site(), "2023")), (30, 30));
    assert!(city.page("jyj/2024/index.html").contains("会议次数由5次更正为3次。"));
    assert!(!before.is_empty() && city.page("kjj/2024/index.html") == before, "a renamed agency's report is altered");
    city.good(FEBRUARY_10, &["status", "--today", "2025-02-10"], "已公开 30");
}
