//! An agency as a row of a list has it.

use crate::new::tidy::tidy;

/// More characters have no names, numbers and addresses.
const LONGEST: usize = 100;

/// An agency as a list has it; texts are blank where it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Where it stands in the list.
    pub place: String,
    /// Its full name.
    pub name: String,
    /// 简称.
    pub short_name: String,
    /// 类别.
    pub category: String,
    /// Its superior, by name or folder; the city's government where it is blank.
    pub superior: String,
    /// 电话.
    pub telephone: String,
    /// What its folder is to be called; made from its name where it is blank.
    pub folder: String,
    /// 地址.
    pub address: String,
    /// 邮编.
    pub postcode: String,
    /// 电子邮箱.
    pub email: String,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// What of it is wrong, by the head of its column.
    pub(super) about: &'static str,
    /// What is wrong, and what to do.
    pub(super) message: String,
}

impl Fault {
    pub(super) fn new(about: &'static str, message: impl Into<String>) -> Self {
        Self { about, message: message.into() }
    }
}

impl Listed {
    /// The same without white space and marks that nobody sees, as lists are read.
    #[must_use]
    pub fn tidied(self) -> Self {
        let Self { place, name, short_name, category, superior, telephone, folder, address, postcode, email } = self;
        let [name, short_name, category, superior, telephone, folder, address, postcode, email] =
            [name, short_name, category, superior, telephone, folder, address, postcode, email].map(|text| tidy(&text));
        Self { place, name, short_name, category, superior, telephone, folder, address, postcode, email }
    }

    /// Whether nothing stands in the row.
    pub(in crate::new) fn is_blank(&self) -> bool {
        let Self { place: _, name, short_name, category: _, superior, telephone, folder, address, postcode, email } =
            self;
        [name, short_name, superior, telephone, folder, address, postcode, email].iter().all(|text| text.is_empty())
    }

    /// What is wrong with it by itself.
    pub(super) fn fault(&self) -> Option<Fault> {
        if self.name.is_empty() {
            return Some(Fault::new("名称", "没有写机关的名称"));
        }
        let texts = [
            ("名称", &self.name),
            ("简称", &self.short_name),
            ("类别", &self.category),
            ("上级", &self.superior),
            ("电话", &self.telephone),
            ("文件夹", &self.folder),
            ("地址", &self.address),
            ("邮编", &self.postcode),
            ("电子邮箱", &self.email),
        ];
        if let Some((what, _)) = texts.iter().find(|(_, text)| text.chars().count() > LONGEST) {
            let message = format!("“{what}”超过 {LONGEST} 个字，请核对是不是填错了格子");
            return Some(Fault::new(what, message));
        }
        let is_name = self.name.chars().any(char::is_alphabetic) && self.name.chars().count() > 1;
        let is_note = self.name.contains(['：', ':', '。', '，', '/', '\\', '<', '>', '|', '*', '?', '"']);
        let message = || format!("“{}”不像机关的名称；请写全称，不是机关的行请删去", self.name);
        (!is_name || is_note).then(|| Fault::new("名称", message()))
    }
}
