//! Examples of rules, written as Markdown: `rules/<CODE>.md` holds small content folders and what a check
//! must find in them.
//!
//! A fenced block is a file, its info string ends with the file's path below `content/`; `report.yaml` and
//! `narrative.md` alone are those of 2024. What is not given is filled in without a fault. ` ⟵ 警告[C102] 一段话`
//! at the end of a line is a finding expected there, a line of its own behind the blocks one without a place.

use std::collections::{BTreeMap, BTreeSet};

use crate::Workspace;

/// What stands before an expected finding.
const EXPECTED: char = '⟵';
/// The year that examples are about unless they say otherwise.
const YEAR: &str = "2024";

const SITE: &str = "网站名称: 海州市政府信息公开工作年度报告\n";
/// The narrative sections without a fault, each with its heading in the first line.
const SECTIONS: [&[&str]; 3] = [
    &["# 总体情况", "", "本机关按照规定做好政府信息公开工作。", ""],
    &["# 存在的主要问题及改进情况", "", "解读形式不够丰富。下一步，将增加图文解读。", ""],
    &["# 其他需要报告的事项", "", "未收取信息处理费。", ""],
];

/// All examples of one rule.
#[derive(Debug)]
pub struct Examples {
    /// The words of its first line: the code and the title of the rule.
    pub title: String,
    /// The examples.
    pub examples: Vec<Example>,
}

/// A content folder and what must be found in it.
#[derive(Debug)]
pub struct Example {
    /// Its heading.
    pub name: String,
    /// The line of its heading.
    pub line: usize,
    /// The files by their paths from the workspace.
    files: BTreeMap<String, File>,
    /// The findings.
    pub expected: Vec<Expected>,
}

#[derive(Debug, Default)]
struct File {
    /// The line of the Markdown file before the block.
    fence: usize,
    /// How many lines were filled in before the block's own.
    above: usize,
    /// How many lines the block has.
    own: usize,
    lines: Vec<String>,
}

/// A finding that is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The line of the Markdown file that says so.
    pub written: usize,
    /// `警告[C102]`.
    pub code: String,
    /// A part of the message.
    pub message: String,
    /// The file and the line in it, if it has a place.
    pub place: Option<(String, usize)>,
}

impl Examples {
    /// Reads a file of examples.
    pub fn read(text: &str) -> Self {
        let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
        let mut read = Self { title: String::new(), examples: Vec::new() };
        while let Some((number, line)) = lines.next() {
            if let Some(name) = line.strip_prefix("## ") {
                let (files, expected) = (BTreeMap::new(), Vec::new());
                read.examples.push(Example { name: name.to_owned(), line: number, files, expected });
            } else if let Some(title) = line.strip_prefix("# ") {
                title.clone_into(&mut read.title);
            } else if let Some(example) = read.examples.last_mut() {
                if let Some((fence, info)) = opened_fence(line) {
                    let block = lines.by_ref().take_while(|(_, line)| line.trim_end() != fence);
                    example.take_file(number, info, block.map(|(_, line)| line));
                } else if line.starts_with(EXPECTED) {
                    example.expected.extend(expectations(line, number, None).1);
                }
            }
        }
        read
    }
}

