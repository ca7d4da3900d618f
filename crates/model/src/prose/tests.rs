//! Passages, places and sentences.

use super::*;
use crate::{Address, Cell, Decimal, FileId, Form, Section, Span};

fn span(start: usize, end: usize) -> Span {
    Span::new(FileId(0), start, end)
}

fn text(text: &str, start: usize) -> Inline {
    Inline::Text { text: text.to_owned(), span: span(start, start + text.len()) }
}

fn received() -> Address {
    Form::latest().look_up("申请.本年新收.自然人").expect("a cell")
}

fn prose() -> Prose {
    let mut figures = Figures::default();
    figures.set(&received(), Cell { value: Decimal::from(12), ..Cell::default() });
    let heading = Block::Heading {
        level: 2,
        number: 1,
        typed_number: None,
        content: vec![text("依申请公开", 13)],
        span: span(0, 28),
    };
    let quoted = Inline::Figure { address: received(), span: span(50, 90) };
    let content = vec![text("收到", 40), quoted, Inline::Strong(vec![text("件。", 92)]), text("办结", 100)];
    let blocks = vec![heading, Block::Paragraph { content, span: span(40, 106) }];
    let section =
        Section { kind: SectionKind::Overview, title: SectionKind::Overview.heading(), heading: span(0, 1), blocks };
    Prose::of(&Narrative { sections: vec![section], ..Narrative::default() }, &figures)
}

#[test]
fn text_is_plain_and_knows_its_headings() {
    let prose = prose();
    let texts: Vec<&str> = prose.passages.iter().map(|passage| passage.text.as_str()).collect();
    assert_eq!(texts, ["依申请公开", "收到12件。办结"]);
    assert_eq!(*prose.passages[1].headings, ["依申请公开"]);
    assert_eq!(prose.section(None).count(), 0);
}

#[test]
fn a_stretch_knows_where_it_was_written() {
    let passage = &prose().passages[1];
    let written = |part: &str| {
        let start = passage.text.find(part).expect("a part");
        passage.span(&(start..start + part.len())).expect("a place")
    };
    assert_eq!(written("到"), span(43, 46));
    assert_eq!(written("12"), span(50, 90));
    assert_eq!(written("到12件"), span(43, 95));
    assert_eq!(written("办结"), span(100, 106));
}

#[test]
fn sentences_end_at_their_marks() {
    let passage = &prose().passages[1];
    let sentences: Vec<&str> = passage.sentences().into_iter().map(|range| &passage.text[range]).collect();
    assert_eq!(sentences, ["收到12件。", "办结"]);
}
