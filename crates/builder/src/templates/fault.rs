//! A fault of a template, whichever compiler found it, and the finding that it becomes.

use std::fmt;
use std::ops::Range;

use nianbao_model::{Diagnostic, Span};

use super::codes::FAULT;
use super::{FOLDER, Templates, is_built_in};

/// A fault of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it is, if it has a place.
    pub place: Option<TemplatePlace>,
    /// What is wrong, in Chinese.
    pub message: String,
    /// What the compiler advises, in its own words.
    pub hints: Vec<String>,
}

/// A place in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplatePlace {
    /// The template's path below `templates/`.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// Where it is, in bytes of the template's text.
    pub range: Range<usize>,
}

impl TemplatePlace {
    /// The place of `range` in a template with this text.
    pub(crate) fn new(file: String, text: &str, range: Range<usize>) -> Self {
        let before = &text[..text.floor_char_boundary(range.start)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self { file, line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1, range }
    }
}

impl Templates {
    /// The findings that faults become, each once: what pages share fails in each of them. `context` says what was being
    /// made. Where the workspace's own files are at fault, what follows from that in built-in ones is left out.
    pub fn findings(&self, faults: &[Fault], context: &str) -> Vec<Diagnostic> {
        let is_own = |fault: &Fault| {
            let template = fault.place.as_ref().and_then(|place| self.0.get(&place.file));
            template.is_some_and(|template| template.own)
        };
        let any_own = faults.iter().any(is_own);
        let mut findings = Vec::new();
        for finding in faults.iter().filter(|fault| !any_own || is_own(fault)).map(|fault| self.finding(fault, context))
        {
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        findings
    }

    /// The finding that a fault becomes. Where the workspace's files are not in a source map, it has no place.
    fn finding(&self, fault: &Fault, context: &str) -> Diagnostic {
        let hints: String = fault.hints.iter().flat_map(|hint| ["“", hint, "”"]).collect();
        let advice = if hints.is_empty() { String::new() } else { format!("模板程序提示：{hints}；") };
        let finding = Diagnostic::new(&FAULT, fault.message.as_str());
        let Some((place, file)) = fault.place.as_ref().and_then(|place| Some((place, self.0.get(&place.file)?))) else {
            return finding.help(format!("{advice}写法见 docs/模板.md。"));
        };
        let help = match (file.own, is_built_in(&place.file)) {
            (true, true) => format!("先把这个文件移走，就用自带的模板；{advice}写法见 docs/模板.md。"),
            (true, false) => format!("{advice}写法见 docs/模板.md。"),
            (false, _) => format!("{advice}这是自带的模板，没有错，是 templates/ 里别的模板与它合不上。"),
        };
        match file.file {
            Some(id) => finding.at(Span::new(id, place.range.start, place.range.end), context).help(help),
            None => finding.help(help),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(TemplatePlace { file, line, column, .. }) = &self.place {
            write!(f, "{FOLDER}/{file}:{line}:{column}：")?;
        }
        f.write_str(&self.message)?;
        self.hints.iter().try_for_each(|hint| write!(f, "（提示：{hint}）"))
    }
}

/// The text of faults, a line each.
pub(crate) fn lines(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.join("\n")
}
