//! `nianbao check`: all problems of all reports.

use std::path::Path;

use crate::args::{Format, SelectionArgs};
use crate::{Ending, output, render, workspace};

pub(crate) fn check(folder: Option<&Path>, selection: &SelectionArgs, format: Format) -> anyhow::Result<Ending> {
    let checked = workspace::check(folder, selection)?;
    output::print(&render::render(&checked, format, output::coloured()))?;
    Ok(if checked.summary().blocking == 0 { Ending::Good } else { Ending::Blocked })
}
