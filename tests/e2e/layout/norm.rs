//! The numbers of the norm, each measured on a printed report.

use std::fmt::Write;
use std::path::Path;

use nianbao_tests::{CLOSING, Line, OPENING, letters, lines};

/// From one line to the next: 29 pt.
pub(super) const PITCH: f64 = 29.0 * MM;

/// How far a line may be off the grid, and an edge off its place.
pub(super) const GRID: f64 = 0.5;

/// Millimetres of a point.
const MM: f64 = 25.4 / 72.0;

/// The base line of the first line of a page: 16 pt letters below 37 mm.
const FIRST: f64 = 37.0 + 0.88 * 16.0 * MM;

/// What is printed.
pub(super) struct Printed {
    /// The size of each page.
    pub(super) pages: Vec<(f64, f64)>,
    pub(super) lines: Vec<Line>,
}

impl Printed {
    pub(super) fn read(file: &Path) -> Self {
        let (letters, pages) = letters(file);
        Self { pages, lines: lines(&letters) }
    }

    /// Text and headings in 三号.
    pub(super) fn body(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| (line.size() - 16.0).abs() < 0.1)
    }

    /// The page numbers.
    pub(super) fn folios(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.y > 263.0)
    }

    fn title(&self) -> Vec<&Line> {
        self.lines.iter().filter(|line| (line.size() - 22.0).abs() < 0.1).collect()
    }

    /// The page on which a line contains `text`.
    pub(super) fn page_of(&self, text: &str) -> Option<usize> {
        self.lines.iter().find(|line| line.text().contains(text)).map(|line| line.page)
    }

    /// Lines that are followed by another of the same paragraph: these must be full.
    fn full(&self) -> Vec<&Line> {
        let body: Vec<&Line> = self.body().collect();
        let pairs = body.windows(2).filter(|two| goes_on(two[1]) && !is_heading(two[0]));
        pairs.map(|two| two[0]).collect()
    }

    /// The lines of text on pages that hold nothing else, the last one of the report left out: how many there are, and how
    /// many there must be, since the next page may begin with what could not be parted.
    fn full_pages(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for page in 1..self.pages.len() {
            let own: Vec<&Line> = self.lines.iter().filter(|line| line.page == page && line.y < 263.0).collect();
            let text = own.iter().filter(|line| (line.size() - 16.0).abs() < 0.1).count();
            let title = own.iter().filter(|line| (line.size() - 22.0).abs() < 0.1).count();
            if own.len() == text && title == 0 {
                found.push((text, self.fewest_before(page + 1)));
            }
        }
        found
    }

    /// How few lines the page before may have: any number before a table or a picture with its heading, some less than 22
    /// before a heading and before two or three lines that belong together.
    fn fewest_before(&self, page: usize) -> usize {
        let own: Vec<&Line> = self.lines.iter().filter(|line| line.page == page).collect();
        let text = own.iter().take_while(|line| (line.size() - 16.0).abs() < 0.1).count();
        let headings = own.iter().take(text).take_while(|line| is_heading(line)).count();
        let paragraph = 1 + own.iter().skip(headings + 1).take_while(|line| goes_on(line)).count();
        match text.saturating_sub(headings) {
            0 => 0,
            _ if headings > 0 => 22 - headings - 2,
            _ if paragraph <= 3 => 20,
            _ => 22,
        }
    }
}

/// Whether a line goes on from the one before: it begins at the left edge.
fn goes_on(line: &Line) -> bool {
    line.left() < 30.0
}

fn is_heading(line: &Line) -> bool {
    ["FandolHei", "FandolKai"].iter().any(|font| line.font().starts_with(font))
        && line.letters.iter().all(|letter| letter.font != "FandolFang-Regular")
}

/// How far a line is off the lines of the page, in millimetres.
pub(super) fn off_grid(line: &Line) -> f64 {
    let lines = (line.y - FIRST) / PITCH;
    (lines - lines.round()).abs() * PITCH
}

/// A number of the norm, and what was measured on each report.
pub(super) struct Row {
    what: &'static str,
    asked: &'static str,
    measured: Vec<(String, bool)>,
}

/// All numbers of the norm, measured on reports with names.
pub(super) struct Table {
    names: Vec<&'static str>,
    rows: Vec<Row>,
}

