//! The printed page, to half a millimetre and to the character (公文, GB/T 9704-2012).

mod marks;
mod norm;
mod reports;

use nianbao_tests::{Line, lines};
use norm::{GRID, Printed};
use reports::{long_title, narrative, seed, suqian};

#[test]
fn three_reports_keep_every_number_of_the_norm() {
    let table =
        norm::table(&[("温州市投资促进局2024年", seed()), ("宿迁市2024年", suqian()), ("四十字标题", long_title())]);
    norm::assert_kept(&table);
    snapbox::Assert::new()
        .action_env("SNAPSHOTS")
        .eq(norm::document(&table), snapbox::Data::read_from(&nianbao_tests::repository().join("docs/版式.md"), None));
}

/// What is changed in a template, and the number that is then not kept.
const SPOILT: [(&str, &str, &str, &str); 15] = [
    ("page.typ", "width: 210mm,", "width: 209mm,", "纸张"),
    ("page.typ", "top: 37mm", "top: 38mm", "天头（版心上边缘）"),
    ("page.typ", "left: 28mm", "left: 29mm", "订口（版心左边缘）"),
    ("page.typ", "right: 26mm", "right: 27mm", "版心宽"),
    ("page.typ", "bottom: 35mm", "bottom: 10mm", "版心高"),
    ("page.typ", "leading: gap,", "leading: gap + 2pt,", "每面行数"),
    ("page.typ", "pitch - size.body - 0.001pt", "-1pt", "每行字数"),
    ("page.typ", "#let line = 29pt", "#let line = 28pt", "行距"),
    ("page.typ", "title: 22pt", "title: 20pt", "标题"),
    ("main.typ", "print-heading(2, \"heading1\", section", "print-heading(2, \"body\", section", "一级标题"),
    ("text.typ", "{ \"heading2\" }", "{ \"heading1\" }", "二级标题"),
    ("page.typ", "..font(\"body\"),", "..font(\"song\"),", "正文"),
    ("page.typ", "[— #number —]", "[#number]", "页码"),
    ("page.typ", "footer-descent: 7mm", "footer-descent: 8mm", "页码的一字线"),
    ("page.typ", "calc.odd(number)", "calc.even(number)", "页码的位置"),
];

#[test]
fn each_number_is_missed_where_a_template_is_off() {
    for (template, from, to, number) in SPOILT {
        let broken = norm::broken(&reports::printed_with(template, from, to));
        assert!(broken.contains(&number), "“{to}” instead of “{from}” breaks only {broken:?}");
    }
}

#[test]
fn a_narrative_of_twenty_pages_keeps_them_too() {
    let printed = narrative();
    assert!(printed.pages.len() >= 20, "{} pages", printed.pages.len());
    norm::assert_kept(&norm::table(&[("narrative", printed)]));
}

#[test]
fn text_below_a_table_a_picture_or_a_list_stands_on_the_lines_again() {
    let printed = narrative();
    let tables = printed.lines.windows(2).filter(|two| {
        let size = |line: &Line| line.size();
        (9.0..12.0).contains(&size(&two[0])) && (size(&two[1]) - 16.0).abs() < 0.1 && two[0].page == two[1].page
    });
    let below: Vec<&[Line]> = tables.collect();
    assert!(below.len() >= 4, "{} tables", below.len());
    for two in below {
        let off = norm::off_grid(&two[1]);
        assert!(off < GRID, "{} mm off below {}: {}", off, two[0].text(), two[1].text());
    }
}

#[test]
fn a_table_that_goes_on_says_so_and_repeats_its_head() {
    let printed = narrative();
    let is_head = |line: &Line| line.size() < 12.0 && line.text().starts_with("事项");
    let heads: Vec<&Line> = printed.lines.iter().filter(|line| is_head(line)).collect();
    let pages: Vec<usize> = heads.iter().map(|line| line.page).collect();
    assert!(pages.len() >= 3 && pages.windows(2).all(|two| two[0] < two[1]), "{pages:?}");
    let says = |page: usize| printed.lines.iter().any(|line| line.page == page && line.text().contains("（续）"));
    assert_eq!(pages.iter().map(|page| says(*page)).collect::<Vec<_>>()[..3], [false, true, true]);
    for head in heads {
        let row = printed.lines.iter().find(|line| line.page == head.page && line.y > head.y + 3.0);
        assert!(row.is_some_and(|line| line.size() < 12.0), "the head on page {} stands alone", head.page);
    }
}

#[test]
fn table_three_stands_whole_on_one_page_with_its_heading() {
    for printed in [seed(), suqian(), long_title()] {
        let page = |text: &str| printed.page_of(text).unwrap_or_else(|| panic!("{text} is not printed"));
        let heading = page("三、收到和处理政府信息公开申请情况");
        assert_eq!(heading, page("四、结转下年度继续办理"));
        assert_eq!(heading, page("一、本年新收政府信息公开申请数量"));
    }
}

#[test]
fn sheets_printed_on_both_sides_are_bound_at_the_inner_edge() {
    let (one, two) = (reports::printed_on("单面"), reports::printed_on("双面"));
    let left = |printed: &Printed, page: usize| {
        let lefts = printed.body().filter(|line| line.page == page).map(Line::left);
        lefts.fold(f64::INFINITY, f64::min)
    };
    assert!((left(&two, 1) - 28.0).abs() < 0.5 && (left(&two, 2) - 26.0).abs() < 0.5, "the margins of both sides");
    assert!((left(&one, 1) - 28.0).abs() < 0.5 && (left(&one, 2) - 28.0).abs() < 0.5, "the margins of one side");
    let outer = |printed: &Printed| printed.folios().map(|folio| folio.left() > 105.0).collect::<Vec<_>>();
    assert_eq!(outer(&one)[..3], [true, true, true]);
    assert_eq!(outer(&two)[..3], [true, false, true]);
}

#[test]
fn a_signature_stands_where_the_norm_has_it() {
    let pitch = 156.0 / 28.0;
    for (written, sealed) in [("盖章", true), ("不盖章", false)] {
        let printed = reports::signed(written);
        let last: Vec<&Line> = printed.body().collect();
        let [.., name, date] = last.as_slice() else { panic!("no lines") };
        assert_eq!((name.text().as_str(), date.text().as_str()), ("温州市投资促进局", "2025年1月20日"));
        if sealed {
            assert!((date.right() - (184.0 - 4.0 * pitch)).abs() < 0.5, "{}", date.right());
            let middle = |line: &Line| f64::midpoint(line.left(), line.right());
            assert!((middle(name) - middle(date)).abs() < 0.5);
        } else {
            assert!((name.right() - (184.0 - 2.0 * pitch)).abs() < 0.5, "{}", name.right());
            assert!((date.left() - name.left() - 2.0 * pitch).abs() < 0.5);
        }
        assert!((date.y - name.y - norm::PITCH).abs() < 0.1);
    }
}

#[test]
fn letters_are_found_where_an_independent_reader_finds_them() {
    let (printed, words) = reports::seed_and_words();
    let first = printed.body().next().unwrap();
    let found = words.iter().find(|word| word.text.starts_with(&first.text()[..6]) && word.page == first.page).unwrap();
    assert!((found.left - first.letters[0].x).abs() < 0.2, "{found:?} {first:?}");
    assert!(lines(&first.letters).len() == 1);
}
