//! What a file is about, told from its path.

use nianbao_loader::CONTENT;
use nianbao_loader::keys::Document;
use nianbao_model::{AgencyId, Form};

/// What a file of a workspace is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    /// site.yaml.
    Site,
    /// agency.yaml.
    Agency(AgencyId),
    /// report.yaml.
    Report(AgencyId, i16),
    /// narrative.md.
    Narrative(AgencyId, i16),
}

impl Subject {
    /// What the file at `path` is, counted from the workspace.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let mut steps: Vec<&str> = path.strip_prefix(CONTENT)?.strip_prefix('/')?.split('/').collect();
        let file = steps.pop()?;
        let year = steps.last().and_then(|step| step.parse().ok()).filter(|year| (1000..=9999).contains(year));
        if year.is_some() {
            steps.pop();
        }
        let agency = agency(&steps)?;
        match (file, year) {
            ("site.yaml", None) if steps.is_empty() => Some(Self::Site),
            ("agency.yaml", None) => Some(Self::Agency(agency)),
            ("report.yaml", Some(year)) => Some(Self::Report(agency, year)),
            ("narrative.md", Some(year)) => Some(Self::Narrative(agency, year)),
            _ => None,
        }
    }

    /// The report that the file belongs to.
    pub(crate) fn report(&self) -> Option<(&AgencyId, i16)> {
        match self {
            Self::Report(agency, year) | Self::Narrative(agency, year) => Some((agency, *year)),
            Self::Site | Self::Agency(_) => None,
        }
    }

    /// The YAML file that it is; the figures of a report stand on `form`.
    pub(crate) fn document(&self, form: &'static Form) -> Option<Document> {
        match self {
            Self::Site => Some(Document::Site),
            Self::Agency(_) => Some(Document::Agency),
            Self::Report(..) => Some(Document::Report(form)),
            Self::Narrative(..) => None,
        }
    }
}

/// The agency whose folder is reached by `steps`, each of which stands behind `agencies`.
fn agency(steps: &[&str]) -> Option<AgencyId> {
    steps.chunks(2).try_fold(AgencyId::root(), |agency, pair| match pair {
        ["agencies", folder] => Some(agency.child(folder)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_paths() {
        let tcj = || AgencyId::root().child("tcj");
        for (path, subject) in [
            ("content/site.yaml", Some(Subject::Site)),
            ("content/agency.yaml", Some(Subject::Agency(AgencyId::root()))),
            ("content/2024/report.yaml", Some(Subject::Report(AgencyId::root(), 2024))),
            ("content/agencies/tcj/2024/narrative.md", Some(Subject::Narrative(tcj(), 2024))),
            ("content/agencies/tcj/agencies/a/agency.yaml", Some(Subject::Agency(tcj().child("a")))),
            ("content/agencies/tcj/report.yaml", None),
            ("content/tcj/2024/report.yaml", None),
            ("templates/html/a.html", None),
        ] {
            assert_eq!(Subject::of(path), subject, "{path}");
        }
    }
}