impl Example {
    fn take_file<'l>(&mut self, fence: usize, info: &str, block: impl Iterator<Item = &'l str>) {
        let path = match info.split_whitespace().last().unwrap_or_default() {
            name @ ("report.yaml" | "narrative.md") => format!("content/{YEAR}/{name}"),
            name => format!("content/{name}"),
        };
        let block: Vec<&str> = block.collect();
        let (above, below) = filled_in(&path, &block);
        let mut lines = owned(&above);
        for (at, line) in block.iter().enumerate() {
            let place = (path.as_str(), lines.len() + 1);
            let (text, expected) = expectations(line, fence + at + 1, Some(place));
            lines.push(text.to_owned());
            self.expected.extend(expected);
        }
        lines.extend(owned(&below));
        self.files.insert(path, File { fence, above: above.len(), own: block.len(), lines });
    }

    /// Writes the content folder.
    pub fn write(&self, workspace: &Workspace) {
        workspace.write("content/site.yaml", SITE);
        for folder in self.report_folders() {
            let year = folder.rsplit('/').next().unwrap_or_default();
            workspace.write(&format!("{folder}/report.yaml"), format!("年度: {year}\n"));
            workspace.write(&format!("{folder}/narrative.md"), SECTIONS.concat().join("\n"));
        }
        for folder in self.agency_folders() {
            let name = if folder == "content" { "海州市人民政府" } else { "海州市某局" };
            workspace.write(&format!("{folder}/agency.yaml"), format!("名称: {name}\n"));
        }
        for (path, file) in &self.files {
            workspace.write(path, file.text(path));
        }
    }

    /// Where in the Markdown file a line of one of the files stands.
    pub fn written(&self, path: &str, line: usize) -> Option<usize> {
        let file = self.files.get(path)?;
        let own = line.checked_sub(file.above).filter(|line| (1..=file.own).contains(line))?;
        Some(file.fence + own)
    }

    /// The folders of reports; without any, that of the government's report.
    fn report_folders(&self) -> BTreeSet<String> {
        let parts = ["/report.yaml", "/narrative.md"];
        let given = self.files.keys().filter_map(|path| parts.iter().find_map(|part| path.strip_suffix(part)));
        let mut folders: BTreeSet<String> = given.map(str::to_owned).collect();
        if folders.is_empty() {
            folders.insert(format!("content/{YEAR}"));
        }
        folders
    }

    /// The government's folder and those of all other agencies that are spoken of.
    fn agency_folders(&self) -> BTreeSet<String> {
        let mut folders = BTreeSet::from(["content".to_owned()]);
        for folder in self.report_folders() {
            let mut rest = folder.as_str();
            while let Some((above, _)) = rest.rsplit_once('/') {
                if !above.ends_with("/agencies") {
                    folders.insert(above.to_owned());
                }
                rest = above;
            }
        }
        folders
    }
}

impl File {
    /// The text, with the year where a report does not say it: at the end, so that no line moves.
    fn text(&self, path: &str) -> String {
        let text = self.lines.join("\n") + "\n";
        if !path.ends_with("/report.yaml") || self.lines.iter().any(|line| line.starts_with("年度")) {
            return text;
        }
        let year = path.rsplit('/').nth(1).unwrap_or_default();
        format!("{text}年度: {year}\n")
    }
}

/// The lines that a block of a narrative gets before and behind its own: the sections before its first one and behind its last one.
fn filled_in(path: &str, block: &[&str]) -> (Vec<&'static str>, Vec<&'static str>) {
    if !path.ends_with("/narrative.md") {
        return (Vec::new(), Vec::new());
    }
    let section = |line: &str| SECTIONS.iter().position(|section| line.starts_with(section[0]));
    let headings: Vec<usize> = block.iter().filter_map(|line| section(line)).collect();
    let opens_with_text = block.iter().find(|line| !line.trim().is_empty()).is_none_or(|line| !line.starts_with("# "));
    let first = if opens_with_text { 0 } else { headings.first().copied().unwrap_or(0) };
    let behind = headings.last().map_or(0, |last| last + 1);
    let mut below = vec![""];
    below.extend(SECTIONS[behind..].concat());
    (SECTIONS[..first].concat(), below)
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// The fence that closes a block which `line` opens, and the block's info string.
fn opened_fence(line: &str) -> Option<(&str, &str)> {
    let info = line.trim_start_matches('`');
    let fence = &line[..line.len() - info.len()];
    (fence.len() >= 3).then_some((fence, info.trim()))
}

/// A line without the findings that it expects, and these.
fn expectations<'l>(line: &'l str, written: usize, place: Option<(&str, usize)>) -> (&'l str, Vec<Expected>) {
    let mut parts = line.split(EXPECTED);
    let text = parts.next().unwrap_or_default();
    let expected: Vec<Expected> = parts
        .map(|part| {
            let (code, message) = part.trim().split_once(' ').unwrap_or((part.trim(), ""));
            let place = place.map(|(path, line)| (path.to_owned(), line));
            Expected { written, code: code.to_owned(), message: message.trim().to_owned(), place }
        })
        .collect();
    (if expected.is_empty() { text } else { text.trim_end() }, expected)
}
