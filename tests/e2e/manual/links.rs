//! Links between documents lead to files and headings that are there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use nianbao_tests::repository;
use regex::Regex;

use super::docs;

/// Every document that people read.
fn documents() -> Vec<PathBuf> {
    let mut found = vec![repository().join("README.md"), repository().join("README.zh-CN.md")];
    let mut open = vec![docs(), repository().join("crates")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path);
            }
        }
    }
    found
}

/// A document without what it shows as typed.
fn prose(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let code = Regex::new(r"(?m)(?s:^```.*?^```)|`[^`\n]+`|^    .*$").unwrap();
    code.replace_all(&text, "").into_owned()
}

/// What addresses call the headings of a document.
fn headings(file: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap();
    let name = |heading: &str| {
        let kept = heading.trim().chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
        kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect::<String>().to_lowercase()
    };
    text.lines().filter(|line| line.starts_with('#')).map(|line| name(line.trim_start_matches('#'))).collect()
}

#[test]
fn links_between_documents_lead_somewhere() {
    let link = Regex::new(r"\]\(([^)\s]+)\)").unwrap();
    let mut seen = 0;
    for document in documents() {
        for target in link.captures_iter(&prose(&document)).map(|found| found[1].to_owned()) {
            if target.contains("://") {
                continue;
            }
            seen += 1;
            let (file, place) = target.split_once('#').unwrap_or((&target, ""));
            let file = if file.is_empty() { document.clone() } else { document.parent().unwrap().join(file) };
            let shown = document.strip_prefix(repository()).unwrap().display();
            assert!(file.exists(), "{shown} leads to {target}, which is not there");
            assert!(place.is_empty() || headings(&file).contains(place), "{shown}: no heading for {target}");
        }
    }
    assert!(seen > 40, "only {seen} links");
}

/// What the manual calls by its heading is there: “见下面的‘汇总’” and the like.
#[test]
fn sections_that_the_manual_names_are_there() {
    let mention = Regex::new(r"(?:\[[^\]]+\]\(([^)]+)\) 的|[上下]面的|见)“([^”]+)”").unwrap();
    for file in fs::read_dir(docs().join("手册")).unwrap().map(|entry| entry.unwrap().path()) {
        if file.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for found in mention.captures_iter(&text) {
            let other = found.get(1).map_or_else(|| file.clone(), |path| file.parent().unwrap().join(path.as_str()));
            let named = &found[2];
            let there = fs::read_to_string(&other)
                .unwrap()
                .lines()
                .any(|line| (line.starts_with('#') || line.contains("**")) && line.contains(named));
            assert!(there || named == "注", "{} names “{named}”, which is no heading", file.display());
        }
    }
}
