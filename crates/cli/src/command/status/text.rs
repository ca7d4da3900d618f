//! The reports of a year in aligned columns, for a terminal.

use jiff::civil::Date;
use nianbao_builder::view::days_left;
use nianbao_model::overview::{Overview, OverviewRow, Standing};

use crate::columns::{Align, columns};
use crate::visible;

pub(super) fn render(overview: &Overview, today: Date) -> String {
    let head = ["机关", "状态", "错误", "警告", "期限"].map(str::to_owned);
    let rows = overview.rows.iter().map(|row| cells(row, today));
    let rows: Vec<[String; 5]> = std::iter::once(head).chain(rows).collect();
    let lines = columns(&rows, [Align::Left, Align::Left, Align::Right, Align::Right, Align::Left]);
    lines.join("\n") + "\n\n" + &summary(overview)
}

fn cells(row: &OverviewRow, today: Date) -> [String; 5] {
    let name = row.agency.name.value.clone();
    let count = |count: usize| if row.standing.is_begun() { count.to_string() } else { "—".to_owned() };
    let left = row.days_left(today).map(days_left).unwrap_or_default();
    [name, row.standing.title().to_owned(), count(row.errors), count(row.warnings), left]
}

/// How many reports are that far, and how many of them have warnings.
fn counted(overview: &Overview, standing: Standing) -> String {
    let warned = match overview.count_warned(standing) {
        0 => String::new(),
        count => format!("（{count} 份有警告）"),
    };
    format!("{} {}{warned}", standing.title(), overview.count(standing))
}

fn summary(overview: &Overview) -> String {
    let counts: Vec<String> = Standing::ALL
        .into_iter()
        .filter(|standing| overview.count(*standing) > 0)
        .map(|standing| counted(overview, standing))
        .collect();
    let summary = format!("{} 年应有 {} 份报告：{}。\n", overview.year, overview.rows.len(), counts.join("，"));
    match overview.without_folder.as_slice() {
        [] => summary,
        names => format!("{summary}下级名单里有、没有文件夹的：{}。\n", visible::line(&names.join("、"))),
    }
}
