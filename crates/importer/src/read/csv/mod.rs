//! Tables with commas or tabulators: our own exports, and what Excel and WPS save.

mod records;

use super::encoding::Decoded;
use crate::Document;
use crate::document::{Format, Grid, GridCell, Paragraph, Part, Place};
use crate::read::ReadError;
use records::CsvRecord;

/// How many fields a file can have.
const FIELDS: usize = 300_000;

pub(super) fn read(decoded: &Decoded) -> Result<Document, ReadError> {
    let records = records::of(&decoded.text);
    if records.iter().map(|record| record.fields.len()).sum::<usize>() > FIELDS {
        return Err(ReadError::TooLarge(format!("超过了 {FIELDS} 格")));
    }
    let blocks = records.split(|record| record.fields.iter().all(|field| field.trim().is_empty()));
    let parts = blocks.filter(|block| !block.is_empty()).flat_map(parts).collect();
    Ok(Document { format: Format::Csv, parts, warnings: decoded.warnings(), ..Document::default() })
}

/// Lines of one field are text where they say so, or where there is nothing else; the rest are tables.
fn parts(block: &[CsvRecord]) -> Vec<Part> {
    let only_lines = block.iter().all(|record| line(record).is_some());
    let text = |record: &CsvRecord| line(record).filter(|text| only_lines || is_text(text)).map(str::to_owned);
    block
        .chunk_by(|one, other| text(one).is_none() && text(other).is_none())
        .map(|rows| match rows {
            [record] => text(record)
                .map_or_else(|| grid(rows), |text| Part::Paragraph(Paragraph::plain(text, Place::Line(record.line)))),
            rows => grid(rows),
        })
        .collect()
}

/// The only text of a record, if it stands in its first field.
fn line(record: &CsvRecord) -> Option<&str> {
    let (first, rest) = record.fields.split_first()?;
    (!first.trim().is_empty() && rest.iter().all(|field| field.trim().is_empty())).then_some(first.trim())
}

/// Titles, headings of sections and sentences; other single fields are heads of tables.
fn is_text(text: &str) -> bool {
    let section = text.starts_with(['一', '二', '三', '四', '五', '六']) && text.ends_with(['况', '项']);
    section || text.contains("年度报告") || text.contains('。')
}

fn grid(rows: &[CsvRecord]) -> Part {
    let place = rows.first().map_or(Place::Unknown, |record| Place::Line(record.line));
    let cells = rows.iter().enumerate().flat_map(|(row, record)| {
        record.fields.iter().enumerate().map(move |(column, field)| cell(row, column, field, record.line))
    });
    Part::Grid(Grid { cells: cells.collect(), aligned: true, place })
}

fn cell(row: usize, column: usize, field: &str, line: u32) -> GridCell {
    let place = Place::Line(line);
    let text = unguarded(field.trim());
    let paragraph = (!text.is_empty()).then(|| Part::Paragraph(Paragraph::plain(text, place.clone())));
    GridCell { row, column, rows: 1, columns: 1, parts: paragraph.into_iter().collect(), place, ..GridCell::default() }
}

/// A text that begins like a formula is written with a `'` before it.
fn unguarded(field: &str) -> &str {
    field.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(field)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::document::{Grid, Part};
    use crate::read::ReadError;
    use crate::read::encoding::Decoded;

    fn parts(text: &str) -> Vec<Part> {
        read(&Decoded { text: text.to_owned(), malformed: false }).unwrap().parts
    }

    fn rows(grid: &Grid) -> Vec<Vec<String>> {
        let row = |row| grid.cells.iter().filter(|cell| cell.row == row).map(crate::document::GridCell::text).collect();
        (0..grid.height()).map(row).collect()
    }

    #[test]
    fn quotes_commas_and_lines_within_a_field_are_kept() {
        let parts =
            parts("\u{feff}项目,数值,注\r\n\"收费,合计\",\"4,166.24\",\"甲\n\"\"乙\"\"\"\r\n,,\r\n规章,,'-1\r\n");
        let [Part::Grid(first), Part::Grid(second)] = parts.as_slice() else { panic!("{parts:?}") };
        assert!(first.aligned);
        assert_eq!(rows(first)[1], ["收费,合计", "4,166.24", "甲\n\"乙\""]);
        assert_eq!(rows(second), [["规章", "", "-1"]]);
        assert!(second.cells[1].parts.is_empty());
    }

    #[test]
    fn more_fields_than_any_report_are_refused() {
        let wide = Decoded { text: "1,".repeat(1_000_000), malformed: false };
        assert!(matches!(read(&wide), Err(ReadError::TooLarge(_))));
    }

    #[test]
    fn tabs_and_semicolons_divide_too_and_titles_are_text() {
        for separator in ["\t", ";"] {
            let parts = parts(
                &["某局2024年度报告,,", ",,", "规章,0,\"1\n2\"", "行政许可,5,"].join("\n").replace(',', separator),
            );
            let [Part::Paragraph(title), Part::Grid(grid)] = parts.as_slice() else { panic!("{parts:?}") };
            assert_eq!(title.text(), "某局2024年度报告");
            assert_eq!(rows(grid), [["规章", "0", "1\n2"], ["行政许可", "5", ""]]);
        }
    }
}
