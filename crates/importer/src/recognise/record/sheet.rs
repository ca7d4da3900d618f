//! All entries of a document's record: of the labels beside its text and of the lines above it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nianbao_model::{Filing, Spanned};

use super::doubts;
use super::field::{self, Field};
use super::head::{self, ShownTitle};
use super::title::{Title, is_agency};
use super::{block, field::meta};
use crate::document::{Dropped, Part};
use crate::recognise::chrome;
use crate::recognise::day::{first_day, sole_day};
use crate::recognise::words::dense;
use crate::{Document, Doubt};

/// What the record of a document says.
#[derive(Debug, Clone, Default)]
pub(super) struct RecordSheet {
    /// The entries of the page itself, and those of labels beside the text.
    shown: Vec<(Field, String)>,
    labelled: Vec<(Field, String)>,
    /// A day that stands alone below the title.
    alone: Option<Date>,
    /// The titles that entries name.
    pub(super) titles: Vec<Title>,
    /// The parts that were read.
    pub(super) parts: BTreeSet<usize>,
    /// What belongs to the page and not to the report.
    pub(super) dropped: Vec<Dropped>,
}

impl RecordSheet {
    /// The record of `document`, which shows its title at `titles`.
    pub(super) fn read(document: &Document, titles: &[ShownTitle]) -> Self {
        let mut sheet = Self::default();
        let labels = document.labels.iter().filter_map(|(name, value)| Some((meta(name)?, value.trim().to_owned())));
        sheet.labelled = labels.collect();
        sheet.labelled.extend(left_out(document));
        for shown in titles.iter().filter(|shown| shown.prefix.is_none()) {
            let lines = shown.parts.clone().filter(|at| matches!(document.parts.get(*at), Some(Part::Paragraph(_))));
            sheet.parts.extend(lines);
        }
        let head_end = divider(document)
            .max(titles.iter().filter(|shown| shown.prefix.is_none()).map(|shown| shown.parts.end).max().unwrap_or(0));
        let body = head::body(document, head_end);
        for (at, part) in document.parts.iter().enumerate().take(body) {
            sheet.take(at, part, at < head_end);
        }
        sheet.tail(document, body);
        let entries = sheet.shown.iter().chain(&sheet.labelled).filter(|(field, _)| *field == Field::Title);
        sheet.titles = entries.filter_map(|(_, text)| Title::leading(text)).collect();
        sheet
    }

    /// Takes in the record where it stands at the end, below the text that begins at `body`.
    fn tail(&mut self, document: &Document, body: usize) {
        /// A single line may be part of the text.
        const FEWEST: usize = 2;
        let is_entry =
            |part: &Part| matches!(part, Part::Paragraph(paragraph) if !field::entries(&paragraph.text()).is_empty());
        let count = document.parts.iter().rev().take_while(|part| is_entry(part)).count();
        let start = document.parts.len() - count;
        if count < FEWEST || start < body {
            return;
        }
        for (at, part) in document.parts.iter().enumerate().skip(start) {
            self.take(at, part, false);
        }
    }

    /// Takes in a part of the head; all that stands `above` the title belongs to the page.
    fn take(&mut self, at: usize, part: &Part, above: bool) {
        if self.parts.contains(&at) {
            return;
        }
        match part {
            Part::Paragraph(paragraph) => {
                let text = paragraph.text();
                let entries: Vec<_> = text.split('\n').flat_map(field::entries).collect();
                if !entries.is_empty() {
                    let kept = entries.iter().all(|(field, _)| !matches!(field, Field::Other | Field::Office));
                    self.shown.extend(entries);
                    self.leave(at, (!kept).then_some(("页面信息", text.as_str())), paragraph.place.clone());
                } else if let Some(day) = sole_day(&text) {
                    self.alone = self.alone.or(Some(day));
                    self.leave(at, None, paragraph.place.clone());
                } else if above || chrome::is_chrome(&text) || chrome::is_divider(&text) {
                    let is_empty = dense(&text).is_empty();
                    self.leave(at, (!is_empty).then_some(("页面导航", text.as_str())), paragraph.place.clone());
                }
            }
            Part::Grid(grid) => {
                let entries = block::entries(grid);
                if !entries.is_empty() {
                    self.shown.extend(entries);
                    self.leave(at, None, grid.place.clone());
                }
            }
            Part::Picture { .. } => {}
        }
    }

