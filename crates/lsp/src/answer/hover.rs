//! What the key, the figure or the look-up under the cursor means.

use gen_lsp_types::{Contents, Hover, HoverParams, MarkupContent, MarkupKind};
use nianbao_loader::keys::{Declaration, ValueKind};

use super::figure;
use super::key::Way;
use super::quotes::figures;
use super::target::Target;
use crate::session::Session;
use crate::yaml::{Cursor, Outline, cursor};

/// What is to be said of the place that is asked for.
pub(super) fn hover(session: &Session, params: &HoverParams) -> Option<Hover> {
    let target = Target::of(session, &params.text_document_position_params)?;
    let (text, range) = match target.subject.document(session.form(&target.subject)) {
        Some(document) => {
            let outline = Outline::of(target.text);
            let entry = match cursor(target.text, &outline, target.at)? {
                Cursor::Key { entry, .. } => entry?,
                Cursor::Value { entry, .. } => entry,
            };
            let range = outline.entries.get(entry)?.key.clone();
            (of_key(session, &target, &Way::to(&outline, Some(entry), document.shape())?)?, range)
        }
        None => of_look_up(session, &target)?,
    };
    let range = session.lines(target.text).range(range);
    let contents = MarkupContent { kind: MarkupKind::Markdown, value: text };
    Some(Hover { contents: Contents::MarkupContent(contents), range: Some(range) })
}

/// What a declared key is for, or what is known of a figure.
fn of_key(session: &Session, target: &Target<'_>, way: &Way) -> Option<String> {
    let key = way.keys.last()?;
    let Declaration::Declared(declared) = key.declaration else { return of_figure(session, target, way) };
    // Below a cell, 数 is the figure itself.
    if let (ValueKind::Figure, Some(told)) = (declared.value, of_figure(session, target, way)) {
        return Some(told);
    }
    let example = if declared.example.is_empty() {
        String::new()
    } else {
        format!("\n\n例：`{}: {}`", declared.key, declared.example)
    };
    let choices = match declared.value {
        ValueKind::Choice(choices) | ValueKind::ChoiceOrAgencies(choices) => {
            choices.iter().flat_map(|choice| ["\n- ", choice.word, "：", choice.explanation]).collect()
        }
        _ => String::new(),
    };
    let choices = if choices.is_empty() { choices } else { format!("\n{choices}") };
    Some(format!("**{}**（{}）\n\n{}。{choices}{example}", declared.key, declared.name, declared.explanation))
}

fn of_figure(session: &Session, target: &Target<'_>, way: &Way) -> Option<String> {
    let figure = way.figure()?;
    let form = session.form(&target.subject);
    let node = figure.node?;
    let Some(address) = &node.address else {
        let parts: Vec<&str> = node.children.iter().map(|child| child.key).collect();
        return Some(format!("**{}**\n\n分项填写：{}。", node.key, parts.join("、")));
    };
    let (agency, year) = target.subject.report()?;
    let told = session.agency(agency).map(|agency| figure::told(agency, year, &figure.path.join(".")));
    let told = told.filter(|told| !told.is_empty()).unwrap_or_else(|| format!("**{}**", form.label(address)));
    let above = figure.above.map(|above| format!("“{}”里的数：{}。\n\n", above.key, above.explanation));
    Some(above.unwrap_or_default() + &told)
}

fn of_look_up(session: &Session, target: &Target<'_>) -> Option<(String, std::ops::Range<usize>)> {
    let all = figures(target.text, session.form(&target.subject));
    let found = all.into_iter().find(|it| (it.look_up.range.start..=it.look_up.range.end).contains(&target.at))?;
    let (agency, year) = target.subject.report()?;
    let told = session.agency(agency).map(|agency| figure::told(agency, year, &found.path));
    let told = told.filter(|told| !told.is_empty());
    let told = told.unwrap_or_else(|| format!("**{}**", session.form(&target.subject).label(&found.address)));
    Some((told, found.look_up.range))
}
