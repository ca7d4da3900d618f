//! Everything that people read, in passages.

use std::path::{Path, PathBuf};

use nianbao_tests::repository;

use super::super::{collect, text};
use super::literals::{Said, said};

/// Words of others, which are recognised or made up: they say whatever people say.
const OF_OTHERS: [&str; 11] = [
    "crates/demo/src/",
    "crates/importer/src/matching/",
    "crates/importer/src/read/html/chrome.rs",
    "crates/importer/src/recognise/",
    "crates/model/src/claims/",
    "crates/model/src/rules/wording/w003_misprint/",
    "crates/model/src/rules/wording/w006_placeholder/",
    "crates/model/src/rules/sections/",
    "crates/picture/src/tests/",
    "crates/workspace/src/new/list.rs",
    "templates/preview/form/whole.js",
];

/// Made from what is read here anyway, or not for those who use the program.
const NOT_READ: [&str; 4] = ["docs/rules.md", "docs/architecture.md", "docs/security.md", "docs/用语.md"];

/// What commands begin with.
const PROGRAMS: [&str; 4] = ["nianbao", "git", "typst", "./just"];

/// A piece of text and where it stands.
#[derive(Clone)]
pub(super) struct Passage {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) text: String,
}

impl Passage {
    /// File and line.
    pub(super) fn place(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}

/// Everything: messages, help, templates, texts that are written for people, documents.
pub(super) fn all() -> Vec<Passage> {
    let mut found = messages();
    for (folder, endings) in
        [("templates", ["html", "js", "typ", "xml"].as_slice()), ("crates", &["md", "yaml", "json"]), ("docs", &["md"])]
    {
        for ending in endings {
            found.extend(within(folder, ending).iter().flat_map(|file| lines(file)));
        }
    }
    found.extend(lines(&repository().join("README.zh-CN.md")));
    let is_read = |file: &str| !NOT_READ.contains(&file) && !OF_OTHERS.contains(&file);
    found.retain(|passage| chinese(&passage.text) && is_read(&passage.file));
    found
}

/// What the program says: literals with Chinese, and the help of its arguments.
pub(super) fn messages() -> Vec<Passage> {
    let mut found = Vec::new();
    for file in within("crates", "rs") {
        let name = name(&file);
        if OF_OTHERS.iter().any(|place| name.starts_with(place)) || name.split(['/', '.']).any(|part| part == "tests") {
            continue;
        }
        let helps = name.starts_with("crates/cli/src/args");
        for (line, said) in said(&text(&file)) {
            match said {
                Said::Literal(text) => found.push(Passage { file: name.clone(), line, text }),
                Said::Documentation(text) if helps => found.push(Passage { file: name.clone(), line, text }),
                Said::Documentation(_) => {}
            }
        }
    }
    found.retain(|passage| chinese(&passage.text));
    found
}

fn within(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    collect(&repository().join(folder), ending, &mut files);
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.strip_prefix(repository()).unwrap().to_string_lossy().into_owned()
}

fn lines(file: &Path) -> Vec<Passage> {
    let name = name(file);
    let passage = |(at, line): (usize, &str)| Passage { file: name.clone(), line: at + 1, text: line.to_owned() };
    text(file).lines().enumerate().map(passage).collect()
}

fn chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// The foreign words of a message. What is typed or named as it stands is none: code, options, commands, files, web
/// addresses, code points, codes of findings.
pub(super) fn foreign(message: &str) -> Vec<String> {
    let mut text = String::new();
    let mut depth = 0_usize;
    let mut code = false;
    for c in message.replace("{{", "").replace("}}", "").chars() {
        match c {
            '`' => code = !code,
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !code => text.push(c),
            _ => {}
        }
    }
    let text = ["\\n", "\\r", "\\t"].iter().fold(text, |text, escape| text.replace(escape, "\n"));
    text.lines().flat_map(words).collect()
}

/// What follows the name of a program is typed as it stands, up to the next Chinese.
fn words(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for latin in line.split(|c: char| !c.is_ascii()) {
        let prose = latin.split(' ').take_while(|run| !PROGRAMS.contains(run));
        found.extend(prose.filter(|run| !named(run)).flat_map(pieces));
    }
    found
}

/// Options, files and folders, web addresses, code points and codes.
fn named(run: &str) -> bool {
    let code = run.len() == 4
        && run.starts_with(|c: char| c.is_ascii_uppercase())
        && run[1..].bytes().all(|b| b.is_ascii_digit());
    let file = run.contains('.') && run.trim_matches('.').split('.').count() > 1 || run.starts_with('.');
    code || file || run.starts_with('-') || run.starts_with("U+") || run.contains('/') || run.contains('@')
}

fn pieces(run: &str) -> Vec<String> {
    let word = |piece: &&str| piece.bytes().filter(u8::is_ascii_alphabetic).count() > 1;
    run.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').filter(word).map(str::to_owned).collect()
}

#[test]
fn foreign_words_are_found() {
    let none = [
        "运行 nianbao check --fix 转换",
        "放在 narrative.md 旁边",
        "写 `true`",
        "见 C004：U+200B {name}",
        "{{ 申请.总计 }}",
    ];
    for message in none {
        assert!(foreign(message).is_empty(), "{message}");
    }
    assert_eq!(foreign("用 Word 打开（原话：bad\\nfile）"), ["Word", "bad", "file"]);
}
