//! Bounds on what is told: a file that holds the same fault a hundred thousand times, or one name of a megabyte, must not
//! take the memory and the time of all others.

use std::collections::BTreeMap;

use super::Diagnostic;
use crate::FileId;

/// So many findings of one code are told of a file: nobody mends more before the next run.
const MOST: usize = 25_000;

/// No message is longer, in characters.
const LONGEST: usize = 600;

/// What is kept of a longer one: its beginning and its end.
const KEPT: [usize; 2] = [400, 150];

/// Findings, of each code and file no more than anybody reads; the last of them says how many were left out.
#[derive(Debug, Default)]
pub struct Findings {
    found: Vec<Diagnostic>,
    counts: BTreeMap<(Option<FileId>, &'static str), Tally>,
}

#[derive(Debug, Default)]
struct Tally {
    /// How many there were.
    all: usize,
    /// Where the last one stands that is told.
    last: usize,
}

impl Findings {
    /// Takes a finding in.
    pub fn push(&mut self, finding: Diagnostic) {
        let file = finding.place().map(|place| place.file);
        let count = self.counts.entry((file, finding.code.id)).or_default();
        count.all += 1;
        if count.all <= MOST {
            count.last = self.found.len();
            self.found.push(finding);
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// What was taken in so far.
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.found
    }

    /// All that are told.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        for count in self.counts.into_values().filter(|count| count.all > MOST) {
            if let Some(last) = self.found.get_mut(count.last) {
                let more = format!("（同样的问题还有 {} 处，没有列出）", count.all - MOST);
                last.message.push_str(&more);
            }
        }
        self.found
    }
}

impl Extend<Diagnostic> for Findings {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

/// A message that somebody can read: of one that quotes more than that, the beginning and the end.
pub(super) fn readable(text: String) -> String {
    if text.len() <= LONGEST || text.chars().nth(LONGEST).is_none() {
        return text;
    }
    let [first, last] = KEPT;
    let start = text.char_indices().nth(first).map_or(text.len(), |(at, _)| at);
    let end = text.char_indices().rev().nth(last - 1).map_or(0, |(at, _)| at);
    format!("{}…{}", text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Code, Kind, Severity};

    static CODE: Code = Code { id: "X001", kind: Kind::Wording, severity: Severity::Hint, title: "", docs: "" };

    #[test]
    fn of_many_findings_the_last_says_how_many_there_are() {
        let mut findings = Findings::default();
        findings.extend((0..MOST + 7).map(|number| Diagnostic::new(&CODE, number.to_string())));
        let told = findings.finish();
        assert_eq!(told.len(), MOST);
        assert_eq!(told[MOST - 2].message, (MOST - 2).to_string());
        assert_eq!(told[MOST - 1].message, format!("{}（同样的问题还有 7 处，没有列出）", MOST - 1));
    }

    #[test]
    fn of_a_long_message_beginning_and_end_are_told() {
        let long = format!("“{}”不是规定的部分标题", "甲".repeat(100_000));
        let told = readable(long);
        assert!(told.starts_with("“甲甲") && told.ends_with("甲”不是规定的部分标题"), "{told}");
        assert_eq!(told.chars().count(), 551);
        assert_eq!(readable("甲".repeat(LONGEST)), "甲".repeat(LONGEST));
    }
}
