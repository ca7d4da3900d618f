//! A sum that was published, and what it would come to now.

use crate::aggregate::{Contribution, contributions, published_contributions, sum};
use crate::rules::rule::{City, CityRule};
use crate::{
    Address, Agency, AgencyId, Code, Decimal, Diagnostic, Kind, PublishedSum, Report, Severity, Status, TableId,
};

/// More figures or agencies are not named one by one.
const NAMED: usize = 3;

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "M006",
        kind: Kind::City,
        severity: Severity::Warning,
        title: "汇总公布以后，下级的数有变动",
        docs: "\
## 检查什么

公布时存下的汇总数（`record.yaml`），与现在由下级加起来的数是不是相同。不同的，列出是哪几个数，是哪几个机关有变动：公布以后才加进来的，不在了的，数改过的。网页、PDF、数据仍用公布时的数。

## 依据

公开了的报告是存档：它的数不因为以后的变动自己改变，要改就写明更正。

## 例

市的报告公布时本年新收合计 331 件，后来补进市文化旅游局的 24 件，现在汇总为 355 件。

## 怎样改

- 公布的数有差错的，按规定更正：改好以后在 `更正` 里写明，再运行 `nianbao publish`，存下新的数。
- 没有差错、只是机关有调整的，不必改；在 `说明` 里写上理由。
",
    },
    check: |city| city.municipality.reports().filter_map(|(agency, report)| check(city, agency, report)).collect(),
};

fn check(city: &City, agency: &Agency, report: &Report) -> Option<Diagnostic> {
    let published = report.published_sum().filter(|_| !city.unread.holds(agency, report))?;
    let differences = differences(agency, report, published)?;
    let changed = changed(agency, report);
    // What is still being written changes nothing yet.
    if changed.is_empty() {
        return None;
    }
    let figures: Vec<String> = differences.iter().take(NAMED).map(Change::told).collect();
    let more = if differences.len() > NAMED { format!("等 {} 处", differences.len()) } else { String::new() };
    let message = format!("公布以后下级的数有变动（{}）：{}{more}", listed(&changed), figures.join("；"));
    let help = "公布的数有差错的，在 report.yaml 里写“更正”，再运行 nianbao publish 存下新的数；没有差错的，在“说明”里写上理由。";
    let finding = Diagnostic::new(&RULE.code, message).at(published.span, "").help(help);
    Some(finding.about(&agency.id, report.year))
}

/// A figure as published and now.
struct Change {
    label: String,
    published: Decimal,
    now: Decimal,
}

impl Change {
    fn told(&self) -> String {
        format!("{}公布时 {}，现在汇总为 {}", self.label, self.published.normalize(), self.now.normalize())
    }
}

/// The figures that differ: totals where any does, otherwise cells; nothing where all are the same.
fn differences(agency: &Agency, report: &Report, published: &PublishedSum) -> Option<Vec<Change>> {
    let now = sum(agency, report)?;
    let form = report.form;
    let printed = TableId::ALL.into_iter().flat_map(|table| form.printed(table)).map(|(_, address)| address);
    let (totals, cells): (Vec<Address>, Vec<Address>) = printed.partition(|address| address.cell().is_none());
    let difference = |address: &Address| {
        let (published, now) = (published.figures.sum(address), now.sum(address));
        (published != now).then(|| Change { label: form.label(address), published, now })
    };
    let of_totals: Vec<Change> = totals.iter().filter_map(difference).collect();
    let found = if of_totals.is_empty() { cells.iter().filter_map(difference).collect() } else { of_totals };
    (!found.is_empty()).then_some(found)
}

/// The agencies that bring something else than they did, and how. Drafts are left out.
fn changed(agency: &Agency, report: &Report) -> Vec<String> {
    let is_draft = |part: &Contribution| {
        let of_year =
            agency.walk().find(|below| below.id == *part.agency).and_then(|below| below.reports.get(&report.year));
        of_year.is_some_and(|report| report.status == Status::Draft)
    };
    let (then, mut now) = (published_contributions(agency, report), contributions(agency, report));
    now.retain(|part| !is_draft(part) || is_in(part.agency, &then));
    let added = now.iter().filter(|part| !is_in(part.agency, &then)).map(|part| format!("{}后来加入", part.name));
    let gone = then.iter().filter(|part| !is_in(part.agency, &now)).map(|part| format!("{}现在没有", part.name));
    let altered = now.iter().filter(|part| {
        let before = then.iter().find(|before| before.agency == part.agency);
        before.is_some_and(|before| !before.figures.equals(&part.figures))
    });
    added.chain(gone).chain(altered.map(|part| format!("{}的数改过", part.name))).collect()
}

fn is_in(agency: &AgencyId, parts: &[Contribution]) -> bool {
    parts.iter().any(|part| part.agency == agency)
}

fn listed(words: &[String]) -> String {
    let more = if words.len() > NAMED { format!("等 {} 个机关", words.len()) } else { String::new() };
    words.iter().take(NAMED).cloned().collect::<Vec<_>>().join("、") + &more
}
