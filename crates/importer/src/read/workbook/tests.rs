//! Workbooks made here, and what is read from them.

use std::io::{Cursor, Read as _, Write as _};

use nianbao_model::entry_form::{AGENCY_NAME, GUIDANCE, NARRATIVE_SHEET, YEAR};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::read;
use super::value::decimal;
use crate::Document;
use crate::document::{Certainty, Grid, NO_RESULT, Part, Place, Style};
use crate::read::ReadError;

fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    workbook.save_to_buffer().expect("a workbook")
}

fn sheet(workbook: &mut Workbook, fill: impl FnOnce(&mut Worksheet) -> Result<(), rust_xlsxwriter::XlsxError>) {
    fill(workbook.add_worksheet()).expect("a sheet");
}

fn grid(document: &Document) -> &Grid {
    document.parts.iter().find_map(|part| if let Part::Grid(grid) = part { Some(grid) } else { None }).expect("a grid")
}

fn texts(document: &Document) -> Vec<String> {
    let text = |part: &Part| if let Part::Paragraph(paragraph) = part { Some(paragraph.text()) } else { None };
    document.parts.iter().filter_map(text).collect()
}

#[test]
fn numbers_are_what_was_typed() {
    for (number, text) in [
        (59237.2449, "59237.2449"),
        (0.1 + 0.2, "0.3"),
        (4_166.241_619, "4166.241619"),
        (1e5, "100000"),
        (-0.0, "0"),
        (-12.5, "-12.5"),
        (11_398_889.0, "11398889"),
        (0.000_001, "0.000001"),
        (123_456_789_012_345.0, "123456789012345"),
    ] {
        assert_eq!(decimal(number).as_deref(), Some(text));
    }
    assert_eq!(decimal(1e300), None);
    assert_eq!(decimal(f64::NAN), None);
}

#[test]
fn a_table_keeps_blank_and_merged_cells() {
    let bytes = book(|workbook| {
        sheet(workbook, |sheet| {
            let plain = Format::new();
            sheet.set_name("表二")?.merge_range(0, 0, 0, 3, "某局2024年政府信息公开工作年度报告", &plain)?;
            sheet.merge_range(1, 0, 1, 3, "第二十条第（一）项", &plain)?;
            for (column, text) in (0..).zip(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"])
            {
                sheet.write_string(2, column, text)?;
            }
            sheet.write_string(3, 0, "规章")?.write_number(3, 2, 0.1 + 0.2)?;
            sheet.write_string(4, 0, "行政规范性文件")?.write_number(4, 1, 5)?.write_string(4, 3, "/")?;
            sheet.write_string(5, 0, "注：含上年结转")?;
            Ok(())
        });
    });
    let document = read(&bytes).expect("a document");
    assert_eq!(texts(&document), ["某局2024年政府信息公开工作年度报告", "注：含上年结转"]);
    let grid = grid(&document);
    assert_eq!((grid.height(), grid.width(), grid.cells.len()), (4, 4, 13));
    assert_eq!((grid.cells[0].columns, grid.cells[0].text().as_str()), (4, "第二十条第（一）项"));
    let row: Vec<String> =
        grid.cells.iter().filter(|cell| cell.row == 2).map(crate::document::GridCell::text).collect();
    assert_eq!(row, ["规章", "", "0.3", ""]);
    assert_eq!(grid.cells[12].place, Place::Sheet("表二".to_owned(), "D5".to_owned()));
}

/// The same workbook, its first sheet with `from` replaced.
fn changed(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut changed = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its bytes");
        if name.ends_with("sheet1.xml") {
            content = String::from_utf8(content).expect("XML").replace(from, to).into_bytes();
        }
        changed.start_file(name, SimpleFileOptions::default()).expect("a part");
        changed.write_all(&content).expect("its bytes");
    }
    changed.finish().expect("a file").into_inner()
}

#[test]
fn a_formula_without_result_is_a_doubt() {
    let bytes = book(|workbook| {
        sheet(workbook, |sheet| {
            sheet.write_string(0, 0, "甲")?.write_formula(0, 1, Formula::new("1+1").set_result("77"))?;
            sheet.write_string(1, 0, "乙")?.write_formula(1, 1, Formula::new("1+1").set_result("2"))?;
            sheet.write_string(2, 0, "丙")?.write_formula(2, 1, Formula::new("1/0").set_result("#DIV/0!"))?;
            Ok(())
        });
    });
    let document = read(&changed(&bytes, "<v>77</v>", "")).expect("a document");
    let cells: Vec<_> = grid(&document).cells.iter().filter(|cell| cell.column == 1).collect();
    assert!(matches!(&cells[0].certainty, Certainty::Doubtful(why) if why == NO_RESULT), "{:?}", cells[0]);
    assert_eq!((cells[1].text().as_str(), &cells[1].certainty), ("2", &Certainty::Certain));
    assert!(matches!(cells[2].certainty, Certainty::Doubtful(_)), "{:?}", cells[2]);
}