    fn leave(&mut self, at: usize, dropped: Option<(&str, &str)>, place: crate::document::Place) {
        self.parts.insert(at);
        let dropped =
            dropped.map(|(kind, text)| Dropped { kind: kind.to_owned(), text: text.trim().to_owned(), place });
        self.dropped.extend(dropped);
    }

    /// The values of entries that say `field`, those of the page first.
    fn values(&self, field: Field) -> impl Iterator<Item = &str> {
        let all = self.shown.iter().chain(&self.labelled).filter(move |(said, _)| *said == field);
        all.map(|(_, value)| value.as_str()).filter(|value| says_something(value))
    }

    /// 发布日期.
    pub(super) fn published(&self, doubts: &mut Vec<Doubt>) -> Option<Date> {
        let mut days = self.values(Field::Published).filter_map(first_day);
        if let Some(first) = days.next() {
            doubts.extend(days.find(|other| *other != first).map(|other| doubts::two_days(first, other)));
            return Some(first);
        }
        let alone = self.alone.map(|day| ("标题下面", day));
        let (label, day) = alone.or_else(|| Some(("成文（生成）", self.values(Field::Dated).find_map(first_day)?)))?;
        doubts.push(doubts::other_day(label, day));
        Some(day)
    }

    /// The year before that of publication.
    pub(super) fn year_before(&self) -> Option<i16> {
        self.values(Field::Published).find_map(first_day).map(|day| day.year() - 1)
    }

    /// The page's own address.
    pub(super) fn source(&self) -> Option<String> {
        let addresses = self.values(Field::Address).chain(self.values(Field::Office));
        let mut addresses = addresses.map(str::trim).filter(|value| {
            (value.starts_with("http://") || value.starts_with("https://"))
                && value.len() > 8
                && !value.contains(char::is_whitespace)
        });
        addresses.next().map(str::to_owned)
    }

    /// The office that published the page.
    pub(super) fn office(&self) -> Option<String> {
        self.values(Field::Office).map(dense).find(|name| is_agency(name))
    }

    /// 索引号, 文号, 关键词.
    pub(super) fn filing(&self) -> Filing {
        let first = |field| self.values(field).next().map(|value| Spanned::unwritten(value.to_owned()));
        let all = self.shown.iter().chain(&self.labelled);
        let said = all.filter(|(field, value)| *field == Field::Keywords && says_something(value));
        let keywords =
            said.flat_map(|(_, value)| value.split(['；', ';', '，', ',', '、', '|', ' ', '　'])).map(str::trim);
        Filing {
            index: first(Field::Index),
            document: first(Field::Document),
            keywords: keywords.filter(|word| !word.is_empty()).map(str::to_owned).collect(),
        }
    }
}

/// The entries of a record that the reader left out with the page around the text: its day, if there is but one.
fn left_out(document: &Document) -> Vec<(Field, String)> {
    let entries = document.dropped.iter().flat_map(|dropped| field::entries(&dropped.text));
    let is_kept = |field: &Field| matches!(field, Field::Published | Field::Index | Field::Document);
    let entries: Vec<(Field, String)> = entries.filter(|(field, _)| is_kept(field)).collect();
    let days = entries.iter().filter(|(field, _)| *field == Field::Published).count();
    entries.into_iter().filter(|(field, _)| *field != Field::Published || days == 1).collect()
}

/// Where the head of a copied page ends: behind the line that parts it from the text.
fn divider(document: &Document) -> usize {
    let is_divider = |part: &Part| matches!(part, Part::Paragraph(paragraph) if chrome::is_divider(&paragraph.text()));
    document.parts.iter().take(60).position(is_divider).map_or(0, |at| at + 1)
}

fn says_something(value: &str) -> bool {
    let value = dense(value);
    !matches!(value.as_str(), "" | "无" | "暂无" | "-" | "--" | "——" | "/" | "null")
}
