//! Which section a heading names.

use nianbao_model::{Block, Diagnostic, Form, SectionKind};

use super::number;
use super::part::{Part, PartKind, plain_text};
use crate::codes::sections;
use crate::nearest::{is_certain, listed, nearest};
use crate::session::{OpenFile, Sink};

/// The section that opens with `part`, if it is the heading of one, rightly written or not.
pub(super) fn opened(file: &OpenFile, sink: &mut Sink, form: &Form, part: &Part) -> Opening {
    match &part.kind {
        PartKind::Title(text) => title(file, sink, form, part, text),
        PartKind::Block(Block::Heading { content, .. } | Block::Paragraph { content, .. }) => {
            misplaced(file, sink, form, part, &plain_text(content))
        }
        PartKind::Block(_) => Opening::None,
    }
}

/// What a part opens.
pub(super) enum Opening {
    /// A section, and its heading as printed.
    Section(SectionKind, &'static str),
    /// Nothing; it is a heading that has no place and is left out.
    Unknown,
    /// Nothing; it is a block like others.
    None,
}

/// A level-1 heading.
fn title(file: &OpenFile, sink: &mut Sink, form: &Form, part: &Part, text: &str) -> Opening {
    let name = bare(text);
    if let Some(kind) = SectionKind::from_heading(&name) {
        let printed = kind.printed_heading(form, &name);
        if name != printed {
            let message = format!("“{name}”是旧的标题，现行的标题是“{printed}”");
            let finding = Diagnostic::new(&sections::OLDER_HEADING, message).at(part.span, "");
            sink.report(renamed(file, part, finding.help("公开时印现行的标题。"), printed));
        }
        return Opening::Section(kind, printed);
    }
    let finding = Diagnostic::new(&sections::UNKNOWN_HEADING, format!("“{name}”不是规定的部分标题")).at(part.span, "");
    if name.contains("年度报告") {
        sink.report(finding.help("报告的大标题由系统生成，删去这一行；与规定不同的标题写在 report.yaml 的“标题”里。"));
        return Opening::Unknown;
    }
    let kinds = SectionKind::NARRATIVE.into_iter();
    let near = nearest(&name, kinds.clone().map(SectionKind::heading)).and_then(SectionKind::from_heading);
    let Some(kind) = near else {
        let all = listed(kinds.map(SectionKind::heading));
        sink.report(finding.help(format!("规定的标题是{all}；各部分里的小标题用两个“#”。")));
        return Opening::Unknown;
    };
    let finding = finding.help(format!("是不是“{}”？", kind.heading()));
    let certain = is_certain(&name, kind.heading());
    sink.report(if certain { renamed(file, part, finding, kind.heading()) } else { finding });
    Opening::Section(kind, kind.heading())
}

/// A section's title with too many `#` or with none.
fn misplaced(file: &OpenFile, sink: &mut Sink, form: &Form, part: &Part, text: &str) -> Opening {
    let name = bare(text);
    let Some(kind) = SectionKind::from_heading(&name) else { return Opening::None };
    let printed = kind.printed_heading(form, &name);
    let message = format!("“{printed}”是部分标题，前面应是一个“#”");
    let finding = Diagnostic::new(&sections::HEADING_LEVEL, message).at(part.span, "");
    let finding = finding.help(format!("改为：# {printed}"));
    sink.report(renamed(file, part, finding, printed));
    Opening::Section(kind, printed)
}

/// Whether a text is the title of a section.
pub(super) fn names_section(text: &str) -> bool {
    SectionKind::from_heading(&bare(text)).is_some()
}

/// Offers the official heading, where what was written is a single line.
fn renamed(file: &OpenFile, part: &Part, finding: Diagnostic, heading: &str) -> Diagnostic {
    let written = file.text.get(part.span.start..part.span.end).unwrap_or("");
    if written.contains('\n') { finding } else { finding.suggest(part.span, format!("# {heading}")) }
}

/// A heading without number, white space and final mark.
fn bare(text: &str) -> String {
    let rest = number::split(text).and_then(|(_, length)| text.get(length..)).unwrap_or(text);
    let name: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
    name.trim_end_matches(['。', '：', ':', '；', ';', '，']).to_owned()
}
