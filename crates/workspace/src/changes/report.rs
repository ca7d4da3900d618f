//! What changed of an agency's reports.

use std::collections::BTreeSet;

use nianbao_loader::{narrative_file, record_file, report_file};
use nianbao_model::{Agency, AgencyId, Record, Report, Status, TableId};
use nianbao_writer::{Field, report_fields};

use super::fields::{self, FieldChange};
use super::figures::{self, FigureChange, TableChanges};
use super::narrative::{self, SectionChanges};
use super::pictures::{self, PictureChange};
use super::text::blocks;
use super::{State, written};
use crate::Checked;

/// A report of which something changed.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportChanges {
    /// Its year.
    pub year: i16,
    /// What became of it as a whole.
    pub event: Option<ReportEvent>,
    /// What of it could not be read, so that nothing is said of that.
    pub unreadable: Vec<Unreadable>,
    /// The keys of report.yaml beside figures, and what record.yaml keeps (存档).
    pub fields: Vec<FieldChange>,
    /// The tables in which something changed.
    pub tables: Vec<TableChanges>,
    /// Figures of the office itself (本级).
    pub own: Vec<FigureChange>,
    /// The sections of the narrative in which something changed.
    pub narrative: Vec<SectionChanges>,
    /// Pictures.
    pub pictures: Vec<PictureChange>,
    /// The files that are written otherwise and say the same, from the workspace.
    pub rewritten: Vec<String>,
}

/// What became of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportEvent {
    /// It is new.
    Added(Extent),
    /// It is gone.
    Removed(Extent),
    /// It is there in both states, and cannot be read at all in this one.
    Unreadable(State),
}

/// How much stands in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Its state.
    pub status: Status,
    /// How many cells are not 0.
    pub figures: usize,
    /// How many characters its text has.
    pub characters: usize,
}

/// A file of which something could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// In which state.
    pub state: State,
    /// The file, from the workspace.
    pub file: String,
    /// How many places of it.
    pub places: usize,
}

/// A state of an agency.
#[derive(Clone, Copy)]
struct Holder<'c> {
    checked: &'c Checked,
    agency: Option<&'c Agency>,
    state: State,
}

/// The reports of an agency that changed. A state that does not have the agency has `None`.
pub(super) fn changes(
    before: &Checked,
    old: Option<&Agency>,
    after: &Checked,
    new: Option<&Agency>,
) -> Vec<ReportChanges> {
    let old = Holder { checked: before, agency: old, state: State::Before };
    let new = Holder { checked: after, agency: new, state: State::After };
    let years: BTreeSet<i16> = old.years().chain(new.years()).collect();
    years.into_iter().filter_map(|year| change(old, new, year)).collect()
}

impl<'c> Holder<'c> {
    fn years(self) -> impl Iterator<Item = i16> {
        let read = self.agency.into_iter().flat_map(|agency| agency.reports.keys().copied());
        let unread = self
            .checked
            .findings
            .iter()
            .filter(move |finding| finding.is_unreadable() && self.id().is_some_and(|id| finding.is_of(id)));
        read.chain(unread.filter_map(|finding| finding.year))
    }

    fn id(self) -> Option<&'c AgencyId> {
        self.agency.map(|agency| &agency.id)
    }

    fn report(self, year: i16) -> Option<&'c Report> {
        self.agency.and_then(|agency| agency.reports.get(&year))
    }

    /// The files in which something could not be read.
    fn unreadable(self, year: i16) -> Vec<Unreadable> {
        let mut files: Vec<Unreadable> = Vec::new();
        let Some(id) = self.id() else { return files };
        for finding in self.checked.findings.iter().filter(|one| one.is_unreadable() && one.is_about(id, year)) {
            let places = finding.labels.iter().filter(|label| label.primary).count().max(1);
            let path = finding.place().map_or("", |span| self.checked.sources.path(span.file));
            match files.iter_mut().find(|known| known.file == path) {
                Some(known) => known.places += places,
                None => files.push(Unreadable { state: self.state, file: path.to_owned(), places }),
            }
        }
        files
    }
}

