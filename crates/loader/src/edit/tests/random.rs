//! After any edit the file reads as the model with that one change, and the edit can be undone.

use std::sync::LazyLock;

use nianbao_model::{Decimal, FileId, Form, Report, Span, Spanned};
use proptest::prelude::*;

use super::super::layout::Held;
use super::super::locate::locate;
use super::super::{Action, Change, EditError, KeyPath, Step, Value, apply, edits, inverse, tree};
use super::sources::{mangled, reports};
use crate::keys::{self, Document, Shape};
use crate::lower::report_of;
use crate::open_file::OpenFile;
use crate::session::Sink;
use crate::yaml::{self, Content};

pub(super) static REPORTS: LazyLock<Vec<String>> = LazyLock::new(reports);
const YEAR: i16 = 2024;
const TEXTS: [&str; 12] = [
    "甲",
    "甲：乙，丙",
    "甲, 乙",
    "甲: 乙",
    "#甲",
    "甲 # 乙",
    "null",
    "'甲'",
    "\"甲\\乙\"",
    "- 甲",
    "{{ 申请 }}",
    "2025-01-20",
];

/// A change at a random place: each number decides one thing.
pub(super) fn change(shape: Shape, numbers: &[u16]) -> Option<Change> {
    let mut numbers = numbers.iter().map(|number| usize::from(*number));
    let (mut path, mut shape) = (KeyPath::default(), shape);
    let action = numbers.next()? % 8;
    loop {
        if let Some(item) =
            shape.item().filter(|_| !matches!(shape, Shape::Value(keys::ValueKind::ChoiceOrAgencies(_))))
        {
            let index = numbers.next()? % 3;
            let number = numbers.next()?;
            let path = path.item(index);
            return Some(match action {
                0 | 1 => Change::remove(path),
                2 | 3 if item.keys().is_empty() => Change::set(path, single(item, number)),
                2 | 3 => Change::set(path.key(item.keys()[0].key), Value::text("2025-02-28")),
                _ if item.keys().is_empty() => Change::insert(path, single(item, number)),
                _ => {
                    let entry = |place: keys::PlacedKey| (place.key.to_owned(), single(place.shape, number));
                    Change::insert(path, Value::Group(item.keys().into_iter().map(entry).collect()))
                }
            });
        }
        let below = shape.keys();
        // Mostly down to a single value.
        if below.is_empty() || shape.short().is_some() && numbers.next()? % 4 > 0 {
            break;
        }
        if action == 0 && path.steps().len() > 1 && numbers.next()? % 3 == 0 {
            return Some(Change::remove(path));
        }
        let place = below[numbers.next()? % below.len()];
        (path, shape) = (path.key(place.key), place.shape);
    }
    Some(if action < 2 { Change::remove(path) } else { Change::set(path, single(shape, numbers.next()?)) })
}

/// A single value that may stand at `shape`.
fn single(shape: Shape, number: usize) -> Value {
    let kind = match (shape, shape.short()) {
        (_, Some(short)) => short.value,
        (Shape::Value(kind), None) => kind,
        (Shape::Totals(_) | Shape::Figures(_) | Shape::Document(_), None) => keys::ValueKind::Figure,
    };
    Value::text(match kind {
        keys::ValueKind::Year => YEAR.to_string(),
        keys::ValueKind::Date => format!("2025-01-{:02}", number % 28 + 1),
        keys::ValueKind::Order | keys::ValueKind::Figure => (number % 500).to_string(),
        keys::ValueKind::YesOrNo => "true".to_owned(),
        keys::ValueKind::Choice(words) | keys::ValueKind::ChoiceOrAgencies(words) => {
            words[number % words.len()].word.to_owned()
        }
        keys::ValueKind::WebAddress => format!("https://a.cn/{number}?b=c#d"),
        keys::ValueKind::Colour => "#1a5fb4".to_owned(),
        _ => TEXTS[number % TEXTS.len()].to_owned(),
    })
}

/// What report.yaml says, without the places where it does.
fn said(report: &Report) -> String {
    let parts = (
        (&report.title, report.status, &report.published, &report.source, &report.filing, &report.signature),
        (&report.corrections, &report.aggregation, &report.figures, &report.notes, &report.stated, &report.acceptances),
    );
    let text = format!("{parts:?}");
    let mut pieces = text.split("Span { file");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |said, piece| said + piece.split_once('}').map_or("", |(_, rest)| rest))
}

/// How many comments there are: lines, and those put behind values.
fn comments(text: &str) -> usize {
    text.lines().filter(|line| line.trim_start().starts_with('#')).count() + text.matches(" # 注").count()
}

pub(super) fn is_readable(text: &str) -> bool {
    tree(&OpenFile { id: FileId(0), text: text.into() }).is_ok()
}

fn read(text: &str) -> Option<Report> {
    let file = OpenFile { id: FileId(0), text: text.into() };
    let mut sink = Sink::default();
    let root = yaml::parse(&file, &mut sink)?;
    report_of(&file, &mut sink, YEAR, &root)
}

