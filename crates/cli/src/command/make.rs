//! Check, then make: what `build` and `assemble` have in common.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{env, thread};

use nianbao_builder::pdf::FontFolders;
use nianbao_builder::{BuildError, Options, Outcome, Repeat, Task, Templates, Timings, address, first_few};
use nianbao_disk::write_result;
use nianbao_model::{AgencyId, Municipality};
use nianbao_workspace::{Checked, Filter, Intent, Publication};

use super::timings::{self, WHOLE};
use crate::args::{Format, MakeArgs};
use crate::interruption::Interruption;
use crate::progress::Progress;
use crate::render::Unfilled;
use crate::workspace::Examined;
use crate::{Ending, environment, output, render, target, visible, workspace};

/// Where a workspace keeps what was made, for later builds. It may be removed at any time.
const CACHE: &str = ".nianbao/cache";

/// More reports that are gone are not named one by one.
const NAMED: usize = 8;

/// Checks the workspace at or above `folder` and makes what `task` says, if nothing blocks.
pub(super) fn make(
    folder: Option<&Path>,
    args: &MakeArgs,
    task: &Task,
    interruption: &Interruption,
) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let out = args.out.clone().unwrap_or_else(|| folder.join(place(task, args.drafts)));
    target::make_sure_is_apart(&out, &folder)?;
    let repeat = repeat(&folder, args, task, &out)?;
    if let Some(told) = repeat.as_ref().and_then(Repeat::told) {
        output::print(&told)?;
        return Ok(Ending::Good);
    }
    let timings = Timings::default();
    let fonts = (!args.no_pdf).then(|| environment::font_folders(&args.fonts.font_path));
    let examine = || workspace::examine(&folder, args.deny, &Filter::default(), fonts);
    let Examined { checked, templates, .. } = timings.time("读取和检查", examine)?;
    let mut publication = checked.publication(args.intent(), &args.selection.filter())?;
    let format = args.format.format;
    if publication.is_blocked() {
        return refuse(&publication.checked, format);
    }
    if publication.is_empty() {
        return refuse_nothing(&publication, format);
    }
    let cancelled = cancelled_by(interruption);
    let checked = &mut publication.checked;
    match built(&folder, checked, &templates, args, task, out, &Watch { timings: &timings, cancel: &cancelled }) {
        Ok(outcome) => {
            output::print(&report(&publication, task, &outcome, format))?;
            tell_timings(args, &timings)?;
            if !publication.left_out.is_empty() {
                return Ok(Ending::Blocked);
            }
            if let Some(repeat) = repeat.filter(|_| outcome.settled) {
                let fonts = fonts_of(&publication.checked, args, &folder)?;
                repeat.remember(fonts.as_ref(), report(&publication, task, &outcome.repeated(), format));
            }
            Ok(Ending::Good)
        }
        Err(error) => match error.downcast::<BuildError>() {
            Ok(BuildError::Findings(findings)) => {
                checked.add(findings);
                refuse(checked, format)
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

/// What is remembered of builds of the workspace in `folder` that are asked for in this way, unless all is to be made anew or watched.
fn repeat(folder: &Path, args: &MakeArgs, task: &Task, out: &Path) -> anyhow::Result<Option<Repeat>> {
    if args.no_cache || is_asked(args) || matches!(task, Task::Assembly(_)) {
        return Ok(None);
    }
    let sources = ["content", "templates"].map(|name| folder.join(name));
    let fonts = environment::font_folders(&args.fonts.font_path);
    let (here, day, epoch) = (env::current_dir().ok(), environment::day()?, environment::source_date()?);
    let asked = format!("{args:?} {task:?} {fonts:?} {here:?} {day} {epoch:?} {}", output::coloured());
    Ok(Repeat::new(&folder.join(CACHE), sources.to_vec(), out, asked))
}

/// Where fonts are; nothing where no PDFs are asked for.
fn fonts_of(checked: &Checked, args: &MakeArgs, folder: &Path) -> anyhow::Result<Option<FontFolders>> {
    let municipality = checked.municipality()?;
    let fonts = || environment::font_folders(&args.fonts.font_path).with_site(&municipality.site, folder);
    Ok((!args.no_pdf).then(fonts))
}

/// What a build is watched with.
struct Watch<'a> {
    /// How long it takes.
    timings: &'a Timings,
    /// Whether it is to stop.
    cancel: &'a AtomicBool,
}

fn built(
    folder: &Path,
    checked: &Checked,
    templates: &Templates,
    args: &MakeArgs,
    task: &Task,
    out: PathBuf,
    watch: &Watch,
) -> anyhow::Result<Outcome> {
    let municipality = checked.municipality()?;
    let fonts = fonts_of(checked, args, folder)?;
    let options = Options {
        out,
        task: task.clone(),
        content: content(checked),
        fonts,
        cache: (!args.no_cache).then(|| folder.join(CACHE)),
        timings: is_asked(args).then_some(watch.timings),
        jobs: args.jobs.map_or_else(all_processors, usize::from),
        complete: checked.complete,
        proof: args.drafts,
        source_date: environment::source_date()?,
        cancel: watch.cancel,
    };
    Ok(watch.timings.time(WHOLE, || nianbao_builder::build(municipality, templates, &options, &Progress::new()))?)
}

/// Shows and writes how long everything took, as far as that is asked for.
fn tell_timings(args: &MakeArgs, timings: &Timings) -> anyhow::Result<()> {
    if args.timings {
        output::tell(&timings::table(timings));
    }
    match &args.trace {
        Some(file) => Ok(write_result(file, timings::trace(timings).as_bytes())?),
        None => Ok(()),
    }
}

fn is_asked(args: &MakeArgs) -> bool {
    args.timings || args.trace.is_some()
}

/// What people wrote, by path. Templates stand among the sources as well, so that findings can point into them.
fn content(checked: &Checked) -> Vec<(&str, &str)> {
    let files = checked.sources.files().map(|file| (file.path(), file.text()));
    files.filter(|(path, _)| path.starts_with("content/")).collect()
}

/// Where it goes unless somebody says otherwise.
fn place(task: &Task, drafts: bool) -> String {
    match task {
        Task::Everything | Task::Assembly(_) => if drafts { "drafts" } else { "dist" }.to_owned(),
        Task::Shard(shard) => format!("shards/{}-of-{}", shard.number(), shard.of()),
    }
}

fn refuse(checked: &Checked, format: Format) -> anyhow::Result<Ending> {
    output::print(&render::findings(checked, format, output::coloured(), Unfilled::Counted))?;
    if !format.is_for_machines() {
        output::complain("有妨碍发布的问题，没有生成，原来的内容没有改动");
    }
    Ok(Ending::Blocked)
}

/// Nothing can be made: what was made earlier must not be replaced by nothing.
fn refuse_nothing(publication: &Publication, format: Format) -> anyhow::Result<Ending> {
    // People need not be told that nothing was found in nothing.
    if format.is_for_machines() || !publication.checked.findings.is_empty() {
        output::print(&render::findings(&publication.checked, format, output::coloured(), Unfilled::Counted))?;
    }
    if !format.is_for_machines() {
        let (drafts, left_out) = (publication.drafts, publication.left_out.len());
        let kept = "没有生成，原来的内容没有改动";
        output::complain(&match publication.intent {
            Intent::Proof => format!("{left_out} 份报告都印不出来，{kept}：读不出的，照上面列出的问题改好，再运行一次"),
            Intent::Publication { .. } if drafts == 0 => {
                format!("{left_out} 份报告都有妨碍发布的问题，{kept}：照上面列出的问题改好，再运行一次")
            }
            Intent::Publication { .. } => format!(
                "没有可以公开的报告（起草中 {drafts} 份），{kept}；写好了的，把 report.yaml 里的状态改成“可公开”，只想看看的，用 build --drafts"
            ),
        });
    }
    Ok(Ending::Blocked)
}

/// What was found and what was made, in words.
fn report(publication: &Publication, task: &Task, outcome: &Outcome, format: Format) -> String {
    let mut told = render::findings(&publication.checked, format, output::coloured(), Unfilled::Counted);
    if format.is_for_machines() {
        return told;
    }
    let Outcome { target, reports, pages, pdfs, kept, dropped, settled: _ } = outcome;
    let here = env::current_dir().unwrap_or_default();
    let shown = target.strip_prefix(here).unwrap_or(target).display();
    let done = match task {
        Task::Everything => "生成了".to_owned(),
        Task::Shard(shard) => format!("第 {shard} 片生成了"),
        Task::Assembly(shards) => format!("核对了 {} 片，合成了", shards.len()),
    };
    let done = if publication.intent == Intent::Proof { format!("{done}草稿") } else { done };
    let made = format!("{done} {reports} 份报告，{pages} 个网页，{pdfs} 个 PDF，在文件夹 {shown}。");
    let shared = (*kept > 0).then(|| format!("网页和 PDF：生成 {}，沿用 {kept}。", pages + pdfs - kept));
    let rest = stays_out(publication).into_iter().chain(is_gone(publication, dropped));
    for line in std::iter::once(made).chain(shared).chain(rest) {
        told += &visible::line(&line);
        told.push('\n');
    }
    told
}

/// The reports that stay out, and why.
fn stays_out(publication: &Publication) -> Vec<String> {
    let mut lines = Vec::new();
    if publication.drafts > 0 {
        lines.push(format!("起草中 {} 份，未收入。", publication.drafts));
    }
    let released = publication.released();
    if publication.intent != Intent::Proof && released > 0 {
        lines.push(format!("其中 {released} 份是可公开，还没有用 nianbao publish 定下公布日期、存档。"));
    }
    if publication.intent == Intent::Proof && publication.unfinished() > 0 {
        lines.push(format!(
            "其中 {} 份还没有填完，或者有读不出的内容，照读出的印：没有查实的数写着“待核对”，在数据文件和网页的合计里按 0 计。",
            publication.unfinished()
        ));
    }
    if publication.missing > 0 {
        lines.push(format!("还缺 {} 份；nianbao status 列出是哪几个机关。", publication.missing));
    }
    lines.extend(left_out(publication));
    lines
}

/// The reports that stay out for what was found in them, each with the reason.
fn left_out(publication: &Publication) -> Vec<String> {
    let named = publication.left_out.iter().map(|report| {
        let reason = publication.reason(report).unwrap_or("它要加的报告没有全部收入");
        format!("  {}：{}", called(publication, address(&report.0), report.1), visible::line(reason))
    });
    let what = if publication.intent == Intent::Proof { "印不出来的" } else { "有问题的" };
    let head = format!("{what} {} 份，未收入：", publication.left_out.len());
    if publication.left_out.is_empty() { Vec::new() } else { std::iter::once(head).chain(named).collect() }
}

/// The reports that the public could read until now and cannot any more: a folder may have got lost.
fn is_gone(publication: &Publication, dropped: &[(String, i16)]) -> Option<String> {
    let named: Vec<String> = dropped.iter().map(|(agency, year)| called(publication, agency, *year)).collect();
    let told = || format!("上一次公开、这一次没有的 {} 份：{}。", named.len(), first_few(&named, NAMED));
    (!named.is_empty()).then(told)
}

/// What a report is called: by its agency's name with the folder, by the folder alone where the agency is gone.
fn called(publication: &Publication, agency: &str, year: i16) -> String {
    let agencies = || publication.checked.municipality.iter().flat_map(Municipality::agencies);
    match agencies().find(|known| address(&known.id) == agency) {
        Some(known) if known.id == AgencyId::root() => format!("{} {year} 年", known.name.value),
        Some(known) => format!("{}（{agency}）{year} 年", known.name.value),
        None => format!("{agency} {year} 年"),
    }
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
