//! Sums of parts, nested sums, and that nothing is counted twice.

use proptest::prelude::*;

use super::{Aggregation, Breakdown, Misnamed, Scope, Value, fill, misnamed, parts};
use crate::completeness::Unread;
use crate::{
    Agency, AgencyId, Cell, Decimal, Figures, FileId, Form, Municipality, Report, Reports, Site, Span, Spanned,
};

const PATHS: [&str; 4] =
    ["申请.本年新收.自然人", "申请.其他处理.其他.自然人", "主动公开.行政事业性收费", "诉讼.复议后起诉.尚未审结"];

fn spanned(text: &str) -> Spanned<String> {
    Spanned::new(text.to_owned(), Span::new(FileId(0), 0, text.len()))
}

fn figures(form: &Form, values: &[(&str, Decimal)]) -> Figures {
    let mut figures = Figures::default();
    for (path, value) in values {
        let address = form.look_up(path).expect("a cell");
        figures.set(&address, Cell { value: *value, remark: Some("注".to_owned()), ..Cell::default() });
    }
    figures
}

fn report(form: &'static Form, figures: Figures, aggregation: Option<Aggregation>) -> Report {
    Report { form, aggregation, figures, ..Report::blank(2024) }
}

fn typed(values: &[(&str, Decimal)]) -> Report {
    report(Form::latest(), figures(Form::latest(), values), None)
}

/// A report that is added up, with the office's own figures.
fn summed(scope: Scope, own: &[(&str, Decimal)]) -> Report {
    let own = figures(Form::latest(), own);
    let aggregation = Aggregation { scope, span: Span::new(FileId(0), 0, 1), own, typed: false };
    report(Form::latest(), Figures::default(), Some(aggregation))
}

fn agency(id: &str, report: Report, children: Vec<Agency>) -> Agency {
    Agency {
        reports: Reports::from_iter([(2024, report)]),
        children,
        ..Agency::new(
            id.split('/').filter(|step| !step.is_empty()).fold(AgencyId::root(), |id, step| id.child(step)),
            spanned(&format!("机关{id}")),
        )
    }
}

fn filled(root: Agency) -> Municipality {
    let mut municipality = Municipality::new(Site::default(), root);
    fill(&mut municipality);
    municipality
}

fn figure(agency: &Agency, path: &str) -> Decimal {
    let report = &agency.reports[&2024];
    report.figure(&report.form.look_up(path).expect("a figure"))
}

fn ids(agency: &Agency) -> Vec<&str> {
    let aggregation = agency.reports[&2024].aggregation.as_ref().expect("a sum");
    parts(agency, aggregation, 2024).iter().map(|part| part.agency.id.as_str()).collect()
}

fn value() -> impl Strategy<Value = Decimal> {
    (0i64..10_000_000).prop_map(|value| Decimal::new(value, 4))
}

/// What each of eight agencies brings.
fn brought() -> impl Strategy<Value = Vec<[Decimal; 4]>> {
    prop::collection::vec([value(), value(), value(), value()], 8)
}

/// A city with an office, a bureau with a sub-office, a district that adds up a bureau with a sub-office, and a town.
fn city(brought: &[[Decimal; 4]], district: Scope) -> Municipality {
    let of = |at: usize| -> Vec<(&str, Decimal)> { PATHS.into_iter().zip(brought[at]).collect() };
    let sub_office = agency("qu/jia/zhan", typed(&of(5)), Vec::new());
    let below = vec![agency("qu/jia", typed(&of(4)), vec![sub_office]), agency("qu/zhen", typed(&of(6)), Vec::new())];
    let bureau = agency("jyj", typed(&of(1)), vec![agency("jyj/yuan", typed(&of(2)), Vec::new())]);
    let district = agency("qu", summed(district, &of(3)), below);
    filled(agency("", summed(Scope::All, &of(0)), vec![bureau, district, agency("yi", typed(&of(7)), Vec::new())]))
}

proptest! {
    #[test]
    fn the_whole_is_the_exact_sum_of_all_parts(brought in brought()) {
        let city = city(&brought, Scope::All);
        for (at, path) in PATHS.into_iter().enumerate() {
            let sum: Decimal = brought.iter().map(|values| values[at]).sum();
            prop_assert_eq!(figure(&city.root, path), sum);
            prop_assert_eq!(figure(&city.root.children[1], path), brought[3..7].iter().map(|values| values[at]).sum());
        }
    }

    #[test]
    fn what_a_district_leaves_out_is_not_added_by_the_city(brought in brought()) {
        let city = city(&brought, Scope::Direct);
        for (at, path) in PATHS.into_iter().enumerate() {
            let all: Decimal = brought.iter().map(|values| values[at]).sum();
            prop_assert_eq!(figure(&city.root, path), all - brought[5][at]);
        }
    }

    #[test]
    fn a_breakdown_adds_up_at_each_level(brought in brought()) {
        let city = city(&brought, Scope::All);
        for path in PATHS {
            let report = &city.root.reports[&2024];
            let address = report.form.look_up(path).expect("a figure");
            let whole = Breakdown::of(&city.root, report, &address, &Unread::default());
            let sum = whole.sum.as_ref().expect("a sum");
            prop_assert_eq!(whole.value, Value::Known(sum.total()));
            let district = &sum.parts[2];
            prop_assert_eq!(district.value, Value::Known(district.sum.as_ref().expect("a sum").total()));
        }
    }
}

