//! Page, PDF and model say the same.

use std::fs;
use std::path::Path;

use lopdf::Document;
use nianbao_builder::view::{BlockView, CellKind, InlineView, ReportView};
use nianbao_loader::Disk;
use nianbao_tests::{Tagged, Workspace, assert_in_order, nianbao, pdf_text};
use scraper::{ElementRef, Html, Node, Selector};

fn without_space(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// Where a text is read: paper says the address of a link, too.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Page,
    Paper,
}

fn inlines(content: &[InlineView], place: Place) -> String {
    content
        .iter()
        .map(|inline| match inline {
            InlineView::Text { text } | InlineView::Figure { text, .. } => text.clone(),
            InlineView::Link { url, content } if place == Place::Paper => {
                format!("{}（{}）", inlines(content, place), url.trim_start_matches("https://"))
            }
            InlineView::Emphasis { content } | InlineView::Strong { content } | InlineView::Link { content, .. } => {
                inlines(content, place)
            }
            InlineView::Footnote { number, .. } if place == Place::Paper => number.to_string(),
            InlineView::Footnote { .. } | InlineView::Break => String::new(),
        })
        .collect()
}

/// The pieces of text of some blocks, in reading order.
fn pieces(blocks: &[BlockView], place: Place) -> Vec<String> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            BlockView::Heading { number, content, .. } => found.push(number.clone() + &inlines(content, place)),
            BlockView::Paragraph { content } => found.push(inlines(content, place)),
            BlockView::List { items, .. } => items.iter().for_each(|item| found.extend(pieces(item, place))),
            BlockView::Table { head, rows, .. } => {
                found.extend(head.iter().chain(rows.iter().flatten()).map(|cell| inlines(cell, place)));
            }
            BlockView::Image { alt, .. } => found.push(alt.clone()),
        }
    }
    found
}

/// The prose of a report piece by piece, and the figures of its tables row by row.
fn model(view: &ReportView, place: Place) -> (Vec<String>, Vec<String>) {
    let mut prose = pieces(&view.introduction, place);
    let mut rows = Vec::new();
    for section in &view.sections {
        prose.push(format!("{}、{}", section.numeral, section.heading));
        prose.extend(pieces(&section.blocks, place));
        for line in section.table.iter().flat_map(|table| table.blocks.iter().flatten()) {
            let figures = line.cells.iter().filter(|cell| matches!(cell.kind, CellKind::Figure | CellKind::Total));
            let row: String =
                figures.map(|cell| format!("{}{}", cell.text, cell.remark.clone().unwrap_or_default())).collect();
            rows.extend(Some(row).filter(|row| !row.is_empty()));
        }
    }
    (prose.iter().map(|piece| without_space(piece)).collect(), rows)
}

/// The text of an element without the official tables, what stands around them, and the corrections.
fn prose_of(element: ElementRef) -> String {
    let aside = ["form", "about", "note", "corrections", "to-contents", "footnotes", "signature"];
    if element.value().name() == "sup" || element.value().classes().any(|class| aside.contains(&class)) {
        return String::new();
    }
    element
        .children()
        .map(|node| match node.value() {
            Node::Text(text) => text.to_string(),
            _ => ElementRef::wrap(node).map(prose_of).unwrap_or_default(),
        })
        .collect()
}

/// The text of a PDF in the order of its tags, without the footnotes, which are read where they are called.
fn read_aloud(file: &Path) -> String {
    let document = Document::load(file).unwrap();
    let tagged = Tagged::read(&document);
    let text: String = tagged.top.iter().map(|element| tagged.text(element)).collect();
    tagged.of_role("Note").into_iter().fold(text, |text, note| text.replacen(&tagged.text(note), "", 1))
}

#[test]
fn page_and_pdf_say_what_the_model_says() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let built = nianbao(workspace.path(), ["build"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    let municipality = nianbao_loader::load(&Disk::new(workspace.path())).unwrap().municipality.unwrap();
    for (agency, report) in municipality.reports() {
        let name = format!("{} {}", agency.name.value, report.year);
        let view = ReportView::new(agency, report);
        let (prose, rows) = model(&view, Place::Page);
        let address = nianbao_builder::address(&agency.id);
        let folder = workspace.path().join(format!("dist/site/{address}/{}", report.year));

        let page = Html::parse_document(&fs::read_to_string(folder.join("index.html")).unwrap());
        let main = page.select(&Selector::parse("main").unwrap()).next().unwrap();
        let text = main.select(&Selector::parse(".text").unwrap()).next().unwrap();
        assert_eq!(without_space(&prose_of(text)), prose.concat(), "the prose on the page of {name}");
        let cells = Selector::parse(".form td:not(.corner)").unwrap();
        let figures: String = main.select(&cells).flat_map(|cell| cell.text()).collect();
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        assert_eq!(digits(&figures), digits(&rows.concat()), "the figures on the page of {name}");

        let text = pdf_text(&folder.join("report.pdf"));
        let (prose, _) = model(&view, Place::Paper);
        assert_in_order(&without_space(&text), &prose, &format!("the PDF of {name}"));
        let read = read_aloud(&folder.join("report.pdf"));
        assert_in_order(&without_space(&read), &prose, &format!("what is read aloud of {name}"));
    }
}
