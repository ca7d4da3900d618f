//! `nianbao status`: how far the reports of the whole city are.

pub(super) mod csv;
mod json;
mod text;

use std::path::Path;

use anyhow::Context;
use nianbao_builder::Templates;
use nianbao_builder::html::{Pages, StatusPage};
use nianbao_model::overview::Overview;

use crate::args::{DenyArgs, SelectionArgs, StatusArgs, TableFormat};
use crate::{Ending, environment, output, workspace};

pub(crate) fn status(folder: Option<&Path>, args: &StatusArgs) -> anyhow::Result<Ending> {
    let checked = workspace::check(folder, &SelectionArgs::default(), DenyArgs::default())?;
    let municipality = checked.municipality.as_ref().context("content 里没有内容")?;
    let overview = Overview::of(municipality, &checked.findings, args.year).context("content 里还没有报告")?;
    anyhow::ensure!(!overview.rows.is_empty(), "没有 {} 年的报告", overview.year);
    let today = match args.today {
        Some(today) => today,
        None => environment::today()?,
    };
    let shown = match args.format {
        TableFormat::Text => text::render(&overview, today),
        TableFormat::Csv => csv::render(&overview, today),
        TableFormat::Html => {
            let templates = Templates::built_in();
            Pages::new(&templates)?.status(&StatusPage::alone(municipality, &overview, today, &templates))?
        }
        TableFormat::Json => json::render(&overview, today),
    };
    output::print(&shown)?;
    Ok(Ending::Good)
}