/// The report with the change, made on the model: figures, remarks, and some of the rest.
fn on_the_model(mut report: Report, change: &Change) -> Option<Report> {
    let Action::Set(Value::Text(text)) = &change.action else { return None };
    let mut words: Vec<&str> = Vec::new();
    for step in change.path.steps() {
        let Step::Key(word) = step else { return None };
        words.push(word);
    }
    let spanned = || Some(Spanned::new(text.clone(), Span::new(FileId(0), 0, 0)));
    match words.as_slice() {
        ["标题"] => report.title = spanned(),
        ["来源"] => report.source = spanned(),
        ["索引号"] => report.filing.index = spanned(),
        ["文号"] => report.filing.document = spanned(),
        [table, ..] if report.form.keys().child(table).is_some() => {
            let (path, remark) = match words.split_last()? {
                (&"注", path) => (path, Some(text.clone())),
                (&"数", path) => (path, None),
                _ => (words.as_slice(), None),
            };
            let address = report.form.look_up(&path.join(".")).ok()?;
            let mut cell = report.figures.cell(&address).cloned().unwrap_or_default();
            // A remark alone is no cell.
            if remark.is_some() && cell.written.as_deref().is_none_or(str::is_empty) && cell.value.is_zero() {
                return None;
            }
            if remark.is_some() {
                cell.remark = remark;
            } else {
                (cell.value, cell.written) = (text.parse::<Decimal>().ok()?, None);
            }
            cell.span = Some(Span::new(FileId(0), 0, 0));
            report.figures.set(&address, cell);
            // Typed tables beside 汇总 are what is printed.
            report.aggregation.iter_mut().for_each(|aggregation| aggregation.typed = true);
        }
        _ => return None,
    }
    Some(report)
}

/// Makes a change and holds what came of it against what should have.
fn held_against_the_model(text: &str, change: &Change) -> Result<(), TestCaseError> {
    let document = Document::Report(Form::latest());
    let made = match edits(FileId(0), text, document, change) {
        Ok(made) => made,
        Err(EditError::NoItem(_) | EditError::SingleValue(_)) => return Ok(()),
        Err(error) => return Err(TestCaseError::fail(format!("{error:?}\n{change:?}\n{text}"))),
    };
    let new = apply(text, &made);
    prop_assert_eq!(apply(&new, &inverse(text, &made)), text, "undone");
    prop_assert_eq!(new.contains("\r\n"), text.contains("\r\n") && new.contains('\n'), "{}", &new);
    prop_assert!(!text.contains("\r\n") || !new.replace("\r\n", "").contains('\n'), "{}", &new);
    // What precedes the last line of a file without a final line break may be a blank line.
    let ends = change.action != Action::Remove || text.ends_with('\n');
    if ends && text.lines().count() > 1 && new.lines().count() > 1 {
        prop_assert_eq!(new.ends_with('\n'), text.ends_with('\n'), "{:?}\n{}", change, &new);
    }
    if change.action != Action::Remove {
        prop_assert!(comments(text) <= comments(&new), "{:?}\n{}", change, &new);
    }
    if let Some(expected) = read(text).and_then(|report| on_the_model(report, change)) {
        let found = read(&new).ok_or_else(|| TestCaseError::fail("is a report"))?;
        let (found, expected) = (said(&found), said(&expected));
        let at = found.chars().zip(expected.chars()).take_while(|(a, b)| a == b).count().saturating_sub(40);
        let near = |said: &str| said.chars().skip(at).take(120).collect::<String>();
        prop_assert!(found == expected, "{:?}\n{}\n{}\n{}", change, near(&found), near(&expected), &new);
    }
    put_in_and_removed(text, &new, change)
}

/// What was put in beside something can be taken away again, and nothing of it is left.
fn put_in_and_removed(text: &str, new: &str, change: &Change) -> Result<(), TestCaseError> {
    let document = Document::Report(Form::latest());
    let old = OpenFile { id: FileId(0), text: text.into() };
    let root = tree(&old).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let at = |count| locate(text, &root, document.shape(), &change.path, count).ok().flatten();
    let steps = change.path.steps().len();
    let fills = |held: &Held<'_>| match &held.node.content {
        Content::Map(entries) => entries.len() > 1,
        Content::List(items) => items.len() > 1,
        Content::Scalar(_) => false,
    };
    let grew = at(steps - 1).is_some_and(|(held, _)| fills(&held));
    if grew && (matches!(change.action, Action::Insert(_)) || at(steps).is_none() && change.action != Action::Remove) {
        let made = edits(FileId(0), new, document, &Change::remove(change.path.clone()));
        let made = made.map_err(|error| TestCaseError::fail(format!("{error:?}\n{new}")))?;
        prop_assert_eq!(apply(new, &made), text, "{:?}\n{}", change, new);
    }
    Ok(())
}

// 256 edits; `PROPTEST_CASES=10000` makes more.
proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn after_an_edit_the_file_says_the_same_but_for_the_change(
        source in 0_usize..10, bits in 0_u16..512, numbers in prop::collection::vec(any::<u16>(), 16),
    ) {
        let source = &REPORTS[source % REPORTS.len()];
        // Some ways of writing do not go together.
        let text = Some(mangled(source, bits)).filter(|text| is_readable(text)).unwrap_or_else(|| source.clone());
        if let Some(change) = change(Document::Report(Form::latest()).shape(), &numbers) {
            held_against_the_model(&text, &change)?;
        }
    }
}
