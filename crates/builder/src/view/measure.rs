//! The key figures of a report: what overviews show and compare. Read from the tables, whatever the form of the year.

use std::collections::BTreeMap;

use nianbao_model::{Address, Decimal, Form, Report};
use serde::Serialize;

/// What a key figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Measure {
    /// 本年新收.
    Received,
    /// 上年结转.
    CarriedIn,
    /// 办理结果总计.
    Concluded,
    /// 结转下年度.
    CarriedOut,
    /// 行政复议.
    Reconsiderations,
    /// 行政诉讼.
    Lawsuits,
    /// 行政规范性文件.
    Documents,
    /// 行政许可.
    Permits,
    /// 行政处罚.
    Penalties,
    /// 予以公开.
    Granted,
    /// 部分公开.
    PartiallyGranted,
    /// 不予公开.
    Refused,
    /// 无法提供.
    Unavailable,
    /// 不予处理.
    NotProcessed,
    /// 其他处理.
    Other,
}

impl Measure {
    /// What overviews show of each report.
    pub(crate) const KEY: [Self; 9] = [
        Self::Received,
        Self::CarriedIn,
        Self::Concluded,
        Self::CarriedOut,
        Self::Reconsiderations,
        Self::Lawsuits,
        Self::Documents,
        Self::Permits,
        Self::Penalties,
    ];
    /// How applications ended; together they are [`Measure::Concluded`].
    pub(crate) const RESULTS: [Self; 6] =
        [Self::Granted, Self::PartiallyGranted, Self::Refused, Self::Unavailable, Self::NotProcessed, Self::Other];

    /// What it is called, in the words of the tables.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Received => "本年新收",
            Self::CarriedIn => "上年结转",
            Self::Concluded => "办理结果总计",
            Self::CarriedOut => "结转下年度",
            Self::Reconsiderations => "行政复议",
            Self::Lawsuits => "行政诉讼",
            Self::Documents => "制发规范性文件",
            Self::Permits => "行政许可",
            Self::Penalties => "行政处罚",
            Self::Granted => "予以公开",
            Self::PartiallyGranted => "部分公开",
            Self::Refused => "不予公开",
            Self::Unavailable => "无法提供",
            Self::NotProcessed => "不予处理",
            Self::Other => "其他处理",
        }
    }

    /// The part of the report that it is from.
    pub(crate) fn group(self) -> &'static str {
        match self {
            Self::Reconsiderations | Self::Lawsuits => "复议诉讼",
            Self::Documents | Self::Permits | Self::Penalties => "主动公开",
            _ => "依申请公开",
        }
    }

    /// Where it stands on a form; nothing where the form has no such figure.
    fn address(self, form: &Form) -> Option<Address> {
        let (requests, proceedings) = (form.applications(), form.proceedings());
        let rows = match self {
            Self::Received => &requests.received,
            Self::CarriedIn => &requests.carried_in,
            Self::Concluded => &requests.concluded,
            Self::CarriedOut => &requests.carried_out,
            Self::Granted => &requests.granted,
            Self::PartiallyGranted => &requests.partially_granted,
            Self::Refused => &requests.refused,
            Self::Unavailable => &requests.unavailable,
            Self::NotProcessed => &requests.not_processed,
            Self::Other => &requests.other,
            Self::Reconsiderations => return Some(proceedings.reconsideration.total.clone()),
            Self::Lawsuits => return Some(proceedings.litigation.clone()),
            Self::Documents => {
                let documents = form.disclosure().documents.as_ref();
                return documents.map(|documents| documents.normative_documents.issued.clone());
            }
            Self::Permits => return Some(form.disclosure().permits.clone()),
            Self::Penalties => return Some(form.disclosure().penalties.clone()),
        };
        Some(rows.at(&requests.total))
    }
}

/// The key figures of a report, or the sums of several; what a form does not have is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct KeyFigures(BTreeMap<Measure, Decimal>);

impl KeyFigures {
    /// The key figures of `report`.
    pub(crate) fn of(report: &Report) -> Self {
        let figure = |measure: Measure| {
            let address = measure.address(report.form)?;
            Some((measure, report.figure(&address)))
        };
        Self(Measure::KEY.into_iter().chain(Measure::RESULTS).filter_map(figure).collect())
    }

    /// Adds the key figures of others to these.
    pub(crate) fn add(&mut self, others: &Self) {
        for (measure, value) in &others.0 {
            let sum = self.0.entry(*measure).or_default();
            *sum = sum.checked_add(*value).unwrap_or(Decimal::MAX);
        }
    }

    /// The figure of `measure`; nothing where the form does not have it.
    pub(crate) fn get(&self, measure: Measure) -> Option<Decimal> {
        self.0.get(&measure).copied()
    }
}

/// A key figure as an overview shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FigureView {
    /// The part of the report that it is from.
    pub(crate) group: &'static str,
    /// What it counts, in the words of the tables.
    pub(crate) label: &'static str,
    /// The figure with its thousands marked; `—` for what the form does not have.
    pub(crate) text: String,
    /// The figure for machines; nothing for what the form does not have.
    pub(crate) value: Option<String>,
}

impl FigureView {
    /// The figure of `measure` among `figures`.
    pub(crate) fn new(figures: &KeyFigures, measure: Measure) -> Self {
        let value = figures.get(measure);
        Self {
            group: measure.group(),
            label: measure.label(),
            text: value.map_or_else(|| "—".to_owned(), grouped),
            value: value.map(|value| value.normalize().to_string()),
        }
    }

    /// All of `figures` that overviews show.
    pub(crate) fn key(figures: &KeyFigures) -> Vec<Self> {
        Measure::KEY.into_iter().map(|measure| Self::new(figures, measure)).collect()
    }
}

/// A figure with a comma between each three digits before the point.
pub(crate) fn grouped(value: Decimal) -> String {
    let text = value.abs().normalize().to_string();
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut marked = String::with_capacity(text.len() + whole.len() / 3 + 1);
    if value.is_sign_negative() && !value.is_zero() {
        marked.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            marked.push(',');
        }
        marked.push(digit);
    }
    marked + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_marked() {
        let written: Vec<String> = ["0", "999", "1000", "11398889", "-1234.50"]
            .into_iter()
            .map(|text| grouped(Decimal::from_str_exact(text).expect("a figure")))
            .collect();
        assert_eq!(written, ["0", "999", "1,000", "11,398,889", "−1,234.5"]);
    }

    /// Only 格式2019 counts the making of documents otherwise.
    #[test]
    fn every_form_has_the_key_figures() {
        for year in [2019, 2021] {
            let form = Form::of_year(year).expect("a form");
            for measure in Measure::KEY.into_iter().chain(Measure::RESULTS) {
                let known = measure.address(form);
                assert_eq!(known.is_some(), year == 2021 || measure != Measure::Documents, "{measure:?} in {year}");
            }
        }
    }
}
