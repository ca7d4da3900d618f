//! Every agency that owes a report has one, and every sum has all that it counts.

use crate::completeness::{Lack, Owed, lacking, without_folder};
use crate::rules::rule::{City, CityRule};
use crate::{Agency, Code, Diagnostic, Kind, Report, Severity};

/// More agencies are not named one by one.
const NAMED: usize = 8;

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "M002",
        kind: Kind::City,
        severity: Severity::Error,
        title: "应有的报告没有交齐",
        docs: "\
## 检查什么

工作区里有某一年的报告时，应当编报的机关这一年都有报告。下面几种，应当有：

- 上级的报告写了 `汇总`，要把它的数加进去；
- `agency.yaml` 写了 `自`，从那一年起；
- 它有更早的报告，那么以后每一年；
- 最近的一年，没有下级的机关都应当有。

写了 `至` 的，到那一年为止；写了 `不编报: true` 的，不应当有。县级以上人民政府自己的报告期限晚两个月：最近一年的还没有，只要没有上级要汇总它，不算缺。

汇总的报告还要查：要加进来的下级报告都在，都读得出，缺哪几个，一次列出。`下级名单` 写了的下级，都有文件夹。

汇总的数靠下级的报告，所以汇总的报告缺了下级，即使是 `状态: 已公开`，也不能公开。

## 依据

《中华人民共和国政府信息公开条例》第四十九条：各级行政机关都要按时公布年度报告。

## 例

市甲局有 2023 年的报告，没有 2024 年的，而别的机关有：`海州市甲局没有 2024 年的报告`。

## 怎样改

- 催这个机关交报告，放进它的文件夹。
- 机关撤并了，在它的 `agency.yaml` 里写 `至: 2023`（最后一份报告的年度）和 `并入: 接着做的机关`；新设立的写 `自: 2025`。往年的报告和网址都留着。
- 不编报的，写 `不编报: true`。
- 只想检查或生成一部分，用 `--only` 或 `--year`。
",
    },
    check,
};

fn check(city: &City) -> Vec<Diagnostic> {
    let owed = Owed::of(city.municipality, city.unread);
    let missing = city.municipality.agencies().flat_map(|agency| missing(city, &owed, agency));
    let incomplete = city.municipality.reports().filter_map(|(agency, report)| incomplete(city, agency, report));
    let gone = city.municipality.agencies().flat_map(gone);
    missing.chain(incomplete).chain(gone).collect()
}

/// The years that an agency owes a report for and has none.
fn missing<'a>(city: &'a City, owed: &'a Owed, agency: &'a Agency) -> impl Iterator<Item = Diagnostic> + 'a {
    let there = |year: i16| agency.reports.contains_key(&year) || city.unread.names(agency, year);
    owed.years().filter(move |year| owed.demands(agency, *year) && !owed.may_wait(agency, *year) && !there(*year)).map(
        |year| {
            let finding = Diagnostic::new(&RULE.code, format!("{}没有 {year} 年的报告", agency.name.value));
            let help = format!(
                "把报告放进它的文件夹 {year}；撤并了的，在 agency.yaml 里写“至: {}”；不编报的，写“不编报: true”。",
                year - 1
            );
            let finding = finding.at(agency.name.span, "这个机关").help(help);
            finding.about(&agency.id, year)
        },
    )
}

/// What a sum lacks, all at once.
fn incomplete(city: &City, agency: &Agency, report: &Report) -> Option<Diagnostic> {
    let aggregation = report.aggregation.as_ref().filter(|_| report.is_derived())?;
    let lacks = lacking(agency, report, city.unread);
    if lacks.is_empty() {
        return None;
    }
    let finding = Diagnostic::new(&RULE.code, format!("汇总还缺 {} 个机关的数：{}", lacks.len(), named(&lacks)));
    let finding = finding.at(aggregation.span, "").help("补齐、改好这些报告，汇总的数会自动算出。");
    Some(finding.about(&agency.id, report.year))
}

fn named(lacks: &[Lack]) -> String {
    let name = |lack: &Lack| {
        let why = if lack.unread { "有读不出的内容" } else { "没有报告" };
        format!("{}（{why}）", lack.agency.name.value)
    };
    let names: Vec<String> = lacks.iter().take(NAMED).map(name).collect();
    names.join("、") + if lacks.len() > NAMED { "等" } else { "" }
}

/// The subordinates of a list that have no folder.
fn gone(agency: &Agency) -> impl Iterator<Item = Diagnostic> + '_ {
    without_folder(agency).map(|name| {
        let message = format!("下级名单里的“{}”没有文件夹", name.value);
        let finding = Diagnostic::new(&RULE.code, message).at(name.span, "");
        let finding = finding.help("把它的文件夹放回 agencies；名称写错了的，照文件夹名、全称或简称改正。");
        finding.about(&agency.id, None)
    })
}
