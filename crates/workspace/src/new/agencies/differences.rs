//! An agency of a list that is there already, and what the list says otherwise.

use nianbao_model::{Agency, AgencyId, Municipality};

use super::{Listed, folder, government};

/// An agency that is there already, which stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its folder.
    pub id: AgencyId,
    /// Its full name.
    pub name: String,
    /// Which row it is, from 0.
    pub row: usize,
    /// What the list says otherwise, by the keys of agency.yaml, `上级` and `文件夹`.
    pub differs: Vec<&'static str>,
}

impl Standing {
    pub(super) fn new(agency: &Agency, (at, row): (usize, &Listed), municipality: &Municipality) -> Self {
        let above = folder::above(&agency.id);
        let superior = municipality.agency(&above);
        let is_government = above == AgencyId::root() && government::is_meant(&municipality.root, &row.superior);
        let is_called = superior.is_none_or(|above| above.is_called(&row.superior));
        let is_superior = government::is_unsaid(&row.superior) || is_government || is_called;
        let is_folder =
            row.folder.is_empty() || folder::own(&agency.id) == row.folder || agency.id.as_str() == row.folder;
        let contact = &agency.contact;
        let told = [
            ("名称", agency.name.value == row.name),
            ("简称", same(&row.short_name, agency.short_name.as_ref())),
            ("类别", same(&row.category, agency.category.as_ref())),
            ("上级", is_superior),
            ("电话", same(&row.telephone, contact.telephone.as_ref())),
            ("文件夹", is_folder),
            ("地址", same(&row.address, contact.address.as_ref())),
            ("邮编", same(&row.postcode, contact.postcode.as_ref())),
            ("电子邮箱", same(&row.email, contact.email.as_ref())),
        ];
        let differs = told.into_iter().filter(|(_, same)| !same).map(|(key, _)| key).collect();
        Self { id: agency.id.clone(), name: agency.name.value.clone(), row: at, differs }
    }
}

/// A list that says nothing contradicts nothing.
fn same(listed: &str, own: Option<&String>) -> bool {
    listed.is_empty() || own.is_some_and(|own| own == listed)
}
