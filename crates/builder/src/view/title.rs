//! Titles broken into lines by meaning (词意完整，排列对称，长短适宜): a trapezoid or a rhombus, never an hourglass, and no
//! line of a character or two.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

/// How many half-width characters a line of the printed page takes: 20 characters in 二号.
const WIDEST: usize = 40;

/// A title of more lines than these is broken as it comes.
const MOST: usize = 5;

/// Words that a dictionary takes apart.
const WHOLE: [&str; 5] = ["人民政府", "政府信息公开", "年度报告", "管理委员会", "街道办事处"];

/// What a name of a place ends in: behind it, another name begins.
const PLACES: &str = "省市区县州盟旗镇乡";

/// A place where a line may end (换行点).
#[derive(Debug, Clone, Copy)]
struct LineBreak {
    /// Bytes of the title that stand before it.
    at: usize,
    /// How much the meaning suffers: 0 between the parts of a title.
    cost: usize,
}

/// The lines of a title that is made of `parts`, such as an agency's name and the rest. Each part begins on a line of its
/// own where that can be.
pub(crate) fn lines(parts: &[&str]) -> Vec<String> {
    let title = parts.concat();
    let mut breaks = breaks(parts);
    breaks.push(LineBreak { at: title.len(), cost: 0 });
    let mut search = Search { title: &title, breaks: &breaks, best: None };
    if width(&title) <= WIDEST * (MOST - 1) {
        search.from(0, &mut Vec::new());
    }
    match search.best {
        Some((_, ends)) => cut(&title, &ends).map(str::to_owned).collect(),
        None => parts.iter().map(|&part| part.to_owned()).collect(),
    }
}

/// All places where a line of the title may end, its own end left out.
fn breaks(parts: &[&str]) -> Vec<LineBreak> {
    let mut breaks = Vec::new();
    let mut start = 0;
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            breaks.push(LineBreak { at: start, cost: 0 });
        }
        let within = word_ends(part).into_iter().filter_map(|at| cost(part, at).map(|cost| (at, cost)));
        // What follows the last part of a title is less torn apart than a name.
        breaks.extend(within.map(|(at, cost)| LineBreak { at: start + at, cost: cost + 8 * (parts.len() - 1).min(1) }));
        start += part.len();
    }
    breaks
}

/// Where a line of a text may end without tearing a word, its own end left out. The dictionary takes names that it does not know
/// apart into characters: these stay with their neighbours, unless a place ends before them (温州市 before 鹿城区).
pub(crate) fn word_breaks(text: &str) -> Vec<usize> {
    let ends = word_ends(text);
    let bounds: Vec<usize> = std::iter::once(0).chain(ends.iter().copied()).chain([text.len()]).collect();
    let single = |start: usize, end: usize| {
        let mut word = text.get(start..end).unwrap_or_default().chars();
        word.next().filter(|_| word.next().is_none())
    };
    let is_place = |letter: char| PLACES.contains(letter);
    let torn = |three: &[usize]| {
        let ends_a_place = || cost(text, three[1]) == Some(1);
        single(three[0], three[1]).is_some_and(|letter| letter.is_alphabetic() && !is_place(letter))
            || single(three[1], three[2]).is_some_and(|letter| is_place(letter) || !ends_a_place())
    };
    bounds
        .windows(3)
        .filter(|three| !torn(three))
        .map(|three| three[1])
        .filter(|at| cost(text, *at).is_some())
        .collect()
}

/// Where the words of a text end, its own end left out.
fn word_ends(text: &str) -> Vec<usize> {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let whole = |at: usize| {
        WHOLE.iter().any(|word| text.match_indices(word).any(|(start, _)| start < at && at < start + word.len()))
    };
    segmenter.segment_str(text).filter(|at| (1..text.len()).contains(at) && !whole(*at)).collect()
}

/// What a line end at `at` costs; nothing where it would leave a word of one character apart from its neighbour.
fn cost(text: &str, at: usize) -> Option<usize> {
    let (before, after) = text.split_at_checked(at)?;
    let last = before.chars().next_back()?;
    let next: String = after.chars().take(2).collect();
    let alone = |character: char| "局厅委办院所站处科队部室年号的和与及、，。；：！？”》）·‧・—…".contains(character);
    if next.chars().next().is_none_or(alone)
        || next == "街道"
        || last.is_ascii_digit() && next.starts_with(char::is_numeric)
    {
        return None;
    }
    if PLACES.contains(last) || before.ends_with("政府") || before.ends_with("委员会") || last == '年' {
        return Some(1);
    }
    (!"（《“".contains(last)).then_some(3)
}

