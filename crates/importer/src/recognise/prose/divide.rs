//! The pieces of a document put into the introduction and the six sections.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::SectionKind;

use super::piece::{ProseLine, ProsePiece};
use super::remnants::{self, Remnant};
use crate::document::{Dropped, GridCell, Spot, Style};
use crate::recognise::number::{self, Mark};
use crate::recognise::section_heading::{Strength, bare, numbered, opened};
use crate::recognise::words::STOPS;
use crate::{Doubt, Subject};

/// So much of a text that was not read is quoted, in characters.
const QUOTED: usize = 24;

/// The pieces by sections.
#[derive(Debug, Default)]
pub(super) struct Divided<'d> {
    pub(super) introduction: Vec<ProsePiece<'d>>,
    /// What stands in each section, without its heading.
    pub(super) sections: BTreeMap<SectionKind, Vec<ProsePiece<'d>>>,
    /// The headings as written, without their numbers, and the parts that they stand in.
    pub(super) headings: BTreeMap<SectionKind, (String, usize)>,
    /// The level of style of the headings of sections, where they have one.
    pub(super) style_level: Option<u8>,
    pub(super) doubts: Vec<Doubt>,
    pub(super) dropped: Vec<Dropped>,
}

/// A heading that may open a section.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    at: usize,
    kind: SectionKind,
    strength: Strength,
}

