//! The records of a file of commas or tabulators.

/// A record and the line on which it begins, from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CsvRecord {
    /// The line.
    pub(super) line: u32,
    /// Its fields, without the quotes around them.
    pub(super) fields: Vec<String>,
}

/// How many lines say what the fields are divided by.
const LINES: usize = 30;

/// The records of a file, after RFC 4180 and as Excel and WPS write them.
pub(super) fn of(text: &str) -> Vec<CsvRecord> {
    let separator = separator(text);
    let mut records = Vec::new();
    let mut record = CsvRecord { line: 1, fields: Vec::new() };
    let mut field = String::new();
    let mut line = 1_u32;
    let mut quoted = false;
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        line = line.saturating_add(u32::from(c == '\n'));
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            _ if quoted => field.push(c),
            '"' if field.trim().is_empty() => {
                field.clear();
                quoted = true;
            }
            '\r' => {}
            '\n' => {
                record.fields.push(std::mem::take(&mut field));
                records.push(std::mem::replace(&mut record, CsvRecord { line, fields: Vec::new() }));
            }
            _ if c == separator => record.fields.push(std::mem::take(&mut field)),
            _ => field.push(c),
        }
    }
    if !field.is_empty() || !record.fields.is_empty() {
        record.fields.push(field);
        records.push(record);
    }
    records
}

/// What stands between the fields: what most of the first lines have most of, outside quotes.
fn separator(text: &str) -> char {
    let mut quoted = false;
    let mut counts = [(',', 0_usize), ('\t', 0), (';', 0)];
    let mut lines = 0;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => lines += 1,
            _ if !quoted => {
                if let Some((_, count)) = counts.iter_mut().find(|(separator, _)| *separator == c) {
                    *count += 1;
                }
            }
            _ => {}
        }
        if lines == LINES {
            break;
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(',', |(separator, _)| separator)
}
