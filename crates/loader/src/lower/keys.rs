//! Keys that are not known where they stand: words in the wrong place, and words near to a known one.

use nianbao_model::form::{KeyNode, Unkeyed};
use nianbao_model::{Diagnostic, Form};

use super::before::Before;
use super::figures::totals;
use super::syntax;
use crate::codes::settings::UNKNOWN_KEY;
use crate::keys::Names;
use crate::nearest::{is_certain, listed, nearest};
use crate::open_file::OpenFile;
use crate::session::Sink;
use crate::yaml::{self, Content, Entry};

/// The keys that may stand in a mapping.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) names: Vec<Names>,
    /// Those that are offered for a mistyped one; what could only be refused again is not among them.
    pub(super) offered: Vec<&'static str>,
    /// Whether its figures add up to totals that nobody writes down here.
    pub(super) adds_up: bool,
}

impl Known {
    /// Keys of which each may be offered.
    pub(super) fn all(names: Vec<Names>) -> Self {
        Self { offered: names.iter().map(|(key, _)| *key).collect(), names, adds_up: false }
    }
}

/// Says what is wrong with `entry`, whose key is none of `known`, and with the syntax of its value. Gives the key
/// beside it below which it belongs, if it does. `unwritten` are the keys that it may stand for.
pub(super) fn unknown(
    file: &OpenFile,
    sink: &mut Sink,
    (known, unwritten): (&Known, &[&'static str]),
    entry: &Entry,
    before: Before<'_>,
) -> Option<&'static str> {
    if let Content::Map(_) | Content::List(_) = &entry.value.content {
        sink.report_all(yaml::syntax_findings(file, entry.value.span.start..entry.value.span.end));
    }
    if let Some(finding) = syntax::in_key(file, entry, before, &known.names) {
        sink.report(finding);
        return None;
    }
    let word = entry.key.value.as_str();
    if known.adds_up && totals::is_called(word) {
        sink.report(totals::typed(&format!("“{word}”"), entry.key.span));
        return None;
    }
    let finding = Diagnostic::new(&UNKNOWN_KEY, format!("无法识别“{word}”")).at(entry.key.span, "");
    if let Some(home) = home(sink.form(), word, before) {
        sink.report(finding.help(format!("“{word}”应写在“{home}”下面，比它多缩进两个空格。")));
        return Some(home);
    }
    if let Some(heading) = sink.form().unkeyed(word) {
        sink.report(finding.help(without_level(&heading)));
        return None;
    }
    sink.report(match nearest(word, unwritten.iter().copied()) {
        Some(near) if is_certain(word, near) => finding.help(format!("是不是“{near}”？")).suggest(entry.key.span, near),
        Some(near) => finding.help(format!("是不是“{near}”？")),
        None => finding.help(format!("这里可以写{}。", listed(unwritten.iter().copied()))),
    });
    None
}

/// The keys that a mistyped one may stand for: those that are not there already.
pub(super) fn unwritten(entries: &[Entry], known: &Known) -> Vec<&'static str> {
    let written = |word: &str| entries.iter().any(|entry| entry.key.value == word);
    let free = known.names.iter().filter(|(key, name)| !written(key) && !written(name)).map(|(key, _)| *key);
    free.filter(|key| known.offered.contains(key)).collect()
}

/// The key below which `word` belongs: the empty one that stands before it, or the only one that there is.
fn home(form: &'static Form, word: &str, before: Before<'_>) -> Option<&'static str> {
    let homes = homes(form.keys(), word);
    match homes.as_slice() {
        [home] => Some(home),
        homes => homes.iter().find(|home| before.absent.is_some_and(|entry| entry.key.value == **home)).copied(),
    }
}

/// The keys of the form under which `word` belongs.
fn homes(key: &KeyNode, word: &str) -> Vec<&'static str> {
    let here = key.child(word).filter(|_| !key.key.is_empty()).map(|_| key.key);
    here.into_iter().chain(key.children.iter().flat_map(|child| homes(child, word))).collect()
}

/// What to do about a heading that the form prints but report.yaml does without.
fn without_level(heading: &Unkeyed) -> String {
    let below = listed(heading.below.iter().copied());
    let place = heading.beside.map_or_else(|| "写在这里".to_owned(), |beside| format!("与“{beside}”并列"));
    format!("{below}直接{place}，不套“{}”这一层。", heading.label)
}
