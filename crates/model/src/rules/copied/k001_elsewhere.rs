//! A paragraph that stands in another agency's report too.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::paragraph::Paragraph;
use super::{COMPARED, MOST_ALIKE, NEARLY_EQUAL, beginning, compared};
use crate::prose::Role;
use crate::rules::judged::Judged;
use crate::rules::rule::{Case, City, CityRule};
use crate::similarity::Shingles;
use crate::{Agency, Code, Diagnostic, Kind, Passage, Severity};

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "K001",
        kind: Kind::Copied,
        severity: Severity::Warning,
        title: "与别的机关的一段几乎相同",
        docs: "\
## 检查什么

第一部分（总体情况）和第五部分（存在的主要问题及改进情况）里 80 字以上的段落，与别的机关同一年报告里的一段有百分之九十以上相同。上级和下级之间同样检查。

空格、标点、数字和机关自己的名称不计：只换了名称和数字的，仍算相同。编制说明、第六部分，以及说明报告根据什么编制、怎样公布的句子，各机关本来相同，不检查。

两份报告里，只在次序靠后的一份报一次。

## 依据

《中华人民共和国政府信息公开条例》第五十条：各机关报告本机关的情况。两个机关的工作不会一字不差。

## 例

市交通局的“（五）监督保障”一段与市教育局的只差机关名称：`这一段与市教育局 2024 年报告里的一段一样（机关名称和数不算）`。

## 怎样改

- 写本机关自己做了什么：几次、几件、哪些人、结果怎样。
- 全市统一的要求，不必每份报告都抄，一两句话带过。
",
    },
    check,
};

fn check(city: &City) -> Vec<Diagnostic> {
    let mut years: BTreeMap<i16, Vec<&Case>> = BTreeMap::new();
    for case in &city.cases {
        years.entry(case.report.year).or_default().push(case);
    }
    years
        .into_iter()
        .flat_map(|(year, cases)| city.found_among(&RULE.code, year.to_string(), &cases, alike, copies))
        .collect()
}

/// Whether two states of a report are the same to this rule: figures that the text does not quote are nothing to it.
fn alike(one: &Judged, other: &Judged) -> bool {
    let name = |judged: &Judged| judged.subject.agency.name_on(&judged.subject.report).value.clone();
    one.subject.agency == other.subject.agency && name(one) == name(other) && one.prose == other.prose
}

/// The copies among reports of one year.
fn copies(cases: &[&Case]) -> Vec<Diagnostic> {
    let paragraphs: Vec<Vec<Candidate>> = cases.par_iter().map(|case| candidates(case)).collect();
    let paragraphs: Vec<Candidate> = paragraphs.into_iter().flatten().collect();
    let mut known = Known::new(&paragraphs);
    paragraphs.iter().filter_map(|paragraph| known.meet(paragraph)).collect()
}

fn paragraphs(case: &Case) -> Vec<Paragraph> {
    let is_text = |passage: &Passage| passage.role != Role::Heading;
    let compared = |section, (at, passage): (usize, &Passage)| {
        let is_ours = passage.section == Some(section) && is_text(passage);
        let text = without_names(compared(passage).filter(|_| is_ours)?, case.agency);
        Some(Paragraph::of(at, text))
    };
    let passages = || case.prose.passages.iter().enumerate();
    COMPARED.into_iter().flat_map(|section| passages().filter_map(move |it| compared(section, it))).collect()
}

/// A paragraph that may be copied, or be the origin of a copy.
struct Candidate<'a> {
    case: &'a Case<'a>,
    passage: &'a Passage,
    paragraph: &'a Paragraph,
}

fn candidates<'a>(case: &'a Case<'a>) -> Vec<Candidate<'a>> {
    let paragraphs = case.judged.paragraphs.get_or_init(|| paragraphs(case)).iter();
    let candidate = |paragraph: &'a Paragraph| {
        Some(Candidate { case, passage: case.prose.passages.get(paragraph.passage)?, paragraph })
    };
    paragraphs.filter_map(candidate).collect()
}

