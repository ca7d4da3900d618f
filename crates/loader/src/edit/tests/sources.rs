//! Files as people and programs write them, and as they look after people worked on them.

use std::fs;
use std::path::Path;

use nianbao_demo::Order;

/// A report.yaml in which everything is written in another way.
const MANGLED: &str = "# 头\n---\n\"年度\": '2024'   # 年\nstatus:   已公开\n\n落款: 盖章\n更正:\n- 日期: 2025-02-10\n  内容: >-\n    \
    甲\n    乙\n-   {日期: 2025-03-01, 内容: \"丙, 丁\"} # 二\n主动公开: {规章: {制发: {数: 1, 注: 甲}, 废止: }, 行政许可, \
    \"行政处罚\":3,}\n申请:\n    本年新收:\n        自然人: １\n\n        # 企业\n        商业企业: 2 # 两\n    上年结转: {}\n    \
    其他处理:\n        逾期不补正: {自然人: 1,\n            其他: 2, # 二\n            }\n    结转下年度: 无\n复议:\n诉讼: ~\n表注:\n  \
    复议诉讼: |\n    注一\n    注二\n说明: []\n关键词: 甲、乙";

/// Chinese keys and their English aliases.
const ALIASES: [(&str, &str); 8] = [
    ("年度:", "year:"),
    ("状态:", "status:"),
    ("标题:", "title:"),
    ("申请:", "applications:"),
    ("本年新收:", "received:"),
    ("自然人:", "natural_person:"),
    ("复议:", "reconsideration:"),
    ("结果维持:", "upheld:"),
];

/// Ways of writing that change nothing of what is said.
const MANGLES: [fn(&str) -> String; 9] = [
    |text| text.replace('\n', "\r\n"),
    |text| text.trim_end().to_owned(),
    |text| ALIASES.iter().fold(text.to_owned(), |text, (key, name)| text.replace(key, name)),
    |text| text.replace("自然人:", "\"自然人\":").replace("结果纠正:", "'结果纠正':"),
    |text| lines(text, |line| if line.contains(": ") { format!("{line} # 注") } else { line.to_owned() }),
    |text| lines(text, |line| format!("{line}\n")),
    |text| lines(text, |line| format!("{}{line}", &line[..line.len() - line.trim_start_matches(' ').len()])),
    |text| text.replace(", 商业企业: 0", ",\n             商业企业: ０").replace(": 1,", ": １ ,"),
    |text| text.replace(": 0}", ": 0,}").replace("{自然人: 0", "{ 自然人: 0"),
];

fn lines(text: &str, change: impl Fn(&str) -> String) -> String {
    let lines = text.lines().map(|line| if line.trim().is_empty() { line.to_owned() } else { change(line) });
    lines.map(|line| line + "\n").collect()
}

/// All report.yaml files to begin with.
pub(super) fn reports() -> Vec<String> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let example = fs::read_to_string(repository.join("content/agencies/tcj/2024/report.yaml")).expect("is there");
    let order = Order { agencies: 6, years: 1, last_year: 2024, seed: 11, faults: 0 };
    let demo = nianbao_demo::municipality(&order).expect("can be made").files;
    let demo = demo.into_iter().filter(|(path, _)| path.ends_with("report.yaml")).map(|(_, text)| text);
    demo.chain([example, MANGLED.to_owned(), "年度: 2024".to_owned(), String::new()]).collect()
}

/// `text` with those ways of writing whose bits are set.
pub(super) fn mangled(text: &str, bits: u16) -> String {
    let chosen = MANGLES.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0);
    // Line ends come last, since the others know one kind of them.
    chosen.rev().fold(text.to_owned(), |text, (_, mangle)| mangle(&text))
}
