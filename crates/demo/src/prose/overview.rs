//! 一、总体情况.

use std::collections::BTreeSet;

use super::words::disclosure::{COUNTS, OPENINGS};
use super::words::{disclosure, management, platforms, requests, supervision};
use super::writer::Writer;
use super::{Subject, proceedings, quote};
use crate::random::Random;

/// Which sentences of the phrase bank were chosen together, by year and part, and last by an agency: a choice
/// is not repeated within a year, nor a sentence by an agency in the next year, so that nothing looks copied.
#[derive(Debug, Default)]
pub(crate) struct Used {
    choices: BTreeSet<(i16, &'static str, Vec<usize>)>,
    last: BTreeSet<(&'static str, usize)>,
}

/// How often another choice is tried before one is repeated.
const TRIES: usize = 50;

impl Used {
    /// Forgets last year's sentences: those of another agency follow.
    pub(crate) fn next_agency(&mut self) {
        self.last.clear();
    }

    /// Chooses `count` of `all` sentences of a part.
    pub(super) fn choose(
        &mut self,
        (year, part): (i16, &'static str),
        (count, all): (usize, usize),
        random: &mut Random,
    ) -> Vec<usize> {
        let mut fresh: Vec<usize> = (0..all).filter(|place| !self.last.contains(&(part, *place))).collect();
        let mut chosen = Vec::new();
        for _ in 0..TRIES {
            random.shuffle(&mut fresh);
            chosen = fresh.iter().copied().take(count).collect();
            let mut sorted = chosen.clone();
            sorted.sort_unstable();
            if self.choices.insert((year, part, sorted)) {
                break;
            }
        }
        self.last.retain(|(of, _)| *of != part);
        self.last.extend(chosen.iter().map(|place| (part, *place)));
        chosen
    }
}

/// Section one.
pub(super) struct Overview {
    pub(super) opening: Option<String>,
    pub(super) subsections: [Vec<String>; 5],
    pub(super) numbered: bool,
}

pub(super) fn write(subject: &Subject, writer: &mut Writer, used: &mut Used) -> Overview {
    let opening = writer.random.chance(75).then(|| writer.one_of(&OPENINGS));
    let disclosed = writer.one_of(&COUNTS) + &quote::disclosure(subject, writer);
    let requested = super::requests::write(subject, writer);
    let asked = part("依申请公开", &requests::SENTENCES, 2..4, writer, used);
    let reviewed = proceedings::write(subject, writer);
    let mut supervised = part("监督保障", &supervision::SENTENCES, 3..5, writer, used);
    if subject.agency.name.ends_with("人民政府") {
        supervised.push_str(supervision::RESULTS);
    }
    let subsections = [
        vec![disclosed + &part("主动公开", &disclosure::SENTENCES, 3..6, writer, used)],
        vec![requested + &asked, reviewed],
        vec![part("政府信息管理", &management::SENTENCES, 3..5, writer, used)],
        vec![part("平台建设", &platforms::SENTENCES, 3..5, writer, used)],
        vec![supervised],
    ];
    Overview { opening, subsections, numbered: writer.random.chance(70) }
}

/// Some sentences of a part, now and then counted.
fn part(
    part: &'static str,
    sentences: &[&str],
    count: std::ops::Range<u32>,
    writer: &mut Writer,
    used: &mut Used,
) -> String {
    const COUNTED: [&str; 6] = ["一是", "二是", "三是", "四是", "五是", "六是"];
    let counted = writer.random.chance(30);
    let many = usize::try_from(writer.random.between(count.start, count.end - 1)).unwrap_or_default();
    let chosen = used.choose((writer.year, part), (many, sentences.len()), &mut writer.random);
    let numbers = COUNTED.into_iter().map(|number| if counted { number } else { "" });
    chosen.iter().zip(numbers).map(|(place, number)| number.to_owned() + &writer.fill(sentences[*place])).collect()
}
