//! `nianbao new`: workspaces, agencies, and the reports of a year. Nothing that stands is altered.

mod agencies;
mod report;
mod table;
mod upload;
mod workspace;

use std::fmt::Write as _;
use std::path::Path;

use nianbao_loader::edit;
use nianbao_workspace::new::NewTexts;

use crate::args::{NEW_WAYS, NewArgs, NewCommand};
use crate::{Ending, environment, output};

pub(crate) use upload::read_list;

/// So many lines tell of single agencies that nothing is to be done about.
const TOLD: usize = 20;

pub(crate) fn new(folder: Option<&Path>, args: &NewArgs) -> anyhow::Result<Ending> {
    let Some(command) = &args.command else {
        output::complain("没有写明要新建什么");
        output::tell(NEW_WAYS);
        return Ok(Ending::Failed);
    };
    match command {
        NewCommand::Workspace(args) => workspace::new(folder, args),
        NewCommand::Agency(args) => agencies::one(folder, args),
        NewCommand::Agencies(args) => agencies::all(folder, args),
        NewCommand::Report(args) => report::new(folder, args),
    }
}

/// Writes new files below `folder`, in their order.
fn create(folder: &Path, files: NewTexts) -> anyhow::Result<()> {
    let files: Vec<(String, Vec<u8>)> = files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    Ok(edit::create(folder, &files)?)
}

/// The year that reports are written for now: the last one.
fn reporting_year() -> anyhow::Result<i16> {
    Ok(environment::day()?.year().saturating_sub(1))
}

/// The first lines of many, and how many more of `what` there are and `place` to find them.
fn first_lines(lines: &[String], what: &str, place: &str) -> String {
    let mut text = all_lines(lines.get(..TOLD).unwrap_or(lines));
    if let Some(more) = lines.len().checked_sub(TOLD).filter(|more| *more > 0) {
        let _ = writeln!(text, "  ……还有 {more} {what}，{place}");
    }
    text
}

/// Lines of which each asks for something to be done.
fn all_lines(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}
