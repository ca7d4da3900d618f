//! Rows and cells of a table, and tables that only arrange what is in them.

use roxmltree::Node;

use super::xml::{child, word};

/// A cell with more characters is running text.
const LONG: usize = 60;
/// How deep rows and cells are looked for in what wraps them.
const WRAPPED: usize = 8;

/// The rows of a table, or the cells of a row, whatever wraps them; what a change took away is among them.
pub(super) fn members<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Vec<Node<'a, 'i>> {
    let mut found = Vec::new();
    collect(node, name, 0, &mut found);
    found
}

fn collect<'a, 'i>(node: Node<'a, 'i>, name: &str, depth: usize, found: &mut Vec<Node<'a, 'i>>) {
    if depth > WRAPPED {
        return;
    }
    for child in node.children().filter(Node::is_element) {
        match word(child) {
            other if other == name => found.push(child),
            "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" => collect(child, name, depth + 1, found),
            _ => {}
        }
    }
}

/// Whether a table says nothing by its rows and columns: a frame around a text, or a page laid out in cells.
pub(super) fn only_arranges(rows: &[Node]) -> bool {
    let cells: Vec<Vec<Node>> = rows.iter().map(|row| members(*row, "tc")).collect();
    let all = || cells.iter().flatten();
    let holds_table = all().any(|cell| cell.descendants().any(|node| word(node) == "tbl"));
    let single = cells.iter().all(|cells| cells.len() == 1);
    let filled = |cells: &Vec<Node>| cells.iter().filter(|cell| !is_blank(**cell)).count();
    if single {
        return rows.len() == 1 || holds_table || all().any(|cell| is_long(*cell));
    }
    holds_table && cells.iter().all(|cells| filled(cells) <= 1)
}

fn is_blank(cell: Node) -> bool {
    let shows = |node: Node| match word(node) {
        "t" => node.text().is_some_and(|text| !text.trim().is_empty()),
        "tbl" | "drawing" | "pict" => true,
        _ => false,
    };
    !cell.descendants().any(shows)
}

fn is_long(cell: Node) -> bool {
    let texts = cell.descendants().filter(|node| word(*node) == "t").filter_map(|node| node.text());
    texts.flat_map(str::chars).nth(LONG).is_some()
}

/// Whether a change took a row away.
pub(super) fn is_deleted(row: Node) -> bool {
    child(row, "trPr").is_some_and(|properties| child(properties, "del").is_some())
}
