//! The file that comes out.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs, io::Write as _, thread};

use jiff::civil::date;
use nianbao_model::{Agency, Report, SourceMap};

use super::sample::{city, heading, image, paragraph};
use super::{library, press, print};
use crate::pdf::printable::Printable;
use crate::pdf::{Press, Sheet};
use crate::templates::Templates;

#[test]
fn the_same_report_gives_the_same_bytes() {
    let (agency, report) = city();
    let sheet = Sheet::new(&agency, &report, None);
    let press = press();
    let first = print(&press, &sheet);
    Press::evict();
    let (other, again) = thread::scope(|scope| {
        let one = scope.spawn(|| print(&press, &sheet));
        let two = scope.spawn(|| print(&super::press(), &sheet));
        (one.join().expect("no panic"), two.join().expect("no panic"))
    });
    assert!(first == other && first == again);
    keep(&first.bytes);
}

#[test]
fn it_says_what_it_is() {
    let (agency, report) = city();
    let pdf = print(&press(), &Sheet::new(&agency, &report, None));
    let raw = String::from_utf8_lossy(&pdf.bytes);
    for expected in [
        "宿迁市人民政府2024年政府信息公开工作年度报告</rdf:li>",
        "<rdf:li>zh-CN</rdf:li>",
        "<xmp:CreateDate>2025-01-20T00:00:00Z",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(raw.contains(expected), "{expected}");
    }
    assert!((8..=12).contains(&pdf.pages), "{} pages", pdf.pages);
}

#[test]
fn its_text_can_be_read_in_order() {
    let (agency, report) = city();
    let text = text_of(&print(&press(), &Sheet::new(&agency, &report, None)).bytes);
    let mut rest = text.as_str();
    for expected in [
        "宿迁市人民政府2024年政府信息公开工作年度报告",
        "本报告根据",
        "一、总体情况",
        "（一）主动公开",
        "—1—",
        "共向社会主动公开政府信息14万余条",
        "（二）依申请公开",
        "全年新收申请3525件1，答复率百分之百；堃、喆、镕、䶮等人名用字",
        "1.分县区办理情况",
        "沭阳县1105",
        "（三）政府信息管理",
        "二、主动公开政府信息情况",
        "行政规范性文件50（其中修订16件）227420",
        "行政事业性收费72701.2578",
        "三、收到和处理政府信息公开申请情况",
        "一、本年新收政府信息公开申请数量34407501633525",
        "四、结转下年度继续办理11850011125",
        "四、政府信息公开行政复议、行政诉讼情况",
        "8818283617070117253306 1352",
        "注：行政复议、行政诉讼数量含上年度结转数量。",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
        "更正",
        "2025年3月1日：表三",
    ] {
        let expected: String = expected.split_whitespace().collect();
        let at = rest.find(&expected).unwrap_or_else(|| panic!("{expected} is not in {rest}"));
        rest = &rest[at + expected.len()..];
    }
}

#[test]
fn without_a_day_of_publication_it_carries_the_given_one_or_new_years_day() {
    let (agency, mut report) = city();
    report.published = None;
    assert_eq!(Sheet::new(&agency, &report, None).date(), date(2025, 1, 1));
    assert_eq!(Sheet::new(&agency, &report, Some(date(2025, 1, 9))).date(), date(2025, 1, 9));
}

#[test]
fn levels_that_were_skipped_and_pictures_without_words_are_no_obstacle() {
    let (agency, report) = small(|report| {
        let blocks = &mut report.narrative.sections[0].blocks;
        *blocks = vec![heading(4, 1, "先写了第四级"), heading(2, 1, "后写第二级"), image(""), paragraph("完。")];
    });
    let text = text_of(&print(&press(), &Sheet::new(&agency, &report, None)).bytes);
    assert!(text.contains("（1）先写了第四级（一）后写第二级完。"), "{text}");
}

#[test]
fn a_long_title_keeps_clear_of_the_text() {
    let pages = |name: &str| {
        let (mut agency, report) = city();
        name.clone_into(&mut agency.name.value);
        let text = text_of(&print(&press(), &Sheet::new(&agency, &report, None)).bytes);
        text.find("—1—").expect("a page number")
    };
    let name = "淮安市洪泽区人力资源和社会保障局";
    assert!(pages(&name.repeat(2)) < pages(name) + name.len());
}

#[test]
fn code_typed_by_an_editor_stays_text() {
    let (agency, report) = small(|report| {
        report.narrative.introduction = vec![paragraph("#panic() $x$ *a* @b <c> \\ // d = e `f`")];
    });
    let text = text_of(&print(&press(), &Sheet::new(&agency, &report, None)).bytes);
    assert!(text.contains("#panic()$x$*a*@b<c>\\//d=e`f`"), "{text}");
}

#[test]
fn a_table_with_long_remarks_breaks_over_pages() {
    let (agency, report) = small(|report| {
        let address = report.form.look_up("申请.本年新收.自然人").expect("a known path");
        let mut cell = report.figures.cell(&address).cloned().unwrap_or_default();
        cell.remark = Some("其中当面提出的与信函提出的合并计算".repeat(6));
        report.figures.set(&address, cell);
    });
    let pdf = print(&press(), &Sheet::new(&agency, &report, None));
    assert!(text_of(&pdf.bytes).contains("四、结转下年度继续办理"));
}

#[test]
fn a_fault_in_a_template_is_named_with_its_place() {
    let folder = env::temp_dir().join(format!("nianbao-pdf-{}", std::process::id()));
    fs::create_dir_all(folder.join("templates/pdf")).expect("a temporary folder");
    fs::write(folder.join("templates/pdf/form.typ"), "#let print-table(it) = {\n  unknown(it)\n}\n")
        .expect("a template");
    let (templates, _) = Templates::of_workspace(&folder, &mut SourceMap::default());
    fs::remove_dir_all(&folder).expect("an own folder");
    let (agency, report) = city();
    let press = Press::new(&templates, library()).expect("a press");
    let error = press.print(&Sheet::new(&agency, &report, None)).expect_err("a broken template");
    assert_eq!(
        error.to_string(),
        "没有排好版：templates/pdf/form.typ:2:3：没有定义“unknown”（原话：unknown variable: unknown）"
    );
}

/// A short report.
fn small(change: impl FnOnce(&mut Report)) -> (Agency, Report) {
    let (agency, mut report) = city();
    report.narrative.introduction.clear();
    report.narrative.sections.truncate(1);
    change(&mut report);
    (agency, report)
}

/// What a reader copies from it, without spaces.
fn text_of(pdf: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-raw", "-", "-"]) // in the order of the file: the usual guess by position tears tables apart
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("pdftotext, which `./just test` installs");
    let mut input = reader.stdin.take().expect("a pipe");
    let pdf = pdf.to_vec();
    let writer = thread::spawn(move || input.write_all(&pdf));
    let output = reader.wait_with_output().expect("pdftotext");
    writer.join().expect("no panic").expect("pdftotext reads");
    String::from_utf8(output.stdout).expect("UTF-8").split_whitespace().collect()
}

fn keep(pdf: &[u8]) {
    if let Some(folder) = env::var_os("NIANBAO_KEEP_PDF") {
        fs::write(PathBuf::from(folder).join("report.pdf"), pdf).expect("a folder to keep the PDF in");
    }
}
