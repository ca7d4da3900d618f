//! Which section a heading names.

use nianbao_model::{Block, Diagnostic, Form, SectionKind};

use super::part::{Part, PartKind, plain_text};
use super::{number, words};
use crate::codes::sections;
use crate::nearest::{is_certain, listed, nearest};
use crate::open_file::OpenFile;
use crate::session::Sink;

/// What to do with the title of the whole report.
pub(super) const REPORT_TITLE: &str =
    "报告的大标题由程序生成，删去这一行；与规定不同的标题写在 report.yaml 的“标题”里。";

/// No title of a section is longer, in bytes.
const LONGEST: usize = 150;

/// The section that opens with `part`, if it is the heading of one, rightly written or not.
pub(super) fn opened(file: &OpenFile, sink: &mut Sink, form: &Form, part: &Part) -> Opening {
    match &part.kind {
        PartKind::Title(text) => title(file, sink, form, part, text),
        PartKind::Block(Block::Heading { content, .. } | Block::Paragraph { content, .. }) => {
            misplaced(file, sink, form, part, &plain_text(content))
        }
        PartKind::Block(_) | PartKind::Comment => Opening::None,
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
        // That of a table is to be left out, not renamed.
        if name != printed && !is_idle(kind, printed) {
            let message = format!("“{name}”是旧的标题，现行的标题是“{printed}”");
            let finding = Diagnostic::new(&sections::OLDER_HEADING, message).at(part.span, "");
            sink.report(renamed(file, part, finding.help("公开时印现行的标题。"), printed));
        }
        return Opening::Section(kind, printed);
    }
    let finding = Diagnostic::new(&sections::UNKNOWN_HEADING, format!("“{name}”不是规定的部分标题")).at(part.span, "");
    if name.contains("年度报告") {
        sink.report(finding.help(REPORT_TITLE));
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
    if file.text.get(part.span.start..part.span.end).is_some_and(words::are_meant) {
        return Opening::None;
    }
    let Some(kind) = section_named(text) else { return Opening::None };
    let printed = kind.printed_heading(form, &bare(text));
    if !is_idle(kind, printed) {
        sink.report(renamed(file, part, unmarked(printed).at(part.span, ""), printed));
    }
    Opening::Section(kind, printed)
}

/// Whether a heading says no more than what is printed above a table anyway.
pub(super) fn is_idle(kind: SectionKind, printed: &str) -> bool {
    kind.table().is_some() && printed == kind.heading()
}

/// Says that the title of a section stands where no heading is.
pub(super) fn unmarked(title: &str) -> Diagnostic {
    let message = format!("“{title}”是部分标题，前面应是一个“#”");
    Diagnostic::new(&sections::HEADING_LEVEL, message).help(format!("改为：# {title}"))
}

/// Whether a text is the title of a section.
pub(super) fn names_section(text: &str) -> bool {
    SectionKind::from_heading(&bare(text)).is_some()
}

/// The section that a line of its own names, perhaps in bold. With the right number before it, the title may be misspelt.
pub(super) fn section_named(line: &str) -> Option<SectionKind> {
    if line.len() > LONGEST {
        return None;
    }
    let line = line.replace('*', "");
    let name = bare(&line);
    let numbered = || {
        let (number, _) = number::split(&line)?;
        let kind = *SectionKind::ALL.get(usize::try_from(number).ok()?.checked_sub(1)?)?;
        let is_marked = line.trim_start().starts_with(kind.numeral());
        let is_name = !name.contains(['，', '。', '；', '：']);
        (is_marked && is_name && is_certain(&name, kind.heading())).then_some(kind)
    };
    SectionKind::from_heading(&name).or_else(numbered)
}

/// Offers the official heading, where what was written is a single line.
fn renamed(file: &OpenFile, part: &Part, finding: Diagnostic, heading: &str) -> Diagnostic {
    let written = file.text.get(part.span.start..part.span.end).unwrap_or("");
    if written.contains('\n') { finding } else { finding.suggest(part.span, format!("# {heading}")) }
}

/// A heading without number, white space and final mark.
pub(super) fn bare(text: &str) -> String {
    let rest = number::split(text).and_then(|(_, length)| text.get(length..)).unwrap_or(text);
    let name: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
    name.trim_end_matches(['。', '：', ':', '；', ';', '，']).to_owned()
}
