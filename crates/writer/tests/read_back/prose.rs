//! Narratives with everything that narrative.md can say.

use std::collections::BTreeMap;

use nianbao_model::report::Image;
use nianbao_model::{Alignment, Block, Footnote, Form, Inline, Narrative, Section, SectionKind, Span};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::settled::{Settling, numbered};
use crate::texts::running;

/// A picture that is kept as it is when it is read.
pub(crate) const SVG: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"8\"><rect width=\"9\" height=\"5\"/></svg>\n";
const PICTURES: [&str; 4] = ["图.svg", "图 1（甲）.svg", "a(b)[c].svg", "a&amp;b_c*.svg"];

/// A narrative of a report on `form`, and the pictures in it.
pub(crate) fn narrative(form: &'static Form) -> BoxedStrategy<(Narrative, BTreeMap<String, Image>)> {
    let sections = SectionKind::ALL.map(|kind| option::of(section(kind, form)));
    let notes = vec(inlines(form), 4);
    (blocks(form), sections.to_vec(), notes)
        .prop_map(move |(introduction, sections, notes)| {
            let sections = sections
                .into_iter()
                .flatten()
                .filter(|section| section.kind.table().is_none() || section.title != section.kind.heading());
            settle(introduction, sections.collect(), notes)
        })
        .boxed()
}

/// The narrative as reading would leave it.
fn settle(
    introduction: Vec<Block>,
    sections: Vec<Section>,
    notes: Vec<Vec<Inline>>,
) -> (Narrative, BTreeMap<String, Image>) {
    let mut settling = Settling::default();
    let introduction = numbered(settling.blocks(introduction));
    let section = |section: Section| Section { blocks: numbered(settling.blocks(section.blocks)), ..section };
    let sections = sections.into_iter().map(section).collect();
    let notes: Vec<Vec<Inline>> =
        notes.into_iter().take(settling.footnotes()).map(|note| settling.note(note)).collect();
    let footnotes = notes.into_iter().map(|content| Footnote { content, span: Span::NOWHERE }).collect();
    let images = settling.pictures.into_iter().map(|name| (name, Image { bytes: SVG.as_bytes().to_vec() })).collect();
    (Narrative { introduction, sections, footnotes }, images)
}

/// A section; those that hold a table have a heading only.
fn section(kind: SectionKind, form: &'static Form) -> BoxedStrategy<Section> {
    let titles: Vec<&'static str> = [kind.heading()]
        .into_iter()
        .chain(kind.older_headings().iter().copied().filter(|_| form.allows_older_headings()))
        .collect();
    let blocks = if kind.table().is_some() { Just(Vec::new()).boxed() } else { blocks(form).boxed() };
    (select(titles), blocks)
        .prop_map(move |(title, blocks)| Section { kind, title, heading: Span::NOWHERE, blocks })
        .boxed()
}

fn blocks(form: &'static Form) -> BoxedStrategy<Vec<Block>> {
    let heading = (2_u8..5, option::of(0_u32..100), inlines(form)).prop_map(|(level, typed_number, content)| {
        Block::Heading { level, number: 0, typed_number, content, span: Span::NOWHERE }
    });
    let image = (select(PICTURES.to_vec()), running()).prop_map(|(file, alt)| Block::Image {
        file: file.to_owned(),
        alt,
        span: Span::NOWHERE,
    });
    vec(prop_oneof![6 => inner(form), 2 => heading, 1 => image], 0..4).boxed()
}

/// Blocks that may stand in lists.
fn inner(form: &'static Form) -> BoxedStrategy<Block> {
    let paragraph = inlines(form).prop_map(|content| Block::Paragraph { content, span: Span::NOWHERE });
    let table = (1_usize..4, 0_usize..3).prop_flat_map(move |(columns, rows)| {
        let row = move || vec(prop_oneof![3 => inlines(form).boxed(), 1 => Just(Vec::new()).boxed()], columns);
        let sides = select(vec![Alignment::Unset, Alignment::Left, Alignment::Center, Alignment::Right]);
        (vec(sides, columns), row(), vec(row(), rows)).prop_map(|(alignments, head, rows)| Block::Table {
            alignments,
            head,
            rows,
        })
    });
    prop_oneof![5 => paragraph, 1 => table]
        .prop_recursive(3, 12, 3, |inner| {
            let start = prop_oneof![Just(None), Just(Some(1)), (0_u64..1_000_000_000).prop_map(Some), Just(Some(9))];
            (start, vec(vec(inner, 0..3), 1..4)).prop_map(|(start, items)| Block::List { start, items })
        })
        .boxed()
}

fn inlines(form: &'static Form) -> BoxedStrategy<Vec<Inline>> {
    let paths = form.keys().paths();
    let text = running().prop_map(|text| Inline::Text { text, span: Span::NOWHERE });
    let figure = select(paths)
        .prop_map(move |path| Inline::Figure { address: form.look_up(&path).expect("a figure"), span: Span::NOWHERE });
    let footnote = (1_usize..4).prop_map(|number| Inline::Footnote { number, first: false, span: Span::NOWHERE });
    let leaf = prop_oneof![12 => text, 2 => figure, 1 => footnote, 1 => Just(Inline::Break)];
    let url = prop_oneof![
        crate::texts::address(),
        "(https?://|HTTP://|mailto:)[a-z .()<>&;#\\\\*_\\[\\]{}|`\"甲]{1,8}",
        Just("https://a.cn/&lt;".to_owned()),
    ];
    let inline = leaf.prop_recursive(3, 10, 3, move |inner| {
        let content = || vec(inner.clone(), 0..4);
        prop_oneof![
            content().prop_map(Inline::Emphasis),
            content().prop_map(Inline::Strong),
            (url.clone(), content()).prop_map(|(url, content)| Inline::Link { url, content }),
        ]
    });
    vec(inline, 1..6).boxed()
}
