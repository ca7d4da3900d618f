//! What a report and its agency say beside tables and text, one field each.

use nianbao_loader::edit::{Change, KeyPath, Value, WrittenValue};
use nianbao_loader::keys::agency::{ADDRESS, CATEGORY, CONTACT, EMAIL, POSTCODE, SHORT_NAME, TELEPHONE};
use nianbao_loader::keys::report::{INDEX_NUMBER, PUBLISHED, SOURCE, STATUS, TITLE};
use nianbao_loader::keys::{Key, ValueKind};

use super::cells::single_line;
use super::kind::FormFile;

/// A field, by the keys that lead to it.
pub(super) struct Field {
    /// The file that it stands in.
    pub(super) file: FormFile,
    keys: &'static [&'static Key],
}

/// The states that are chosen here; a record is made by publishing alone.
pub(super) const STATES: [&str; 2] = ["起草", "可公开"];

static FIELDS: [Field; 11] = [
    Field { file: FormFile::Report, keys: &[&STATUS] },
    Field { file: FormFile::Report, keys: &[&TITLE] },
    Field { file: FormFile::Report, keys: &[&PUBLISHED] },
    Field { file: FormFile::Report, keys: &[&INDEX_NUMBER] },
    Field { file: FormFile::Report, keys: &[&SOURCE] },
    Field { file: FormFile::Agency, keys: &[&SHORT_NAME] },
    Field { file: FormFile::Agency, keys: &[&CATEGORY] },
    Field { file: FormFile::Agency, keys: &[&CONTACT, &ADDRESS] },
    Field { file: FormFile::Agency, keys: &[&CONTACT, &POSTCODE] },
    Field { file: FormFile::Agency, keys: &[&CONTACT, &TELEPHONE] },
    Field { file: FormFile::Agency, keys: &[&CONTACT, &EMAIL] },
];

/// All fields, in the order in which they are shown.
pub(super) fn all() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter()
}

/// The field at a key path of a file.
pub(super) fn find(file: FormFile, path: &str) -> Option<&'static Field> {
    all().find(|field| field.file == file && field.path() == path)
}

impl Field {
    /// Its key path.
    pub(super) fn path(&self) -> String {
        self.key_path().to_string()
    }

    fn key_path(&self) -> KeyPath {
        KeyPath::of(self.keys.iter().map(|key| key.key))
    }

    fn key(&self) -> Option<&'static Key> {
        self.keys.last().copied()
    }

    /// What it is called.
    pub(super) fn label(&self) -> &'static str {
        self.key().map_or("", |key| key.key)
    }

    /// What it is for, with an example.
    pub(super) fn hint(&self) -> String {
        let Some(key) = self.key() else { return String::new() };
        let example = key.example.trim_matches('"');
        match self.kind() {
            "text" if !example.is_empty() => format!("{}，如 {example}", key.explanation),
            _ => key.explanation.to_owned(),
        }
    }

    /// Whether it tells how or when the report was published.
    pub(super) fn is_of_publishing(&self) -> bool {
        self.file == FormFile::Report && [STATUS.key, PUBLISHED.key].contains(&self.label())
    }

    /// Whether it is shown only where something is written: hardly any report has a title of its own.
    pub(super) fn is_rare(&self) -> bool {
        self.file == FormFile::Report && self.label() == TITLE.key
    }

    /// `date`, `choice` or `text`.
    pub(super) fn kind(&self) -> &'static str {
        match self.key().map(|key| key.value) {
            Some(ValueKind::Date) => "date",
            Some(ValueKind::Choice(_)) => "choice",
            _ => "text",
        }
    }

    /// The words that it may be, where it is chosen.
    pub(super) fn choices(&self) -> &'static [&'static str] {
        if self.kind() == "choice" { &STATES } else { &[] }
    }

    /// What is written; the word that stands for nothing written, where there is one.
    pub(super) fn value(&self, values: &[WrittenValue]) -> String {
        let path = self.key_path();
        let written = values.iter().find(|value| value.path == path).and_then(|value| value.text.clone());
        let default = self.choices().first().copied().unwrap_or_default();
        written.filter(|text| !text.is_empty()).unwrap_or_else(|| default.to_owned())
    }
}

/// Why a field cannot have a value, if so; a report that `is_record` keeps how and when it was published.
pub(super) fn refusal(field: &Field, value: &str, is_record: bool) -> Option<String> {
    if is_record && field.is_of_publishing() {
        return Some(format!("这份报告已经公开，“{}”不再改动。", field.label()));
    }
    let chosen = field.choices().is_empty() || field.choices().contains(&value.trim());
    (!chosen).then(|| {
        let choices = field.choices().join("”或“");
        format!("“{}”在这里只能是“{choices}”；公布由政务公开办完成。", field.label())
    })
}

/// What is to be changed in a file, which says `values`, so that a field has a value; an empty one is taken out.
pub(super) fn change(values: &[WrittenValue], field: &Field, value: &str) -> Option<Change> {
    let value = single_line(value);
    if field.value(values) == value {
        return None;
    }
    let path = field.key_path();
    Some(if value.is_empty() { Change::remove(path) } else { Change::set(path, Value::text(value)) })
}

#[cfg(test)]
mod tests {
    use nianbao_loader::edit::{edited, written};
    use nianbao_loader::keys::Document;
    use nianbao_model::Form;

    use super::*;

    fn edit(text: &str, document: Document, field: &Field, value: &str) -> String {
        let values = written(text, document).expect("can be read");
        let change = change(&values, field, value);
        edited(text, document, change.as_slice()).expect("can be edited")
    }

    #[test]
    fn fields_are_put_in_changed_and_taken_out() {
        let report = Document::Report(Form::latest());
        let text = "年度: 2024\n发布日期: 2025-01-31 # 期限\n";
        let day = find(FormFile::Report, "发布日期").expect("a field");
        assert_eq!(edit(text, report, day, "2025-01-20"), text.replace("01-31", "01-20"));
        assert_eq!(edit(text, report, day, "2025-01-31"), text);
        let state = find(FormFile::Report, "状态").expect("a field");
        assert_eq!(edit(text, report, state, "起草"), text);
        assert_eq!(edit(text, report, state, "可公开"), format!("{text}状态: 可公开\n"));
        assert!(refusal(state, "已公开", false).is_some() && refusal(state, "可公开", false).is_none());
        let telephone = find(FormFile::Agency, "联系方式.电话").expect("a field");
        let agency = edit("名称: 甲局\n", Document::Agency, telephone, "0577-1\n2");
        assert!(agency.contains("电话: 0577-1 2"), "{agency}");
        assert!(find(FormFile::Agency, "名称").is_none() && find(FormFile::Report, "联系方式.电话").is_none());
    }
}
