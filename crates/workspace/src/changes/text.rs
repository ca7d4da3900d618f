//! A narrative as a row of blocks that can be held against another.

use nianbao_model::{Block, Inline, Report, SectionKind};

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// A sub-heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A paragraph of a list.
    Item,
    /// A row of a table that the editor wrote.
    Row,
    /// The place of a picture.
    Picture,
    /// A footnote.
    Footnote,
}

impl BlockKind {
    /// What people call it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Heading => "小标题",
            Self::Paragraph => "段",
            Self::Item => "列表的一项",
            Self::Row => "表格的一行",
            Self::Picture => "图片",
            Self::Footnote => "脚注",
        }
    }

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Row => "row",
            Self::Picture => "picture",
            Self::Footnote => "footnote",
        }
    }
}

/// A block of text as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextBlock {
    /// The section it stands in; none for the introduction (编制说明).
    pub section: Option<SectionKind>,
    /// What it is.
    pub kind: BlockKind,
    /// Its number among those of its kind in the section, from 1.
    pub number: usize,
    /// The sub-heading it stands below.
    pub under: Option<String>,
    /// Its text, with figures filled in and the addresses of links behind them.
    pub text: String,
    /// The same with look-ups in place of the figures that they quote.
    pub(super) unfilled: String,
}

/// The blocks of a report's narrative, in the order printed.
pub(super) fn blocks(report: &Report) -> Vec<TextBlock> {
    let mut walk = Walk { report, section: None, under: None, blocks: Vec::new() };
    walk.blocks(&report.narrative.introduction, BlockKind::Paragraph);
    for section in &report.narrative.sections {
        (walk.section, walk.under) = (Some(section.kind), None);
        walk.blocks(&section.blocks, BlockKind::Paragraph);
    }
    number(&mut walk.blocks);
    walk.blocks
}

fn number(blocks: &mut [TextBlock]) {
    let mut counted = std::collections::BTreeMap::new();
    for block in blocks {
        let count = counted.entry((block.section, block.kind)).or_insert(0_usize);
        *count += 1;
        block.number = *count;
    }
}

struct Walk<'r> {
    report: &'r Report,
    section: Option<SectionKind>,
    under: Option<String>,
    blocks: Vec<TextBlock>,
}

/// A text in its two readings.
#[derive(Default)]
struct Readings {
    filled: String,
    unfilled: String,
    /// The footnotes that it is the first to refer to.
    footnotes: Vec<usize>,
}

impl Readings {
    fn push(&mut self, text: &str) {
        self.filled.push_str(text);
        self.unfilled.push_str(text);
    }
}

impl Walk<'_> {
    fn blocks(&mut self, blocks: &[Block], kind: BlockKind) {
        for block in blocks {
            match block {
                Block::Heading { content, .. } => {
                    let readings = self.readings(content);
                    let text = readings.filled.clone();
                    self.add(BlockKind::Heading, readings);
                    self.under = Some(text);
                }
                Block::Paragraph { content, .. } => self.add(kind, self.readings(content)),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item, BlockKind::Item)),
                Block::Table { head, rows, .. } => {
                    std::iter::once(head).chain(rows).for_each(|row| self.row(row));
                }
                Block::Image { file, alt, .. } => {
                    let mut readings = Readings::default();
                    readings.push(&if alt.is_empty() { file.clone() } else { format!("{file}（{alt}）") });
                    self.add(BlockKind::Picture, readings);
                }
            }
        }
    }

    fn row(&mut self, cells: &[Vec<Inline>]) {
        let mut row = Readings::default();
        for (cell, at) in cells.iter().zip(0..) {
            if at > 0 {
                row.push("｜");
            }
            self.read(cell, &mut row);
        }
        self.add(BlockKind::Row, row);
    }

    fn add(&mut self, kind: BlockKind, readings: Readings) {
        let Readings { filled: text, unfilled, footnotes } = readings;
        if !text.trim().is_empty() {
            let (section, under) = (self.section, self.under.clone());
            self.blocks.push(TextBlock { section, kind, number: 0, under, text, unfilled });
        }
        for number in footnotes {
            let footnote = number.checked_sub(1).and_then(|at| self.report.narrative.footnotes.get(at));
            if let Some(footnote) = footnote {
                let readings = Readings { footnotes: Vec::new(), ..self.readings(&footnote.content) };
                self.add(BlockKind::Footnote, readings);
            }
        }
    }

    fn readings(&self, content: &[Inline]) -> Readings {
        let mut readings = Readings::default();
        self.read(content, &mut readings);
        readings
    }

    fn read(&self, content: &[Inline], readings: &mut Readings) {
        for inline in content {
            match inline {
                Inline::Text { text, .. } => readings.push(text),
                Inline::Figure { address, .. } => {
                    readings.filled += &self.report.figure(address).normalize().to_string();
                    readings.unfilled.extend(["{{", &self.report.form.path(address), "}}"]);
                }
                Inline::Emphasis(content) | Inline::Strong(content) => self.read(content, readings),
                Inline::Link { url, content } => {
                    self.read(content, readings);
                    readings.push(&format!("（{url}）"));
                }
                Inline::Footnote { number, first, .. } => {
                    if *first {
                        readings.footnotes.push(*number);
                    }
                }
                Inline::Break => readings.push("\n"),
            }
        }
    }
}
