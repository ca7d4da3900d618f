//! A sum whose office's own figures (本级) seem to hold those that are added to them.

use crate::aggregate::below;
use crate::form::Place;
use crate::rules::rule::CityRule;
use crate::{Address, Agency, Cell, Code, Decimal, Diagnostic, Figures, Kind, Report, Severity, Span};

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "M010",
        kind: Kind::City,
        severity: Severity::Warning,
        title: "本级的数像是已经包括了下级",
        docs: "\
## 检查什么

写了 `汇总` 的报告，表里印的是 `本级` 加下级各份报告。`本级` 没有一格小于下级之和，并且：下级之和里不是 0 的格，有三格以上、一半以上与 `本级` 正好相等；或者全部正好相等，有两格以上，最大的是十以上；或者这样的格有五格以上，不止在一张表里：填进 `本级` 的很可能是全区、全市的总数，每件申请就算了两遍。还没有查实的格不比。

## 依据

每件申请只能算一遍。`本级` 只是编这份报告的机关自己收到和处理的（如区政府办公室）。

## 例

某区写 `汇总: 全部下级`，区里两个局本年新收 5 件、7 件，`本级` 里填的是全区的 12 件：印出来的是 24 件。

## 怎样改

- `本级` 里只留本机关自己收到和处理的，下级的数由程序加；自己没有的写 0，或者删去 `本级`。
- 确实都是本机关自己的，在 `说明` 里写明。
",
    },
    check: |city| city.municipality.reports().filter_map(|(agency, report)| check(agency, report)).collect(),
};

/// Of cells that are not 0 below, so many with the very same figure tell that one is copied from the other.
const EQUAL: usize = 3;

/// Fewer cells do if all are equal, and one of them is as large as this.
const LARGE: Decimal = Decimal::TEN;

/// So many cells that nothing exceeds, in different tables, do not come by chance: few offices issue permits and regulations.
const EXCEEDED: usize = 5;

fn check(agency: &Agency, report: &Report) -> Option<Diagnostic> {
    let aggregation = report.aggregation.as_ref().filter(|_| report.is_derived())?;
    let below = below(agency, report);
    let cells = exceeded(&aggregation.own, &below)?;
    if !is_telling(report, &cells) {
        return None;
    }
    let most = cells.iter().max_by_key(|cell| cell.below)?;
    let message = format!(
        "本级的数没有一格小于下级之和，像是已经包括了下级：{}，本级 {}，下级之和 {}，加起来是 {}",
        report.form.label(&most.address),
        most.own.normalize(),
        most.below.normalize(),
        most.own.saturating_add(most.below).normalize()
    );
    let finding = Diagnostic::new(&RULE.code, message);
    let finding = finding.help(
        "“本级”里只留本机关自己收到和处理的，下级的数由程序加；自己没有的写 0。确实都是本机关自己的，在“说明”里写明。",
    );
    let spans = std::iter::once(most).chain(&cells).filter_map(|cell| cell.span);
    let finding = match spans.into_iter().next() {
        Some(span) => finding.at(span, "本级的数"),
        None => finding,
    };
    Some(finding.see(aggregation.span, "下级的数另外加上").about(&agency.id, report.year))
}

/// A cell in which those below have a figure.
struct CountedCell {
    address: Address,
    /// What the office itself says there.
    own: Decimal,
    /// Where it says that.
    span: Option<Span>,
    /// What those below come to.
    below: Decimal,
}

/// The cells in which those below have figures; nothing if they come to more than the office's own in any cell.
fn exceeded(own: &Figures, below: &Figures) -> Option<Vec<CountedCell>> {
    let is_known = |place| own.at(place).is_none_or(Cell::is_known);
    let cell = |(place, below): (Place, Decimal)| {
        let (block, row, column) = place;
        let own = own.at(place);
        let value = own.map(|cell| cell.value).unwrap_or_default();
        let address = Address { block, rows: row..row + 1, columns: column..column + 1 };
        (value >= below).then(|| CountedCell { address, own: value, span: own.and_then(|cell| cell.span), below })
    };
    let known = below.cells().filter(|(place, cell)| cell.is_known() && is_known(*place));
    known.filter(|(_, found)| !found.value.is_zero()).map(|(place, found)| cell((place, found.value))).collect()
}

/// Whether that cannot well be chance.
fn is_telling(report: &Report, cells: &[CountedCell]) -> bool {
    let equal = cells.iter().filter(|cell| cell.own == cell.below).count();
    let table = |cell: &CountedCell| report.form.block(&cell.address).map(|(table, _)| table.id);
    let first = cells.first().and_then(table);
    let several = cells.iter().any(|cell| table(cell) != first);
    let large = cells.iter().any(|cell| cell.below >= LARGE);
    let copied = equal >= EQUAL && 2 * equal >= cells.len() || equal > 1 && equal == cells.len() && large;
    copied || cells.len() >= EXCEEDED && several
}
