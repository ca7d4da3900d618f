//! `nianbao diff`: what changed between two states of the workspace, in words and tables.

mod json;
mod keys;
mod problems;
mod report;
mod sides;
mod text;
mod told;
mod wording;

use std::path::Path;

use nianbao_builder::Templates;
use nianbao_builder::html::{ChangesPage, Pages};
use nianbao_disk::write_result;
use nianbao_workspace::Checked;
use nianbao_workspace::changes::Changes;

use crate::args::{DenyArgs, DiffArgs, DiffFormat};
use crate::{Ending, environment, output, target, workspace};
use sides::{Origin, Sides};

pub(crate) fn diff(folder: Option<&Path>, args: &DiffArgs) -> anyhow::Result<Ending> {
    let Sides { before, after, agency } = sides::choose(folder, args)?;
    // What is the same in both states is read and judged once.
    let (mut checker, today) = (workspace::checker(DenyArgs::default()), environment::day()?);
    let old = before.check(&mut checker, today)?;
    let new = after.check(&mut checker, today)?;
    let changes = narrowed(Changes::between(&old, &new), args, agency, [&old, &new])?;
    let compared = ComparedStates { changes, before: (&before.origin, &old), after: (&after.origin, &new) };
    let shown = match args.format {
        DiffFormat::Text => text::render(&compared, args.out.is_none() && output::coloured()),
        DiffFormat::Html => page(&compared)?,
        DiffFormat::Json => json::render(&compared),
    };
    hand_over(&shown, args, [&before.origin, &after.origin])?;
    let told = args.exit_code && !compared.changes.is_empty();
    Ok(if told { Ending::Blocked } else { Ending::Good })
}

/// What is shown, whichever way.
struct ComparedStates<'a> {
    changes: Changes,
    before: (&'a Origin, &'a Checked),
    after: (&'a Origin, &'a Checked),
}

/// The part that was asked for. `agency` is a word that is no revision.
fn narrowed(
    changes: Changes,
    args: &DiffArgs,
    agency: Option<String>,
    [old, new]: [&Checked; 2],
) -> anyhow::Result<Changes> {
    let mut filter = args.selection.filter();
    let typed = agency.clone().filter(|_| args.from.is_none());
    filter.agencies.extend(agency);
    let narrowed = changes.narrowed(&filter, old, new);
    match typed {
        Some(word) => {
            narrowed.map_err(|error| anyhow::anyhow!("“{word}”不是 git 里的版本，当作机关也没有找到：{error}"))
        }
        None => Ok(narrowed?),
    }
}

fn page(compared: &ComparedStates) -> anyhow::Result<String> {
    let templates = Templates::built_in();
    let states = [compared.before.0, compared.after.0].map(Origin::said);
    let page = ChangesPage::new(states, told::summary(&compared.changes), told::groups(compared), &templates);
    Ok(Pages::new(&templates)?.changes(&page)?)
}

fn hand_over(shown: &str, args: &DiffArgs, origins: [&Origin; 2]) -> anyhow::Result<()> {
    let Some(file) = &args.out else {
        return if args.format == DiffFormat::Text { output::print(shown) } else { output::hand_over(shown) };
    };
    for folder in origins.into_iter().filter_map(Origin::folder) {
        target::make_sure_is_outside_content(file, folder)?;
    }
    write_result(file, shown.as_bytes())?;
    output::print_line(&format!("写在 {}。", file.display()))
}
