//! What a whole city reported for one year: a line, or a record, for each report.

use std::collections::BTreeMap;
use std::ptr;

use nianbao_model::{Agency, Correction, Decimal, Figures, Form, Municipality, Report, TableId};

use super::csv::Csv;
use super::figure::{Figure, FigureValue, figures, figures_of_table, number};
use super::record::record;
use super::report::head;
use crate::address::address;
use crate::link;
use crate::view::date_text;
use nianbao_model::json::Json;

/// What stands before the figures in a line.
pub(super) const ABOUT: [(&str, &str); 6] = [
    ("机关编号", "机关的网页在网站上的地址，逐年不变"),
    ("机关", "机关的全称"),
    ("类别", "机关的类别"),
    ("标题", "报告的标题"),
    ("公开日期", "报告公开的日期"),
    ("网页", "报告的网页，相对于本文件"),
];

/// What stands behind them.
pub(super) const REMARKS: (&str, &str) = ("注", "印在数字旁边的注，每条前面是数字的名称");

/// All reports of one year.
pub(super) struct Year<'a> {
    pub(super) number: i16,
    pub(super) reports: Vec<(&'a Agency, &'a Report)>,
    /// Every figure that some report of the year prints, those of the year's own form first within each table.
    pub(super) columns: Vec<Column>,
    /// The figures of each form that a report of the year uses, by their key paths.
    forms: Vec<(&'static Form, BTreeMap<&'static str, &'static Figure>)>,
}

/// A figure of the year's reports.
pub(super) struct Column {
    pub(super) form: &'static Form,
    pub(super) figure: &'static Figure,
}

impl<'a> Year<'a> {
    /// The reports of `year`, in the official order.
    pub(super) fn new(municipality: &'a Municipality, year: i16) -> Self {
        let reports: Vec<_> = municipality.reports().filter(|(_, report)| report.year == year).collect();
        let used = |form: &&Form| reports.iter().any(|(_, report)| ptr::eq(report.form, *form));
        let used: Vec<&'static Form> = municipality.forms.all().filter(used).collect();
        let by_path =
            |form: &&'static Form| (*form, figures(form).iter().map(|figure| (figure.path.as_str(), figure)).collect());
        Self { number: year, columns: columns(&used), forms: used.iter().map(by_path).collect(), reports }
    }

    /// What `report` says in `column`; nothing where its form has no such figure.
    pub(super) fn entry<'b>(&'b self, column: &Column, report: &'b Report) -> Option<FigureValue<'b>> {
        let (_, figures) = self.forms.iter().find(|(form, _)| ptr::eq(*form, report.form))?;
        figures.get(column.figure.path.as_str()).map(|figure| figure.of(report))
    }

    /// What `figures` on a form come to in `column`; nothing where the form has no such figure.
    pub(super) fn value(&self, column: &Column, form: &'static Form, figures: &Figures) -> Option<Decimal> {
        let (_, known) = self.forms.iter().find(|(known, _)| ptr::eq(*known, form))?;
        known.get(column.figure.path.as_str()).map(|figure| figures.sum(&figure.address))
    }

    /// The content of data/<year>.csv: a line for each report, a column for each figure.
    pub(super) fn csv(&self) -> Vec<u8> {
        let about = ABOUT.iter().map(|(name, _)| *name);
        let paths = self.columns.iter().map(|column| column.figure.path.as_str());
        let mut file = Csv::new(about.chain(paths).chain([REMARKS.0]));
        for (agency, report) in &self.reports {
            let mut fields = about_values(agency, report);
            fields.extend(
                self.columns
                    .iter()
                    .map(|column| self.entry(column, report).map(|entry| number(entry.value)).unwrap_or_default()),
            );
            fields.push(self.remarks(report, &self.columns));
            file.record(fields);
        }
        file.into_text().into_bytes()
    }

    /// The content of data/<year>.json.
    pub(super) fn json(&self) -> Vec<u8> {
        let reports = self.reports.iter().map(|(agency, report)| {
            let mut members = record(agency, report);
            members.push(("page".to_owned(), Json::from(page(agency, report))));
            members.extend(corrections(report));
            Json::Object(members)
        });
        let mut members = head("../");
        members.push(("year".to_owned(), Json::Number(self.number.into())));
        members.push(("reports".to_owned(), Json::List(reports.collect())));
        Json::Object(members).into_file().into_bytes()
    }

    /// The remarks beside a report's figures in `columns`, each with the figure's name, and its corrections.
    pub(super) fn remarks<'b>(&self, report: &Report, columns: impl IntoIterator<Item = &'b Column>) -> String {
        let remark = |column: &Column| {
            let remark = self.entry(column, report)?.remark?.to_owned();
            Some(format!("{}：{remark}", column.figure.path))
        };
        let corrections = report.corrections.iter();
        let corrections = corrections.map(|Correction { date, text }| format!("更正：{}，{}", date.value, text.value));
        columns.into_iter().filter_map(remark).chain(corrections).collect::<Vec<_>>().join("；")
    }
}

fn columns(forms: &[&'static Form]) -> Vec<Column> {
    let mut found: Vec<Column> = Vec::new();
    for id in TableId::ALL {
        for &form in forms {
            for figure in figures_of_table(form, id) {
                if !found.iter().any(|column| column.figure.path == figure.path) {
                    found.push(Column { form, figure });
                }
            }
        }
    }
    found
}

fn about_values(agency: &Agency, report: &Report) -> Vec<String> {
    vec![
        address(&agency.id).to_owned(),
        agency.name_on(report).value.clone(),
        agency.category.clone().unwrap_or_default(),
        agency.title(report),
        report.published.as_ref().map(|date| date.value.to_string()).unwrap_or_default(),
        page(agency, report),
    ]
}

/// The corrections of a report that has any.
fn corrections(report: &Report) -> Option<(String, Json)> {
    let correction = |Correction { date, text }: &Correction| {
        Json::object([("date", Json::from(date_text(date.value))), ("text", Json::from(text.value.clone()))])
    };
    let all: Vec<Json> = report.corrections.iter().map(correction).collect();
    (!all.is_empty()).then(|| ("corrections".to_owned(), Json::List(all)))
}

/// The report's page, seen from data/.
fn page(agency: &Agency, report: &Report) -> String {
    link::report("../", &agency.id, report.year)
}
