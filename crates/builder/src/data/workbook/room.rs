//! Texts that no cell of a workbook holds.

use nianbao_model::{Address, Agency, Code, Diagnostic, Kind, Report, Severity, Span, TableId};

use super::notes::{note, remark};

/// The longest text of a cell, in UTF-16 code units, as Excel counts.
const LONGEST: usize = 32_767;

/// A text that a workbook cannot hold.
pub(crate) static TOO_LONG: Code = Code {
    id: "U012",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "Excel 放不下的文字",
    docs: "\
## 检查什么

标题、机关名称、表注和数字旁边的注，Excel 的一格都放得下：不超过 32,767 个字。全市的表里，一张表的各条注合在一格，合起来也不超过。

## 依据

每份报告都附三张表的 Excel 文件（report.xlsx），全市每年一个（data/年度.xlsx）。Excel 的一格最多 32,767 个字。

## 例

表三有一百多个数字，旁边各写了几百字的 `注`。

## 怎样改

把长的文字写进正文（`narrative.md`），表注和注只留一两句话。
",
};

/// The texts of a report that its workbook, or that of its year, cannot hold.
pub(crate) fn too_long(agency: &Agency, report: &Report) -> Vec<Diagnostic> {
    let (name, title) = (agency.name_on(report), agency.title(report));
    let title_span = report.title.as_ref().map_or(name.span, |title| title.span);
    let mut findings = Vec::new();
    findings.extend(judge("标题", &title, Some(title_span)));
    findings.extend(judge("机关名称", &name.value, Some(name.span)));
    findings
        .extend(report.notes.values().filter_map(|written| judge("表注", &note(&written.value), Some(written.span))));
    let remarked: Vec<Remarked> = report.figures.remarks().map(|remark| Remarked::new(report, remark)).collect();
    findings.extend(remarked.iter().filter_map(|remark| judge("数字旁边的注", &remark.in_report, remark.span)));
    if findings.is_empty() {
        findings.extend(TableId::ALL.into_iter().filter_map(|id| too_long_together(id, &remarked)));
    }
    findings.into_iter().map(|finding| finding.about(&agency.id, report.year)).collect()
}

/// A remark as workbooks have it.
struct Remarked {
    table: Option<TableId>,
    /// The whole cell of its report's workbook.
    in_report: String,
    /// How much it takes of a cell in the workbook of its year.
    in_year: usize,
    span: Option<Span>,
}

impl Remarked {
    fn new(report: &Report, (address, text, span): (Address, &str, Option<Span>)) -> Self {
        Self {
            table: report.form.block(&address).map(|(table, _)| table.id),
            in_report: note(&remark(report.form, &address, report.figure(&address), text)),
            in_year: length(&report.form.path(&address)) + length(text) + length("：；"),
            span,
        }
    }
}

/// The remarks of a table, which stand in one cell of the workbook of their year; told at the longest.
fn too_long_together(id: TableId, remarked: &[Remarked]) -> Option<Diagnostic> {
    let of_table = || remarked.iter().filter(|remark| remark.table == Some(id));
    let together: usize = of_table().map(|remark| remark.in_year).sum();
    let longest = of_table().max_by_key(|remark| remark.in_year).filter(|_| together > LONGEST)?;
    let message = format!("表{}的各条注合起来太长：{together} 个字，Excel 的一格最多 {LONGEST} 个", id.number());
    Some(finding(message, longest.span))
}

fn judge(what: &str, text: &str, span: Option<Span>) -> Option<Diagnostic> {
    let length = length(text);
    (length > LONGEST).then(|| finding(format!("{what}太长：{length} 个字，Excel 的一格最多 {LONGEST} 个"), span))
}

fn finding(message: String, span: Option<Span>) -> Diagnostic {
    let finding = Diagnostic::new(&TOO_LONG, message).help("长的文字写进正文，这里只留一两句话。");
    match span {
        Some(span) => finding.at(span, ""),
        None => finding,
    }
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
