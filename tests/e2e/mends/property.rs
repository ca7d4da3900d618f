//! Whatever happened to a text: mending twice is mending once, finds nothing new, and leaves all else as it was.
//!
//! `NIANBAO_MENDS=10000` tries as many cases as somebody wants to wait for.

use std::collections::BTreeMap;
use std::env;

use jiff::civil::date;
use nianbao_loader::{Files, LoadError, Memory};
use nianbao_model::{AgencyId, Diagnostic, Severity};
use nianbao_tests::Tree;
use nianbao_workspace::{Checked, Mended, check, mend};

use super::bases::{bases, drafts};
use super::mutations::{Chance, mutated};

fn judge(files: &dyn Files) -> Result<Checked, LoadError> {
    check(files, nianbao_builder::codes(), Severity::Error, date(2025, 3, 1))
}

fn mended(tree: &Tree) -> Mended {
    let files: Memory = tree.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    mend(&files, judge).unwrap()
}

/// The files as they are then written: a byte order mark stays.
fn written(tree: &Tree, mended: &Mended) -> Tree {
    let mut after = tree.clone();
    for (file, text) in &mended.files {
        let bytes = after.get_mut(mended.before.sources.path(*file)).unwrap();
        let mark: &[u8] = if bytes.starts_with(b"\xEF\xBB\xBF") { b"\xEF\xBB\xBF" } else { b"" };
        *bytes = [mark, text.as_bytes()].concat();
    }
    after
}

type Counts = BTreeMap<(Option<AgencyId>, Option<i16>), (BTreeMap<&'static str, usize>, bool)>;

/// How often each code was found of each report, and whether it could not be read in full.
fn counts(findings: &[Diagnostic]) -> Counts {
    let mut counts = Counts::new();
    for finding in findings {
        let (codes, unreadable) = counts.entry((finding.agency.clone(), finding.year)).or_default();
        *codes.entry(finding.code.id).or_default() += 1;
        *unreadable |= finding.is_unreadable();
    }
    counts
}

/// What must not be, if it is, once a folder was `first` mended.
fn fault(tree: &Tree, first: &Mended) -> Option<String> {
    let after = written(tree, first);
    let second = mended(&after);
    if let Some(file) = second.files.keys().next() {
        return Some(format!("{} is altered again", second.before.sources.path(*file)));
    }
    let (was, is) = (counts(&first.before.findings), counts(&second.before.findings));
    // Of what could not be read more is known now, and of what hangs on it.
    let hidden = was.values().any(|(_, unreadable)| *unreadable);
    for (report, (codes, unreadable)) in is {
        let (before, _) = was.get(&report).cloned().unwrap_or_default();
        let more = codes.iter().find(|(code, count)| before.get(*code).unwrap_or(&0) < count);
        if let Some((code, count)) = more.filter(|_| !hidden) {
            return Some(format!("{report:?}: {code} was found {:?} times, is found {count} times", before.get(code)));
        }
        if unreadable && !hidden {
            return Some(format!("{report:?} cannot be read any longer"));
        }
    }
    touched(tree, &after, first)
}

/// A line that was altered although no finding has an edit there.
fn touched(tree: &Tree, after: &Tree, mended: &Mended) -> Option<String> {
    let (sources, findings) = (&mended.before.sources, &mended.before.findings);
    for file in mended.files.keys() {
        let path = sources.path(*file);
        // What was in another encoding is compared as it was read.
        let all = |tree: &Tree| String::from_utf8(tree[path].clone());
        let (old, new) = (all(tree).unwrap_or_else(|_| sources.text(*file).to_owned()), all(after).unwrap());
        let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
        let edits = findings.iter().flat_map(|finding| &finding.edits).filter(|edit| edit.span.file == *file);
        let edits: Vec<_> = edits.map(|edit| sources.position(edit.span)).collect();
        let edited = |line: usize| edits.iter().any(|at| (at.line..=at.end_line).contains(&line));
        let unreadable = findings.iter().any(Diagnostic::is_unreadable);
        // An edit parts paragraphs or adds the line of dashes to a table; no line goes.
        if !(old.len()..=old.len() + 3 * edits.len()).contains(&new.len()) && !unreadable {
            return Some(format!("{path} has {} lines, had {}", new.len(), old.len()));
        }
        let mut left = new.iter();
        let untouched = old.iter().enumerate().filter(|(at, _)| !edited(at + 1) && !unreadable);
        let mut strange = untouched.filter(|(_, line)| !left.any(|found| found == *line));
        if let Some((at, line)) = strange.next() {
            return Some(format!("{path}:{}: {line:?} is gone", at + 1));
        }
    }
    None
}

#[test]
fn mending_twice_is_mending_once_and_finds_nothing_new() {
    let bases: Vec<(String, Tree)> = bases().into_iter().map(|(name, tree)| (name, drafts(tree))).collect();
    let asked = env::var("NIANBAO_MENDS").ok().and_then(|number| number.parse().ok());
    let seed: u64 = env::var("NIANBAO_SEED").ok().and_then(|number| number.parse().ok()).unwrap_or(1);
    let (mut faults, mut altered) = (Vec::new(), 0);
    for number in 0..asked.unwrap_or(300) {
        let mut chance = Chance(seed.wrapping_mul(1_000_003).wrapping_add(number));
        let (name, base) = &bases[chance.below(bases.len())];
        let mut tree = base.clone();
        let texts: Vec<String> =
            tree.keys().filter(|path| path.ends_with("report.yaml") || path.ends_with(".md")).cloned().collect();
        for _ in 0..=chance.below(4) {
            let Some(path) = texts.get(chance.below(texts.len())) else { continue };
            let Ok(text) = String::from_utf8(tree[path].clone()) else { continue };
            tree.insert(path.clone(), mutated(path, &text, &mut chance).into_bytes());
        }
        let first = mended(&tree);
        altered += usize::from(!first.files.is_empty());
        faults.extend(fault(&tree, &first).map(|fault| format!("{number} {name}: {fault}")));
    }
    assert!(altered > 20, "only {altered} cases have anything to mend");
    assert!(faults.is_empty(), "{} of them\n{}", faults.len(), faults.join("\n"));
}

/// Every example and the made-up city, as they are.
#[test]
fn every_finding_has_a_place() {
    for (name, tree) in bases() {
        let files: Memory = tree.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        let checked = judge(&files).unwrap();
        for finding in &checked.findings {
            let place = finding.place().unwrap_or_else(|| panic!("{name}: {finding:?} has no place"));
            let file = checked.sources.file(place.file).unwrap_or_else(|| panic!("{name}: {finding:?} is in no file"));
            assert!(file.text().get(place.start..place.end).is_some(), "{name}: {finding:?} is beyond its file");
        }
    }
}
