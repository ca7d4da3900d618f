//! Workbooks as an independent reader sees them: the sheets' cells with their formulas and stored results.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::Event;
use zip::ZipArchive;

use crate::xml::{attribute, walk};

/// A sheet.
#[derive(Debug)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its cells by row and column, from 1.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// The areas of merged cells.
    pub merged: Vec<String>,
}

/// A cell with something in it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its formula.
    pub formula: Option<String>,
    /// Its value; a formula's stored result.
    pub value: String,
}

/// The sheets of a workbook, in order.
pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let part = |name: &str| part(bytes, name);
    let strings = shared_strings(&part("xl/sharedStrings.xml"));
    let names = sheet_names(&part("xl/workbook.xml"));
    let read =
        |(at, name): (usize, String)| sheet(name, &part(&format!("xl/worksheets/sheet{}.xml", at + 1)), &strings);
    names.into_iter().enumerate().map(read).collect()
}

/// The XML of a part of a workbook.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook is a zip");
    let mut text = String::new();
    archive.by_name(name).unwrap_or_else(|error| panic!("{name}: {error}")).read_to_string(&mut text).expect("XML");
    text
}

fn sheet_names(xml: &str) -> Vec<String> {
    let mut names = Vec::new();
    walk(xml, |event, _| {
        if let Event::Empty(tag) = event
            && tag.local_name().as_ref() == "sheet"
        {
            names.extend(attribute(tag, "name"));
        }
    });
    names
}

fn shared_strings(xml: &str) -> Vec<String> {
    let (mut strings, mut string) = (Vec::new(), String::new());
    // A string may come in runs of several fonts.
    walk(xml, |event, text| {
        let Event::End(tag) = event else { return };
        match tag.local_name().as_ref() {
            "t" => string.push_str(text),
            "si" => strings.push(std::mem::take(&mut string)),
            _ => {}
        }
    });
    strings
}

fn sheet(name: String, xml: &str, strings: &[String]) -> Sheet {
    let mut sheet = Sheet { name, cells: BTreeMap::new(), merged: Vec::new() };
    let (mut place, mut is_string, mut cell) = ((0, 0), false, Cell::default());
    walk(xml, |event, text| match event {
        Event::Start(tag) if tag.local_name().as_ref() == "c" => {
            place = position(&attribute(tag, "r").expect("a cell has a place"));
            is_string = attribute(tag, "t").is_some_and(|kind| kind == "s");
            cell = Cell::default();
        }
        Event::Empty(tag) if tag.local_name().as_ref() == "mergeCell" => sheet.merged.extend(attribute(tag, "ref")),
        Event::End(tag) => match tag.local_name().as_ref() {
            "f" => cell.formula = Some(text.to_owned()),
            "v" if is_string => cell.value.clone_from(&strings[text.parse::<usize>().expect("a number")]),
            "v" => text.clone_into(&mut cell.value),
            "c" => drop(sheet.cells.insert(place, std::mem::take(&mut cell))),
            _ => {}
        },
        _ => {}
    });
    sheet
}

/// `B3` as row 3, column 2.
fn position(name: &str) -> (u32, u32) {
    let (letters, digits) = name.split_at(name.find(|letter: char| letter.is_ascii_digit()).expect("a row"));
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    (digits.parse().expect("a row"), column)
}

impl Sheet {
    /// What a formula of ours comes to, reckoned from the other cells: sums of areas, and cells with signs between them.
    pub fn evaluate(&self, formula: &str) -> f64 {
        match formula.strip_prefix("SUM(").and_then(|rest| rest.strip_suffix(')')) {
            Some(areas) => areas.split(',').map(|area| self.sum(area)).sum(),
            None => formula
                .replace('-', "+-")
                .split('+')
                .map(|term| match term.strip_prefix('-') {
                    Some(cell) => -self.at(position(cell)),
                    None => self.at(position(term)),
                })
                .sum(),
        }
    }

    fn sum(&self, area: &str) -> f64 {
        let (first, last) = area.split_once(':').unwrap_or((area, area));
        let ((top, left), (bottom, right)) = (position(first), position(last));
        (top..=bottom).flat_map(|row| (left..=right).map(move |column| (row, column))).map(|at| self.at(at)).sum()
    }

    /// The number in a cell; a formula is reckoned, whatever is stored beside it.
    fn at(&self, place: (u32, u32)) -> f64 {
        let cell = &self.cells[&place];
        match &cell.formula {
            Some(formula) => self.evaluate(formula),
            None => cell.value.parse().unwrap_or_else(|_| panic!("“{}” at {place:?} is no number", cell.value)),
        }
    }

    /// All of it as text, a cell a line.
    pub fn text(&self) -> String {
        let line = |((row, column), cell): (&(u32, u32), &Cell)| {
            let formula = cell.formula.as_ref().map(|formula| format!(" = {formula}")).unwrap_or_default();
            format!("{row},{column}: {}{formula}\n", cell.value)
        };
        let cells: String = self.cells.iter().filter(|(_, cell)| !cell.value.is_empty()).map(line).collect();
        let merged: String = self.merged.iter().map(|area| format!("merged {area}\n")).collect();
        format!("[{}]\n{cells}{merged}", self.name)
    }
}
