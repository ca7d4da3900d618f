//! `nianbao explain-total`: which agency brings how much to a figure.

mod json;
mod text;

use std::path::Path;

use anyhow::Context;
use nianbao_loader::Disk;
use nianbao_model::aggregate::Breakdown;
use nianbao_model::completeness::Unread;
use nianbao_model::form::LookupError;
use nianbao_model::nearest::{beginning, most_alike};
use nianbao_model::{Address, Form};
use nianbao_workspace::{find_agency, find_report, year_or_latest};

use crate::args::{ExplainTotalArgs, TreeFormat};
use crate::{Ending, output, workspace};

/// Above this likeness a key path is taken for a mistyped one.
const LIKE_ENOUGH: f64 = 0.8;

pub(crate) fn explain_total(folder: Option<&Path>, args: &ExplainTotalArgs) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let loaded = nianbao_loader::load(&Disk::new(&folder))?;
    let municipality = loaded.municipality.as_ref().context("content 里没有内容")?;
    let agency = match &args.agency {
        Some(name) => find_agency(name, municipality)?,
        None => &municipality.root,
    };
    let year = year_or_latest(agency, args.year, &loaded.diagnostics)?;
    let report = find_report(agency, year, &loaded.diagnostics)?;
    let address = address(&args.figure, report.form)?;
    let breakdown = Breakdown::of(agency, report, &address, &Unread::of(&loaded.diagnostics));
    let explained =
        Explained { figure: &args.figure, label: report.form.label(&address), year: report.year, breakdown };
    match args.format {
        TreeFormat::Text => output::print(&text::render(&explained))?,
        TreeFormat::Json => output::hand_over(&json::render(&explained))?,
    }
    Ok(Ending::Good)
}

/// What is shown, whichever way.
struct Explained<'a> {
    /// The key path, as typed.
    figure: &'a str,
    /// What the form calls it.
    label: String,
    year: i16,
    breakdown: Breakdown<'a>,
}

fn address(figure: &str, form: &Form) -> anyhow::Result<Address> {
    form.look_up(figure).map_err(|error| match error {
        LookupError::Unknown { .. } => {
            let paths = form.keys().paths();
            match most_alike(paths, |path| beginning(path, figure), LIKE_ENOUGH) {
                Some(near) => anyhow::anyhow!("没有“{figure}”这个数。是不是“{near}”？"),
                None => anyhow::anyhow!("没有“{figure}”这个数；写法如 申请.本年新收.自然人"),
            }
        }
        LookupError::NotASum { next } => {
            anyhow::anyhow!("“{figure}”下面的数不能相加，请写明是哪一个：{}", next.join("、"))
        }
    })
}
