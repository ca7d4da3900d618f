//! Marks at the ends of lines, remarks of cells, rare characters: what a page of text must bear.

use std::process::Command;

use nianbao_tests::{Letter, Line, Workspace, letters, nianbao, run};

use super::reports;

/// What never begins a line, whatever stands before it.
const NEVER_FIRST: [&str; 14] = ["·", "‧", "・", "•", "—", "——", "–", "…", "……", "～", "／", "”——", "）——", "12件——"];

#[test]
fn no_line_begins_with_a_mark_that_belongs_to_what_is_before() {
    let paragraph = |mark: &str, before: usize| format!("{}{mark}{}。\n\n", "文".repeat(before), "字".repeat(30));
    let all = NEVER_FIRST.iter().flat_map(|mark| (20..=28).map(move |before| paragraph(mark, before)));
    let printed = reports::seed_saying(&all.collect::<String>());
    let wrong: Vec<String> = printed.body().map(Line::text).filter(|line| is_wrong(line)).collect();
    assert_eq!(wrong, [""; 0]);
    let broken = printed.body().filter(|line| line.text().ends_with(is_mark)).count();
    assert!(broken > 10, "only {broken} lines end in such a mark");
}

fn is_mark(character: char) -> bool {
    "·‧・•—–…～／".contains(character)
}

fn is_wrong(line: &str) -> bool {
    line.starts_with(|first| is_mark(first) || "，。、；：？！”）件".contains(first))
}

#[test]
fn names_of_several_parts_fill_their_lines() {
    let names = ["库尔班·买买提", "阿卜杜热依木·阿卜杜拉", "努尔兰·阿布都满金", "古丽努尔·艾合买提"];
    let text: String = (0..40).map(|at| format!("{}、", names[at % 4])).collect();
    let printed = reports::seed_saying(&format!("参加会议的有{text}等同志。\n"));
    let lines: Vec<&Line> = printed.body().filter(|line| line.text().contains('·')).collect();
    assert!(lines.len() > 8);
    for line in &lines[..lines.len() - 1] {
        assert!(!is_wrong(&line.text()), "{}", line.text());
        assert!((line.right() - 184.0).abs() < 0.5 && line.characters() > 24.5, "{}", line.text());
    }
}

/// A remark takes no room in a narrow column: table 3 is as high as without, on one page, its heading whole.
#[test]
fn remarks_leave_a_table_and_its_vertical_heading_whole() {
    let remarks = ["其中网络提交0件、信函提交1件、当面提交0件，另有重复提交者未计在内", "含告知向其他机关申请的"];
    let plain = reports::seed();
    let printed = reports::seed_with(&[
        ("本年新收: {自然人: 1,", &format!("本年新收: {{自然人: {{数: 1, 注: {}}},", remarks[0])),
        ("结转下年度: {自然人: 1,", &format!("结转下年度: {{自然人: {{数: 1, 注: {}}},", remarks[1])),
    ]);
    let page = |text: &str| printed.page_of(text).unwrap_or_else(|| panic!("{text} is not printed"));
    assert_eq!(page("一、本年新收政府信息公开申请数量"), page("四、结转下年度继续办理"));
    assert_eq!(page("①其中网络提交"), page("四、结转下年度继续办理"));
    assert_eq!(page("②含告知"), page("四、结转下年度继续办理"));
    let heading = |printed: &super::Printed| {
        let column: Vec<f64> = printed
            .lines
            .iter()
            .flat_map(|line| &line.letters)
            .filter(|letter| {
                letter.x < 33.0 && (letter.size - 10.0).abs() < 0.1 && "本年度办理结果".contains(&letter.text)
            })
            .map(|letter| letter.y)
            .collect();
        column.windows(2).map(|two| two[1] - two[0]).collect::<Vec<f64>>()
    };
    let (with, without) = (heading(&printed), heading(plain));
    assert_eq!(with.len(), without.len());
    let moved = with.iter().zip(&without).any(|(one, other)| (one - other).abs() > 0.5);
    assert!(!moved, "the heading 三、本年度办理结果: {with:?}, without remarks {without:?}");
    let row = |printed: &super::Printed| {
        let of = |text: &str| printed.lines.iter().find(|line| line.text().contains(text)).unwrap().y;
        of("（一）予以公开") - of("二、上年结转")
    };
    assert!((row(&printed) - row(plain)).abs() < 1.0, "the rows are as high as without remarks");
}

