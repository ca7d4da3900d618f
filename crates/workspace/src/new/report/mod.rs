//! The reports of a new year, with what last year's hand on.

mod distant;
mod figures;
mod owing;
mod text;
mod told;
mod untouched;

use nianbao_loader::schema::SchemaOf;
use nianbao_loader::{EntryKind, Files, narrative_file, report_file, report_folder};
use nianbao_model::{Agency, AgencyId, Form, Municipality};

use super::{NewTexts, head, narrative};
use crate::Checked;

pub use distant::distant;
pub use figures::Carried;
pub use owing::{UNDECIDED, owing, undecided};
pub use told::files;
pub use untouched::is_untouched;

/// The years that reports are made for.
const YEARS: std::ops::RangeInclusive<i16> = 2019..=2100;

/// What becomes of one agency's report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    /// Whose it is.
    pub agency: AgencyId,
    /// What the agency is called.
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a report that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is made.
    Made(Made),
    /// It is there already and stays as it is.
    There,
    /// The agency makes none for that year (`不编报`, `自`, `至`).
    NotOwed,
}

/// A report that is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What it has of last year's.
    pub carried: Carried,
    /// Whether its tables are added up from the reports below.
    pub summed: bool,
    /// Whether figures of the office itself (本级) are to be filled in beside these.
    pub has_own: bool,
    /// Its files, report.yaml last.
    pub files: NewTexts,
}

/// Why there are no reports for a year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum YearError {
    /// No form is known for it.
    #[error("{0} 年没有报告可做；年度应在 {first} 到 {last} 之间", first = YEARS.start(), last = YEARS.end())]
    NoForm(i16),
}

/// What becomes of the reports of `agencies` on `year` in the workspace that `files` hold and `checked` is.
///
/// # Errors
///
/// If no report is made for such a year.
pub fn reports(
    files: &dyn Files,
    checked: &Checked,
    municipality: &Municipality,
    agencies: &[&Agency],
    year: i16,
) -> Result<Vec<NewReport>, YearError> {
    let form = municipality.forms.of_year(year).filter(|_| YEARS.contains(&year)).ok_or(YearError::NoForm(year))?;
    let order = Order { files, checked, municipality, form, year };
    let told = |agency: &&Agency| NewReport {
        agency: agency.id.clone(),
        name: agency.name_in(year).value.clone(),
        fate: order.fate(agency),
    };
    Ok(agencies.iter().map(told).collect())
}

/// What is asked for.
struct Order<'a> {
    files: &'a dyn Files,
    checked: &'a Checked,
    municipality: &'a Municipality,
    form: &'static Form,
    year: i16,
}

impl Order<'_> {
    fn fate(&self, agency: &Agency) -> Fate {
        if self.stands(agency, &report_file(&agency.id, self.year)) {
            return Fate::There;
        }
        if !agency.duty.covers(self.year) {
            return Fate::NotOwed;
        }
        let prepared = figures::prepared(self.checked, self.municipality, agency, (self.form, self.year));
        let mut files = NewTexts::new();
        let prose = narrative_file(&agency.id, self.year);
        // A run that was cut off wrote it, or somebody began with it.
        if !self.stands(agency, &prose) {
            files.push((prose, narrative::narrative(agency, self.year, prepared.introduced)));
        }
        files.push((report_file(&agency.id, self.year), self.report(agency, &prepared)));
        let summed = prepared.report.aggregation.as_ref();
        let has_own = summed.is_some_and(|sum| !sum.own.is_empty());
        Fate::Made(Made { carried: prepared.carried, summed: summed.is_some(), has_own, files })
    }

    /// The text of report.yaml.
    fn report(&self, agency: &Agency, prepared: &figures::Prepared) -> String {
        let path = report_file(&agency.id, self.year);
        head::modeline_of(self.files, SchemaOf::Report, &path) + &text::report(agency, prepared)
    }

    /// Whether anything stands at `path` in the folder of the report.
    fn stands(&self, agency: &Agency, path: &str) -> bool {
        let entries = self.files.list(&report_folder(&agency.id, self.year)).unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        entries.iter().any(|entry| entry.name == name && entry.kind != EntryKind::Folder)
    }
}
