//! A glyph where it stands on a page.

use std::sync::Arc;

use kurbo::Point;

/// Which way a line of text runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// From left to right.
    #[default]
    Upright,
    /// Turned clockwise: from top to bottom.
    Down,
    /// Turned counter-clockwise: from bottom to top.
    Up,
    /// Upside down.
    Over,
}

impl Turn {
    /// The turn of text whose line runs towards `(x, y)`, y downwards; nothing for slanted text.
    pub(super) fn of(x: f64, y: f64) -> Option<Self> {
        let slant = 0.2;
        if y.abs() <= slant * x.abs() {
            Some(if x > 0.0 { Self::Upright } else { Self::Over })
        } else if x.abs() <= slant * y.abs() {
            Some(if y > 0.0 { Self::Down } else { Self::Up })
        } else {
            None
        }
    }

    /// Where `point` of the page stands as the text sees it: along its line, and down from line to line.
    pub(super) fn seen(self, point: Point) -> Point {
        match self {
            Self::Upright => point,
            Self::Down => Point::new(point.y, -point.x),
            Self::Up => Point::new(-point.y, point.x),
            Self::Over => Point::new(-point.x, -point.y),
        }
    }
}

/// Why a character may not be the one that a reader of the page sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Misgiving {
    /// The file does not say which character it is.
    Unknown,
    /// The file may call it by another character than the one that is drawn.
    Renamed,
    /// It was recognised from a picture.
    Recognised,
    /// It is as white as the page, or cut off.
    Hidden,
    /// It lies upon another.
    Overlapping,
    /// It stands neither close to its neighbour nor apart from it.
    Spacing,
    /// It stands on a ruling line, or its number goes on beyond it.
    Crossing,
    /// A number stands in several lines.
    Broken,
    /// The lines of its table are not complete.
    Unruled,
}

impl Misgiving {
    /// The reason in words for an editor.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Self::Unknown => "文件没有说明这里是什么字",
            Self::Renamed => "文件里记的字和显示的字可能不一样",
            Self::Recognised => "文字是识别出来的",
            Self::Hidden => "这里有看不见的文字，可能不算数",
            Self::Overlapping => "有字叠在一起",
            Self::Spacing => "数字之间的间隔不清楚，可能是一个数，也可能是两个数",
            Self::Crossing => "数字压在表格线上，不知道属于哪一格",
            Self::Broken => "数字分成了几行，可能是一个数，也可能是几个数",
            Self::Unruled => "表格线不完整，不知道属于哪一格",
        }
    }
}

/// A glyph where it stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// Its characters, mostly one.
    pub(super) text: String,
    /// Where its line runs.
    pub(super) turn: Turn,
    /// Where it begins along its line.
    pub(super) left: f64,
    /// Where it ends along its line.
    pub(super) right: f64,
    /// Its base line, growing from line to line.
    pub(super) base: f64,
    /// The size of its font.
    pub(super) size: f64,
    /// Its middle on the page.
    pub(super) middle: Point,
    /// Bold.
    pub(super) bold: bool,
    /// Italic.
    pub(super) italic: bool,
    /// Whether its width is a guess, as the file does not give it.
    pub(super) guessed: bool,
    /// The address that it leads to.
    pub(super) link: Option<Arc<str>>,
    /// Why it may be another character.
    pub(super) misgiving: Option<Misgiving>,
}

impl Glyph {
    /// Whether it only keeps others apart.
    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// The middle of what is seen of it: the blank half of a mark may lie upon its neighbour.
    pub(super) fn shape(&self) -> Point {
        let aside = if self.turn == Turn::Upright { (self.right - self.left) / 4.0 } else { 0.0 };
        match self.text.chars().next() {
            Some('（' | '《' | '“' | '‘' | '「' | '『' | '【' | '〔') => self.middle + (aside, 0.0),
            Some('）' | '》' | '”' | '’' | '」' | '』' | '】' | '〕' | '，' | '。' | '、' | '；' | '：') => {
                self.middle - (aside, 0.0)
            }
            _ => self.middle,
        }
    }

    /// Whether it is part of a number.
    pub(super) fn is_digit(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(is_digit)
    }
}

/// Whether `letter` is a digit, of half or full width.
pub(super) fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || ('０'..='９').contains(&letter)
}

/// Whether `letter` is one of a script without spaces between words, or punctuation as wide as its letters.
pub(super) fn is_wide(letter: char) -> bool {
    matches!(letter,
        '\u{2014}' | '\u{2018}'..='\u{201D}' | '\u{2026}' | '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}