type Measure = fn(&Printed) -> (String, bool);

/// What is measured, what is asked, and how it is measured.
const NUMBERS: [(&str, &str, Measure); 16] = [
    ("纸张", "210 × 297 mm", paper),
    ("天头（版心上边缘）", "37 mm", top),
    ("订口（版心左边缘）", "28 mm", left),
    ("版心宽", "156 mm，正文各行都撑满", full_width),
    ("版心高", "225 mm，文字不出下边缘（262 mm）", bottom),
    ("每面行数", "22 行；为避免孤行、标题落在页底时 21 行", lines_a_page),
    ("每行字数", "28 字（相差不超过 1 字）", characters),
    ("行距", "29 磅，标题、表格之后的文字仍在行上", grid),
    ("标题", "二号（22 磅）小标宋，居中，不成沙漏形", title),
    ("一级标题", "黑体三号", first_level),
    ("二级标题", "楷体三号", second_level),
    ("正文", "仿宋三号", body),
    ("页码", "四号半角宋体，— 1 —", folio_text),
    ("页码的一字线", "版心下边缘之下 7 mm", folio_height),
    ("页码的位置", "单页居右、双页居左，空一字（4.94 mm）", folio_side),
    ("避头尾", "行首没有点号和后括号，行尾没有前括号；页底没有标题，页首没有孤行", forbidden),
];

