//! Narratives as agencies write them, with everything that narrative.md can say.

use std::collections::BTreeMap;

use nianbao_model::report::Image;
use nianbao_model::{Alignment, Block, Footnote, Form, Inline, Narrative, Section, SectionKind, Span};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const PICTURE: &[u8] = include_bytes!("../../sites/everything/content/2024/trend.png");

const CLAUSES: [&str; 16] = [
    "全年主动公开政府信息1,234条",
    "同比增长12.5%",
    "“一网通办”事项办结率达99.5%——比上年提高0.3个百分点",
    "依据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条编制",
    "落实“谁公开、谁负责”“先审查、后公开”的要求",
    "收到12345热线转来的咨询3件",
    "网站（www.haizhou.gov.cn）访问量2.6万人次",
    "一是健全制度",
    "二是加强培训",
    "解读形式不够丰富",
    "下一步将增加图解",
    "统计期限自1月1日起至12月31日止",
    "A类公路养护计划",
    "按时答复率100%",
    "未收取信息处理费",
    "办理人大建议4件、政协提案11件",
];

const HEADINGS: [&str; 10] = [
    "主动公开",
    "依申请公开",
    "政府信息管理",
    "政府信息公开平台建设",
    "监督保障",
    "重点领域信息公开",
    "公开内容还不够全面",
    "改进措施",
    "建议提案办理",
    "信息化工作",
];

const WORDS: [&str; 8] = ["渠道", "件数", "网站", "12", "0.5", "第1季度", "微信公众号", "办结"];

/// A narrative of a report on `form`, and the pictures in it.
pub(super) fn narrative(form: &'static Form) -> BoxedStrategy<(Narrative, BTreeMap<String, Image>)> {
    let introduction = vec(paragraph(form), 0..3);
    let sections = SectionKind::NARRATIVE.map(|kind| section(kind, form)).to_vec();
    (introduction, sections, vec(vec(clause(), 1..3), 4))
        .prop_map(|(introduction, sections, notes)| settled(introduction, sections, &notes))
        .boxed()
}

fn section(kind: SectionKind, form: &'static Form) -> BoxedStrategy<Section> {
    let older = kind.older_headings().iter().copied().filter(|_| form.allows_older_headings());
    let titles: Vec<&'static str> = [kind.heading()].into_iter().chain(older).collect();
    let blocks = vec(
        prop_oneof![
            6 => paragraph(form),
            3 => heading(),
            2 => list(form),
            1 => table(form),
            1 => image(),
        ],
        0..6,
    );
    (select(titles), paragraph(form), blocks)
        .prop_map(move |(title, first, rest)| {
            let mut blocks = [vec![first], rest].concat();
            // Two lists or tables in a row are one to whoever reads them.
            blocks.dedup_by(|one, other| {
                matches!(
                    (&*one, &*other),
                    (Block::List { .. }, Block::List { .. }) | (Block::Table { .. }, Block::Table { .. })
                )
            });
            Section { kind, title, heading: Span::NOWHERE, blocks }
        })
        .boxed()
}

fn paragraph(form: &'static Form) -> BoxedStrategy<Block> {
    (vec((piece(form), select(vec!["，", "；", "。"])), 1..5), select(vec!["。", "。", "。", "："]))
        .prop_map(|(pieces, end)| {
            let last = pieces.len() - 1;
            let pieces = pieces
                .into_iter()
                .enumerate()
                .flat_map(|(at, (piece, mark))| piece.into_iter().chain([text(if at == last { end } else { mark })]));
            Block::Paragraph { content: pieces.collect(), span: Span::NOWHERE }
        })
        .boxed()
}

/// A clause of running text, in one of the looks that there are.
fn piece(form: &'static Form) -> BoxedStrategy<Vec<Inline>> {
    let figure = select(form.keys().paths())
        .prop_map(move |path| Inline::Figure { address: form.look_up(&path).expect("a figure"), span: Span::NOWHERE });
    let note = (1_usize..5).prop_map(|number| Inline::Footnote { number, first: false, span: Span::NOWHERE });
    let url = select(vec!["https://www.haizhou.gov.cn/a_(b)/c.html?d=e&f=g", "http://jt.haizhou.gov.cn/"]);
    prop_oneof![
        12 => clause().prop_map(|clause| vec![text(&clause)]),
        2 => clause().prop_map(|clause| vec![Inline::Strong(vec![text(&clause)])]),
        1 => clause().prop_map(|clause| vec![Inline::Emphasis(vec![text(&clause)])]),
        1 => clause().prop_map(|clause| vec![Inline::Strong(vec![Inline::Emphasis(vec![text(&clause)])])]),
        1 => (url, clause()).prop_map(|(url, clause)| vec![Inline::Link { url: url.to_owned(), content: vec![text(&clause)] }]),
        2 => figure.prop_map(|figure| vec![text("共收到申请"), figure, text("件")]),
        1 => (clause(), note).prop_map(|(clause, note)| vec![text(&clause), note]),
        // A break behind a sentence is a paragraph to whoever reads it.
        1 => (clause(), clause()).prop_map(|(before, behind)| {
            vec![text(&before), text("，"), Inline::Break, text(&behind)]
        }),
    ]
    .boxed()
}