/// Divides `pieces`.
pub(super) fn divide(pieces: Vec<ProsePiece<'_>>) -> Divided<'_> {
    let headings = headings(&pieces);
    let mut divided = Divided::default();
    let mut current: Option<SectionKind> = None;
    let mut is_behind_table = false;
    let last_table = pieces.iter().rposition(|piece| matches!(piece, ProsePiece::Table(..)));
    for (at, piece) in pieces.into_iter().enumerate() {
        if let Some(opening) = headings.get(&at) {
            divided.open(*opening, &piece);
            current = opening.kind.or(current);
            is_behind_table = false;
            continue;
        }
        match piece {
            ProsePiece::Table(_, table) => {
                is_behind_table |= current.is_none_or(|kind| kind.table().is_none());
                if is_behind_table {
                    let of_table = || SectionKind::ALL.into_iter().find(|kind| kind.table() == Some(table));
                    let own = if last_table == Some(at) { None } else { of_table() };
                    current = Some(own.unwrap_or(SectionKind::Proceedings));
                }
            }
            piece => match current {
                Some(kind) => divided.sections.entry(kind).or_default().push(piece),
                None => divided.introduce(piece),
            },
        }
    }
    if headings.is_empty() {
        divided.without_headings();
    }
    divided.settle();
    divided
}

/// What a heading opens.
#[derive(Debug, Clone, Copy)]
struct Opening {
    /// The section; nothing for a line of a table of contents.
    kind: Option<SectionKind>,
    strength: Strength,
    /// Whether only its number tells the section.
    by_number: bool,
}

impl<'d> Divided<'d> {
    /// Opens a section with the heading `piece`.
    fn open(&mut self, opening: Opening, piece: &ProsePiece<'d>) {
        let ProsePiece::Line(line) = piece else { return };
        let text = line.text();
        let Some(kind) = opening.kind else {
            self.drop("目录", line);
            return;
        };
        if let Style::Heading(level) = line.style {
            self.style_level = Some(self.style_level.map_or(level, |least| least.min(level)));
        }
        if self.headings.contains_key(&kind) {
            self.doubt(Some(kind), line.part, format!("“{}”在原文里出现了两次，内容接在一起；请核对", kind.heading()));
        }
        self.headings.entry(kind).or_insert((bare(&text), line.part));
        self.sections.entry(kind).or_default();
        if opening.by_number || opening.strength != Strength::Sure {
            let message = format!(
                "原文的标题“{}”与规定的不同，认作第{}部分“{}”；请核对",
                text.trim(),
                kind.numeral(),
                kind.heading()
            );
            self.doubt(Some(kind), line.part, message);
        }
    }

    /// Puts a piece into the introduction, unless it is a title that says nothing.
    fn introduce(&mut self, piece: ProsePiece<'d>) {
        match &piece {
            ProsePiece::Line(line) if remnants::is_empty_title(&line.text()) => self.drop("标题", line),
            _ => self.introduction.push(piece),
        }
    }

    fn doubt(&mut self, kind: Option<SectionKind>, part: usize, message: String) {
        self.doubts.push(Doubt { subject: Subject::Section(kind), message, hint: None, spot: Some(Spot::part(part)) });
    }

    /// Where no section has a heading: what follows the introduction is section 一.
    fn without_headings(&mut self) {
        let is_introduction =
            |piece: &ProsePiece<'_>| matches!(piece, ProsePiece::Line(line) if remnants::introduces(&line.text()));
        let introduction = std::mem::take(&mut self.introduction);
        let end = introduction.iter().rposition(is_introduction).map_or(0, |at| at + 1);
        let mut rest = introduction;
        let overview = rest.split_off(end);
        self.introduction = rest;
        if let Some(first) = overview.first() {
            let part = first.part();
            self.doubt(
                Some(SectionKind::Overview),
                part,
                "原文里没有找到各部分的标题，表格前面的文字都放进了“总体情况”；请核对".to_owned(),
            );
            self.sections.entry(SectionKind::Overview).or_default().extend(overview);
        }
    }

    /// Puts what stands in a section that holds a table where it is not lost.
    fn settle(&mut self) {
        let tables = SectionKind::ALL.into_iter().filter(|kind| kind.table().is_some());
        for kind in tables {
            let Some(pieces) = self.sections.remove(&kind) else { continue };
            let is_last = kind == SectionKind::Proceedings;
            let prose = self.without_remnants(kind, pieces);
            let Some(first) = prose.first().map(ProsePiece::part) else { continue };
            if is_last && !self.sections.contains_key(&SectionKind::Problems) {
                self.behind_tables(prose);
                continue;
            }
            let message = format!("“{}”里除了表格还有文字，移到了“总体情况”的末尾；请核对放在哪里合适", kind.heading());
            self.doubt(Some(SectionKind::Overview), first, message);
            self.sections.entry(SectionKind::Overview).or_default().extend(prose);
        }
    }

    /// The pieces that are no remnants of the table of section `kind`.
    fn without_remnants(&mut self, kind: SectionKind, pieces: Vec<ProsePiece<'d>>) -> Vec<ProsePiece<'d>> {
        let mut prose = Vec::new();
        let mut unread = Vec::new();
        for piece in pieces {
            if let ProsePiece::Grid(part, grid) = &piece
                && remnants::is_official(grid)
            {
                let text = grid.cells.iter().map(GridCell::text).collect::<Vec<_>>().join(" ");
                unread.push((*part, text.clone()));
                self.dropped
                    .push(Dropped { kind: "没有认出的表格".to_owned(), text, place: grid.place.clone() });
                continue;
            }
            let ProsePiece::Line(line) = piece else {
                prose.push(piece);
                continue;
            };
            match Remnant::of(line) {
                Remnant::Prose(line) => prose.push(ProsePiece::Line(line)),
                Remnant::Table(line) => self.drop("表格里的文字", &line),
                Remnant::Unread(line) => {
                    self.drop("表格里的文字", &line);
                    unread.push((line.part, line.text()));
                }
                Remnant::Both(line, table) => {
                    prose.push(ProsePiece::Line(line));
                    self.drop("表格里的文字", &table);
                }
            }
        }
        if let Some((first, text)) = unread.first() {
            let count = unread.len();
            let begun: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(QUOTED).collect();
            let message = format!(
                "“{}”里有 {count} 处像是表格的内容（从“{begun}”开始），没有认出来，也没有放进正文；请对照原文核对",
                kind.heading()
            );
            self.doubt(Some(kind), *first, message);
        }
        prose
    }

    fn drop(&mut self, kind: &str, line: &ProseLine) {
        let text = line.text().trim().to_owned();
        self.dropped.push(Dropped { kind: kind.to_owned(), text, place: line.place.clone() });
    }

    /// What follows the tables where section 五 has no heading.
    fn behind_tables(&mut self, prose: Vec<ProsePiece<'d>>) {
        let is_other =
            |piece: &ProsePiece<'_>| matches!(piece, ProsePiece::Line(line) if remnants::is_of_other(&line.text()));
        let has_other = self.sections.contains_key(&SectionKind::Other);
        let end = if has_other { prose.len() } else { prose.iter().rposition(is_other).unwrap_or(prose.len()) };
        let mut problems = prose;
        let other = problems.split_off(end);
        for (kind, pieces) in [(SectionKind::Problems, problems), (SectionKind::Other, other)] {
            if let Some(first) = pieces.first().map(ProsePiece::part) {
                let message =
                    format!("原文里没有找到“{}”的标题，按内容把表格后面的文字放在这里；请核对", kind.heading());
                self.doubt(Some(kind), first, message);
                self.sections.entry(kind).or_default().extend(pieces);
            }
        }
    }
}

/// The headings of sections among `pieces`, by their places.
fn headings(pieces: &[ProsePiece<'_>]) -> BTreeMap<usize, Opening> {
    let mut candidates = candidates(pieces);
    if candidates.iter().any(|candidate| candidate.strength == Strength::Sure) {
        candidates.retain(|candidate| candidate.strength != Strength::Weak);
    }
    let sure: Vec<SectionKind> = of_strength(&candidates, Strength::Sure);
    candidates.retain(|candidate| candidate.strength == Strength::Sure || !sure.contains(&candidate.kind));
    let mut openings = BTreeMap::new();
    let last: BTreeMap<SectionKind, usize> =
        candidates.iter().map(|candidate| (candidate.kind, candidate.at)).collect();
    for (index, candidate) in candidates.iter().enumerate() {
        let is_contents =
            last.get(&candidate.kind).is_some_and(|last| *last > candidate.at) && has_neighbour(&candidates, index);
        let opening =
            Opening { kind: (!is_contents).then_some(candidate.kind), strength: candidate.strength, by_number: false };
        openings.insert(candidate.at, opening);
    }
    by_number(pieces, &candidates, &mut openings);
    openings
}

fn of_strength(candidates: &[Candidate], strength: Strength) -> Vec<SectionKind> {
    candidates.iter().filter(|candidate| candidate.strength == strength).map(|candidate| candidate.kind).collect()
}

fn candidates(pieces: &[ProsePiece<'_>]) -> Vec<Candidate> {
    let lines = pieces
        .iter()
        .enumerate()
        .filter_map(|(at, piece)| if let ProsePiece::Line(line) = piece { Some((at, line)) } else { None });
    let opened = lines.filter_map(|(at, line)| {
        let is_item = matches!(line.style, Style::Item { .. });
        let (kind, strength) = opened(&line.text(), line.is_styled() || line.is_bold()).filter(|_| !is_item)?;
        Some(Candidate { at, kind, strength })
    });
    opened.collect()
}

/// Whether another heading stands right before or behind this one, as in a table of contents.
fn has_neighbour(candidates: &[Candidate], index: usize) -> bool {
    let Some(candidate) = candidates.get(index) else { return false };
    let beside = [index.checked_sub(1), index.checked_add(1)].into_iter().flatten().filter_map(|at| candidates.get(at));
    beside.into_iter().any(|other| other.at.abs_diff(candidate.at) == 1)
}

/// Adds the headings of which only the number tells the section, where that one has no other and its place fits.
fn by_number(pieces: &[ProsePiece<'_>], known: &[Candidate], openings: &mut BTreeMap<usize, Opening>) {
    let place = |kind: SectionKind| known.iter().find(|candidate| candidate.kind == kind).map(|candidate| candidate.at);
    let last_table =
        pieces.iter().rposition(|piece| matches!(piece, ProsePiece::Table(..))).max(place(SectionKind::Proceedings));
    let first_table =
        pieces.iter().position(|piece| matches!(piece, ProsePiece::Table(..))).or(place(SectionKind::Disclosure));
    let mut added = BTreeSet::new();
    for (at, piece) in pieces.iter().enumerate() {
        let ProsePiece::Line(line) = piece else { continue };
        let text = line.text();
        let Some(number) = number::typed(&text).filter(|number| number.mark == Mark::Section) else { continue };
        let name = bare(&text);
        let Some(kind) = numbered(number.value).filter(|kind| place(*kind).is_none() && kind.table().is_none()) else {
            continue;
        };
        let is_name = (2..=30).contains(&name.chars().count()) && !name.contains(STOPS);
        let fits = match kind {
            SectionKind::Overview => first_table.is_some_and(|table| at < table),
            _ => last_table.is_some_and(|table| at > table),
        };
        if is_name && fits && !openings.contains_key(&at) && added.insert(kind) {
            openings.insert(at, Opening { kind: Some(kind), strength: Strength::Worded, by_number: true });
        }
    }
}
