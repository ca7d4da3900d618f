//! Fingerprints of what files are made from, each reckoned once, however many files hang on it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nianbao_cache::{Key, KeyMaker};
use nianbao_model::{Agency, AgencyId, Form, Municipality, Report};
use rayon::prelude::*;

use super::{Keeper, Keeping};
use crate::dates;

/// What agencies and reports say, as fingerprints. Whoever makes files of them takes up all that these might look at: what has the
/// same key as before is neither made nor compared.
pub(crate) struct Digests<'a> {
    /// What every file may hang on: the program, the site, the government.
    common: Key,
    /// What is known of each agency and of those above it, and of which years there are reports.
    agencies: BTreeMap<&'a AgencyId, Key>,
    reports: BTreeMap<(&'a AgencyId, i16), ReportDigest>,
}

/// What a report says.
struct ReportDigest {
    whole: Key,
    /// All but its text.
    figures: Key,
}

impl<'a> Digests<'a> {
    /// Those of `municipality`, of which files are made as `epoch` and `proof` say; nothing where nothing is kept.
    pub(crate) fn new(
        keeper: &Keeper,
        municipality: &'a Municipality,
        epoch: Option<Date>,
        proof: bool,
    ) -> Option<Self> {
        let maker = keeper.maker(Keeping::Ledger)?;
        let forms: Vec<&Form> = municipality.forms.all().collect();
        let common = maker.clone().with_all_of(&municipality.site).with_all_of(&municipality.root.alone());
        let common = common.with_all_of(&(forms, epoch, proof, dates::feed(municipality).is_some())).key();
        let mut agencies = BTreeMap::new();
        climb(&municipality.root, &maker, &mut agencies);
        let reports: Vec<(&Agency, &Report)> = municipality.reports().collect();
        let reports =
            reports.par_iter().map(|(agency, report)| ((&agency.id, report.year), ReportDigest::new(&maker, report)));
        Some(Self { common, agencies, reports: reports.collect() })
    }

    /// All that a report's own files may hang on: itself, and what is known of its agency.
    pub(crate) fn of_report(&self, agency: &Agency, report: &Report) -> Option<KeyMaker> {
        Some(self.of_one("report", agency)?.with(self.reports.get(&(&agency.id, report.year))?.whole.bytes()))
    }

    /// The same without the report's text.
    pub(crate) fn of_figures(&self, agency: &Agency, report: &Report) -> Option<KeyMaker> {
        Some(self.of_one("figures", agency)?.with(self.reports.get(&(&agency.id, report.year))?.figures.bytes()))
    }

    /// What is known of an agency and the figures of all its reports.
    pub(crate) fn of_agency(&self, agency: &Agency) -> Option<KeyMaker> {
        let reports = agency.reports.keys().map(|year| self.reports.get(&(&agency.id, *year)));
        let maker = self.of_one("agency", agency)?;
        reports.into_iter().try_fold(maker, |maker, report| Some(maker.with(report?.figures.bytes())))
    }

    /// What is known of all agencies.
    pub(crate) fn of_agencies(&self) -> KeyMaker {
        self.agencies.values().fold(self.begin("agencies"), |maker, agency| maker.with(agency.bytes()))
    }

    /// All agencies, and the figures of the reports of one year, or of all.
    pub(crate) fn of_years(&self, year: Option<i16>) -> KeyMaker {
        let reports = self.reports.iter().filter(|((_, of), _)| year.is_none_or(|year| year == *of));
        reports.fold(self.of_agencies(), |maker, (_, report)| maker.with(report.figures.bytes()))
    }

    /// Everything.
    pub(crate) fn of_all(&self) -> KeyMaker {
        self.reports.values().fold(self.of_agencies(), |maker, report| maker.with(report.whole.bytes()))
    }

    fn of_one(&self, what: &str, agency: &Agency) -> Option<KeyMaker> {
        Some(self.begin(what).with(self.agencies.get(&agency.id)?.bytes()))
    }

    /// What the whole site has in common.
    pub(crate) fn of_site(&self) -> KeyMaker {
        self.begin("site")
    }

    fn begin(&self, what: &str) -> KeyMaker {
        KeyMaker::new(what).with(self.common.bytes())
    }
}

/// What is known of `agency` and all below it; `above` stands for those above it.
fn climb<'a>(agency: &'a Agency, above: &KeyMaker, agencies: &mut BTreeMap<&'a AgencyId, Key>) {
    let years: Vec<i16> = agency.reports.keys().copied().collect();
    let below: Vec<&AgencyId> = agency.children.iter().map(|child| &child.id).collect();
    let maker = above.clone().with_all_of(&agency.alone());
    agencies.insert(&agency.id, maker.clone().with_all_of(&(years, below)).key());
    for child in &agency.children {
        climb(child, &maker, agencies);
    }
}

impl ReportDigest {
    fn new(maker: &KeyMaker, report: &Report) -> Self {
        // Named one by one, so that whoever adds a field decides whether it is text.
        let Report {
            narrative,
            images,
            year,
            form,
            title,
            status,
            published,
            source,
            filing,
            signature,
            corrections,
            aggregation,
            figures,
            notes,
            stated,
            acceptances,
            record,
        } = report;
        // Equal figures are printed as they were written, 0.5 or 0.50.
        let digits: Vec<u32> = figures.cells().map(|(_, cell)| cell.value.scale()).collect();
        let head = (year, form, title, status, published, source, filing, signature, corrections);
        let tables = (aggregation, figures, digits, notes, stated, acceptances, record);
        let maker = maker.clone().with_all_of(&head).with_all_of(&tables);
        let figures = maker.clone().key();
        Self { whole: maker.with_all_of(&(narrative, images)).key(), figures }
    }
}

#[cfg(test)]
mod tests {
    use nianbao_model::{Address, Block, Cell, Decimal, FileId, Inline, Span};

    use super::*;

    /// The digest of a report with a figure and a sentence, both written at `start` of a file.
    fn digest(value: Decimal, text: &str, start: usize) -> ReportDigest {
        let span = Span::new(FileId(0), start, start + 1);
        let mut report = Report::blank(2024);
        let cell = Cell { value, span: Some(span), ..Cell::default() };
        report.figures.set(&Address { block: 0, rows: 0..1, columns: 0..1 }, cell);
        let content = vec![Inline::Text { text: text.to_owned(), span }];
        report.narrative.introduction.push(Block::Paragraph { content, span });
        ReportDigest::new(&KeyMaker::new("test"), &report)
    }

    #[test]
    fn a_report_is_told_by_all_that_it_says_and_not_by_where() {
        let half = Decimal::new(5, 1);
        let one = digest(half, "一句", 0);
        let moved = digest(half, "一句", 9);
        assert_eq!((one.whole, one.figures), (moved.whole, moved.figures));
        let reworded = digest(half, "两句", 0);
        assert!(one.whole != reworded.whole && one.figures == reworded.figures);
        let longer = digest(Decimal::new(50, 2), "一句", 0);
        assert!(one.whole != longer.whole && one.figures != longer.figures);
    }
}
