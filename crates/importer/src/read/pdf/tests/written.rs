//! PDFs written by hand.

use std::fmt::Write as _;

/// Content of a page as PDF programs write it, y from the foot of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    operators: String,
}

impl Content {
    /// Text in a font that the file does not hold, by its Unicode.
    pub(super) fn song(self, x: f64, y: f64, size: f64, text: &str) -> Self {
        let codes: String = text.encode_utf16().fold(String::new(), |codes, unit| codes + &format!("{unit:04X}"));
        self.write("S", x, y, size, &format!("<{codes}>"), "0 Tr")
    }

    /// The same in GBK.
    pub(super) fn gbk(self, x: f64, y: f64, size: f64, text: &str) -> Self {
        let (bytes, ..) = encoding_rs::GBK.encode(text);
        let codes: String = bytes.iter().fold(String::new(), |codes, byte| codes + &format!("{byte:02X}"));
        self.write("G", x, y, size, &format!("<{codes}>"), "0 Tr")
    }

    /// Latin letters and digits.
    pub(super) fn latin(self, x: f64, y: f64, size: f64, text: &str) -> Self {
        self.write("H", x, y, size, &format!("({text})"), "0 Tr")
    }

    /// Latin letters that are not drawn, as programs put them under a picture which they recognised them from.
    pub(super) fn unseen(self, x: f64, y: f64, size: f64, text: &str) -> Self {
        self.write("H", x, y, size, &format!("({text})"), "3 Tr")
    }

    fn write(mut self, font: &str, x: f64, y: f64, size: f64, shown: &str, mode: &str) -> Self {
        let _ = writeln!(self.operators, "BT {mode} /{font} {size} Tf 1 0 0 1 {x} {y} Tm {shown} Tj ET");
        self
    }

    /// A line.
    pub(super) fn line(mut self, from: (f64, f64), to: (f64, f64)) -> Self {
        let _ = writeln!(self.operators, "0.5 w {} {} m {} {} l S", from.0, from.1, to.0, to.1);
        self
    }

    /// A filled box.
    pub(super) fn filled(mut self, x: f64, y: f64, width: f64, height: f64) -> Self {
        let _ = writeln!(self.operators, "{x} {y} {width} {height} re f");
        self
    }

    /// Lines at all of `across` and `down`, from the first to the last.
    pub(super) fn lattice(mut self, across: &[f64], down: &[f64]) -> Self {
        let ends = |edges: &[f64]| (edges[0], edges[edges.len() - 1]);
        let ((left, right), (top, bottom)) = (ends(across), ends(down));
        for x in across {
            self = self.line((*x, top), (*x, bottom));
        }
        for y in down {
            self = self.line((left, *y), (right, *y));
        }
        self
    }

    /// A picture over all of the page.
    pub(super) fn picture(mut self) -> Self {
        self.operators.push_str("q 595 0 0 842 0 0 cm /I Do Q\n");
        self
    }

    /// All of it.
    pub(super) fn operators(&self) -> &str {
        &self.operators
    }

    /// Anything else.
    pub(super) fn raw(mut self, operators: &str) -> Self {
        self.operators.push_str(operators);
        self.operators.push('\n');
        self
    }
}

/// A file of `pages`, each turned by `turn` degrees.
pub(super) fn turned(pages: &[Content], turn: u16) -> Vec<u8> {
    let resources = "<< /Font << /H 3 0 R /S 4 0 R /G 5 0 R >> /XObject << /I 8 0 R >> >>";
    let kids: String = (0..pages.len()).fold(String::new(), |kids, page| kids + &format!("{} 0 R ", 9 + 2 * page));
    let composite = |encoding: &str, descendant: u8| {
        format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} /DescendantFonts [{descendant} 0 R] >>"
        )
    };
    let descendant = "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] >>";
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        composite("UniGB-UCS2-H", 6),
        composite("GBK-EUC-H", 7),
        descendant.to_owned(),
        descendant.to_owned(),
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream".to_owned(),
    ];
    for (page, content) in pages.iter().enumerate() {
        let stream = 10 + 2 * page;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {turn} /Resources {resources} /Contents {stream} 0 R >>"
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{}\nendstream",
            content.operators.len() + 1,
            content.operators
        ));
    }
    assembled(&objects)
}

/// A file of `pages`.
pub(super) fn pdf(pages: &[Content]) -> Vec<u8> {
    turned(pages, 0)
}

fn assembled(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        let _ = writeln!(file, "{} 0 obj\n{object}\nendobj", number + 1);
    }
    let start = file.len();
    let _ = writeln!(file, "xref\n0 {}\n0000000000 65535 f ", objects.len() + 1);
    for place in places {
        let _ = writeln!(file, "{place:010} 00000 n ");
    }
    let _ = write!(file, "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    file.into_bytes()
}
