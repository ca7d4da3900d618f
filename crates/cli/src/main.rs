//! `nianbao`, the program of 年报工坊: checks and prints the annual reports of a municipality.
//!
//! What people type, what they are told and how: arguments, the rendering of findings, progress. It
//! must not know what a report is (the model does), how it is written down (the loader), checked (the
//! workspace) or previewed (the server), nor how a page or a PDF comes about (the builder).

mod args;
mod codes;
mod columns;
mod command;
mod environment;
mod output;
mod progress;
mod render;
mod target;
mod usage;
mod workspace;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use args::{Cli, Command};

/// How a command ended, as its exit status says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Ending {
    /// Nothing blocks.
    Good = 0,
    /// Something keeps a report from being published.
    Blocked = 1,
    /// Usage or environment.
    Failed = 2,
    /// Stopped by Ctrl-C.
    Interrupted = 130,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(ending as u8)
    }
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error).into(),
    };
    match run(cli) {
        Ok(ending) => ending.into(),
        Err(error) if output::is_closed(&error) => Ending::Good.into(),
        Err(error) => {
            output::complain(&format!("{error:#}"));
            Ending::Failed.into()
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<Ending> {
    let folder = cli.folder.as_deref();
    match cli.command {
        Command::Check(args) => command::check(folder, &args),
        Command::Build(args) => command::build(folder, &args),
        Command::Assemble(args) => command::assemble(folder, &args),
        Command::Serve(args) => command::serve(folder, &args),
        Command::Compare(args) => command::compare(folder, &args),
        Command::Export(args) => command::export(folder, &args),
        Command::Status(args) => command::status(folder, &args),
        Command::ExplainTotal(args) => command::explain_total(folder, &args),
        Command::Fonts { fonts } => command::fonts(folder, &fonts),
        Command::Demo(args) => command::demo(folder, &args),
        Command::Explain { codes } => command::explain(&codes),
    }
}

fn usage(error: &clap::Error) -> Ending {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // Nobody is left to tell when the reader of a help text has gone.
        let _ = output::print(&error.render().to_string());
        return Ending::Good;
    }
    output::complain(&usage::explain(error));
    Ending::Failed
}
