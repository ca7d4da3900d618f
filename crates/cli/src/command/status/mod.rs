//! `nianbao status`: how far the reports of the whole city are.

mod json;
mod text;

use std::path::Path;

use anyhow::Context;
use nianbao_builder::Templates;
use nianbao_builder::data::status_csv;
use nianbao_builder::html::{Pages, StatusPage};
use nianbao_model::overview::Overview;
use nianbao_workspace::Filter;

use crate::args::{DenyArgs, StatusArgs, TableFormat};
use crate::{Ending, environment, output, workspace};

pub(crate) fn status(folder: Option<&Path>, args: &StatusArgs) -> anyhow::Result<Ending> {
    let fonts = environment::font_folders(&[]);
    let examined = workspace::examine(&workspace::find(folder)?, DenyArgs::default(), &Filter::default(), Some(fonts))?;
    let checked = examined.checked;
    let municipality = checked.municipality.as_ref().context("content 里没有内容")?;
    let overview = Overview::of(municipality, &checked.findings, args.year).context("content 里还没有报告")?;
    anyhow::ensure!(!overview.rows.is_empty(), "没有 {} 年的报告", overview.year);
    let today = args.today.map_or_else(environment::day, Ok)?;
    match args.format {
        TableFormat::Text => output::print(&text::render(&overview, today))?,
        TableFormat::Csv => output::hand_over(&status_csv(&overview, today))?,
        TableFormat::Html => {
            let templates = Templates::built_in();
            let page = StatusPage::alone(municipality, &overview, today, &templates);
            output::hand_over(&Pages::new(&templates)?.status(&page)?)?;
        }
        TableFormat::Json => output::hand_over(&json::render(&overview, today))?,
    }
    Ok(Ending::Good)
}
