//! How far the reports of a year are: a line for each agency that owes one or has one.

use jiff::civil::Date;

use crate::completeness::{Owed, Unread, unfilled, without_folder};
use crate::{Agency, Diagnostic, Municipality, Severity, Status, deadline};

/// The reports of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview<'a> {
    /// The reporting year.
    pub year: i16,
    /// A line for each report, in the official order.
    pub rows: Vec<OverviewRow<'a>>,
    /// Those that their superior's list names and that have no folder, by the words of the list.
    pub without_folder: Vec<&'a str>,
}

/// How far one report is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewRow<'a> {
    /// The agency that owes the report or has it.
    pub agency: &'a Agency,
    /// How far it is.
    pub standing: Standing,
    /// How many errors were found in it.
    pub errors: usize,
    /// How many warnings were found in it that it does not accept.
    pub warnings: usize,
    /// The last day for publishing it; `None` for a year beyond the calendar.
    pub deadline: Option<Date>,
}

/// How far a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// 缺: there is none.
    Missing,
    /// 尚未填写: it was made for the new year, and nobody has begun with it.
    Unfilled,
    /// 有错误.
    Faulty,
    /// 起草中, without errors.
    Draft,
    /// 可公开: handed in, without errors.
    Ready,
    /// 已公开.
    Published,
}

impl Standing {
    /// All of them, what is to be done first in front.
    pub const ALL: [Self; 6] = [Self::Missing, Self::Unfilled, Self::Faulty, Self::Draft, Self::Ready, Self::Published];

    /// What people call it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Missing => "缺",
            Self::Unfilled => "尚未填写",
            Self::Faulty => "有错误",
            Self::Draft => "起草中",
            Self::Ready => "可公开",
            Self::Published => "已公开",
        }
    }

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unfilled => "unfilled",
            Self::Faulty => "errors",
            Self::Draft => "draft",
            Self::Ready => "ready",
            Self::Published => "published",
        }
    }

    /// Whether the number of its problems says anything: there is a report, and somebody has begun with it.
    pub fn is_begun(self) -> bool {
        !matches!(self, Self::Missing | Self::Unfilled)
    }

    /// Whether there is a report without errors.
    fn is_sound(self) -> bool {
        matches!(self, Self::Draft | Self::Ready | Self::Published)
    }
}

impl<'a> Overview<'a> {
    /// The reports of `year`, or of the newest year that there are reports of. `findings` are all there are.
    pub fn of(municipality: &'a Municipality, findings: &[Diagnostic], year: Option<i16>) -> Option<Self> {
        let unread = Unread::of(findings);
        let mut owed = Owed::of(municipality, &unread);
        let year = year.or_else(|| owed.years().next_back())?;
        owed.ask_for(year);
        let unfilled = unfilled(municipality, findings);
        let rows = municipality.agencies().filter_map(|agency| {
            let there = agency.reports.contains_key(&year) || unread.names(agency, year);
            let is_unfilled = unfilled.contains(&(agency.id.clone(), year));
            (there || owed.demands(agency, year)).then(|| row(agency, year, (there, is_unfilled), findings))
        });
        let gone = municipality.agencies().flat_map(without_folder).map(|name| name.value.as_str());
        Some(Self { year, rows: rows.collect(), without_folder: gone.collect() })
    }

    /// How many reports are that far.
    pub fn count(&self, standing: Standing) -> usize {
        self.rows.iter().filter(|row| row.standing == standing).count()
    }

    /// How many of those that are that far, and have no errors, have warnings that they do not accept. Warnings hold up
    /// nobody, so they are told beside how far a report is.
    pub fn count_warned(&self, standing: Standing) -> usize {
        let is_warned = |row: &&OverviewRow| row.standing == standing && standing.is_sound() && row.warnings > 0;
        self.rows.iter().filter(is_warned).count()
    }
}

impl OverviewRow<'_> {
    /// How many days are left to publish it, fewer than 0 where it is late; nothing where it is published.
    pub fn days_left(&self, today: Date) -> Option<i32> {
        let deadline = self.deadline.filter(|_| self.standing != Standing::Published)?;
        today.until(deadline).ok().map(|span| span.get_days())
    }
}

/// The line of a report that may be `there` and may be unfilled.
fn row<'a>(
    agency: &'a Agency,
    year: i16,
    (there, is_unfilled): (bool, bool),
    findings: &[Diagnostic],
) -> OverviewRow<'a> {
    let of_report = || findings.iter().filter(|finding| finding.concerns(&agency.id, year));
    let count =
        |severity| of_report().filter(|finding| finding.severity() == severity && finding.accepted.is_none()).count();
    let (errors, warnings) = if there { (count(Severity::Error), count(Severity::Warning)) } else { (0, 0) };
    let denied = of_report().any(|finding| finding.is_unreadable() || finding.denies_record());
    let status = agency.reports.get(&year).map(|report| report.status);
    let standing = match (there, status, errors) {
        (false, ..) => Standing::Missing,
        _ if is_unfilled => Standing::Unfilled,
        (_, Some(Status::Published), _) if !denied => Standing::Published,
        (_, _, 1..) => Standing::Faulty,
        (_, Some(Status::Released), _) => Standing::Ready,
        _ => Standing::Draft,
    };
    OverviewRow { agency, standing, errors, warnings, deadline: deadline(agency, year) }
}
