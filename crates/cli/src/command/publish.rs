//! Check, then publish: what `build` and `assemble` have in common.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use nianbao_builder::{BuildError, Options, Outcome, Task, Templates};
use nianbao_workspace::Checked;

use crate::args::{Format, PublishArgs};
use crate::interruption::Interruption;
use crate::progress::Progress;
use crate::workspace::Examined;
use crate::{Ending, environment, output, render, target, workspace};

/// Checks the workspace at or above `folder` and makes what `task` says, if nothing blocks.
pub(super) fn publish(
    folder: Option<&Path>,
    args: &PublishArgs,
    task: &Task,
    interruption: &Interruption,
) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let out = args.out.clone().unwrap_or_else(|| folder.join(place(task)));
    target::make_sure_is_apart(&out, &folder)?;
    let fonts = (!args.no_pdf).then(|| environment::font_folders(&args.fonts.font_path));
    let examined = workspace::examine(&folder, args.deny, &args.selection.filter(), fonts)?;
    let Examined { mut checked, templates, .. } = examined;
    let format = args.format.format;
    if checked.is_blocked() {
        return refuse(&checked, format);
    }
    let cancelled = cancelled_by(interruption);
    match make(&folder, &checked, &templates, args, task, out, &cancelled) {
        Ok(outcome) => {
            report(&checked, task, &outcome, format)?;
            Ok(Ending::Good)
        }
        Err(error) => match error.downcast::<BuildError>() {
            Ok(BuildError::Findings(findings)) => {
                checked.add(findings);
                refuse(&checked, format)
            }
            Ok(BuildError::Interrupted) => {
                output::complain(&BuildError::Interrupted.to_string());
                Ok(Ending::Interrupted)
            }
            Ok(BuildError::Shards(problems)) => {
                output::tell(&format!("错误：{problems}\n"));
                Ok(Ending::Failed)
            }
            Ok(error) => Err(error.into()),
            Err(error) => Err(error),
        },
    }
}

fn make(
    folder: &Path,
    checked: &Checked,
    templates: &Templates,
    args: &PublishArgs,
    task: &Task,
    out: PathBuf,
    cancel: &AtomicBool,
) -> anyhow::Result<Outcome> {
    let municipality = checked.municipality()?;
    let fonts =
        (!args.no_pdf).then(|| environment::font_folders(&args.fonts.font_path).with_site(&municipality.site, folder));
    let options = Options {
        out,
        task: task.clone(),
        content: content(checked),
        fonts,
        jobs: args.jobs.map_or_else(all_processors, usize::from),
        complete: checked.complete,
        source_date: environment::source_date()?,
        cancel,
    };
    Ok(nianbao_builder::build(municipality, templates, &options, &Progress::new())?)
}

/// What people wrote, by path. Templates stand among the sources as well, so that findings can point into them.
fn content(checked: &Checked) -> Vec<(&str, &str)> {
    let files = checked.sources.files().map(|file| (file.path(), file.text()));
    files.filter(|(path, _)| path.starts_with("content/")).collect()
}

/// Where it goes unless somebody says otherwise.
fn place(task: &Task) -> String {
    match task {
        Task::Everything | Task::Assembly(_) => "dist".to_owned(),
        Task::Shard(shard) => format!("shards/{}-of-{}", shard.number(), shard.of()),
    }
}

fn refuse(checked: &Checked, format: Format) -> anyhow::Result<Ending> {
    output::print(&render::findings(checked, format, output::coloured()))?;
    if !format.is_for_machines() {
        output::complain("有妨碍发布的问题，没有生成，原来的内容没有改动");
    }
    Ok(Ending::Blocked)
}

fn report(checked: &Checked, task: &Task, outcome: &Outcome, format: Format) -> anyhow::Result<()> {
    output::print(&render::findings(checked, format, output::coloured()))?;
    if !format.is_for_machines() {
        let Outcome { target, reports, pages, pdfs } = outcome;
        let here = env::current_dir().unwrap_or_default();
        let shown = target.strip_prefix(here).unwrap_or(target).display();
        let done = match task {
            Task::Everything => "生成了".to_owned(),
            Task::Shard(shard) => format!("第 {shard} 片生成了"),
            Task::Assembly(shards) => format!("核对了 {} 片，合成了", shards.len()),
        };
        output::print_line(&format!("{done} {reports} 份报告，{pages} 个网页，{pdfs} 个 PDF，在文件夹 {shown}。"))?;
    }
    Ok(())
}

fn all_processors() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Becomes true at a signal. The earlier publication is whole then, or the new one.
fn cancelled_by(interruption: &Interruption) -> Arc<AtomicBool> {
    let cancelled = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&cancelled);
    interruption.ends_with(Ending::Interrupted, move || flag.store(true, Ordering::Relaxed));
    cancelled
}
