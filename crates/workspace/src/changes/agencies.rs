//! Agencies: which is which, and what changed of each.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_loader::agency_file;
use nianbao_model::{Agency, AgencyId, Municipality};
use nianbao_writer::agency_fields;

use super::fields::{self, FieldChange};
use super::report::{self, ReportChanges};
use super::written;
use crate::Checked;

/// An agency of which something changed.
#[derive(Debug, Clone, PartialEq)]
pub struct AgencyChanges {
    /// Its folder: as it is, or where it is gone, as it was.
    pub id: AgencyId,
    /// Its full name, likewise.
    pub name: String,
    /// What became of its folder.
    pub event: Option<AgencyEvent>,
    /// The keys of agency.yaml.
    pub fields: Vec<FieldChange>,
    /// Whether agency.yaml is written otherwise and says the same.
    pub rewritten: bool,
    /// Its reports of which something changed, earlier years first.
    pub reports: Vec<ReportChanges>,
}

/// What became of an agency's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgencyEvent {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It had this name, or stood there.
    Renamed(AgencyId),
}

/// The agencies of the earlier state with what they are in the later one.
pub(super) type Pairs = BTreeMap<AgencyId, AgencyId>;

/// Which agency of the later state answers to which of the earlier one: by folder, else by full name.
pub(super) fn pairs(before: &Checked, after: &Checked) -> Pairs {
    let news: BTreeMap<&AgencyId, &Agency> = all(after).map(|agency| (&agency.id, agency)).collect();
    let old_ids: BTreeSet<&AgencyId> = all(before).map(|agency| &agency.id).collect();
    let mut named: BTreeMap<&str, Vec<&AgencyId>> = BTreeMap::new();
    for agency in news.values().filter(|agency| !old_ids.contains(&agency.id)) {
        agency.names().for_each(|name| named.entry(name).or_default().push(&agency.id));
    }
    let mut pairs = Pairs::new();
    let mut taken: BTreeSet<&AgencyId> = BTreeSet::new();
    for agency in all(before) {
        let by_folder = expected(&agency.id, &pairs).and_then(|id| news.get_key_value(&id).map(|(id, _)| *id));
        let by_name = || named.get(agency.name.value.as_str()).into_iter().flatten().copied();
        let found = by_folder.into_iter().chain(by_name()).find(|id| !taken.contains(id));
        if let Some(id) = found {
            taken.insert(id);
            pairs.insert(agency.id.clone(), id.clone());
        }
    }
    pairs
}

fn all(checked: &Checked) -> impl Iterator<Item = &Agency> {
    checked.municipality.iter().flat_map(Municipality::agencies)
}

/// The folder in which an agency is looked for: its own, below that of its superior.
fn expected(id: &AgencyId, pairs: &Pairs) -> Option<AgencyId> {
    if id.as_str().is_empty() {
        return Some(AgencyId::root());
    }
    let (above, own) = id.as_str().rsplit_once('/').unwrap_or(("", id.as_str()));
    let above = above.split('/').filter(|step| !step.is_empty()).fold(AgencyId::root(), |id, step| id.child(step));
    pairs.get(&above).map(|above| above.child(own))
}

/// All agencies of which something changed.
pub(super) fn changes(before: &Checked, after: &Checked, pairs: &Pairs) -> Vec<AgencyChanges> {
    let olds: BTreeMap<&AgencyId, &Agency> = all(before).map(|agency| (&agency.id, agency)).collect();
    let back: BTreeMap<&AgencyId, &AgencyId> = pairs.iter().map(|(old, new)| (new, old)).collect();
    let sides = Sides { before, after };
    let there = all(after).filter_map(|agency| match back.get(&agency.id).and_then(|old| olds.get(*old)) {
        Some(old) => sides.kept(old, agency, pairs),
        None => Some(sides.added(agency)),
    });
    let gone = all(before).filter(|agency| !pairs.contains_key(&agency.id)).map(|agency| sides.removed(agency));
    there.chain(gone).collect()
}

struct Sides<'c> {
    before: &'c Checked,
    after: &'c Checked,
}

impl Sides<'_> {
    fn kept(&self, old: &Agency, new: &Agency, pairs: &Pairs) -> Option<AgencyChanges> {
        let fields = fields::changes(&agency_fields(old), &agency_fields(new));
        let renamed = expected(&old.id, pairs).as_ref() != Some(&new.id);
        let [old_file, new_file] = [old, new].map(|agency| agency_file(&agency.id));
        let changes = AgencyChanges {
            id: new.id.clone(),
            name: new.name.value.clone(),
            event: renamed.then(|| AgencyEvent::Renamed(old.id.clone())),
            rewritten: fields.is_empty() && written::differs(self.before, &old_file, self.after, &new_file),
            fields,
            reports: report::changes(self.before, Some(old), self.after, Some(new)),
        };
        let AgencyChanges { event, fields, rewritten, reports, .. } = &changes;
        let differs = event.is_some() || !fields.is_empty() || *rewritten || !reports.is_empty();
        differs.then_some(changes)
    }

    fn added(&self, agency: &Agency) -> AgencyChanges {
        let reports = report::changes(self.before, None, self.after, Some(agency));
        AgencyChanges { reports, ..lone(agency, AgencyEvent::Added) }
    }

    fn removed(&self, agency: &Agency) -> AgencyChanges {
        let reports = report::changes(self.before, Some(agency), self.after, None);
        AgencyChanges { reports, ..lone(agency, AgencyEvent::Removed) }
    }
}

/// An agency that only one state has.
fn lone(agency: &Agency, event: AgencyEvent) -> AgencyChanges {
    AgencyChanges {
        id: agency.id.clone(),
        name: agency.name.value.clone(),
        event: Some(event),
        fields: Vec::new(),
        rewritten: false,
        reports: Vec::new(),
    }
}
