//! What a page asks to be made.

use nianbao_workspace::new::Listed;
use serde::{Deserialize, Serialize};

/// A list of agencies as a file.
#[derive(Debug, Deserialize)]
pub(super) struct ListFile {
    /// What the file is called.
    pub(super) name: String,
    /// Its bytes in base64.
    pub(super) content: String,
}

/// Agencies that are to be made.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct AgenciesAsked {
    /// A row for each.
    pub(super) rows: Vec<AgencyRow>,
    /// The heads of a list's columns that nothing is made of.
    #[serde(default)]
    pub(super) unused: Vec<String>,
    /// The rows of a list that are no agencies, with what they are.
    #[serde(default)]
    pub(super) others: Vec<String>,
    /// The plan that was shown, which is carried out; without one it is only told.
    #[serde(default)]
    pub(super) plan: Option<String>,
}

/// Reports that are to be made.
#[derive(Debug, Deserialize)]
pub(super) struct ReportsAsked {
    /// The addresses of the agencies; nothing for all that make a report.
    #[serde(default)]
    pub(super) agencies: Option<Vec<String>>,
    /// The reporting year.
    pub(super) year: i64,
    /// The plan that was shown, which is carried out; without one it is only told.
    #[serde(default)]
    pub(super) plan: Option<String>,
}

/// An agency as people type it, by the heads of a list's columns.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct AgencyRow {
    #[serde(rename = "行")]
    place: String,
    #[serde(rename = "名称")]
    name: String,
    #[serde(rename = "简称")]
    short_name: String,
    #[serde(rename = "类别")]
    category: String,
    #[serde(rename = "上级")]
    superior: String,
    #[serde(rename = "电话")]
    telephone: String,
    #[serde(rename = "文件夹")]
    folder: String,
    #[serde(rename = "地址")]
    address: String,
    #[serde(rename = "邮编")]
    postcode: String,
    #[serde(rename = "电子邮箱")]
    email: String,
}

impl From<Listed> for AgencyRow {
    fn from(row: Listed) -> Self {
        let Listed { place, name, short_name, category, superior, telephone, folder, address, postcode, email } = row;
        Self { place, name, short_name, category, superior, telephone, folder, address, postcode, email }
    }
}

impl From<AgencyRow> for Listed {
    fn from(row: AgencyRow) -> Self {
        let AgencyRow { place, name, short_name, category, superior, telephone, folder, address, postcode, email } =
            row;
        Self { place, name, short_name, category, superior, telephone, folder, address, postcode, email }.tidied()
    }
}
