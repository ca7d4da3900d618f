//! narrative.md: sections, blocks, running text, characters, each in a step of its own.

mod blocks;
mod edges;
mod escape;
mod flanks;
mod pieces;
mod running;
mod tokens;

use nianbao_model::{Footnote, Form, Narrative, Section};

use blocks::Writer;

/// The text of narrative.md of a report on `form`.
///
/// Some values cannot be written as they are, and none of these is ever read from a file: text that names a section
/// becomes that section, a number that opens a heading becomes the heading's number, white space at the start of a line is lost, and a line
/// break in a heading or a cell becomes a space.
pub fn narrative(narrative: &Narrative, form: &Form) -> String {
    let Narrative { introduction, sections, footnotes } = narrative;
    let writer = Writer { form };
    let mut blocks = writer.blocks(introduction);
    for Section { kind, title, heading: _, blocks: content } in sections {
        blocks.push(format!("# {}、{title}", kind.numeral()));
        blocks.extend(writer.blocks(content));
    }
    for (at, Footnote { content, span: _ }) in footnotes.iter().enumerate() {
        blocks.push(writer.footnote(at + 1, content));
    }
    if blocks.is_empty() { String::new() } else { blocks.join("\n\n") + "\n" }
}
