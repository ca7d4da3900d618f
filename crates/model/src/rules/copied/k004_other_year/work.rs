//! A sentence as far as it tells of a year's work.

use crate::width::half_width;

/// What stands behind a number that is a day or the number of a paper.
const NO_WORK: [char; 4] = ['年', '月', '日', '号'];

/// A sentence without the years that it names.
pub(super) struct Work {
    /// Its letters and figures; space, marks and years are none.
    pub(super) letters: String,
    /// How many figures it tells: no years, days or numbers of papers, and no zeros.
    pub(super) figures: usize,
}

impl Work {
    pub(super) fn of(sentence: &str) -> Self {
        let mut work = Self { letters: String::new(), figures: 0 };
        let mut rest = sentence.chars().map(half_width).filter(|letter| letter.is_alphanumeric()).peekable();
        while let Some(letter) = rest.next() {
            if !is_digit(letter) {
                work.letters.push(letter);
                continue;
            }
            let mut number = String::from(letter);
            while let Some(digit) = rest.next_if(|next| is_digit(*next)) {
                number.push(digit);
            }
            let unit = rest.peek().copied();
            if unit == Some('年') && number.chars().count() == 4 {
                continue;
            }
            let written = number.chars().all(|digit| digit.is_ascii_digit());
            let is_work =
                written && number.contains(|digit| digit != '0') && !unit.is_some_and(|unit| NO_WORK.contains(&unit));
            work.figures += usize::from(is_work);
            work.letters.push_str(&number);
        }
        work
    }

    pub(super) fn length(&self) -> usize {
        self.letters.chars().count()
    }
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || "〇○零一二三四五六七八九".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::Work;

    fn read(sentence: &str) -> (String, usize) {
        let Work { letters, figures } = Work::of(sentence);
        (letters, figures)
    }

    #[test]
    fn years_space_and_marks_do_not_count_and_figures_do() {
        assert_eq!(read("2024年，公开信息 1,402 条。"), read("二〇二三年公开信息１４０２条"));
        assert_ne!(read("公开信息1402条"), read("公开信息1403条"));
        assert_eq!(read("2024年公开信息1402条，举办活动3次").1, 2);
        assert_eq!(read("2025年1月20日，国务院令第711号，收到0件，三次").1, 0);
    }
}