fn clause() -> BoxedStrategy<String> {
    select(CLAUSES.to_vec()).prop_map(str::to_owned).boxed()
}

fn heading() -> BoxedStrategy<Block> {
    (2_u8..5, select(HEADINGS.to_vec()))
        .prop_map(|(level, heading)| Block::Heading {
            level,
            number: 0,
            typed_number: None,
            content: vec![text(heading)],
            span: Span::NOWHERE,
        })
        .boxed()
}

fn list(form: &'static Form) -> BoxedStrategy<Block> {
    let start = || select(vec![None, None, Some(1), Some(1), Some(3)]);
    let flat = (start(), vec(paragraph(form).prop_map(|item| vec![item]), 1..4));
    let flat = flat.prop_map(|(start, items)| Block::List { start, items }).boxed();
    let nested = (start(), vec((paragraph(form), option::weighted(0.4, flat.clone())), 1..4));
    let nested = nested.prop_map(|(start, items)| Block::List {
        start,
        items: items.into_iter().map(|(first, below)| std::iter::once(first).chain(below).collect()).collect(),
    });
    prop_oneof![flat, nested].boxed()
}

fn table(form: &'static Form) -> BoxedStrategy<Block> {
    let sides = || select(vec![Alignment::Unset, Alignment::Left, Alignment::Center, Alignment::Right]);
    let cell = move || {
        prop_oneof![
            5 => select(WORDS.to_vec()).prop_map(|word| vec![text(word)]),
            1 => piece(form).prop_map(|piece| piece.into_iter().filter(|piece| !matches!(piece, Inline::Break)).collect()),
            1 => Just(Vec::new()),
        ]
    };
    (2_usize..5, 1_usize..5)
        .prop_flat_map(move |(columns, rows)| {
            let head = vec(select(WORDS[..3].to_vec()).prop_map(|word| vec![text(word)]), columns);
            (vec(sides(), columns), head, vec(vec(cell(), columns), rows))
        })
        .prop_map(|(alignments, head, rows)| Block::Table { alignments, head, rows })
        .boxed()
}

fn image() -> BoxedStrategy<Block> {
    (select(vec!["trend.png", "图 1.png"]), select(vec!["近三年申请数量走势", "各渠道公开数量（条）"]))
        .prop_map(|(file, alt)| Block::Image { file: file.to_owned(), alt: alt.to_owned(), span: Span::NOWHERE })
        .boxed()
}

fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), span: Span::NOWHERE }
}

/// The narrative as reading would leave it: footnotes and sub-headings counted, pictures known.
fn settled(
    introduction: Vec<Block>,
    sections: Vec<Section>,
    notes: &[Vec<String>],
) -> (Narrative, BTreeMap<String, Image>) {
    let mut settling = Settling::default();
    let introduction = settling.counted(introduction);
    let sections = sections.into_iter().map(|section| Section { blocks: settling.counted(section.blocks), ..section });
    let sections = sections.collect();
    let footnotes = settling
        .referred
        .iter()
        .zip(notes)
        .map(|(_, note)| Footnote { content: vec![text(&format!("{}。", note.join("，")))], span: Span::NOWHERE });
    let footnotes = footnotes.collect();
    (Narrative { introduction, sections, footnotes }, settling.images)
}

#[derive(Default)]
struct Settling {
    /// The footnotes referred to, in the order of the first reference.
    referred: Vec<usize>,
    images: BTreeMap<String, Image>,
}

impl Settling {
    /// The blocks of a section.
    fn counted(&mut self, mut blocks: Vec<Block>) -> Vec<Block> {
        let mut counts = [0_u32; 6];
        for block in &mut blocks {
            if let Block::Heading { level, number, .. } = block {
                let level = usize::from(*level);
                counts[level] += 1;
                counts[level + 1..].fill(0);
                *number = counts[level];
            }
            self.block(block);
        }
        blocks
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => self.inlines(content),
            Block::List { items, .. } => items.iter_mut().flatten().for_each(|block| self.block(block)),
            Block::Table { head, rows, .. } => {
                head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| self.inlines(cell));
            }
            Block::Image { file, .. } => {
                self.images.insert(file.clone(), Image { bytes: PICTURE.to_vec() });
            }
        }
    }

    fn inlines(&mut self, content: &mut Vec<Inline>) {
        for inline in content {
            if let Inline::Footnote { number, first, .. } = inline {
                let earlier = self.referred.iter().position(|known| known == number);
                *first = earlier.is_none();
                if earlier.is_none() {
                    self.referred.push(*number);
                }
                *number = earlier.map_or(self.referred.len(), |at| at + 1);
            }
        }
    }
}
