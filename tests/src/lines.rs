//! The lines of a printed page, and how full they are.

use crate::Letter;

/// Marks that open something: none ends a line.
pub const OPENING: &str = "“‘《〈（〔【「『";

/// Marks that close or part something: none begins a line.
pub const CLOSING: &str = "”’》〉）〕】」』，。、；：？！…％%";

/// Letters on one base line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The page, from 1.
    pub page: usize,
    /// Its base line, in millimetres from the upper edge of the paper.
    pub y: f64,
    /// Its letters in the order of reading.
    pub letters: Vec<Letter>,
}

/// The lines of some letters, page by page from top to bottom.
pub fn lines(letters: &[Letter]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for letter in letters {
        let fits = |line: &&mut Line| line.page == letter.page && (line.y - letter.y).abs() < 0.1;
        match lines.iter_mut().find(fits) {
            Some(line) => line.letters.push(letter.clone()),
            None => lines.push(Line { page: letter.page, y: letter.y, letters: vec![letter.clone()] }),
        }
    }
    lines.sort_by(|a, b| (a.page, a.y).partial_cmp(&(b.page, b.y)).expect("numbers"));
    lines
}

impl Line {
    /// What it says.
    pub fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.text.as_str()).collect()
    }

    /// The size of its font in points.
    pub fn size(&self) -> f64 {
        self.letters.iter().map(|letter| letter.size).fold(0.0, f64::max)
    }

    /// The font of its first Chinese letter, else of its first one.
    pub fn font(&self) -> &str {
        let chinese = |letter: &&Letter| letter.text.chars().any(|character| ('一'..='鿿').contains(&character));
        self.letters.iter().find(chinese).unwrap_or(&self.letters[0]).font.as_str()
    }

    /// Where it begins; an opening mark may have lost the empty half before it.
    pub fn left(&self) -> f64 {
        let first = &self.letters[0];
        let squeezed = is_one_of(first, OPENING) && first.x < 28.0 - 0.1;
        first.x + if squeezed { first.width / 2.0 } else { 0.0 }
    }

    /// Where it ends; a closing mark may have lost the empty half behind it.
    pub fn right(&self) -> f64 {
        let last = &self.letters[self.letters.len() - 1];
        let end = last.x + last.width;
        if is_one_of(last, CLOSING) && end > 184.0 + 0.5 { end - last.width / 2.0 } else { end }
    }

    /// How many characters it holds: letters and digits are parts of one, and of two marks side by side, as of one at an end,
    /// only half is ink.
    pub fn characters(&self) -> f64 {
        let whole: f64 = self.letters.iter().map(|letter| letter.width / (letter.size * 25.4 / 72.0)).sum();
        let closes = |letter: &Letter| is_one_of(letter, CLOSING) && !is_one_of(letter, "…％%");
        let is_mark = |letter: &Letter| is_one_of(letter, OPENING) || closes(letter);
        let pairs = self.letters.windows(2).filter(|pair| is_mark(&pair[0]) && is_mark(&pair[1]));
        let ends =
            usize::from(is_one_of(&self.letters[0], OPENING)) + usize::from(self.letters.last().is_some_and(closes));
        let halves = u32::try_from(pairs.count() + ends).expect("the marks of a line");
        whole - f64::from(halves) / 2.0
    }

    /// How many characters at its beginning cannot be parted: opening marks, a number with its unit, a dash.
    pub fn first_unit(&self) -> f64 {
        let (mut width, mut number) = (0.0, false);
        for letter in &self.letters {
            let character = letter.text.chars().next().unwrap_or(' ');
            let part = character.is_ascii() || character == '—';
            if number && !part {
                // The unit, and the marks behind it.
                return width + 1.0;
            }
            width += letter.width / (letter.size * 25.4 / 72.0);
            number |= part;
            if !number && !OPENING.contains(character) {
                break;
            }
        }
        width
    }
}

fn is_one_of(letter: &Letter, marks: &str) -> bool {
    letter.text.chars().all(|character| marks.contains(character))
}
