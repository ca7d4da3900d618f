//! Fills the gaps of the phrase bank for one report.

use crate::random::Random;
use crate::tree::Agency;

/// Writes for one agency and year.
pub(super) struct Writer<'a> {
    pub(super) random: Random,
    pub(super) agency: &'a Agency,
    pub(super) year: i16,
    /// What it informs about, in the order in which it is mentioned.
    topics: Vec<&'static str>,
    next_topic: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(mut random: Random, agency: &'a Agency, year: i16) -> Self {
        let mut topics = agency.topics.to_vec();
        random.shuffle(&mut topics);
        Self { random, agency, year, topics, next_topic: 0 }
    }

    /// One of these sentences, filled in.
    pub(super) fn one_of(&mut self, choices: &[&str]) -> String {
        let template = *self.random.pick(choices);
        self.fill(template)
    }

    /// A sentence of the phrase bank with its gaps filled.
    pub(super) fn fill(&mut self, template: &str) -> String {
        let mut text = String::new();
        let mut rest = template;
        while let Some((before, gap)) = rest.split_once('{') {
            let (inner, behind) = gap.split_at(closing(gap));
            text += before;
            text += &self.gap(inner);
            rest = behind.strip_prefix('}').unwrap_or(behind);
        }
        text + rest
    }

    fn gap(&mut self, gap: &str) -> String {
        let choices = choices(gap);
        if choices.len() > 1 {
            let choice = *self.random.pick(&choices);
            return self.fill(choice);
        }
        if let Some((Ok(low), Ok(high))) = gap.split_once('~').map(|(low, high)| (low.parse(), high.parse())) {
            return self.random.between(low, high).to_string();
        }
        match gap {
            "年" => self.year.to_string(),
            "自" => self.agency.own.to_owned(),
            _ => self.topic().to_owned(),
        }
    }

    /// The next of its topics, from the first again after the last.
    fn topic(&mut self) -> &'static str {
        self.next_topic += 1;
        self.topics[self.next_topic % self.topics.len()]
    }
}

/// Where the gap ends that a text begins within.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    let ends = |(_, character): &(usize, char)| {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth < 0
    };
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}

/// The texts that a gap chooses among.
fn choices(gap: &str) -> Vec<&str> {
    let mut depth = 0;
    let divides = |character: char| {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && character == '|'
    };
    gap.split(divides).collect()
}
