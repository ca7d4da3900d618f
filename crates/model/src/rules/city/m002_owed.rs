//! Every agency that owes a report has one, and every sum has all that it counts.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::completeness::{Lack, Owed, Unread, Want, counted_drafts, lacking, without_folder};
use crate::deadline::deadline;
use crate::rules::rule::{City, CityRule};
use crate::{Agency, AgencyId, Code, Diagnostic, Kind, Municipality, Report, Severity, Spanned, Status};

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

写了 `至` 的，到那一年为止；写了 `不编报: true` 的，不应当有。

缺的报告，公开期限（1 月 31 日；县级以上人民政府 3 月 31 日）以前是提示，过了期限是警告，不妨碍别的报告公开。用 `build --complete` 时，应有的报告都要在，缺一份就是错误。

汇总的报告还要查：要加进来的下级报告都在，都填写完了，都读得出，都不在起草，缺哪几个，一次列出。`下级名单` 写了的下级，都有文件夹。汇总的报告要公开（`状态` 是 `可公开` 或 `已公开`）而缺了下级，是错误；还在起草的，期限以前是提示，过了期限是警告。

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
    let gone = city.municipality.agencies().flat_map(|agency| gone(city, agency));
    missing.chain(incomplete).chain(gone).collect()
}

/// What keeps a publication from being complete, each an error: reports that are owed and are missing or being written, in the
/// newest year those of superiors, too, and subordinates of a list that have no folder.
pub(in crate::rules) fn absent(municipality: &Municipality, unread: &Unread) -> Vec<Diagnostic> {
    let owed = Owed::of(municipality, unread);
    let absent = |agency: &Agency, year: i16| match agency.reports.get(&year) {
        Some(report) if report.status == Status::Draft => {
            let message = format!("{} {year} 年的报告还在起草", agency.name.value);
            let help = "写好以后，把 report.yaml 里的状态改成“可公开”。";
            Some(Diagnostic::new(&RULE.code, message).at(agency.name.span, "这个机关").help(help))
        }
        Some(_) => None,
        None if unread.names(agency, year) => {
            let message = format!("{} {year} 年的报告{}", agency.name.value, unread.want(agency, year, None).title());
            Some(Diagnostic::new(&RULE.code, message).at(agency.name.span, "这个机关"))
        }
        None => Some(not_there(agency, year)),
    };
    let of_agency = |agency| {
        let newest = owed.years().next_back();
        let demanded = |year: &i16| owed.demands(agency, *year) || newest == Some(*year) && agency.duty.covers(*year);
        let years = owed.years().filter(demanded);
        let found: Vec<_> = years.filter_map(|year| Some(absent(agency, year)?.about(&agency.id, year))).collect();
        found
    };
    let gone = municipality
        .agencies()
        .flat_map(|agency| without_folder(agency).map(|name| not_in_its_folder(agency, name).graded(Severity::Error)));
    municipality.agencies().flat_map(of_agency).chain(gone).collect()
}

/// The years that an agency owes a report for and has none.
fn missing<'a>(city: &'a City, owed: &'a Owed, agency: &'a Agency) -> impl Iterator<Item = Diagnostic> + 'a {
    let there = |year: i16| agency.reports.contains_key(&year) || city.unread.names(agency, year);
    let years = owed.years().filter(move |year| owed.demands(agency, *year) && !there(*year));
    years.map(|year| not_there(agency, year).graded(of_day(city.today, agency, year)).about(&agency.id, year))
}

/// What is told of a report that is not there.
fn not_there(agency: &Agency, year: i16) -> Diagnostic {
    let later = agency.reports.keys().next().filter(|first| **first > year);
    let help = match later {
        Some(first) => format!(
            "从 {first} 年才开始编报的，在 agency.yaml 里写“自: {first}”；编报过的，把报告放进它的文件夹 {year}；不编报的，写“不编报: true”。"
        ),
        None => format!(
            "把报告放进它的文件夹 {year}；撤并了的，在 agency.yaml 里写“至: {}”；不编报的，写“不编报: true”。",
            year - 1
        ),
    };
    let finding = Diagnostic::new(&RULE.code, format!("{}没有 {year} 年的报告", agency.name.value));
    finding.at(agency.name.span, "这个机关").help(help)
}

