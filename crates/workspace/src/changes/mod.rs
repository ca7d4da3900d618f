//! What changed between two states of a workspace.

mod agencies;
mod align;
mod fields;
mod figures;
mod findings;
mod lis;
mod narrative;
mod pictures;
mod report;
mod text;
mod written;

#[cfg(test)]
mod tests;

use nianbao_model::{AgencyId, Selection};

use crate::{Checked, Filter, FilterError};
pub use agencies::{AgencyChanges, AgencyEvent};
pub use fields::FieldChange;
pub use figures::{FigureChange, RemarkChange, TableChanges};
pub use findings::FindingChanges;
pub use narrative::{BlockChange, SectionChanges};
pub use pictures::{PictureChange, PictureEvent};
pub use report::{Extent, ReportChanges, ReportEvent, Unreadable};
pub use text::{BlockKind, TextBlock};

/// One of the two states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The earlier one.
    Before,
    /// The later one.
    After,
}

/// What changed between two states of a workspace.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// The keys of site.yaml.
    pub site: Vec<FieldChange>,
    /// The picture of 党政机关标识.
    pub emblem: Vec<PictureChange>,
    /// Whether site.yaml is written otherwise and says the same.
    pub site_rewritten: bool,
    /// The agencies of which something changed, in the official order; those that are gone come last.
    pub agencies: Vec<AgencyChanges>,
    /// What came to be wrong, and what is so no more.
    pub findings: FindingChanges,
}

impl Changes {
    /// From `before` to `after`.
    pub fn between(before: &Checked, after: &Checked) -> Self {
        let site = |checked: &Checked| checked.municipality.as_ref().map(|city| city.site.clone()).unwrap_or_default();
        let (old, new) = (site(before), site(after));
        let fields = fields::changes(&nianbao_writer::site_fields(&old), &nianbao_writer::site_fields(&new));
        let emblem = pictures::of_site(&old, &new);
        let path = nianbao_loader::site_file();
        let pairs = agencies::pairs(before, after);
        Self {
            site_rewritten: fields.is_empty() && emblem.is_empty() && written::differs(before, &path, after, &path),
            site: fields,
            emblem,
            agencies: agencies::changes(before, after, &pairs),
            findings: FindingChanges::between(before, after, &pairs),
        }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The part that `filter` asks for.
    ///
    /// # Errors
    ///
    /// If the filter names a year or an agency that neither state has.
    pub fn narrowed(mut self, filter: &Filter, before: &Checked, after: &Checked) -> Result<Self, FilterError> {
        if filter.is_empty() {
            return Ok(self);
        }
        let resolve = |checked: &Checked| filter.resolve(checked.municipality.as_ref(), &checked.findings);
        let wanted: Vec<Selection> = match (resolve(before), resolve(after)) {
            (Ok(old), Ok(new)) => vec![old, new],
            (Ok(one), Err(_)) | (Err(_), Ok(one)) => vec![one],
            (Err(_), Err(error)) => return Err(error),
        };
        let covers = |id: &AgencyId, year: Option<i16>| wanted.iter().any(|part| part.covers(Some(id), year));
        (self.site, self.emblem, self.site_rewritten) = (Vec::new(), Vec::new(), false);
        self.agencies.retain_mut(|agency| {
            let id = agency.id.clone();
            agency.reports.retain(|report| covers(&id, Some(report.year)));
            covers(&id, None) && (filter.years.is_empty() || !agency.reports.is_empty())
        });
        for findings in [&mut self.findings.new, &mut self.findings.gone] {
            findings.retain(|finding| finding.agency.as_ref().is_some_and(|id| covers(id, finding.year)));
        }
        Ok(self)
    }
}