fn change(old: Holder<'_>, new: Holder<'_>, year: i16) -> Option<ReportChanges> {
    if is_same(old, new, year) {
        return None;
    }
    let mut changes = nothing(year);
    changes.unreadable = [old.unreadable(year), new.unreadable(year)].concat();
    let unread = |state| changes.unreadable.iter().any(|one| one.state == state);
    match (old.report(year), new.report(year)) {
        (Some(before), Some(after)) => compare(&mut changes, before, after),
        (None, Some(_)) if unread(State::Before) => changes.event = Some(ReportEvent::Unreadable(State::Before)),
        (Some(_), None) if unread(State::After) => changes.event = Some(ReportEvent::Unreadable(State::After)),
        (None, Some(after)) => changes.event = Some(ReportEvent::Added(Extent::of(after))),
        (Some(before), None) => changes.event = Some(ReportEvent::Removed(Extent::of(before))),
        (None, None) => match (unread(State::Before), unread(State::After)) {
            (false, true) => changes.event = Some(ReportEvent::Unreadable(State::After)),
            (true, false) => changes.event = Some(ReportEvent::Unreadable(State::Before)),
            _ => {}
        },
    }
    changes.rewritten = rewritten(&changes, old, new);
    let unread = std::mem::take(&mut changes.unreadable);
    let differs = changes != nothing(year);
    changes.unreadable = unread;
    differs.then_some(changes)
}

/// Whether nothing can have changed: no file, no picture, and no report below that it adds up.
fn is_same(old: Holder<'_>, new: Holder<'_>, year: i16) -> bool {
    let Some(ids) = old.id().zip(new.id()) else { return false };
    let Some((before, after)) = old.report(year).zip(new.report(year)) else { return false };
    let files = [report_file, narrative_file, record_file].map(|file| (file(ids.0, year), file(ids.1, year)));
    let same = files.iter().all(|(path, other)| written::same(old.checked, path, new.checked, other));
    same && before.images == after.images && !before.is_added_up()
}

fn nothing(year: i16) -> ReportChanges {
    ReportChanges {
        year,
        event: None,
        unreadable: Vec::new(),
        fields: Vec::new(),
        tables: Vec::new(),
        own: Vec::new(),
        narrative: Vec::new(),
        pictures: Vec::new(),
        rewritten: Vec::new(),
    }
}

fn compare(changes: &mut ReportChanges, before: &Report, after: &Report) {
    changes.fields = fields::changes(&all_fields(before), &all_fields(after));
    // A value that could not be read is not gone.
    let unread =
        |state| changes.unreadable.iter().any(|one| one.state == state && one.file.rsplit('.').next() == Some("yaml"));
    let (unread_before, unread_after) = (unread(State::Before), unread(State::After));
    changes
        .fields
        .retain(|field| !(unread_before && field.before.is_empty() || unread_after && field.after.is_empty()));
    changes.tables = figures::tables(before, after);
    changes.own = figures::own(before, after);
    changes.narrative = narrative::sections(before, after);
    changes.pictures = pictures::of_report(before, after);
}

/// The fields of report.yaml and those of record.yaml.
fn all_fields(report: &Report) -> Vec<Field> {
    let kept = report.record.iter().flat_map(|Record { name, corrections, sum: _ }| {
        [("存档.名称", name.value.clone()), ("存档.更正", corrections.to_string())]
    });
    let kept = kept.map(|(key, value)| Field { key: key.to_owned(), values: vec![value] });
    report_fields(report).into_iter().chain(kept).collect()
}

/// The files that changed although nothing of what they say did.
fn rewritten(changes: &ReportChanges, old: Holder<'_>, new: Holder<'_>) -> Vec<String> {
    let (Some(before), Some(after)) = (old.id(), new.id()) else { return Vec::new() };
    let kept = |key: &str| key.starts_with("存档.");
    let told = [
        changes.fields.iter().any(|field| !kept(&field.key))
            || changes.tables.iter().any(|table| !(table.cells.is_empty() && table.remarks.is_empty()))
            || !changes.own.is_empty(),
        // What only quotes a figure was not written otherwise.
        !changes.narrative.is_empty(),
        changes.fields.iter().any(|field| kept(&field.key)),
    ];
    let files = [report_file, narrative_file, record_file].into_iter().zip(told).filter(|(_, told)| !told);
    let paths = files.map(|(file, _)| (file(before, changes.year), file(after, changes.year)));
    paths
        .filter(|(path, other)| written::differs(old.checked, path, new.checked, other))
        .map(|(_, path)| path)
        .collect()
}

impl Extent {
    fn of(report: &Report) -> Self {
        let printed = TableId::ALL.into_iter().flat_map(|id| report.form.printed(id));
        let figures = printed.filter(|(_, address)| address.cell().is_some() && !report.figure(address).is_zero());
        let characters = |text: &str| text.chars().filter(|one| !one.is_whitespace()).count();
        let characters = blocks(report).iter().map(|block| characters(&block.text)).sum();
        Self { status: report.status, figures: figures.count(), characters }
    }
}