struct Search<'a> {
    title: &'a str,
    breaks: &'a [LineBreak],
    /// What the best lines cost, and where they end.
    best: Option<(usize, Vec<usize>)>,
}

impl Search<'_> {
    /// Tries the lines from `start` on, with `ends` before it, the longest first; of equally good ones those with the shorter line
    /// on top win.
    fn from(&mut self, start: usize, ends: &mut Vec<LineBreak>) {
        if start == self.title.len() {
            let cost = total(self.title, self.breaks, ends);
            let lines: Vec<usize> = ends.iter().map(|line_break| line_break.at).collect();
            if self.best.as_ref().is_none_or(|best| (cost, &lines) < (best.0, &best.1)) {
                self.best = Some((cost, lines));
            }
            return;
        }
        let is_too_dear = |(best, _): &(usize, Vec<usize>)| ends_alone(ends) > *best;
        if ends.len() == MOST || self.best.as_ref().is_some_and(is_too_dear) {
            return;
        }
        let breaks = self.breaks.iter().skip_while(|line_break| line_break.at <= start);
        let fits = |end: &&LineBreak| self.title.get(start..end.at).is_some_and(|line| width(line) <= WIDEST);
        let fitting: Vec<LineBreak> = breaks.take_while(fits).copied().collect();
        for line_break in fitting.into_iter().rev() {
            ends.push(line_break);
            self.from(line_break.at, ends);
            ends.pop();
        }
    }
}

/// What lines cost by their number and by where they end, whatever they hold.
fn ends_alone(ends: &[LineBreak]) -> usize {
    ends.iter().map(|line_break| line_break.cost + 6).sum()
}

/// What lines cost: torn words, many lines, an hourglass, lines of very different length or of a few characters, and parts
/// that share a line.
fn total(title: &str, breaks: &[LineBreak], ends: &[LineBreak]) -> usize {
    let at: Vec<usize> = ends.iter().map(|line_break| line_break.at).collect();
    let widths: Vec<usize> = cut(title, &at).map(width).collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    let hourglass = widths.windows(3).filter(|three| three[1] < three[0] && three[1] < three[2]).count();
    let ragged: usize = widths.iter().map(|width| (widest - width) / 6).sum();
    let mixed = breaks.iter().filter(|line_break| line_break.cost == 0 && !at.contains(&line_break.at)).count();
    let short = widths.iter().zip(ends).filter(|(width, end)| **width < 8 && end.cost > 0).count();
    ends_alone(ends) + 20 * hourglass + ragged + 20 * short + 30 * mixed
}

/// The pieces of a text that end at `ends`.
fn cut<'t>(text: &'t str, ends: &[usize]) -> impl Iterator<Item = &'t str> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let pieces: Vec<_> = starts.zip(ends.iter().copied()).collect();
    pieces.into_iter().filter_map(move |(start, end)| text.get(start..end))
}

/// Letters and digits are half as wide as other characters.
fn width(text: &str) -> usize {
    text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REST: &str = "2024年政府信息公开工作年度报告";

    fn shown(agency: &str) -> String {
        lines(&[agency, REST]).join("/")
    }

    #[test]
    fn an_agency_stands_above_the_rest() {
        assert_eq!(shown("甲市"), format!("甲市/{REST}"));
        assert_eq!(shown("温州市投资促进局"), format!("温州市投资促进局/{REST}"));
    }

    #[test]
    fn a_long_name_is_broken_where_a_name_ends() {
        let name = "温州市鹿城区人民政府滨江街道办事处综合行政执法队";
        assert_eq!(shown(name), format!("温州市鹿城区人民政府/滨江街道办事处综合行政执法队/{REST}"));
    }

    #[test]
    fn no_line_is_too_wide_or_of_a_single_character() {
        for name in [
            "江苏省宿迁市洋河新区管理委员会自然资源和规划建设局",
            "甲市人民政府信访局（甲市人民政府人民来访接待中心）",
            "温州海洋经济发展示范区管理委员会",
        ] {
            let lines = lines(&[name, REST]);
            assert_eq!(lines.concat(), format!("{name}{REST}"));
            assert!(lines.iter().all(|line| (8..=WIDEST).contains(&width(line))), "{lines:?}");
        }
    }

    #[test]
    fn what_cannot_be_broken_stays_whole() {
        let one = "甲".repeat(200);
        assert_eq!(lines(&[&one]), [one.as_str()]);
    }
}