/// What a sum lacks, all at once.
fn incomplete(city: &City, agency: &Agency, report: &Report) -> Option<Diagnostic> {
    let aggregation = report.aggregation.as_ref().filter(|_| report.is_derived())?;
    let is_draft = report.status == Status::Draft;
    let lacks = lacking(agency, report, city.unread);
    let is_unfinished = is_draft && lacks.iter().all(|lack| lack.want != Want::Unread);
    let told: BTreeSet<&AgencyId> = lacks.iter().map(|lack| &lack.agency.id).collect();
    let drafts = if is_draft { Vec::new() } else { counted_drafts(agency, report) };
    let drafts = drafts.into_iter().filter(|agency| !told.contains(&agency.id));
    let drafts: Vec<String> = drafts.map(|agency| format!("{}（还在起草）", agency.name.value)).collect();
    let lacks = lacks.iter().map(|Lack { agency, want }| format!("{}（{}）", agency.name.value, want.title()));
    let help = if drafts.is_empty() {
        "补齐、改好这些报告，汇总的数会自动算出；实在等不及的，把“汇总”改成要加的机关的名单，如 [市教育局, 市财政局]。"
    } else {
        "补齐、改好这些报告，还在起草的写好以后把状态改成“可公开”，汇总的数会自动算出；实在等不及的，把“汇总”改成要加的机关的名单，如 [市教育局, 市财政局]。"
    };
    let lacks: Vec<String> = lacks.chain(drafts).collect();
    if lacks.is_empty() {
        return None;
    }
    let more = if lacks.len() > NAMED { "等" } else { "" };
    let named = lacks.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join("、") + more;
    let finding = Diagnostic::new(&RULE.code, format!("汇总还缺 {} 个机关的数：{named}", lacks.len()));
    let finding = finding.at(aggregation.span, "").help(help);
    let finding = if is_unfinished { finding.unfinished() } else { finding };
    let severity = if is_draft { of_day(city.today, agency, report.year) } else { Severity::Error };
    Some(finding.graded(severity).about(&agency.id, report.year))
}

/// The subordinates of a list that have no folder.
fn gone<'a>(city: &City, agency: &'a Agency) -> impl Iterator<Item = Diagnostic> + 'a {
    let sums = agency.reports.values().filter(|report| report.is_derived());
    let is_published = sums.into_iter().any(|report| report.status != Status::Draft);
    // Few agencies lack any: for those that do not, the whole city need not be gone through.
    let lacks = without_folder(agency).next().is_some();
    let reports = lacks.then(|| city.municipality.reports());
    let newest = reports.into_iter().flatten().map(|(_, report)| report.year).max();
    let severity = match newest {
        _ if is_published => Severity::Error,
        Some(year) => of_day(city.today, agency, year),
        None => Severity::Hint,
    };
    without_folder(agency).map(move |name| not_in_its_folder(agency, name).graded(severity))
}

fn not_in_its_folder(agency: &Agency, name: &Spanned<String>) -> Diagnostic {
    let message = format!("下级名单里的“{}”没有文件夹", name.value);
    let finding = Diagnostic::new(&RULE.code, message).at(name.span, "");
    finding.help("把它的文件夹放回 agencies；名称写错了的，照文件夹名、全称或简称改正。").about(&agency.id, None)
}

/// How grave it is on the day `today` that the report of `agency` for `year` cannot be published yet.
fn of_day(today: Date, agency: &Agency, year: i16) -> Severity {
    if deadline(agency, year).is_some_and(|deadline| deadline < today) { Severity::Warning } else { Severity::Hint }
}