#[test]
fn the_form_tells_whose_it_is_and_gives_its_text() {
    let bytes = book(|workbook| {
        sheet(workbook, |sheet| {
            sheet.set_name("说明改了名")?.write_string(0, 0, AGENCY_NAME)?.write_string(0, 1, "某局")?;
            sheet.write_string(1, 0, YEAR)?.write_number(1, 1, 2024)?;
            sheet.write_string(3, 0, format!("{GUIDANCE}填好后发回"))?;
            Ok(())
        });
        sheet(workbook, |sheet| {
            sheet.set_name(NARRATIVE_SHEET)?.write_string(0, 0, "某局2024年政府信息公开工作年度报告")?;
            sheet.write_string(1, 0, "一、总体情况")?.write_string(2, 0, format!("{GUIDANCE}按小标题写"))?;
            sheet.write_string(3, 0, "第一段。\n（一）主动公开\n第二段\n接着写。")?;
            sheet.write_string(6, 0, "• 一项")?.write_string(7, 0, "2. 另一项")?;
            sheet.write_string(8, 0, "渠道")?.write_string(8, 1, "件数")?;
            sheet.write_string(9, 0, "网站")?.write_number(9, 1, 12)?;
            sheet.write_string(10, 0, "信函")?.write_string(11, 0, "又一段，说明上表。")?;
            Ok(())
        });
    });
    let document = read(&bytes).expect("a document");
    let label = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(document.labels, [label("agency", "某局"), label("year", "2024")]);
    assert_eq!(
        texts(&document),
        [
            "某局2024年政府信息公开工作年度报告",
            "一、总体情况",
            "第一段。",
            "（一）主动公开",
            "第二段\n接着写。",
            "一项",
            "另一项",
            "又一段，说明上表。"
        ]
    );
    let items: Vec<&Style> = document
        .parts
        .iter()
        .filter_map(|part| if let Part::Paragraph(paragraph) = part { Some(&paragraph.style) } else { None })
        .filter(|style| matches!(style, Style::Item { .. }))
        .collect();
    assert_eq!(items, [&Style::Item { level: 0, number: None }, &Style::Item { level: 0, number: Some(2) }]);
    assert_eq!((grid(&document).height(), grid(&document).width()), (3, 2));
}

#[test]
fn hidden_sheets_are_listed_and_not_read() {
    let bytes = book(|workbook| {
        sheet(workbook, |sheet| sheet.write_string(0, 0, "看得见").map(|_| ()));
        sheet(workbook, |sheet| sheet.set_name("旧数据")?.set_hidden(true).write_string(0, 0, "看不见").map(|_| ()));
    });
    let document = read(&bytes).expect("a document");
    assert_eq!(texts(&document), ["看得见"]);
    assert_eq!((document.dropped[0].kind.as_str(), document.dropped[0].text.as_str()), ("隐藏的工作表", "旧数据"));
}

#[test]
fn far_cells_and_wide_merges_cost_nothing() {
    let bytes = book(|workbook| {
        sheet(workbook, |sheet| {
            sheet.write_string(0, 0, "甲")?.write_number(0, 1, 1)?;
            sheet.write_string(1_048_575, 16_383, "远")?;
            sheet.merge_range(3, 0, 3, 1, "宽", &Format::new())?;
            Ok(())
        });
    });
    let document = read(&changed(&bytes, "A4:B4", "A4:XFD1048576")).expect("a document");
    assert!(texts(&document).contains(&"远".to_owned()));
    assert!(document.parts.len() < 10);
}

#[test]
fn what_is_no_workbook_is_told() {
    for bytes in [b"PK\x03\x04".as_slice(), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), b"".as_slice()] {
        assert!(matches!(read(bytes), Err(ReadError::Damaged(_))));
    }
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(matches!(read(&locked), Err(ReadError::Unsupported(_))));
}

#[test]
fn what_is_hidden_is_read_but_not_certain() {
    let bytes = book(|workbook| {
        sheet(workbook, |sheet| {
            sheet.write(0, 0, "信息内容")?.write(0, 1, "本年制发件数")?.write(0, 2, "备用")?;
            sheet.write(1, 0, "规章")?.write(1, 1, 3)?.write(1, 2, 4)?;
            sheet.write(2, 0, "行政规范性文件")?.write(2, 1, 5)?.write(2, 2, 6)?;
            sheet.set_row_hidden(1)?.set_column_hidden(2)?;
            Ok(())
        });
    });
    let document = read(&bytes).expect("a workbook");
    let doubtful: Vec<String> = grid(&document)
        .cells
        .iter()
        .filter(|cell| cell.certainty != Certainty::Certain)
        .map(crate::document::GridCell::text)
        .collect();
    assert_eq!(doubtful, ["备用", "规章", "3", "4", "6"]);
    assert!(
        document.warnings[0].contains("隐藏的行或列") && document.warnings[0].contains("C1"),
        "{:?}",
        document.warnings
    );
}
