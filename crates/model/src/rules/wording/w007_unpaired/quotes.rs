//! Quotation marks, which may close in a later passage: a quote of several paragraphs opens each of them and closes the last.

use std::ops::Range;

use super::Fault;

const LEFT: char = '“';
const RIGHT: char = '”';

/// So many passages further on a quote may close.
const FAR: usize = 20;

/// A quotation mark and where it stands.
type Quote = (usize, char);

/// The faults of each passage.
pub(super) fn faults(texts: &[&str]) -> Vec<Vec<Fault>> {
    let mut left: Vec<Vec<Quote>> = texts.iter().map(|text| unpaired(text)).collect();
    close_later(texts, &mut left);
    texts.iter().zip(left).map(|(text, marks)| in_passage(text, &marks)).collect()
}

/// The marks that have no partner in their passage. Quotes within quotes are pairs like others.
fn unpaired(text: &str) -> Vec<Quote> {
    let mut left: Vec<Quote> = Vec::new();
    let mut open = 0;
    for (at, mark) in text.char_indices().filter(|(_, mark)| matches!(*mark, LEFT | RIGHT)) {
        if mark == RIGHT && open > 0 {
            left.pop();
            open -= 1;
        } else {
            open = if mark == LEFT { open + 1 } else { 0 };
            left.push((at, mark));
        }
    }
    left
}

/// Takes out what opens in one passage and is taken up again, or closed, in a later one.
fn close_later(texts: &[&str], left: &mut [Vec<Quote>]) {
    for place in 0..texts.len() {
        if !matches!(left.get(place).map(Vec::as_slice), Some([(_, LEFT)])) {
            continue;
        }
        let later = left.iter().skip(place + 1).take(FAR);
        let closed = later.enumerate().find(|(_, marks)| !marks.is_empty());
        let closed =
            closed.filter(|(_, marks)| marks.as_slice().iter().all(|(_, mark)| *mark == RIGHT) && marks.len() == 1);
        let closed = closed.map(|(behind, _)| place + 1 + behind);
        let goes_on = texts.get(place + 1).is_some_and(|text| text.trim_start().starts_with(LEFT));
        if let Some(end) = closed {
            left[end].clear();
        }
        if closed.is_some() || goes_on {
            left[place].clear();
        }
    }
}

fn in_passage(text: &str, marks: &[Quote]) -> Vec<Fault> {
    let pairs = marks.chunks(2);
    let faults = pairs.flat_map(|pair| match pair {
        [(first, RIGHT), (second, LEFT)] => vec![turned(text, *first, *second)],
        [(first, one), (second, other)] if one == other => vec![alike(text, *first, *second, *one)],
        _ => pair.iter().map(|(at, mark)| lonely(*at, *mark)).collect(),
    });
    faults.collect()
}

/// `”放管服“`.
fn turned(text: &str, first: usize, second: usize) -> Fault {
    let message = format!("引号左右用反了：{}", quoted(text, &(first..second + LEFT.len_utf8())));
    let edits =
        if is_short(text, first, second) { vec![(place(first), LEFT), (place(second), RIGHT)] } else { Vec::new() };
    Fault {
        range: first..second + LEFT.len_utf8(),
        message,
        help: "前面的改为左引号（“），后面的改为右引号（”）。",
        edits,
    }
}

/// `“放管服“` and `”放管服”`.
fn alike(text: &str, first: usize, second: usize, mark: char) -> Fault {
    let (name, which, other, wrong, right) =
        if mark == LEFT { ("左", "后", "右", second, RIGHT) } else { ("右", "前", "左", first, LEFT) };
    let range = first..second + mark.len_utf8();
    let message = format!("两个都是{name}引号，{which}一个应为{other}引号：{}", quoted(text, &range));
    let edits = if is_short(text, first, second) { vec![(place(wrong), right)] } else { Vec::new() };
    Fault { range, message, help: "核对这一句的引号，一左一右。", edits }
}

fn lonely(at: usize, mark: char) -> Fault {
    let message = if mark == LEFT {
        "左引号（“）没有配对的右引号（”）"
    } else {
        "右引号（”）前面没有左引号（“）"
    };
    Fault {
        range: place(at), message: message.to_owned(), help: "补上缺少的一半，或者删去这一个。", edits: Vec::new()
    }
}

fn place(at: usize) -> Range<usize> {
    at..at + LEFT.len_utf8()
}

/// Longer stretches between two marks are hardly one quote, in characters.
const LONGEST: usize = 30;

/// Whether what stands between two marks is certainly what they quote.
fn is_short(text: &str, first: usize, second: usize) -> bool {
    let inside = text.get(first..second).unwrap_or_default();
    inside.chars().count() <= LONGEST && !inside.contains(['。', '；', '！', '？', '\n'])
}

/// The beginning of a stretch, as a message shows it.
fn quoted(text: &str, range: &Range<usize>) -> String {
    let written = text.get(range.clone()).unwrap_or_default();
    let shown: String = written.chars().take(LONGEST).collect();
    if shown.len() < written.len() { shown + "…" } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str]) -> Vec<(usize, String)> {
        let faults = faults(texts).into_iter().enumerate();
        faults.flat_map(|(passage, faults)| faults.into_iter().map(move |fault| (passage, fault.message))).collect()
    }

    #[test]
    fn quotes_are_pairs() {
        for right in ["“放管服”改革，“一网通办”", "“落实“放管服”要求”", "没有引号"]
        {
            assert_eq!(found(&[right]), [], "{right}");
        }
        for wrong in
            ["深化“放管服改革。", "深化放管服”改革。", "推进”放管服“改革", "推进“放管服“改革", "推进”放管服”改革"]
        {
            assert_eq!(found(&[wrong]).len(), 1, "{wrong}");
        }
    }

    #[test]
    fn a_quote_may_go_on() {
        assert_eq!(found(&["他说：“一。", "“二。", "“三。”", "完"]), []);
        assert_eq!(found(&["“以下内容：", "一", "二”"]), []);
        assert_eq!(found(&["“以下内容：", "一", "“二”"]).len(), 1);
    }

    #[test]
    fn certain_marks_are_mended() {
        let edits = |text: &str| faults(&[text]).remove(0).remove(0).edits;
        assert_eq!(edits("推进”放管服“改革").len(), 2);
        assert_eq!(edits("推进“放管服“改革"), [(18..21, RIGHT)]);
        assert_eq!(edits("推进“放管服。深化“改革"), []);
    }
}
