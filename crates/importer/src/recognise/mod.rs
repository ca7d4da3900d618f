//! From a [`Document`] to the report that is in it: `figures` finds the tables, `record` title, agency, year and what the
//! page says beside its text, `prose` the narrative in what is left.

mod chinese_digit;
mod chrome;
mod contents;
mod corrections;
mod day;
mod endnotes;
mod figures;
mod first;
mod marked;
mod number;
mod placeholders;
mod prose;
mod record;
mod section_heading;
mod several;
mod sheets;
mod signed;
mod sole;
mod words;

pub use several::reports;

use nianbao_model::Report;

use crate::{Document, Doubt, Imported, Origins, Subject};

/// The report in `document`: of `year` where one is asked for, otherwise of the one that the document names.
pub fn recognise(document: &Document, year: Option<i16>) -> Imported {
    let document = &resolved(document, year);
    let mut record = record::recognise(document);
    let rest = first::rest(document, record.year);
    let first = rest.as_ref().map(|rest| Document {
        parts: document.parts.get(..rest.from).unwrap_or_default().to_vec(),
        ..document.clone()
    });
    let document = first.as_ref().unwrap_or(document);
    let (beyond, beyond_dropped) = rest.map(|rest| (rest.doubt, rest.dropped)).unzip();
    let corrections = corrections::find(document);
    record.parts.extend(&corrections.parts);
    let tables = figures::recognise(document, year.or(record.year));
    let prose = prose::recognise(document, &tables.parts, tables.form, &record);
    let mut dropped = document.dropped.clone();
    dropped.extend(record.dropped.iter().cloned());
    dropped.extend(prose.dropped);
    dropped.extend(beyond_dropped.into_iter().flatten());
    let (published, signature, by_signature) = signed::settled(&record, prose.signature);
    Imported {
        report: Report {
            form: tables.form,
            title: record.title,
            published,
            source: record.source,
            filing: record.filing,
            signature,
            corrections: corrections.all,
            figures: tables.figures,
            notes: tables.notes,
            stated: tables.stated,
            narrative: prose.narrative,
            images: prose.images,
            ..Report::blank(year.or(record.year).unwrap_or_default())
        },
        agency: record.agency,
        year: record.year,
        origins: Origins { cells: tables.cells, stated: tables.stated_at, sections: prose.sections },
        doubts: [
            document.warnings.iter().map(|message| warned(message)).collect(),
            beyond.into_iter().collect(),
            record.doubts,
            by_signature.into_iter().collect(),
            tables.doubts,
            prose.doubts,
        ]
        .concat(),
        dropped,
    }
}

/// What a reader was not certain of.
fn warned(message: &str) -> Doubt {
    Doubt { subject: Subject::Document, message: message.to_owned(), hint: None, spot: None }
}

/// The document with what leads from one place of it to another put where it belongs.
fn resolved(document: &Document, year: Option<i16>) -> Document {
    let mut document = document.clone();
    sheets::resolve(&mut document, year);
    contents::resolve(&mut document);
    endnotes::resolve(&mut document);
    marked::resolve(&mut document);
    placeholders::resolve(&mut document);
    document
}
