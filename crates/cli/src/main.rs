//! `nianbao`, the program of 年报工坊: checks and prints the annual reports of a municipality.
//!
//! What people type, what they are told and how: arguments, the rendering of findings, progress. It
//! must not know what a report is (the model does), how it is written down (the loader), checked (the
//! workspace) or previewed (the server), nor how a page or a PDF comes about (the builder).

mod args;
mod browser;
mod codes;
mod columns;
mod command;
mod environment;
mod interruption;
mod json;
mod output;
mod progress;
mod reading;
mod render;
mod supplied_fonts;
mod target;
mod typed;
mod usage;
mod visible;
mod workspace;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use args::{Cli, Command};
use interruption::Interruption;

/// Fewer seconds for the same pages and PDFs (docs/performance.md).
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a command ended, as its exit status says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Ending {
    /// Nothing blocks.
    Good = 0,
    /// Something keeps a report from being published; or something changed, where that was asked.
    Blocked = 1,
    /// Usage or environment.
    Failed = 2,
    /// Stopped by a signal: Ctrl-C, SIGTERM, a terminal that was closed.
    Interrupted = 130,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(ending as u8)
    }
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse_from(typed::arguments()) {
        Ok(cli) => cli,
        Err(error) => return usage(&error).into(),
    };
    told(run(cli, &Interruption::listen())).into()
}

/// Tells what ended the program before its end.
fn told(ended: anyhow::Result<Ending>) -> Ending {
    ended.unwrap_or_else(|error| {
        output::complain(&format!("{error:#}"));
        Ending::Failed
    })
}

fn run(cli: Cli, interruption: &Interruption) -> anyhow::Result<Ending> {
    let folder = cli.folder.as_deref();
    match cli.command {
        Command::New(args) => command::new(folder, &args),
        Command::Check(args) => command::check(folder, &args),
        Command::Build(args) => command::build(folder, &args, interruption),
        Command::Assemble(args) => command::assemble(folder, &args, interruption),
        Command::Publish(args) => command::publish(folder, &args),
        Command::Serve(args) => command::serve(folder, &args, interruption),
        Command::Compare(args) => command::compare(folder, &args),
        Command::Diff(args) => command::diff(folder, &args),
        Command::Export(args) => command::export(folder, &args),
        Command::Import(args) => command::import(folder, &args),
        Command::Status(args) => command::status(folder, &args),
        Command::ExplainTotal(args) => command::explain_total(folder, &args),
        Command::Lsp => command::lsp(folder),
        Command::Schema(args) => command::schema_files(folder, &args),
        Command::Migrate { dry_run } => command::migrate(folder, dry_run),
        Command::Fonts { fonts } => command::fonts(folder, &fonts),
        Command::Demo(args) => command::demo(folder, &args),
        Command::Explain { codes } => command::explain(&codes),
        Command::ReadDocument(args) => reading::answer(&args.name),
    }
}

fn usage(error: &clap::Error) -> Ending {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return told(output::print(&error.render().to_string()).map(|()| Ending::Good));
    }
    output::complain(&usage::explain(error));
    output::tell(usage::ways(error));
    Ending::Failed
}
