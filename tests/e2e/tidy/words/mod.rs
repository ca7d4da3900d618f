//! Words: what people read calls one thing by one name, without jargon or blame (docs/用语.md).

mod glossary;
mod literals;
mod sources;

use std::fs;

use nianbao_tests::repository;

use glossary::{Entry, Glossary};
use sources::Passage;

#[test]
fn one_thing_has_one_name() {
    let glossary = Glossary::read();
    tell(&misused(&glossary.terms, &sources::all()));
}

#[test]
fn editors_meet_no_jargon() {
    let glossary = Glossary::read();
    let passages: Vec<_> = sources::all().into_iter().filter(|passage| !glossary.technical(passage)).collect();
    tell(&misused(&glossary.jargon, &passages));
}

#[test]
fn nobody_is_blamed() {
    let glossary = Glossary::read();
    tell(&misused(&glossary.blame, &sources::all()));
}

/// Documents and templates may quote what programs say; messages are words of ours.
#[test]
fn messages_are_chinese() {
    let glossary = Glossary::read();
    let mut found = Vec::new();
    for passage in sources::messages().iter().filter(|passage| !glossary.technical(passage)) {
        for word in sources::foreign(&passage.text) {
            if !glossary.foreign.contains(&word) {
                found.push(format!("{}: {word} is not among the foreign words: {}", passage.place(), passage.text));
            }
        }
    }
    tell(&found);
}

#[test]
fn what_is_exempt_is_there() {
    for place in Glossary::read().technical {
        assert!(repository().join(&place).exists(), "docs/用语.md names {place}");
    }
}

/// A sentence, or an example to be copied as it stands.
#[test]
fn every_mistake_is_told_with_a_mend() {
    let folders = fs::read_dir(repository().join("tests/invalid")).unwrap();
    for file in folders.map(|folder| folder.unwrap().path().join("expected.txt")) {
        let told = fs::read_to_string(&file).unwrap();
        let mut open: Option<&str> = None;
        for line in told.lines() {
            if ["错误[", "警告[", "提示["].iter().any(|begin| line.starts_with(begin)) {
                assert_eq!(open.replace(line), None, "{} tells no mend", file.display());
            }
            if let Some((_, mend)) = line.split_once("怎样改：") {
                assert!(mend.ends_with(['。', '？']) || mend.contains('：'), "{}: {mend}", file.display());
                open = None;
            }
        }
        assert_eq!(open, None, "{} tells no mend", file.display());
    }
}

/// Each place where a word stands that another should stand for.
fn misused(entries: &[Entry], passages: &[Passage]) -> Vec<String> {
    let mut found = Vec::new();
    for passage in passages {
        for entry in entries {
            let text =
                entry.exceptions.iter().fold(passage.text.clone(), |text, exception| text.replace(exception, ""));
            for word in entry.instead_of.iter().filter(|word| text.contains(word.as_str())) {
                found.push(format!("{}: {}, not {word}: {}", passage.place(), entry.say, passage.text.trim()));
            }
        }
    }
    found
}

fn tell(found: &[String]) {
    assert!(found.is_empty(), "see docs/用语.md:\n{}", found.join("\n"));
}

#[test]
fn exceptions_are_no_misuse() {
    let page =
        Entry {
            say: "网页".to_owned(), instead_of: vec!["页面".to_owned()], exceptions: vec!["页面标签".to_owned()]
        };
    let passage = |text: &str| Passage { file: "a.rs".to_owned(), line: 3, text: text.to_owned() };
    let passages = [passage("填在页面标签里"), passage("刷新页面再试"), passage("打开网页")];
    assert_eq!(misused(&[page], &passages), ["a.rs:3: 网页, not 页面: 刷新页面再试"]);
}
