//! `{{ 申请.本年新收.总计 }}`: figures quoted from the tables.

use std::cell::OnceCell;
use std::ops::Range;

use nianbao_model::form::LookupError;
use nianbao_model::{Address, Code, Form};

use crate::codes::markdown;
use crate::nearest::{is_certain, listed, nearest};

const OPENING: [char; 2] = ['{', '｛'];
const CLOSING: [char; 2] = ['}', '｝'];

/// A look-up, or what was meant as one.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'t> {
    /// In two pairs of half-width braces, as it should be.
    Whole { path: &'t str, range: Range<usize> },
    /// In two pairs of braces, some of them full-width.
    Wide { path: &'t str, range: Range<usize> },
    /// In one pair of braces.
    Single { path: &'t str, range: Range<usize> },
    /// Two braces that nothing closes.
    Unclosed { range: Range<usize> },
}

/// The figures that can be looked up.
pub(super) struct Paths {
    pub(super) form: &'static Form,
    /// Where all of them stand; listed when first asked for.
    all: OnceCell<Vec<String>>,
}

impl Paths {
    pub(super) fn of(form: &'static Form) -> Self {
        Self { form, all: OnceCell::new() }
    }

    fn all(&self) -> &[String] {
        self.all.get_or_init(|| self.form.keys().paths())
    }
}

/// Why a look-up has no answer.
pub(super) struct Unanswered {
    pub(super) code: &'static Code,
    pub(super) message: String,
    pub(super) help: String,
    pub(super) mend: Option<String>,
}

/// Everything that is meant as a look-up, in the order of the text.
pub(super) fn find<'t>(text: &'t str, form: &Form) -> Vec<Found<'t>> {
    let mut found = in_two_braces(text);
    found.extend(in_one_brace(text, &found, form));
    found.sort_by_key(|found| found.range().start);
    found
}

/// Everything that opens with two braces, half-width or full-width.
fn in_two_braces(text: &str) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    // The next braces that close: looked for again only behind those.
    let mut ahead = braces(text, 0, CLOSING);
    while let Some((open, inner)) = braces(text, at, OPENING) {
        if ahead.is_some_and(|(close, _)| close < inner) {
            ahead = braces(text, inner, CLOSING);
        }
        let next = braces(text, inner, OPENING).map_or(text.len(), |(open, _)| open);
        let Some((close, end)) = ahead.filter(|(close, _)| *close <= next) else {
            found.push(Found::Unclosed { range: open..inner });
            at = inner;
            continue;
        };
        let path = text.get(inner..close).unwrap_or("").trim();
        let half = text.get(open..inner) == Some("{{") && text.get(close..end) == Some("}}");
        found.push(if half { Found::Whole { path, range: open..end } } else { Found::Wide { path, range: open..end } });
        at = end;
    }
    found
}

/// What was meant as a look-up but stands in one pair of braces, outside of `others`, which come in their order.
fn in_one_brace<'t>(text: &'t str, others: &[Found<'t>], form: &Form) -> Vec<Found<'t>> {
    let mut found = Vec::new();
    let mut at = 0;
    for other in others.iter().map(Found::range).chain(std::iter::once(text.len()..text.len())) {
        while let Some(open) = text.get(at..other.start).and_then(|gap| gap.find(['{', '｛'])).map(|open| at + open) {
            let look_up = opened_at(text, open, form);
            at = look_up.as_ref().map_or(text.ceil_char_boundary(open + 1), |look_up| look_up.range().end);
            found.extend(look_up);
        }
        at = at.max(other.end);
    }
    found
}

/// The look-up whose brace stands at `open`.
fn opened_at<'t>(text: &'t str, open: usize, form: &Form) -> Option<Found<'t>> {
    let rest = text.get(text.ceil_char_boundary(open + 1)..)?;
    let (path, behind) = rest.split_at_checked(rest.find(['{', '｛', '}', '｝'])?)?;
    let end = text.len() - behind.trim_start_matches(['}', '｝']).len();
    let first = path.split(['.', '。', '．']).next().unwrap_or("").trim();
    let closed = behind.starts_with(['}', '｝']);
    (closed && form.keys().child(first).is_some()).then(|| Found::Single { path: path.trim(), range: open..end })
}

