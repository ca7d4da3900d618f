//! From the bytes of a workbook to its sheets.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, copy, sink};

use calamine::{Data, DataRef, Dimensions, Reader, Sheet as Listed, SheetType, SheetVisible, Xls, Xlsx};
use zip::ZipArchive;

use super::format::formatted;
use super::hidden::Hidden;
use super::sheet::{CellAt, Sheet, ShownCell};
use super::value::shown;
use crate::document::{Dropped, Place};
use crate::read::ReadError;

/// How many cells a workbook can have.
const CELLS: usize = 300_000;
/// How many merged cells a sheet can have.
const MERGED: usize = 5_000;
/// How many sheets are read.
const SHEETS: usize = 100;
/// How many files a workbook can hold.
const PARTS: usize = 10_000;
/// How long all of them can be together, unpacked.
const ALL: u64 = 256 << 20;

/// A workbook.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
    /// The sheets that are not shown.
    pub(super) dropped: Vec<Dropped>,
    /// What is said of rows and columns that are not shown.
    pub(super) warnings: Vec<String>,
}

/// The workbook in a file.
pub(super) fn open(bytes: &[u8]) -> Result<Book, ReadError> {
    if bytes.starts_with(b"PK") {
        measure(bytes)?;
        new(bytes)
    } else {
        old(bytes)
    }
}

/// Refuses what unpacks to more than any report.
fn measure(bytes: &[u8]) -> Result<(), ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if archive.len() > PARTS {
        return Err(ReadError::TooLarge(format!("里面有 {} 个文件", archive.len())));
    }
    let mut left = ALL;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index(index) else { continue };
        let length = copy(&mut part.take(left.saturating_add(1)), &mut sink()).unwrap_or_default();
        left =
            left.checked_sub(length).ok_or_else(|| ReadError::TooLarge(format!("解开以后超过了 {} MB", ALL >> 20)))?;
    }
    Ok(())
}

fn damaged() -> ReadError {
    ReadError::Damaged("表格文件不完整，请用 Excel 或 WPS 打开后另存一份".to_owned())
}

/// A workbook of today (.xlsx).
fn new(bytes: &[u8]) -> Result<Book, ReadError> {
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let (names, dropped) = visible(file.sheets_metadata());
    let mut book = Book { dropped, ..Book::default() };
    let mut left = CELLS;
    let hidden = Hidden::of(bytes);
    for name in names {
        let mut cells = BTreeMap::new();
        let mut reader = file.worksheet_cells_reader(&name).map_err(|_| damaged())?;
        while let Some(cell) = reader.next_cell_with_formula().map_err(|_| damaged())? {
            let value = owned(cell.value);
            keep(&mut cells, &mut left, cell.pos, shown(&value, cell.formula.is_some()))?;
        }
        drop(reader);
        let mut reader = file.worksheet_cells_reader(&name).map_err(|_| damaged())?;
        while let Some((row, column, style)) = reader.next_style_id().map_err(|_| damaged())? {
            if let (Some(shown), Some(style)) = (cells.get_mut(&(row, column)), reader.styles().get(style)) {
                *shown = formatted(shown.clone(), style);
            }
        }
        drop(reader);
        let merged = file.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut sheet = Sheet { name, cells, merged: areas(&merged) };
        book.warnings.extend(hidden.get(&sheet.name).and_then(|hidden| hidden.mark(&mut sheet)));
        book.sheets.push(sheet);
    }
    Ok(book)
}

/// A workbook of Excel before 2007, or of WPS (.xls, .et).
fn old(bytes: &[u8]) -> Result<Book, ReadError> {
    let mut file = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => locked(),
        _ if names_encryption(bytes) => locked(),
        _ => damaged(),
    })?;
    let (names, dropped) = visible(file.sheets_metadata());
    let mut book = Book { dropped, ..Book::default() };
    let mut left = CELLS;
    for name in names {
        let range = file.worksheet_range(&name).map_err(|_| damaged())?;
        let (row, column) = range.start().unwrap_or_default();
        let mut cells = BTreeMap::new();
        for (below, right, value) in range.used_cells() {
            let offset = |from: u32, by: usize| u32::try_from(by).map_or(u32::MAX, |by| from.saturating_add(by));
            keep(&mut cells, &mut left, (offset(row, below), offset(column, right)), shown(value, false))?;
        }
        let merged = file.merge_cells_by_sheet_name(&name).unwrap_or_default();
        book.sheets.push(Sheet { name, cells, merged: areas(&merged) });
    }
    Ok(book)
}

fn locked() -> ReadError {
    ReadError::Unsupported("这份表格设了打开密码；请去掉密码，另存一份再导入".to_owned())
}

/// Whether an old file is only the lock around a new one.
fn names_encryption(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// The names of the sheets that are shown, and the others as left out.
fn visible(sheets: &[Listed]) -> (Vec<String>, Vec<Dropped>) {
    let (mut names, mut dropped) = (Vec::new(), Vec::new());
    for sheet in sheets.iter().take(SHEETS) {
        let kind = match (sheet.visible, sheet.typ) {
            (SheetVisible::Visible, SheetType::WorkSheet) => {
                names.push(sheet.name.clone());
                continue;
            }
            (SheetVisible::Visible, _) => "图表或宏的工作表（没有读）",
            _ => "隐藏的工作表",
        };
        dropped.push(Dropped { kind: kind.to_owned(), text: sheet.name.clone(), place: Place::Unknown });
    }
    (names, dropped)
}

fn keep(
    cells: &mut BTreeMap<CellAt, ShownCell>,
    left: &mut usize,
    at: CellAt,
    shown: Option<ShownCell>,
) -> Result<(), ReadError> {
    let Some(shown) = shown else { return Ok(()) };
    let full = || ReadError::TooLarge(format!("超过了 {CELLS} 格"));
    *left = left.checked_sub(1).ok_or_else(full)?;
    cells.insert(at, shown);
    Ok(())
}

fn areas(merged: &[Dimensions]) -> BTreeMap<CellAt, CellAt> {
    merged.iter().take(MERGED).map(|area| (area.start, area.end)).collect()
}

fn owned(value: DataRef) -> Data {
    value.into()
}
