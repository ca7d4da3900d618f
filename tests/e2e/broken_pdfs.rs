//! What judges our PDFs notices when something is wrong: each way of breaking one is found by our checks, and by
//! veraPDF where the standard asks for the same.

use std::fs;
use std::path::PathBuf;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};
use nianbao_tests::{Workspace, pdf_faults, verapdf};

use super::archival::built;

/// A way of breaking a PDF: its name, what is done, what our checks say, and the rule that veraPDF finds broken; nothing
/// where the one or the other does not ask for it.
type Break = (&'static str, fn(&mut Document), &'static str, &'static str);

const BREAKS: &[Break] = &[
    ("scope", |file| each(file, "TH", without_scope), "has the scope", ""),
    ("headers", |file| each(file, "TD", without_headers), "has no heading", ""),
    ("alone", without_headings, "has no heading", "PDFUA-1 7.5-1"),
    ("th", |file| rename(file, "TH", "TD"), "has not", ""),
    ("tr", |file| rename(file, "TR", "Div"), "stands in Div", "PDFUA-1 7.2"),
    ("span", |file| each(file, "TH", |cell| remove_attribute(cell, "ColSpan")), "columns of", "PDFUA-1 7.2"),
    ("alt", |file| each(file, "Figure", |figure| remove(figure, "Alt")), "says nothing", "PDFUA-1 7.3-1"),
    ("jump", |file| rename(file, "H2", "H3"), "follows a heading of level 1", "PDFUA-1 7.4.2-1"),
    ("title", |file| rename(file, "H1", "P"), "there are 0 titles", "PDFUA-1 7.4.2-1"),
    ("label", |file| rename(file, "Lbl", "Span"), "is made of", "PDFUA-1 7.2"),
    ("numbering", |file| each(file, "L", |list| remove_attribute(list, "ListNumbering")), "a list is numbered", ""),
    ("link", |file| rename(file, "Link", "Span"), "a link stands in Span", "PDFUA-1 7.18.5-1"),
    ("contents", |file| links(file, |link| remove(link, "Contents")), "does not say where", "PDFUA-1 7.18"),
    ("back", |file| links(file, |link| remove(link, "StructParent")), "does not lead back", ""),
    ("parent", |file| each(file, "P", |text| text.set("P", (1, 0))), "names another parent", ""),
    ("loose", |file| rename(file, "P", "Span"), "loose text in Document", ""),
    ("role", |file| rename(file, "P", "Absatz"), "", "PDFUA-1 7.1-5"),
    ("language", |file| remove(catalog(file), "Lang"), "the language is None", "PDFUA-1 7.2"),
    ("marked", |file| remove(catalog(file), "MarkInfo"), "does not say that it is tagged", "PDFUA-1 6.2-1"),
    ("viewer", |file| remove(catalog(file), "ViewerPreferences"), "not the title", "PDFUA-1 7.1-10"),
    ("bookmarks", |file| remove(catalog(file), "Outlines"), "but 0 bookmarks", ""),
    ("labels", |file| remove(catalog(file), "PageLabels"), "page 1 is labelled", ""),
    ("identifier", |file| drop(file.trailer.remove(b"ID")), "no identifier", "PDFA-2A 6.1.3-1"),
    ("info", other_title, "dc:title is", ""),
    ("metadata", |file| metadata(file, "<pdfaid:part>2", "<pdfaid:part>1"), "pdfaid:part is", "PDFA-2A 6.6.4"),
    ("ua", |file| metadata(file, "<pdfuaid:part>1", "<pdfuaid:part>9"), "pdfuaid:part is", "PDFUA-1 5-2"),
    ("tabs", |file| pages(file, |page| remove(page, "Tabs")), "the tab key", "PDFUA-1 7.18.3-1"),
    ("untagged", without_marks, "neither tagged", "PDFUA-1 7.1-3"),
    ("unicode", |file| fonts(file, |font| remove(font, "ToUnicode")), "means \"\u{FFFD}\"", "PDFA-2A 6.2.11.7"),
    ("outlines", without_outlines, "is not in the file", "PDFA-2A 6.2.11.4"),
    ("whole", |file| fonts(file, |font| font.set("BaseFont", "Fandol")), "is there as a whole", ""),
];

#[test]
fn each_check_finds_what_it_is_there_for() {
    let workspace = built(Workspace::copy_of("tests/sites/everything"));
    let sound = Document::load(workspace.path().join("dist/site/government/2024/report.pdf")).unwrap();
    let mut files = Vec::new();
    for (what, break_it, expected, rule) in BREAKS {
        let mut document = sound.clone();
        break_it(&mut document);
        let faults = pdf_faults(&document);
        assert!(expected.is_empty() || faults.iter().any(|fault| fault.contains(expected)), "{what}: {faults:#?}");
        if !rule.is_empty() {
            let file: PathBuf = workspace.path().join(format!("{what}.pdf"));
            document.save_to(&mut fs::File::create(&file).unwrap()).unwrap();
            files.push((file, what, rule));
        }
    }
    let judged = verapdf(&files.iter().map(|(file, ..)| file.clone()).collect::<Vec<_>>());
    let missed = files.iter().zip(judged).filter_map(|((_, what, rule), broken)| {
        let found = broken.iter().any(|broken| broken.starts_with(*rule));
        (!found).then(|| format!("{what} is not {rule}: {:?}", broken.first()))
    });
    assert_eq!(missed.collect::<Vec<_>>(), [] as [String; 0]);
}

fn catalog(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().unwrap()
}

fn remove(dictionary: &mut Dictionary, key: &str) {
    dictionary.remove(key.as_bytes()).unwrap_or_else(|| panic!("{key} is not there"));
}

/// Does something to each structure element of a role.
fn each(file: &mut Document, role: &str, change: fn(&mut Dictionary)) {
    let is = |dictionary: &Dictionary| {
        dictionary.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == role.as_bytes())
    };
    let mut found = false;
    for dictionary in dictionaries(file).filter(|dictionary| is(dictionary) && dictionary.has(b"P")) {
        found = true;
        change(dictionary);
    }
    assert!(found, "there is no {role}");
}

