//! From the pieces of a section to its blocks.

use std::collections::BTreeMap;

use nianbao_model::report::Image;
use nianbao_model::{Block, Inline, SectionKind, Span};

use super::inlines::InlineWriter;
use super::piece::{ProseLine, ProsePiece};
use super::subheading::Manner;
use super::{lists, tables};
use crate::document::{Dropped, Picture, Place, Spot};
use crate::recognise::words::dense;
use crate::{Doubt, Subject};

/// So much of a link is quoted, in characters.
const LINK: usize = 40;

/// Writes blocks; gathers the pictures that they show.
#[derive(Debug, Default)]
pub(super) struct Builder<'d> {
    pub(super) inlines: InlineWriter,
    pub(super) pictures: &'d [Picture],
    pub(super) images: BTreeMap<String, Image>,
    pub(super) doubts: Vec<Doubt>,
    pub(super) dropped: Vec<Dropped>,
}

impl Builder<'_> {
    /// The blocks of a section, the introduction as `None`.
    pub(super) fn blocks(
        &mut self,
        kind: Option<SectionKind>,
        pieces: &[ProsePiece<'_>],
        style_level: Option<u8>,
    ) -> Vec<Block> {
        let manner = Manner::of(pieces, style_level);
        let mut blocks = Vec::new();
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            at += 1;
            if kind.is_some()
                && let Some(heading) = manner.subheading(pieces, at - 1)
            {
                let content = unbolded(self.inlines.inlines(&heading.words));
                if !content.is_empty() {
                    blocks.push(Block::Heading {
                        level: heading.level,
                        number: 0,
                        typed_number: heading.number,
                        content,
                        span: Span::NOWHERE,
                    });
                }
                continue;
            }
            match piece {
                ProsePiece::Line(line) if lists::is_item(line) => {
                    let end = pieces
                        .iter()
                        .skip(at)
                        .take_while(|piece| matches!(piece, ProsePiece::Line(line) if lists::is_item(line)))
                        .count();
                    let lines = pieces
                        .iter()
                        .skip(at - 1)
                        .take(end + 1)
                        .filter_map(|piece| if let ProsePiece::Line(line) = piece { Some(line) } else { None });
                    blocks.extend(lists::blocks(&lines.collect::<Vec<&ProseLine>>(), &mut self.inlines));
                    at += end;
                }
                ProsePiece::Line(line) if is_placeholder(&line.text()) => self.placeholder(kind, line),
                ProsePiece::Line(line) => self.paragraph(&line.runs, &mut blocks),
                ProsePiece::Grid(part, grid) => {
                    let (block, is_flat) = tables::block(grid, &mut self.inlines);
                    if !is_flat {
                        self.doubt(kind, *part, "原文的表格里有合并的格子，已拆开，空出的格子留空；请核对".to_owned());
                    }
                    blocks.extend(block);
                }
                ProsePiece::Picture(part, name, alt) => blocks.extend(self.picture(kind, *part, name, alt)),
                ProsePiece::Table(..) => {}
            }
        }
        self.lost_links(kind);
        number_headings(&mut blocks);
        blocks
    }

    /// Tells of links that lead nowhere outside the page.
    fn lost_links(&mut self, kind: Option<SectionKind>) {
        let lost = std::mem::take(&mut self.inlines.lost);
        let Some((text, address)) = lost.first() else { return };
        let [text, address] = [text, address].map(|text| text.trim().chars().take(LINK).collect::<String>());
        let which = if lost.len() > 1 {
            format!("有 {} 处链接，第一处“{text}”", lost.len())
        } else {
            format!("链接“{text}”")
        };
        let message = format!(
            "{which}的地址不完整（{address}），只留下了文字；要保留的话，在原网页上打开它，把浏览器里的完整地址写进 narrative.md"
        );
        self.doubts.push(Doubt { subject: Subject::Section(kind), message, hint: None, spot: None });
    }

    fn paragraph(&mut self, runs: &[crate::document::Run], blocks: &mut Vec<Block>) {
        let content = self.inlines.inlines(runs);
        if !content.is_empty() {
            blocks.push(Block::Paragraph { content, span: Span::NOWHERE });
        }
    }

    /// A picture that the document holds; it stays without a description until somebody writes one.
    fn picture(&mut self, kind: Option<SectionKind>, part: usize, name: &str, alt: &str) -> Option<Block> {
        let held = self.pictures.iter().find(|picture| picture.name == name && !name.is_empty());
        let Some(picture) = held.filter(|picture| is_shown(&picture.name)) else {
            let why = if held.is_some() {
                "格式不能用（只能是 PNG、JPEG、SVG）"
            } else {
                "不在这个文件里"
            };
            self.doubt(
                kind,
                part,
                format!("原文这里有一张图片，{why}；需要的话另存为 .png 或 .jpg，放在 narrative.md 旁边再写进来"),
            );
            self.dropped.push(Dropped { kind: "图片".to_owned(), text: alt.to_owned(), place: Place::Unknown });
            return None;
        };
        self.images.insert(name.to_owned(), Image { bytes: picture.bytes.clone() });
        let alt = if describes(alt) { alt.trim().to_owned() } else { String::new() };
        if alt.is_empty() {
            self.doubt(
                kind,
                part,
                format!("图片“{name}”没有文字说明；请在 narrative.md 的方括号里写明图中内容，图里有数据的请核对"),
            );
        }
        Some(Block::Image { file: name.to_owned(), alt, span: Span::NOWHERE })
    }

    /// A hint of the blank form stands where text should be.
    fn placeholder(&mut self, kind: Option<SectionKind>, line: &ProseLine) {
        self.doubt(kind, line.part, format!("这里只有格式里的提示“{}”，没有内容；请补上", line.text().trim()));
        self.dropped.push(Dropped {
            kind: "格式里的提示".to_owned(),
            text: line.text().trim().to_owned(),
            place: line.place.clone(),
        });
    }

    fn doubt(&mut self, kind: Option<SectionKind>, part: usize, message: String) {
        self.doubts.push(Doubt { subject: Subject::Section(kind), message, hint: None, spot: Some(Spot::part(part)) });
    }
}

