//! Where each letter of a PDF stands, read from its drawing operators.

use std::collections::BTreeMap;
use std::path::Path;

use lopdf::{Dictionary, Document, Encoding, Object};

/// Millimetres of a point.
const MM: f64 = 25.4 / 72.0;

/// A letter on a page, or a picture: U+FFFC without a size. Lengths are in millimetres, from the left and the upper edge of the paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// The page, from 1.
    pub page: usize,
    /// Where it begins.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// How wide its font has it, before any squeezing.
    pub width: f64,
    /// The size of its font, in points.
    pub size: f64,
    /// Its font, without the tag of a subset.
    pub font: String,
    /// What it says.
    pub text: String,
}

/// A font's letters.
struct Font<'a> {
    name: String,
    encoding: Encoding<'a>,
    widths: BTreeMap<i64, f64>,
}

/// A transformation as PDF writes it.
type Matrix = [f64; 6];

/// All letters of `file`, page by page, in the order in which they are drawn; and the size of each page.
pub fn letters(file: &Path) -> (Vec<Letter>, Vec<(f64, f64)>) {
    let document = Document::load(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let (mut all, mut sizes) = (Vec::new(), Vec::new());
    for (number, page) in document.get_pages() {
        let size = media_box(&document, page);
        sizes.push(size);
        let fonts: BTreeMap<Vec<u8>, Font> = document
            .get_page_fonts(page)
            .expect("fonts")
            .into_iter()
            .map(|(name, dictionary)| (name, font(&document, dictionary)))
            .collect();
        let mut pen = Pen { page: number as usize, height: size.1, fonts: &fonts, ..Pen::new(&fonts) };
        for operation in document.get_and_decode_page_content(page).expect("a content stream").operations {
            pen.perform(&operation.operator, &operation.operands);
        }
        all.append(&mut pen.letters);
    }
    (all, sizes)
}

fn media_box(document: &Document, page: lopdf::ObjectId) -> (f64, f64) {
    let page = document.get_dictionary(page).expect("a page");
    let corners = page.get(b"MediaBox").and_then(Object::as_array).expect("a MediaBox");
    (number(&corners[2]) * MM, number(&corners[3]) * MM)
}

fn font<'a>(document: &'a Document, dictionary: &'a Dictionary) -> Font<'a> {
    let name = dictionary.get(b"BaseFont").and_then(Object::as_name).expect("a name");
    let name = String::from_utf8_lossy(name).trim_end_matches("-Identity-H").to_owned();
    let inner =
        dictionary.get_deref(b"DescendantFonts", document).and_then(Object::as_array).expect("a composite font");
    let inner = document.dereference(&inner[0]).and_then(|(_, font)| font.as_dict()).expect("a font");
    let widths = inner.get_deref(b"W", document).and_then(Object::as_array).map(|widths| self::widths(widths));
    Font {
        name: name.split_once('+').map_or(name.clone(), |(_, name)| name.to_owned()),
        encoding: dictionary.get_font_encoding(document).expect("an encoding"),
        widths: widths.unwrap_or_default(),
    }
}

/// `c [w1 w2 …]` and `first last w`.
fn widths(entries: &[Object]) -> BTreeMap<i64, f64> {
    let mut widths = BTreeMap::new();
    let mut entries = entries.iter();
    while let (Some(first), Some(next)) = (entries.next(), entries.next()) {
        let code = |object: &Object| object.as_i64().expect("a code");
        let first = code(first);
        if let Ok(list) = next.as_array() {
            widths.extend((first..).zip(list.iter().map(number)));
        } else if let Some(width) = entries.next() {
            widths.extend((first..=code(next)).map(|code| (code, number(width))));
        }
    }
    widths
}

fn number(object: &Object) -> f64 {
    f64::from(object.as_float().expect("a number"))
}

/// What draws letters.
struct Pen<'a, 'd> {
    page: usize,
    height: f64,
    fonts: &'a BTreeMap<Vec<u8>, Font<'d>>,
    place: Matrix,
    kept: Vec<Matrix>,
    text: Matrix,
    font: Vec<u8>,
    size: f64,
    letters: Vec<Letter>,
}

impl<'a, 'd> Pen<'a, 'd> {
    fn new(fonts: &'a BTreeMap<Vec<u8>, Font<'d>>) -> Self {
        let still = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
        let (kept, font, letters) = (Vec::new(), Vec::new(), Vec::new());
        Self { page: 0, height: 0.0, fonts, place: still, kept, text: still, font, size: 0.0, letters }
    }

    fn perform(&mut self, operator: &str, operands: &[Object]) {
        match operator {
            "q" => self.kept.push(self.place),
            "Q" => self.place = self.kept.pop().expect("as many Q as q"),
            "cm" => self.place = product(matrix(operands), self.place),
            "Tm" => self.text = matrix(operands),
            "Tf" => {
                self.font = operands[0].as_name().expect("a font").to_vec();
                self.size = number(&operands[1]);
            }
            "Tj" => self.show(operands[0].as_str().expect("a string")),
            "TJ" => {
                for piece in operands[0].as_array().expect("an array") {
                    match piece {
                        Object::String(codes, _) => self.show(codes),
                        space => self.advance(-number(space) / 1000.0 * self.size),
                    }
                }
            }
            "Do" => self.letters.push(Letter {
                page: self.page,
                x: self.place[4] * MM,
                y: self.height - self.place[5] * MM,
                width: self.place[0] * MM,
                size: 0.0,
                font: String::new(),
                text: "\u{fffc}".to_owned(),
            }),
            "Td" | "TD" | "T*" | "'" | "\"" => panic!("the operator {operator} is not read"),
            _ => {}
        }
    }

    fn show(&mut self, codes: &[u8]) {
        let font = &self.fonts[&self.font];
        for code in codes.chunks(2) {
            let text = Document::decode_text(&font.encoding, code).expect("a letter");
            let place = product(self.text, self.place);
            let glyph = i64::from(u16::from_be_bytes([code[0], code[1]]));
            let width = font.widths.get(&glyph).copied().unwrap_or(0.0) / 1000.0 * self.size;
            self.letters.push(Letter {
                page: self.page,
                x: place[4] * MM,
                y: self.height - place[5] * MM,
                width: width * place[0].abs() * MM,
                size: self.size * place[0].abs(),
                font: font.name.clone(),
                text,
            });
            self.advance(width);
        }
    }

    fn advance(&mut self, width: f64) {
        self.text = product([1.0, 0.0, 0.0, 1.0, width, 0.0], self.text);
    }
}

fn matrix(operands: &[Object]) -> Matrix {
    let numbers: Vec<f64> = operands.iter().map(number).collect();
    numbers.try_into().expect("six numbers")
}

/// First `a`, then `b`.
fn product(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}
