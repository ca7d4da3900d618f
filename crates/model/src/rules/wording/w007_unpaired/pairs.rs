//! Titles and brackets, which open and close within one passage.

use super::Fault;
use crate::rules::support::characters::is_chinese;

/// What opens, in full and half width, what closes, and what messages call it.
const PAIRS: [([char; 2], [char; 2], &str); 2] =
    [(['《', '《'], ['》', '》'], "书名号"), (['（', '('], ['）', ')'], "括号")];

/// Opened and not closed; a title that is closed and was not opened. A closing bracket alone may belong to a number: `1）`.
pub(super) fn faults(text: &str) -> Vec<Fault> {
    let faults = PAIRS.into_iter().flat_map(|(opens, closes, name)| {
        let mut open = Vec::new();
        let mut lonely = Vec::new();
        for (at, mark) in text.char_indices() {
            if opens.contains(&mark) {
                open.push((at, mark));
            } else if closes.contains(&mark) && open.pop().is_none() && name == "书名号" {
                lonely.push((at, mark));
            }
        }
        let unclosed =
            open.into_iter().map(move |(at, mark)| fault(at, mark, format!("左{name}（{mark}）没有配对的右{name}")));
        let unopened =
            lonely.into_iter().map(move |(at, mark)| fault(at, mark, format!("右{name}（{mark}）前面没有左{name}")));
        unclosed.chain(unopened).collect::<Vec<_>>()
    });
    faults.chain(straight(text)).collect()
}

/// The last of an odd number of straight quotation marks beside Chinese text: of an even number, each has its partner. Behind
/// a digit they are inches.
fn straight(text: &str) -> Option<Fault> {
    let beside = |at: usize| {
        let (above, below) = (text.get(..at), text.get(at + 1..));
        let before = above.and_then(|above| above.chars().next_back());
        (before, below.and_then(|below| below.chars().next()))
    };
    let is_inch = |at: usize| beside(at).0.is_some_and(|before| before.is_ascii_digit());
    let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).filter(|at| !is_inch(*at)).collect();
    let last = marks.last().filter(|_| marks.len() % 2 == 1)?;
    let (before, behind) = beside(*last);
    let chinese = [before, behind].into_iter().flatten().any(is_chinese);
    // Beside a curved mark it is that one's partner, and told there.
    let curved = text.contains(['“', '”']);
    (chinese && !curved).then(|| fault(*last, '"', "引号（\"）没有成对".to_owned()))
}

fn fault(at: usize, mark: char, message: String) -> Fault {
    let help = "补上缺少的一半，或者删去这一个。";
    Fault { range: at..at + mark.len_utf8(), message, help, edits: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::faults;

    fn found(text: &str) -> Vec<&str> {
        faults(text).into_iter().map(|fault| &text[fault.range]).collect()
    }

    #[test]
    fn what_is_opened_is_closed() {
        assert_eq!(found("按照《条例第五十条（一）项"), ["《"]);
        assert_eq!(found("按照条例》，收到（含结转2件申请"), ["》", "（"]);
        assert_eq!(found("推进\"放管服改革"), ["\""]);
        for right in
            ["推进\"放管服\"改革", "5\"屏幕", "《关于〈条例〉的通知》（国办（2020）1号)", "1）公开；2）解读", "（一）"]
        {
            assert!(found(right).is_empty(), "{right}");
        }
    }
}