fn dictionaries(file: &mut Document) -> impl Iterator<Item = &mut Dictionary> {
    file.objects.values_mut().filter_map(|object| object.as_dict_mut().ok())
}

/// An attribute may be in any of several dictionaries, and not every cell has each.
fn remove_attribute(element: &mut Dictionary, key: &str) {
    match element.get_mut(b"A") {
        Ok(Object::Dictionary(attributes)) => drop(attributes.remove(key.as_bytes())),
        Ok(Object::Array(owners)) => {
            for owner in owners.iter_mut().filter_map(|owner| owner.as_dict_mut().ok()) {
                owner.remove(key.as_bytes());
            }
        }
        _ => {}
    }
}

/// Gives structure elements another role.
fn rename(file: &mut Document, role: &str, other: &'static str) {
    let is =
        |element: &Dictionary| element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == role.as_bytes());
    dictionaries(file).filter(|element| is(element)).for_each(|element| element.set("S", other));
}

fn without_scope(cell: &mut Dictionary) {
    remove_attribute(cell, "Scope");
}

fn without_headers(cell: &mut Dictionary) {
    remove_attribute(cell, "Headers");
}

/// Neither do headings say what they head, nor cells what heads them.
fn without_headings(file: &mut Document) {
    each(file, "TH", without_scope);
    each(file, "TD", without_headers);
}

fn links(file: &mut Document, change: fn(&mut Dictionary)) {
    let is = |dictionary: &Dictionary| {
        dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Link")
    };
    dictionaries(file).filter(|dictionary| is(dictionary)).for_each(change);
}

fn pages(file: &mut Document, change: fn(&mut Dictionary)) {
    for id in file.page_iter().collect::<Vec<_>>() {
        change(file.get_dictionary_mut(id).unwrap());
    }
}

fn fonts(file: &mut Document, change: fn(&mut Dictionary)) {
    let is = |dictionary: &Dictionary| {
        dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0")
    };
    dictionaries(file).filter(|dictionary| is(dictionary)).for_each(change);
}

/// Takes the outlines of all fonts away.
fn without_outlines(file: &mut Document) {
    for dictionary in dictionaries(file).filter(|dictionary| dictionary.has(b"FontFile3")) {
        dictionary.remove(b"FontFile3");
    }
}

/// Gives the older dictionary another title.
fn other_title(file: &mut Document) {
    let info = file.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    let other = Object::String(b"Report".to_vec(), StringFormat::Literal);
    file.get_dictionary_mut(info).unwrap().set("Title", other);
}

fn metadata(file: &mut Document, from: &str, to: &str) {
    let id: ObjectId = file.catalog().unwrap().get(b"Metadata").and_then(Object::as_reference).unwrap();
    let stream = file.get_object_mut(id).and_then(Object::as_stream_mut).unwrap();
    let text = String::from_utf8(stream.get_plain_content().unwrap()).unwrap();
    assert!(text.contains(from), "{text}");
    stream.set_plain_content(text.replace(from, to).into_bytes());
}

/// Nothing on the pages is marked.
fn without_marks(file: &mut Document) {
    for page in file.page_iter().collect::<Vec<_>>() {
        let mut content = Content::decode(&file.get_page_content(page)).unwrap();
        content.operations.retain(|operation| !["BDC", "EMC"].contains(&operation.operator.as_str()));
        file.change_page_content(page, content.encode().unwrap()).unwrap();
    }
}
