//! Something that is wrong, as one plain value. How it is shown is the program's business.

mod code;
mod kind;
mod known;
mod limit;
mod severity;

use crate::{AgencyId, Span};

use known::KnownFigures;

pub use code::Code;
pub use kind::Kind;
pub use limit::Findings;
pub use severity::Severity;

/// A place and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The stretch of the source that it marks.
    pub span: Span,
    /// A few words shown at it; may be empty.
    pub text: String,
    /// The place that is wrong, as against one that explains.
    pub primary: bool,
}

/// A replacement; all those of one finding together are a mend that is certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What to replace.
    pub span: Span,
    /// The text to put there.
    pub replacement: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of finding that it is, with its code, severity and explanation.
    pub code: &'static Code,
    /// What was expected and what was found, in Chinese, one sentence.
    pub message: String,
    /// The agency that it is about; `None` for the city as a whole, such as site.yaml or a template.
    pub agency: Option<AgencyId>,
    /// The reporting year that it is about; `None` for an agency as a whole.
    pub year: Option<i16>,
    /// The places, the primary ones first.
    pub labels: Vec<Label>,
    /// What to do, in Chinese; `None` where the message says it all.
    pub help: Option<String>,
    /// The edits of a mend that is certain, put in together or not at all; empty where no mend is certain.
    pub edits: Vec<Edit>,
    /// The reason that its report gives for accepting it (说明); `None` while it is not accepted.
    pub accepted: Option<String>,
    /// How grave it is, where that hangs on more than its code.
    graded: Option<Severity>,
    /// How grave it is once its report is to go out, where that is graver.
    once_released: Option<Severity>,
    /// Which figures of its report are known all the same.
    known: KnownFigures,
    /// Whether it says that something is yet to be filled in, and not that it was written wrongly.
    unfinished: bool,
    /// Whether it says that its report is no record of anything published, whatever its state (已公开) says.
    denies_record: bool,
}

impl Diagnostic {
    /// A finding without a place.
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: limit::readable(message.into()),
            agency: None,
            year: None,
            labels: Vec::new(),
            help: None,
            edits: Vec::new(),
            accepted: None,
            graded: None,
            once_released: None,
            known: KnownFigures::None,
            unfinished: false,
            denies_record: false,
        }
    }

    /// Points at the place that is wrong.
    #[must_use]
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), primary: true });
        self
    }

    /// Points at a place that explains.
    #[must_use]
    pub fn see(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), primary: false });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(limit::readable(help.into()));
        self
    }

    /// Offers a mend that is certain; called again, it adds a further edit to the same mend.
    #[must_use]
    pub fn suggest(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.edits.push(Edit { span, replacement: replacement.into() });
        self
    }

    /// Says whom it is about: an agency, and its report of a year unless the agency itself is meant (`None`).
    #[must_use]
    pub fn about(mut self, agency: &AgencyId, year: impl Into<Option<i16>>) -> Self {
        self.agency = Some(agency.clone());
        self.year = year.into();
        self
    }

    /// Says how grave it is, other than its code says.
    #[must_use]
    pub fn graded(mut self, severity: Severity) -> Self {
        self.graded = Some(severity);
        self
    }

    /// Says that no figure hangs on it.
    #[must_use]
    pub fn beside_figures(mut self) -> Self {
        self.known = KnownFigures::All;
        self
    }

    /// Whether no figure hangs on it, although it is about the file that they stand in.
    pub fn is_beside_figures(&self) -> bool {
        self.known == KnownFigures::All
    }

    /// Says that the cells that it is about are the only figures that are not known, and [say so](crate::Cell::is_known).
    #[must_use]
    pub fn marked(mut self) -> Self {
        self.known = KnownFigures::Others;
        self
    }

    /// Whether the cells that it is about say themselves that their figures are not known, so that all others are.
    pub fn is_marked(&self) -> bool {
        self.known == KnownFigures::Others
    }

    /// Says that something is yet to be filled in.
    #[must_use]
    pub fn unfinished(mut self) -> Self {
        self.unfinished = true;
        self
    }

    /// Whether something is yet to be filled in, and nothing was written wrongly.
    pub fn is_unfinished(&self) -> bool {
        self.unfinished
    }

    /// Says that it is an error as soon as its report is to go out.
    #[must_use]
    pub fn holding_up(mut self) -> Self {
        self.once_released = Some(Severity::Error);
        self
    }

    /// Whether its report cannot go out with it: it is an error, or is one as soon as the report is to go out.
    pub fn holds_up(&self) -> bool {
        self.once_released.unwrap_or(self.severity()) == Severity::Error
    }

    /// Says that a report of which it is true cannot be a record of what was published.
    #[must_use]
    pub fn denying_record(mut self) -> Self {
        self.denies_record = true;
        self
    }

    /// Whether it holds up even what is called a record (已公开): it is an error that says that it is none.
    pub fn denies_record(&self) -> bool {
        self.severity() == Severity::Error && self.denies_record
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.graded.unwrap_or(self.code.severity)
    }

    /// Whether it says that something could not be read or made, so that there is nothing true to judge or to publish.
    pub fn is_unreadable(&self) -> bool {
        self.severity() == Severity::Error && self.code.kind.always_blocks()
    }

    /// Whether it is about the report of `agency` for `year`.
    pub fn is_about(&self, agency: &AgencyId, year: i16) -> bool {
        self.is_of(agency) && self.year == Some(year)
    }

    /// Whether it concerns the report of `agency` for `year`: it is about that report, or about the agency itself.
    pub fn concerns(&self, agency: &AgencyId, year: i16) -> bool {
        self.is_of(agency) && self.year.is_none_or(|own| own == year)
    }

    /// Whether it is about `agency` or one of its reports.
    pub fn is_of(&self, agency: &AgencyId) -> bool {
        self.agency.as_ref() == Some(agency)
    }

    /// Where it is shown: the first primary place.
    pub fn place(&self) -> Option<Span> {
        self.labels.iter().find(|label| label.primary).or(self.labels.first()).map(|label| label.span)
    }
}

/// Sorts findings by file and place, the graver first where places are equal, and drops repetitions.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        (a.place(), b.severity(), a.code.id, &a.message).cmp(&(b.place(), a.severity(), b.code.id, &b.message))
    });
    diagnostics.dedup();
}