impl<'a> Candidate<'a> {
    /// What it shares with every paragraph that it nearly equals.
    fn keys(&self) -> impl Iterator<Item = u64> {
        self.paragraph.sketch.bands()
    }

    fn shingles(&self) -> &'a Shingles {
        self.paragraph.shingles()
    }
}

/// The paragraphs that were met so far and may have copies.
struct Known<'a> {
    paragraphs: Vec<(&'a Candidate<'a>, &'a Shingles)>,
    /// Which of them have a key. There are only keys that several paragraphs have: most paragraphs have
    /// none of those, and are not looked into at all.
    places: HashMap<u64, Vec<usize>>,
}

impl<'a> Known<'a> {
    fn new(paragraphs: &[Candidate]) -> Self {
        let mut keys: Vec<u64> = paragraphs.iter().flat_map(Candidate::keys).collect();
        keys.sort_unstable();
        let several = keys.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| (pair[0], Vec::new()));
        Self { paragraphs: Vec::new(), places: several.collect() }
    }

    /// Compares a paragraph with those known, and makes it known itself.
    fn meet(&mut self, paragraph: &'a Candidate) -> Option<Diagnostic> {
        if !paragraph.keys().any(|key| self.places.contains_key(&key)) {
            return None;
        }
        let shingles = paragraph.shingles();
        let origin = self.origin(paragraph, shingles);
        // An equal one would only be found in place of the first.
        if origin.is_none_or(|(_, likeness)| likeness < 100) {
            self.learn(paragraph, shingles);
        }
        origin.and_then(|(origin, likeness)| finding(paragraph, origin, likeness))
    }

    /// The paragraph of another agency that this one is most like, the first of equals, if it is nearly equal.
    fn origin(&self, paragraph: &Candidate, shingles: &Shingles) -> Option<(&'a Candidate<'a>, u8)> {
        let near: BTreeSet<usize> =
            paragraph.keys().filter_map(|key| self.places.get(&key)).flatten().copied().collect();
        near.into_iter()
            .map(|at| &self.paragraphs[at])
            .filter(|(other, _)| other.case.agency.id != paragraph.case.agency.id)
            .take(MOST_ALIKE)
            .filter(|(_, other)| shingles.is_like(other, NEARLY_EQUAL))
            .map(|(origin, other)| (*origin, shingles.likeness(other)))
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
    }

    fn learn(&mut self, paragraph: &'a Candidate, shingles: &'a Shingles) {
        for key in paragraph.keys() {
            if let Some(places) = self.places.get_mut(&key).filter(|places| places.len() < MOST_ALIKE) {
                places.push(self.paragraphs.len());
            }
        }
        self.paragraphs.push((paragraph, shingles));
    }
}

/// A text without the names of its own agency: what differs only in them is copied.
fn without_names(text: String, agency: &Agency) -> String {
    let names = agency.names().chain(agency.short_name.as_deref());
    names
        .filter(|name| !name.is_empty())
        .fold(text, |text, name| if text.contains(name) { text.replace(name, "") } else { text })
}

fn finding(paragraph: &Candidate, origin: &Candidate, likeness: u8) -> Option<Diagnostic> {
    let other = &origin.case.agency.name_on(origin.case.report).value;
    let how = if likeness < 100 { format!("几乎一样，{likeness}% 的文字相同") } else { "一样".to_owned() };
    let message = format!("这一段与{other} {} 年报告里的一段{how}（机关名称和数不算）", origin.case.report.year);
    let finding = Diagnostic::new(&RULE.code, message)
        .help("写本机关自己做了什么：几次、几件、结果怎样；统一的要求一两句话带过。")
        .at(beginning(paragraph.passage)?, "这一段");
    Some(paragraph.case.about(match beginning(origin.passage) {
        Some(span) => finding.see(span, format!("{other}的这一段")),
        None => finding,
    }))
}
