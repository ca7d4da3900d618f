//! The manual's pages.

use nianbao_builder::html::{HelpBlock, HelpInline};

use super::{FOLDER, of_code, page, parts::PARTS};

/// All links within blocks.
fn links(blocks: &[HelpBlock], found: &mut Vec<String>) {
    for block in blocks {
        match block {
            HelpBlock::Heading { content, .. } | HelpBlock::Paragraph { content } => lines(content, found),
            HelpBlock::Quote { blocks } => links(blocks, found),
            HelpBlock::List { items, .. } => items.iter().for_each(|item| links(item, found)),
            HelpBlock::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| lines(cell, found));
            }
            HelpBlock::Code { .. } => {}
        }
    }
}

fn lines(content: &[HelpInline], found: &mut Vec<String>) {
    for piece in content {
        match piece {
            HelpInline::Link { href, .. } => found.push(href.clone()),
            HelpInline::Strong { content } => lines(content, found),
            _ => {}
        }
    }
}

#[test]
fn every_part_is_a_page_with_a_title_that_says_something() {
    for part in &PARTS {
        let page = page(part.name, true).expect("a page");
        assert!(!page.title.is_empty() && !page.blocks.is_empty(), "{}", part.name);
        assert_eq!(page.parts.len(), PARTS.len() - 1);
    }
    assert!(page("没有", true).is_none());
}

#[test]
fn the_entrance_leads_to_every_part_for_readers() {
    let mut found = Vec::new();
    links(&page("", true).expect("a page").blocks, &mut found);
    for part in PARTS.iter().filter(|part| part.file.starts_with("手册/")) {
        assert!(found.contains(&super::address(part)), "{} is not linked: {found:?}", part.name);
    }
}

#[test]
fn a_common_mistake_leads_to_its_cure_and_any_other_to_its_code() {
    let common = of_code("B001").expect("a place");
    assert!(common.starts_with(&format!("/{FOLDER}%E5%B8%B8")), "{common}");
    assert!(of_code("A001").is_some_and(|place| place.contains("#a001")));
    assert_eq!(of_code("B999"), None);
}
