//! Look-ups and headings in a narrative that may be half written.

use std::ops::Range;

/// A look-up, `{{ 申请.本年新收.总计 }}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LookUp {
    /// From the first brace to the last one; to the end of the line where nothing closes it.
    pub(crate) range: Range<usize>,
    /// What stands between the braces.
    pub(crate) inner: Range<usize>,
    /// Whether braces close it.
    pub(crate) closed: bool,
}

/// Every look-up of a text.
pub(crate) fn look_ups(text: &str) -> Vec<LookUp> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find("{{")).map(|open| at + open) {
        let start = open + 2;
        let rest = text.get(start..).unwrap_or_default();
        let end = rest.find(['}', '{', '\n', '\r']).map_or(text.len(), |end| start + end);
        let closed = text.get(end..).is_some_and(|rest| rest.starts_with("}}"));
        let close = if closed { end + 2 } else { end };
        found.push(LookUp { range: open..close, inner: start..end, closed });
        at = close;
    }
    found
}

/// A heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// How many `#` stand before it.
    pub(crate) level: usize,
    /// Its words.
    pub(crate) title: String,
    /// Its line.
    pub(crate) line: Range<usize>,
    /// To where the next heading of its level or a higher one stands.
    pub(crate) end: usize,
}

/// The headings of a text, those in blocks of code left out.
pub(crate) fn headings(text: &str) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let (mut at, mut code) = (0, false);
    for written in text.split_inclusive('\n') {
        let line = written.trim_end();
        if line.trim_start().starts_with("```") {
            code = !code;
        }
        let title = line.trim_start_matches('#');
        let level = line.len() - title.len();
        if !code && (1..=6).contains(&level) && title.starts_with(' ') {
            while let Some(last) = open.last().and_then(|last| found.get_mut(*last)).filter(|it| it.level >= level) {
                last.end = at;
                open.pop();
            }
            open.push(found.len());
            let title = title.trim().to_owned();
            found.push(Heading { level, title, line: at..at + line.len(), end: text.len() });
        }
        at += written.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_ups_are_found_half_written_too() {
        let text = "共{{ 申请.本年新收.总计 }}件，{{ 复议\n{{}}";
        let found = look_ups(text);
        let shown: Vec<(&str, &str, bool)> =
            found.iter().map(|it| (&text[it.range.clone()], &text[it.inner.clone()], it.closed)).collect();
        assert_eq!(
            shown,
            [
                ("{{ 申请.本年新收.总计 }}", " 申请.本年新收.总计 ", true),
                ("{{ 复议", " 复议", false),
                ("{{}}", "", true)
            ]
        );
    }

    #[test]
    fn headings_end_where_the_next_ones_begin() {
        let text = "# 一\n文\n## 甲\n```\n# 码\n```\n# 二\n";
        let found = headings(text);
        let shown: Vec<(&str, usize, &str)> =
            found.iter().map(|it| (it.title.as_str(), it.level, &text[it.line.start..it.end])).collect();
        assert_eq!(shown[0].2, "# 一\n文\n## 甲\n```\n# 码\n```\n");
        assert_eq!((shown[1].0, shown[1].1, shown[2].2), ("甲", 2, "# 二\n"));
        assert_eq!(found.len(), 3);
    }
}