/// Whether a report can show a picture of this name.
fn is_shown(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".png", ".jpg", ".jpeg", ".svg"].iter().any(|ending| name.ends_with(ending))
}

/// Whether a description says what a picture shows, and is not the name of a file or of a program's shape.
fn describes(alt: &str) -> bool {
    let alt = dense(alt).to_ascii_lowercase();
    let is_file = [".png", ".jpg", ".jpeg", ".gif", ".bmp"].iter().any(|ending| alt.ends_with(ending));
    let name: String = alt.chars().filter(|c| !c.is_ascii_digit()).collect();
    !is_file
        && !matches!(
            name.as_str(),
            "" | "图片" | "image" | "picture" | "img" | "图" | "文本框" | "说明:" | "图表" | "未标题-"
        )
}

/// `（文字描述）` of the blank form.
fn is_placeholder(text: &str) -> bool {
    let text = dense(text);
    let inner = text.trim_matches(['（', '）', '(', ')', '。']);
    inner.starts_with("文字描述") && inner.len() < text.len() || inner == "文字描述"
}

/// A heading is bold anyway.
fn unbolded(content: Vec<Inline>) -> Vec<Inline> {
    let flat = content.into_iter().flat_map(|inline| match inline {
        Inline::Strong(inner) => inner,
        inline => vec![inline],
    });
    flat.filter(|inline| !matches!(inline, Inline::Footnote { .. } | Inline::Break)).collect()
}

/// Gives every sub-heading its number among its siblings.
fn number_headings(blocks: &mut [Block]) {
    let mut counts = [0_u32; 5];
    for block in blocks {
        let Block::Heading { level, number, .. } = block else { continue };
        let level = usize::from(*level).min(counts.len() - 1);
        for (at, count) in counts.iter_mut().enumerate().skip(level) {
            *count = if at == level { *count + 1 } else { 0 };
            if at == level {
                *number = *count;
            }
        }
    }
}