#[test]
fn a_table_with_many_remarks_stays_whole_above_them() {
    let long = "其中网络提交的与信函提交的合并计算，另有重复提交者未计在内".repeat(5);
    let row = |name: &str| (format!("{name}: {{自然人: 0,"), format!("{name}: {{自然人: {{数: 0, 注: {long}}},"));
    let rows: Vec<(String, String)> =
        ["予以公开", "部分公开", "属于国家秘密", "危及三安全一稳定", "重复申请", "逾期不补正"].map(row).into();
    let changes: Vec<(&str, &str)> = rows.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    let printed = reports::seed_with(&changes);
    let page = |text: &str| printed.page_of(text).unwrap_or_else(|| panic!("{text} is not printed"));
    assert_eq!(page("一、本年新收政府信息公开申请数量"), page("四、结转下年度继续办理"));
    assert!(printed.lines.iter().all(|line| line.y < 263.0 || line.text().contains('—')));
}

/// The darkness of the characters of `rare` on the first page, as a share of their squares.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "dots of a page: a few thousand"
)]
fn ink(workspace: &Workspace, rare: &str) -> f64 {
    let built = nianbao(workspace.path(), ["build"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    let file = workspace.path().join("dist/site/tcj/2024/report.pdf");
    let (letters, _) = letters(&file);
    let own: Vec<&Letter> = letters.iter().filter(|letter| letter.page == 1 && rare.contains(&letter.text)).collect();
    assert_eq!(own.len(), rare.chars().count());
    let image = workspace.path().join("page");
    run(Command::new("pdftoppm").args(["-r", "300", "-gray", "-f", "1", "-singlefile"]).arg(&file).arg(&image));
    let bytes = std::fs::read(image.with_extension("pgm")).unwrap();
    let head = String::from_utf8_lossy(&bytes[..20]).into_owned();
    let mut sizes = head.split_whitespace().skip(1).map(|size| size.parse::<usize>().unwrap());
    let (width, height) = (sizes.next().unwrap(), sizes.next().unwrap());
    let pixels = &bytes[bytes.len() - width * height..];
    let dots = |length: f64| (length * 300.0 / 25.4).round() as usize;
    let dark = own.iter().map(|letter| {
        let side = letter.size * 25.4 / 72.0;
        let (left, top, side) = (dots(letter.x), dots(letter.y - 0.88 * side), dots(side));
        let rows = (top..top + side).map(|row| &pixels[row * width + left..row * width + left + side]);
        let light: usize = rows.flatten().map(|pixel| usize::from(*pixel)).sum();
        1.0 - light as f64 / 255.0 / (side * side) as f64
    });
    dark.sum::<f64>() / own.len() as f64
}

#[test]
fn rare_characters_are_no_bolder_than_their_neighbours() {
    let rare = "㛃喆堃玥翀";
    let workspace = Workspace::real();
    let narrative = format!("{rare}等同志负责。\n\n{}", workspace.read("content/agencies/tcj/2024/narrative.md"));
    workspace.write("content/agencies/tcj/2024/narrative.md", narrative);
    let thinned = ink(&workspace, rare);
    let page = std::fs::read_to_string(nianbao_tests::repository().join("templates/pdf/page.typ")).unwrap();
    workspace.write("templates/pdf/page.typ", page.replace("  show: thinned.with(rare)\n", ""));
    let bold = ink(&workspace, rare);
    assert!(thinned < 0.92 * bold, "{thinned} of {bold}");
}
