//! The municipality is what was asked for: the same bytes, nothing wrong but what was planted.

use std::collections::BTreeSet;

use nianbao_demo::{Demo, Order, OrderError, municipality};
use nianbao_loader::Memory;
use nianbao_model::{Diagnostic, Severity, rules};

const ORDER: Order = Order { agencies: 60, years: 3, last_year: 2024, seed: 7, faults: 0 };

/// What a check finds, reading included.
fn findings(demo: &Demo) -> Vec<Diagnostic> {
    let files: Memory = demo.files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let loaded = nianbao_loader::load(&files).expect("a readable workspace");
    let municipality = loaded.municipality.expect("a municipality");
    let mut findings = loaded.diagnostics;
    findings.extend(rules::check(&municipality, &findings, jiff::civil::date(2025, 3, 1)));
    findings
}

fn told(finding: &Diagnostic) -> String {
    let agency = finding.agency.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{} {} {agency}: {}", finding.code.id, finding.year.unwrap_or_default(), finding.message)
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let demo = municipality(&ORDER).unwrap();
    assert_eq!(demo, municipality(&ORDER).unwrap());
    assert_eq!(demo.reports, 180);
    let other = municipality(&Order { seed: 8, ..ORDER }).unwrap();
    let differ = demo.files.iter().filter(|(path, text)| other.files.get(*path) != Some(text)).count();
    assert!(differ > demo.reports, "{differ} of {}", demo.files.len());
}

#[test]
fn nothing_is_wrong_with_it() {
    for seed in [7, 8] {
        let findings = findings(&municipality(&Order { seed, ..ORDER }).unwrap());
        let (hints, worse): (Vec<_>, Vec<_>) =
            findings.iter().partition(|finding| finding.severity() == Severity::Hint);
        let worse: Vec<String> = worse.into_iter().map(told).collect();
        assert!(worse.is_empty(), "seed {seed}\n{}", worse.join("\n"));
        let hints: Vec<String> = hints.into_iter().map(told).collect();
        assert!(hints.len() <= 5, "seed {seed}\n{}", hints.join("\n"));
    }
}

#[test]
fn each_fault_is_found_and_nothing_else() {
    let order = Order { agencies: 120, faults: 80, ..ORDER };
    let sound: BTreeSet<String> =
        findings(&municipality(&Order { faults: 0, ..order }).unwrap()).iter().map(told).collect();
    let demo = municipality(&order).unwrap();
    assert_eq!(demo.faults.len(), 80);
    let kinds: BTreeSet<&str> = demo.faults.iter().map(|fault| fault.kind).collect();
    assert!(kinds.len() >= 30, "{kinds:?}");
    let planted: BTreeSet<(&str, &str, i16)> =
        demo.faults.iter().map(|fault| (fault.code, fault.id.as_str(), fault.year)).collect();
    let all = findings(&demo);
    let place = |finding: &Diagnostic| {
        let id = finding.agency.as_ref().map(ToString::to_string).unwrap_or_default();
        (finding.code.id, id, finding.year.unwrap_or_default())
    };
    let found: BTreeSet<(&str, String, i16)> = all.iter().map(place).collect();
    let lost: Vec<_> =
        planted.iter().filter(|(code, id, year)| !found.contains(&(*code, (*id).to_owned(), *year))).collect();
    assert!(lost.is_empty(), "not found: {lost:#?}");
    // A sum says that it lacks what cannot be read, up to the city.
    let lacks = |code: &str, sum: &str, of: i16| {
        let below = |id: &str| sum.is_empty() || id.strip_prefix(sum).is_some_and(|rest| rest.starts_with('/'));
        code == "M002" && planted.iter().any(|(_, id, year)| *year == of && below(id))
    };
    let more: Vec<String> = all
        .iter()
        .filter(|finding| {
            let (code, id, year) = place(finding);
            let told_already = planted.contains(&(code, id.as_str(), year)) || lacks(code, &id, year);
            !told_already && !sound.contains(&told(finding))
        })
        .map(told)
        .collect();
    assert!(more.is_empty(), "found besides:\n{}", more.join("\n"));
}

#[test]
fn what_cannot_be_made_is_refused() {
    let refused = |order: &Order| municipality(order).unwrap_err();
    assert!(matches!(refused(&Order { agencies: 0, ..ORDER }), OrderError::Agencies { .. }));
    assert!(matches!(refused(&Order { years: 9, ..ORDER }), OrderError::Years { first: 2016, .. }));
    assert!(matches!(refused(&Order { faults: 60, ..ORDER }), OrderError::Faults { most: 58, .. }));
}
