//! `nianbao export`: reports for others to work on, and forms for those who have still to write theirs.

mod cms;
mod form;
mod report;

use std::path::Path;

use nianbao_builder::ExportFormat;

use crate::Ending;
use crate::args::{ExportArgs, Exported};

pub(crate) fn export(folder: Option<&Path>, args: &ExportArgs) -> anyhow::Result<Ending> {
    let format = match args.format {
        Exported::Form => return form::export(folder, args),
        Exported::Cms => return cms::export(folder, args),
        Exported::Docx => ExportFormat::Docx,
        Exported::Xlsx => ExportFormat::Xlsx,
        Exported::Csv => ExportFormat::Csv,
        Exported::Json => ExportFormat::Json,
        Exported::Typst => ExportFormat::Typst,
    };
    report::export(folder, args, format)
}
