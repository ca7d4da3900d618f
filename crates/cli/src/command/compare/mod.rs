//! `nianbao compare`: two reports side by side.

mod json;
mod sides;
mod text;

use std::path::Path;

use anyhow::Context;
use nianbao_builder::html::{ComparisonPage, Pages};
use nianbao_disk::write_result;
use nianbao_loader::Disk;
use nianbao_model::SourceMap;
use nianbao_model::compare::{Comparison, Party};

use crate::args::{CompareArgs, CompareFormat};
use crate::{Ending, output, target, workspace};

pub(crate) fn compare(folder: Option<&Path>, args: &CompareArgs) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let loaded = nianbao_loader::load(&Disk::new(&folder))?;
    let municipality = loaded.municipality.as_ref().context("content 里没有可以对照的内容")?;
    let [subject, reference] = sides::choose(args, municipality, &loaded.diagnostics)?;
    let compared = Compared {
        comparison: Comparison::of(subject.report, reference.report),
        subject,
        reference,
        sources: &loaded.sources,
    };
    let shown = match args.format {
        CompareFormat::Text => text::render(&compared, args.out.is_none() && output::coloured()),
        CompareFormat::Html => page(&compared, &folder)?,
        CompareFormat::Json => json::render(&compared),
    };
    match &args.out {
        None if args.format == CompareFormat::Text => output::print(&shown)?,
        None => output::hand_over(&shown)?,
        Some(file) => {
            target::make_sure_is_outside_content(file, &folder)?;
            write_result(file, shown.as_bytes())?;
            output::print_line(&format!("写在 {}。", file.display()))?;
        }
    }
    Ok(Ending::Good)
}

/// What is shown, whichever way.
struct Compared<'a> {
    comparison: Comparison,
    subject: Party<'a>,
    reference: Party<'a>,
    /// Where the texts were written.
    sources: &'a SourceMap,
}

fn page(compared: &Compared, folder: &Path) -> anyhow::Result<String> {
    let templates = workspace::templates(folder)?;
    let Compared { comparison, subject, reference, .. } = compared;
    let page = ComparisonPage::new(comparison, subject, reference, &templates);
    Ok(Pages::new(&templates)?.comparison(&page)?)
}
