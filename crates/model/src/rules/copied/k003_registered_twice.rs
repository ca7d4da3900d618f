//! A number or an address that is another report's.

use std::collections::BTreeMap;

use super::precedence::{Precedence, graded, precedence};
use crate::rules::rule::{City, CityRule};
use crate::width::half_width;
use crate::{Agency, Code, Diagnostic, Kind, Report, Severity, Spanned};

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "K003",
        kind: Kind::Copied,
        severity: Severity::Error,
        title: "索引号、文号或来源是别的报告的",
        docs: "\
## 检查什么

`索引号`、`文号` 和 `来源` 各份报告不同，不论是哪一年、哪个机关的。空格、全角半角和括号的写法不计，`http` 和 `https` 不计；没有数字的（如“无”）不是编号，不检查。

两份相同的，报在后来的一份：已公开的在先，然后按年度和次序。已公开、可公开的是错误，**已公开的也妨碍发布**：带着别的报告的编号的，不是公布过的报告，多半是复制以后没有改。还在起草的是警告，不妨碍别的报告。

几个机关的报告公布在同一个网页上的，`来源` 在网址后面加上 `#` 和各自的名称，如 `https://…/nb.html#jyj`；或者不写 `来源`。

## 依据

索引号、文号和网址各指一份文件（《党政机关公文处理工作条例》第九条：发文字号由发文机关代字、年份、发文顺序号组成）。

## 例

把 2023 年的文件夹复制为 2024 年，`索引号: 000000001/2024-00012` 没有改：`索引号 000000001/2024-00012 是市教育局 2023 年报告的`。

## 怎样改

- 改成这份报告自己的；还没有的，删去这一行。
- 写反了的（另一份才是错的），改另一份。
",
    },
    check,
};

fn check(city: &City) -> Vec<Diagnostic> {
    let mut registered: Vec<Registered> =
        city.municipality.reports().zip(0..).flat_map(|(report, place)| registered(report, place)).collect();
    registered.sort_by_key(|item| item.precedence);
    let mut first: BTreeMap<(&str, String), &Registered> = BTreeMap::new();
    let mut findings = Vec::new();
    for item in &registered {
        match first.get(&(item.label, item.compared.clone())) {
            Some(origin) => findings.push(finding(item, origin)),
            None => _ = first.insert((item.label, item.compared.clone()), item),
        }
    }
    findings
}

/// What a report says that no other may say.
struct Registered<'a> {
    label: &'static str,
    written: &'a Spanned<String>,
    /// What two that are the same have alike.
    compared: String,
    agency: &'a Agency,
    report: &'a Report,
    precedence: Precedence,
}

fn registered<'a>((agency, report): (&'a Agency, &'a Report), place: usize) -> impl Iterator<Item = Registered<'a>> {
    let numbers = [("索引号", &report.filing.index), ("文号", &report.filing.document)];
    let numbers = numbers.into_iter().filter_map(|(label, number)| Some((label, number.as_ref()?)));
    let numbers = numbers.map(|(label, number)| (label, number, same_number(&number.value)));
    let numbers = numbers.filter(|(_, _, number)| number.chars().any(|character| character.is_ascii_digit()));
    let source = report.source.iter().map(|source| ("来源", source, same_address(&source.value)));
    let precedence = precedence(report, place);
    numbers.chain(source).map(move |(label, written, compared)| Registered {
        label,
        written,
        compared,
        agency,
        report,
        precedence,
    })
}

/// A number as far as people tell it from others: in half width, without space and the shape of its brackets.
fn same_number(number: &str) -> String {
    let narrow = |character: char| match character {
        '（' | '〔' | '［' | '【' | '[' => '(',
        '）' | '〕' | '］' | '】' | ']' => ')',
        _ => half_width(character),
    };
    number.chars().filter(|character| !character.is_whitespace()).map(narrow).flat_map(char::to_lowercase).collect()
}

/// An address without what leads to the same page either way.
fn same_address(address: &str) -> String {
    let address = address.trim();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    address.trim_end_matches('/').to_owned()
}

fn finding(item: &Registered, origin: &Registered) -> Diagnostic {
    let whose = format!("{} {} 年报告", origin.agency.name_on(origin.report).value, origin.report.year);
    let message = format!("{} {} 是{whose}的", item.label, item.written.value);
    let help = match item.label {
        "来源" => "改成这份报告自己的网址，没有就删去这一行；几份报告在同一个网页上的，网址后面加 # 和各自的名称。",
        _ => "改成这份报告自己的，还没有就删去这一行；另一份写错了的，改另一份。",
    };
    let finding = Diagnostic::new(&RULE.code, message).at(item.written.span, "").see(origin.written.span, whose);
    let finding = graded(finding, item.report).denying_record().help(help);
    finding.about(&item.agency.id, item.report.year)
}
