//! The page to search from. What it finds is put in by a script.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Frame, Survey};
use crate::category::categories;
use crate::link;

/// The page to search from.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SearchPage {
    /// What all pages share.
    #[serde(flatten)]
    pub(crate) frame: Frame,
    /// The reporting years that a search can be narrowed to, `2024年`, the newest first.
    pub(crate) years: Vec<String>,
    /// The 类别 that a search can be narrowed to.
    pub(crate) categories: Vec<String>,
}

impl SearchPage {
    /// The page of a municipality.
    pub(crate) fn new(survey: &Survey) -> Self {
        let municipality = survey.municipality;
        let root = link::root(1);
        let frame = Frame {
            title: "检索".to_owned(),
            description: "按机关名称和报告内容检索历年政府信息公开工作年度报告。".to_owned(),
            trail: link::trail(&root, &[]),
            here: "检索".to_owned(),
            ..Frame::new(survey, "search/index.html", root)
        };
        let years: BTreeSet<i16> = municipality.reports().map(|(_, report)| report.year).collect();
        Self {
            frame,
            years: years.into_iter().rev().map(|year| format!("{year}年")).collect(),
            categories: categories(municipality.agencies()),
        }
    }
}