#[test]
fn an_agency_whose_own_report_is_added_up_counts_with_its_whole() {
    let brought = vec![[Decimal::ONE; 4]; 8];
    assert_eq!(ids(&city(&brought, Scope::All).root), ["jyj", "jyj/yuan", "qu", "yi"]);
    let mut city = city(&brought, Scope::All);
    city.root.children[1].reports = Reports::default();
    assert_eq!(ids(&city.root), ["jyj", "jyj/yuan", "qu", "qu/jia", "qu/jia/zhan", "qu/zhen", "yi"]);
    city.root.children[1].duty.exempt = true;
    assert_eq!(ids(&city.root), ["jyj", "jyj/yuan", "qu/jia", "qu/jia/zhan", "qu/zhen", "yi"]);
}

#[test]
fn a_list_counts_each_once() {
    let brought = vec![[Decimal::ONE; 4]; 8];
    let names = ["机关qu", "jyj", "yi", "机关yi", "qu/zhen", "没有", ""].map(spanned).to_vec();
    let mut root = city(&brought, Scope::All).root;
    root.reports.insert(2024, summed(Scope::Named(names), &[]));
    let city = filled(root);
    assert_eq!(ids(&city.root), ["qu", "jyj", "yi"]);
    assert_eq!(figure(&city.root, PATHS[0]), Decimal::from(6));
    let aggregation = city.root.reports[&2024].aggregation.as_ref().expect("a sum");
    let told: Vec<(&str, bool)> = misnamed(&city.root, aggregation, 2024)
        .iter()
        .map(|(name, why)| (name.value.as_str(), matches!(why, Misnamed::Unknown)))
        .collect();
    assert_eq!(told, [("机关yi", false), ("qu/zhen", false), ("没有", true), ("", true)]);
}

#[test]
fn what_is_added_up_has_neither_place_nor_remark() {
    let city = city(&vec![[Decimal::ONE; 4]; 8], Scope::All);
    let figures = &city.root.reports[&2024].figures;
    assert_eq!(figures.cells().count(), PATHS.len());
    assert!(figures.cells().all(|(_, cell)| cell.span.is_none() && cell.remark.is_none()));
}

#[test]
fn typed_tables_stay() {
    let mut sum = summed(Scope::All, &[]);
    sum.figures = figures(Form::latest(), &[(PATHS[0], Decimal::TEN)]);
    sum.aggregation.as_mut().expect("a sum").typed = true;
    let city = filled(agency("", sum, vec![agency("jia", typed(&[(PATHS[0], Decimal::ONE)]), Vec::new())]));
    assert_eq!(figure(&city.root, PATHS[0]), Decimal::TEN);
}

#[test]
fn one_row_and_three_are_added_up_by_their_keys() {
    let whole = Form::latest().undivided();
    let three = [("申请.其他处理.逾期不补正.其他", Decimal::ONE), ("申请.其他处理.其他.自然人", Decimal::TWO)];
    let one = [("申请.其他处理.其他", Decimal::TEN), ("申请.结转下年度.自然人", Decimal::ONE)];
    let below = || {
        let one = report(whole, figures(whole, &one), None);
        vec![agency("jia", typed(&three), Vec::new()), agency("yi", one, Vec::new())]
    };
    let divided = filled(agency("", summed(Scope::All, &[]), below()));
    let known = |city: &Municipality, path| figure(&city.root, path);
    assert_eq!(known(&divided, "申请.其他处理.逾期不补正.其他"), Decimal::ONE);
    assert_eq!(known(&divided, "申请.其他处理.其他.其他"), Decimal::TEN);
    assert_eq!(known(&divided, "申请.其他处理.总计"), Decimal::from(13));
    assert_eq!(known(&divided, "申请.结转下年度.自然人"), Decimal::ONE);

    let mut sum = summed(Scope::All, &[]);
    sum.form = whole;
    let undivided = filled(agency("", sum, below()));
    assert_eq!(known(&undivided, "申请.其他处理.其他"), Decimal::from(11));
    assert_eq!(known(&undivided, "申请.其他处理.自然人"), Decimal::TWO);
    assert_eq!(known(&undivided, "申请.结转下年度.总计"), Decimal::ONE);
}
