//! Lines of a text, by the byte of a place in them.

/// Where the line of `at` starts.
pub(super) fn start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |line_end| line_end + 1)
}

/// Where the line of `at` ends, before its line break.
pub(super) fn end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let line = rest.split('\n').next().unwrap_or("");
    at + line.strip_suffix('\r').filter(|_| line.len() < rest.len()).unwrap_or(line).len()
}

/// Where the next line starts; the end of the text if there is none.
pub(super) fn next(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |line_end| at + line_end + 1)
}

/// How lines of the text end.
pub(super) fn ending(text: &str) -> &'static str {
    let first = text.find('\n');
    let wide = first.is_some_and(|at| text.get(..at).is_some_and(|line| line.ends_with('\r')));
    if wide { "\r\n" } else { "\n" }
}

/// The range of whole lines from that of `from` to that of `to`. At the end of a text whose last line has no line break,
/// the one before goes instead.
pub(super) fn whole(text: &str, from: usize, to: usize) -> std::ops::Range<usize> {
    let (start, after) = (start(text, from), next(text, to));
    let broken = text.get(..after).is_some_and(|lines| lines.ends_with('\n'));
    if broken || start == 0 { start..after } else { end(text, self::start(text, start - 1))..after }
}
