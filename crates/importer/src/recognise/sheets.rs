//! Sheets of a workbook that hold the report of another year: last year's copy beside this year's.

use std::collections::BTreeMap;

use super::day::years;
use super::record::title_year;
use super::sole;
use crate::Document;
use crate::document::{Dropped, Format, Paragraph, Part, Place};

/// Takes the sheets of other years out of a workbook with several: all but those of `year`, or of the last one. Its parts
/// keep their numbers. Sheets that name no year stay.
pub(super) fn resolve(document: &mut Document, year: Option<i16>) {
    if document.format != Format::Workbook {
        return;
    }
    let dated = dated(document);
    let named = |year: &i16| dated.values().any(|other| other == year);
    let Some(kept) = year.filter(named).or(dated.values().max().copied()) else { return };
    let mut others: BTreeMap<String, i16> = dated;
    others.retain(|_, year| *year != kept);
    for part in &mut document.parts {
        if sheet(part).is_some_and(|(name, _)| others.contains_key(name)) {
            let place = sheet(part).map_or(Place::Unknown, |(_, place)| place.clone());
            *part = Part::Paragraph(Paragraph { place, ..Paragraph::default() });
        }
    }
    for (name, year) in others {
        document.warnings.push(format!("工作簿里的工作表“{name}”是 {year} 年的，没有导入；取了 {kept} 年的，请核对"));
        document
            .dropped
            .push(Dropped { kind: "别的年度的工作表".to_owned(), text: name, place: Place::Unknown });
    }
}

/// The years of the sheets that tell one, by their titles or else by their names.
fn dated(document: &Document) -> BTreeMap<String, i16> {
    let mut dated = BTreeMap::new();
    for part in &document.parts {
        let Some((name, _)) = sheet(part) else { continue };
        if let Some(year) = titled(part) {
            dated.insert(name.to_owned(), year);
        } else if let Some(year) = of_name(name) {
            dated.entry(name.to_owned()).or_insert(year);
        }
    }
    dated
}

/// The sheet that a part stands on.
fn sheet(part: &Part) -> Option<(&str, &Place)> {
    let place = match part {
        Part::Paragraph(paragraph) => &paragraph.place,
        Part::Grid(grid) => &grid.place,
        Part::Picture { place, .. } => place,
    };
    if let Place::Sheet(name, _) = place { Some((name, place)) } else { None }
}

/// The year of the title that stands there.
fn titled(part: &Part) -> Option<i16> {
    match part {
        Part::Paragraph(paragraph) => title_year(&paragraph.text()),
        Part::Grid(grid) => sole::cells(grid).into_iter().find_map(|cell| title_year(&cell.text())),
        Part::Picture { .. } => None,
    }
}

/// The one year that a sheet is called by: `2023年`, `2023`.
fn of_name(name: &str) -> Option<i16> {
    let name = name.trim();
    let is_bare = name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit());
    let years = if is_bare { years(&format!("{name}年")) } else { years(name) };
    if let [year] = years.as_slice() { Some(*year) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Grid, GridCell};
    use crate::recognise;

    fn on(name: &str, lines: &[&str]) -> Part {
        let place = |row: usize| Place::Sheet(name.to_owned(), format!("A{}", row + 1));
        let cell = |(row, text): (usize, &&str)| GridCell {
            row,
            rows: 1,
            columns: 1,
            parts: vec![Part::Paragraph(Paragraph::plain(*text, place(row)))],
            place: place(row),
            ..GridCell::default()
        };
        Part::Grid(Grid { cells: lines.iter().enumerate().map(cell).collect(), aligned: true, place: place(0) })
    }

    fn sheets(parts: &[Part], year: Option<i16>) -> (Option<i16>, Vec<String>) {
        let document = Document { format: Format::Workbook, parts: parts.to_vec(), ..Document::default() };
        let imported = recognise(&document, year);
        let others = imported.dropped.into_iter().filter(|dropped| dropped.kind == "别的年度的工作表");
        (imported.year, others.map(|dropped| dropped.text).collect())
    }

    #[test]
    fn the_sheets_of_another_year_are_left_out() {
        let before = on("2023年", &["某局2023年政府信息公开工作年度报告", "一、总体情况", "公开信息10条。"]);
        let now = on("报告", &["某局2024年政府信息公开工作年度报告", "一、总体情况", "公开信息20条。"]);
        let more = on("文字", &["五、存在的主要问题及改进情况", "解读形式单一。"]);
        let parts = [before, now, more];
        assert_eq!(sheets(&parts, None), (Some(2024), vec!["2023年".to_owned()]));
        assert_eq!(sheets(&parts, Some(2023)), (Some(2023), vec!["报告".to_owned()]));
        assert_eq!(sheets(&parts[1..], None), (Some(2024), Vec::new()));
        assert_eq!(
            [of_name("2023"), of_name("2023年表三"), of_name("表三"), of_name("2023年2024年")],
            [Some(2023), Some(2023), None, None]
        );
    }
}