/// Two braces of the given kinds at or behind `from`: where they start and end.
fn braces(text: &str, from: usize, kinds: [char; 2]) -> Option<(usize, usize)> {
    let rest = text.get(from..)?;
    rest.char_indices().zip(rest.chars().skip(1)).find_map(|((at, first), second)| {
        let both = kinds.contains(&first) && kinds.contains(&second);
        both.then(|| (from + at, from + at + first.len_utf8() + second.len_utf8()))
    })
}

impl Found<'_> {
    pub(super) fn range(&self) -> Range<usize> {
        match self {
            Self::Whole { range, .. }
            | Self::Wide { range, .. }
            | Self::Single { range, .. }
            | Self::Unclosed { range } => range.clone(),
        }
    }

    /// The figure that is meant, one of those at `paths`.
    pub(super) fn address(&self, paths: &Paths) -> Result<Address, Unanswered> {
        match self {
            Self::Whole { path, .. } => paths.form.look_up(path).map_err(|error| unanswered(paths, path, error)),
            Self::Wide { path, .. } => Err(Unanswered {
                code: &markdown::LOOKUP_FORM,
                message: "引用数据要用半角花括号“{{ }}”，这里是全角的".to_owned(),
                help: "切换到英文输入法重新输入花括号。".to_owned(),
                mend: Some(format!("{{{{ {path} }}}}")),
            }),
            Self::Single { path, .. } => Err(Unanswered {
                code: &markdown::LOOKUP_FORM,
                message: "引用数据要用两对半角花括号“{{ }}”，这里只有一对".to_owned(),
                help: format!("改为 {{{{ {path} }}}}"),
                mend: Some(format!("{{{{ {path} }}}}")),
            }),
            Self::Unclosed { .. } => Err(Unanswered {
                code: &markdown::LOOKUP_FORM,
                message: "“{{”没有对应的“}}”".to_owned(),
                help: "引用数据写作 {{ 申请.本年新收.总计 }}，写在同一行里。".to_owned(),
                mend: None,
            }),
        }
    }
}

fn unanswered(paths: &Paths, path: &str, error: LookupError) -> Unanswered {
    match error {
        LookupError::NotASum { next } => Unanswered {
            code: &markdown::LOOKUP_SUM,
            message: format!("“{path}”不是一个数，也没有合计"),
            help: format!("后面加上点和{}中的一个。", listed(next)),
            mend: None,
        },
        LookupError::Unknown { part, before } => {
            let word = path.replace(['。', '．', '，', '、'], ".");
            let near = nearest(&word, paths.all().iter().map(String::as_str));
            let message = match before.as_str() {
                "" => format!("表中没有“{part}”"),
                _ => format!("“{before}”里没有“{part}”"),
            };
            let help = near.map_or_else(
                || "名称与 report.yaml 里的一致，各层之间用点隔开，如 申请.本年新收.总计。".to_owned(),
                |near| format!("是不是“{near}”？"),
            );
            let mend = near.filter(|near| is_certain(&word, near)).map(|near| format!("{{{{ {near} }}}}"));
            Unanswered { code: &markdown::LOOKUP_UNKNOWN, message, help, mend }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_ups_are_found_by_their_braces() {
        let text = "共{{ 申请.本年新收.总计 }}件，{一}，｛｛复议｝}，{{未完";
        let found = in_two_braces(text);
        let shown: Vec<&str> = found.iter().map(|found| &text[found.range()]).collect();
        assert_eq!(shown, ["{{ 申请.本年新收.总计 }}", "｛｛复议｝}", "{{"]);
        assert!(matches!(found[0], Found::Whole { path: "申请.本年新收.总计", .. }));
        assert!(matches!(found[1], Found::Wide { path: "复议", .. }));
        assert!(matches!(found[2], Found::Unclosed { .. }));
    }

    #[test]
    fn a_look_up_that_is_not_closed_does_not_swallow_the_next() {
        let text = "{{ 甲 {{ 复议 }}";
        let found = in_two_braces(text);
        assert!(matches!(found[0], Found::Unclosed { .. }));
        assert!(matches!(found[1], Found::Whole { path: "复议", .. }));
    }

    #[test]
    fn only_paths_of_the_form_are_meant() {
        let text = "{ 申请.本年新收.总计 }、｛复议｝、{甲}、{申请、{{ 诉讼 }}、{诉讼 }}";
        let found = in_one_brace(text, &in_two_braces(text), Form::latest());
        let shown: Vec<&str> = found.iter().map(|found| &text[found.range()]).collect();
        assert_eq!(shown, ["{ 申请.本年新收.总计 }", "｛复议｝", "{诉讼 }}"]);
    }
}
