//! CSV files after RFC 4180, with a byte order mark and CRLF, so that Excel and WPS open them right.

use crate::markup::printable;

/// A CSV file in the making.
#[derive(Debug)]
pub struct Csv(String);

impl Csv {
    /// A file with a line of headings.
    pub fn new<S: AsRef<str>>(headings: impl IntoIterator<Item = S>) -> Self {
        let mut file = Self(String::from("\u{feff}"));
        file.record(headings);
        file
    }

    /// Adds a line with these fields.
    pub fn record<S: AsRef<str>>(&mut self, fields: impl IntoIterator<Item = S>) {
        for (at, field) in fields.into_iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            push(&mut self.0, field.as_ref());
        }
        self.0.push_str("\r\n");
    }

    /// The text of the file.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// A field, in quotes where it needs them. A spreadsheet would run a text that begins like a formula.
fn push(line: &mut String, field: &str) {
    let field = &*printable(field);
    let guard = if is_formula(field) { "'" } else { "" };
    if field.contains(['"', ',', '\r', '\n']) || field.trim() != field {
        let doubled = field.replace('"', "\"\"");
        line.extend(["\"", guard, &doubled, "\""]);
    } else {
        line.extend([guard, field]);
    }
}

fn is_formula(field: &str) -> bool {
    field.starts_with(['=', '+', '-', '@', '\t', '\r']) && field.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::Csv;

    fn line(fields: &[&str]) -> String {
        let mut file = Csv::new(["甲"]);
        file.record(fields);
        let text = file.into_text();
        text.strip_prefix("\u{feff}甲\r\n").expect("a mark and a line of headings").to_owned()
    }

    #[test]
    fn fields_survive_quotes_commas_and_line_ends() {
        assert_eq!(line(&["甲,“乙”\"丙\"", "丁\n戊", "", "1"]), "\"甲,“乙”\"\"丙\"\"\",\"丁\n戊\",,1\r\n");
    }

    #[test]
    fn a_text_is_never_a_formula_and_a_negative_number_stays_one() {
        assert_eq!(line(&["=1+1", "@x", "+甲", "-8", "-8件", "\t=1"]), "'=1+1,'@x,'+甲,-8,'-8件,\"'\t=1\"\r\n");
    }
}
