//! What is written reads back equal, and has its keys in the official order.

mod bare;
mod examples;
mod order;
mod prose;
mod reports;
mod settled;
mod texts;
mod workspace;

use nianbao_model::{Agency, AgencyId, Form, Municipality, Report, Site, Spanned, aggregate};
use nianbao_writer::{Style, Zeros};
use proptest::prelude::*;
use proptest::sample::select;

fn read_back(municipality: &Municipality, style: Style) -> Result<(), TestCaseError> {
    let mut expected = municipality.clone();
    aggregate::fill(&mut expected);
    let expected = bare::municipality(expected);
    let files = workspace::files(municipality, style);
    order::check(&files, municipality)?;
    let read = bare::municipality(workspace::read(&files));
    prop_assert!(read == expected, "{}", workspace::difference(&read, &expected, &files));
    Ok(())
}

/// A municipality with one report of `year`.
fn of_report(report: Report) -> Municipality {
    let name = Spanned::unwritten("某市人民政府".to_owned());
    let reports = std::iter::once((report.year, report)).collect();
    let site = Site { name: "某市".to_owned(), ..Site::default() };
    Municipality::new(site, Agency { reports, ..Agency::new(AgencyId::root(), name) })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn settings_and_figures_read_back_equal(municipality in reports::municipality(), comments: bool) {
        read_back(&municipality, Style { comments, zeros: Zeros::AsGiven })?;
    }

    #[test]
    fn narratives_read_back_equal((year, (narrative, images)) in select(vec![2020, 2024]).prop_flat_map(|year| {
        (Just(year), prose::narrative(Form::of_year(year).expect("a form")))
    })) {
        read_back(&of_report(Report { narrative, images, ..Report::blank(year) }), Style::default())?;
    }
}