pub(super) fn table(reports: &[(&'static str, &Printed)]) -> Table {
    let row = |(what, asked, measure): (&'static str, &'static str, Measure)| Row {
        what,
        asked,
        measured: reports.iter().map(|(_, printed)| measure(printed)).collect(),
    };
    Table { names: reports.iter().map(|(name, _)| *name).collect(), rows: NUMBERS.into_iter().map(row).collect() }
}

/// The numbers that a report does not keep.
pub(super) fn broken(printed: &Printed) -> Vec<&'static str> {
    NUMBERS.into_iter().filter(|(.., measure)| !measure(printed).1).map(|(what, ..)| what).collect()
}

pub(super) fn assert_kept(table: &Table) {
    let mut broken = String::new();
    for row in &table.rows {
        for (name, (measured, _)) in table.names.iter().zip(&row.measured).filter(|(_, (_, kept))| !kept) {
            writeln!(broken, "{name}: {}: {} asked, {measured} measured", row.what, row.asked).unwrap();
        }
    }
    assert!(broken.is_empty(), "\n{broken}");
}

/// The table as a document.
pub(super) fn document(table: &Table) -> String {
    let mut text = String::from(
        "# PDF 版式：要求与实测\n\n由测试从印好的 PDF 里量出，`./just golden` 重新生成；超过 0.5 mm 或一个字，测试就失败。\n依据是《党政机关公文格式》（GB/T 9704-2012）。用的是免费的替代字体（Fandol）。\n\n",
    );
    let line = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
    text += &line([vec!["项目", "要求"], table.names.clone()].concat());
    text += &line(vec!["---"; table.names.len() + 2]);
    for row in &table.rows {
        text +=
            &line([vec![row.what, row.asked], row.measured.iter().map(|(text, _)| text.as_str()).collect()].concat());
    }
    text
}

/// The extremes of some lengths against what is asked.
fn lengths(values: impl IntoIterator<Item = f64>, asked: f64) -> (String, bool) {
    let values: Vec<f64> = values.into_iter().collect();
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let kept = !values.is_empty() && (least - asked).abs() <= GRID && (most - asked).abs() <= GRID;
    let shown = if most - least < 0.005 { format!("{least:.2} mm") } else { format!("{least:.2}–{most:.2} mm") };
    (shown, kept)
}

fn paper(printed: &Printed) -> (String, bool) {
    let (width, width_kept) = lengths(printed.pages.iter().map(|page| page.0), 210.0);
    let (height, height_kept) = lengths(printed.pages.iter().map(|page| page.1), 297.0);
    (format!("{width} × {height}"), width_kept && height_kept)
}

/// Of pages that begin with text.
fn top(printed: &Printed) -> (String, bool) {
    let firsts = (2..=printed.pages.len()).filter_map(|page| printed.lines.iter().find(|line| line.page == page));
    let texts = firsts.filter(|line| (line.size() - 16.0).abs() < 0.1);
    lengths(texts.map(|line| line.y - 0.88 * 16.0 * MM), 37.0)
}

fn left(printed: &Printed) -> (String, bool) {
    lengths(printed.body().filter(|line| goes_on(line)).map(Line::left), 28.0)
}

fn full_width(printed: &Printed) -> (String, bool) {
    let full = printed.full();
    let (shown, kept) = lengths(full.iter().map(|line| line.right() - 28.0), 156.0);
    (format!("{shown}（{} 行）", full.len()), kept)
}

fn bottom(printed: &Printed) -> (String, bool) {
    let lowest = printed.body().map(|line| line.y + 0.12 * 16.0 * MM).fold(0.0, f64::max);
    (format!("最低 {lowest:.2} mm"), lowest <= 262.0)
}

fn lines_a_page(printed: &Printed) -> (String, bool) {
    let pages = printed.full_pages();
    let whole = pages.iter().filter(|(lines, _)| *lines == 22).count();
    let kept = pages.iter().all(|(lines, fewest)| (*fewest..=22).contains(lines));
    (format!("{} 面纯文字，{whole} 面 22 行", pages.len()), kept)
}

/// A line is short where what follows cannot be parted: a number with its unit, a dash of two characters.
fn characters(printed: &Printed) -> (String, bool) {
    let body: Vec<&Line> = printed.body().collect();
    let pairs = body.windows(2).filter(|two| goes_on(two[1]) && !is_heading(two[0]) && is_chinese(two[0]));
    let counts: Vec<(f64, f64)> = pairs
        .map(|two| {
            let indent = ((two[0].left() - 28.0) / (156.0 / 28.0)).round();
            (two[0].characters() + indent, two[1].first_unit())
        })
        .collect();
    let (least, most) =
        counts.iter().fold((f64::INFINITY, 0.0_f64), |(least, most), (n, _)| (least.min(*n), most.max(*n)));
    let exact = counts.iter().filter(|(count, _)| (27.5..=28.5).contains(count)).count();
    let within = counts.iter().filter(|(count, _)| (27.0..=29.0).contains(count)).count();
    let kept = counts.iter().all(|(count, next)| *count <= 29.0 && (*count >= 27.0 || count + next > 28.0));
    let shown =
        format!("{} 行：28 字 {exact} 行，27 至 29 字 {within} 行，最少 {least:.1}，最多 {most:.1}", counts.len());
    (shown, kept)
}

/// Whether a line holds no Latin words, whose letters are of any width.
fn is_chinese(line: &Line) -> bool {
    !line.letters.iter().any(|letter| letter.text.chars().any(|letter| letter.is_ascii_alphabetic()))
}

fn grid(printed: &Printed) -> (String, bool) {
    let most = printed.body().map(off_grid).fold(0.0, f64::max);
    (format!("偏离最多 {most:.2} mm"), most <= GRID)
}

fn title(printed: &Printed) -> (String, bool) {
    let lines = printed.title();
    let centred = lines.iter().map(|line| ((line.left() - 28.0) - (184.0 - line.right())).abs()).fold(0.0, f64::max);
    let counts: Vec<f64> =
        lines.iter().map(|line| line.letters.iter().map(|letter| letter.width).sum::<f64>()).collect();
    let hourglass = counts.windows(3).any(|three| three[1] < three[0] && three[1] < three[2]);
    let fonts = lines.iter().all(|line| line.font() == "FandolSong-Bold");
    let shown: Vec<String> = counts.iter().map(|width| format!("{:.0}", width / (22.0 * MM))).collect();
    let kept =
        !lines.is_empty() && fonts && !hourglass && centred <= GRID && counts.iter().all(|width| *width <= 156.0);
    (format!("{} 行，{} 字，左右相差 {centred:.2} mm", lines.len(), shown.join("、")), kept)
}

/// Whether the headings that begin so are set in a font, and some are there where `needed`.
fn level(printed: &Printed, begins: fn(&str) -> bool, font: &str, needed: bool) -> (String, bool) {
    let headings: Vec<&Line> = printed.body().filter(|line| begins(&line.text()) && is_heading(line)).collect();
    let plain = printed.body().filter(|line| begins(&line.text()) && !goes_on(line) && !is_heading(line)).count();
    let kept = headings.iter().all(|line| line.font() == font) && plain == 0 && (!needed || !headings.is_empty());
    (format!("{} 个，{font}", headings.len()), kept)
}

fn first_level(printed: &Printed) -> (String, bool) {
    let begins =
        |text: &str| text.chars().nth(1) == Some('、') && text.starts_with(['一', '二', '三', '四', '五', '六']);
    level(printed, begins, "FandolHei-Regular", true)
}

fn second_level(printed: &Printed) -> (String, bool) {
    let begins = |text: &str| text.starts_with('（') && text.chars().nth(2) == Some('）') && text.chars().count() < 24;
    let numeral = |text: &str| text.chars().nth(1).is_some_and(|numeral| "一二三四五六七八九十".contains(numeral));
    let headings: Vec<&Line> = printed.body().filter(|line| begins(&line.text()) && numeral(&line.text())).collect();
    let kept = headings.iter().all(|line| line.font() == "FandolKai-Regular");
    (format!("{} 个，FandolKai-Regular", headings.len()), kept)
}

fn body(printed: &Printed) -> (String, bool) {
    let full = printed.full();
    let kept = full.iter().all(|line| line.letters.iter().any(|letter| letter.font == "FandolFang-Regular"));
    (format!("{} 行，FandolFang-Regular", full.len()), kept)
}

fn folio_text(printed: &Printed) -> (String, bool) {
    let right = |(at, folio): (usize, &Line)| {
        let text = folio.text().replace(' ', "");
        text == format!("—{}—", at + 1) && (folio.size() - 14.0).abs() < 0.1 && folio.font() == "FandolSong-Regular"
    };
    let all = printed.folios().count();
    (format!("{all} 面，FandolSong-Regular"), all == printed.pages.len() && printed.folios().enumerate().all(right))
}

/// The dash of FandolSong lies 0.289 to 0.311 em above the base line.
fn folio_height(printed: &Printed) -> (String, bool) {
    lengths(printed.folios().map(|folio| folio.y - 0.311 * 14.0 * MM - 262.0), 7.0)
}

fn folio_side(printed: &Printed) -> (String, bool) {
    let room = printed.folios().map(|folio| {
        let last = &folio.letters[folio.letters.len() - 1];
        if folio.page % 2 == 1 { 184.0 - last.x - last.width } else { folio.letters[0].x - 28.0 }
    });
    lengths(room, 14.0 * MM)
}

fn forbidden(printed: &Printed) -> (String, bool) {
    let body: Vec<&Line> = printed.body().collect();
    let starts = |line: &Line| line.text().starts_with(|mark| CLOSING.contains(mark) && mark != '…');
    let ends = |line: &Line| line.text().ends_with(|mark| OPENING.contains(mark));
    let torn = |two: &[&Line]| {
        let digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
        goes_on(two[1])
            && digit(two[0].text().chars().next_back())
            && (digit(two[1].text().chars().next())
                || two[1].text().starts_with(['年', '月', '日', '号', '件', '%', '份']))
    };
    let below = |line: &Line| {
        printed.lines.iter().any(|other| other.page == line.page && other.y > line.y + 1.0 && other.y < 263.0)
    };
    let last_on_page = |two: &[&Line]| is_heading(two[0]) && !below(two[0]);
    let lonely = |two: &[&Line]| two[0].page != two[1].page && goes_on(two[1]) && self_contained(&body, two[1]);
    let marks = body.iter().filter(|line| starts(line) || ends(line)).count();
    let pairs: Vec<&[&Line]> = body.windows(2).collect();
    let numbers = pairs.iter().filter(|two| torn(two)).count();
    let places = pairs.iter().filter(|two| last_on_page(two) || lonely(two)).count();
    (format!("标点 {marks} 处，拆开的数字 {numbers} 处，页底页首 {places} 处"), marks + numbers + places == 0)
}

/// Whether a line is the last one of its paragraph.
fn self_contained(body: &[&Line], line: &Line) -> bool {
    let at = body.iter().position(|other| std::ptr::eq(*other, line)).unwrap_or(0);
    body.get(at + 1).is_none_or(|next| !goes_on(next))
}
