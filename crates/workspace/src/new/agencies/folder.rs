//! What the folders of new agencies are called.

use std::collections::BTreeSet;

use nianbao_loader::{EntryKind, Files, agency_folder, is_folder_name, is_portable};
use nianbao_model::initials::initials;
use nianbao_model::{Agency, AgencyId, Municipality};

use super::Listed;
use super::row::Fault;

/// No folder's name is longer: it stands in addresses.
const LONGEST: usize = 40;

/// No made-up name is longer.
const MADE: usize = 16;

/// No agency stands deeper: paths get too long for some systems.
const DEEPEST: usize = 6;

/// Addresses of the site that are no agency's.
const OF_THE_SITE: [&str; 6] = ["assets", "data", "government", "pagefind", "search", "agencies"];

/// Which folders there are.
pub(super) struct Folders<'a> {
    files: &'a dyn Files,
    municipality: &'a Municipality,
    taken: BTreeSet<AgencyId>,
}

/// The folder that an agency stands below.
pub(super) fn above(id: &AgencyId) -> AgencyId {
    let above = id.as_str().rsplit_once('/').map_or("", |(above, _)| above);
    above.split('/').filter(|step| !step.is_empty()).fold(AgencyId::root(), |id, step| id.child(step))
}

/// The agency's own folder.
pub(super) fn own(id: &AgencyId) -> &str {
    id.as_str().rsplit('/').next().unwrap_or_default()
}

impl<'a> Folders<'a> {
    pub(super) fn new(files: &'a dyn Files, municipality: &'a Municipality) -> Self {
        Self { files, municipality, taken: BTreeSet::new() }
    }

    /// A folder below `above` for the agency of a row.
    pub(super) fn take(&mut self, above: &Agency, row: &Listed) -> Result<AgencyId, Fault> {
        let id = if row.folder.is_empty() { self.made(above, row) } else { self.given(&above.id, row) };
        let id = id.map_err(|message| Fault::new("文件夹", message))?;
        if id.as_str().matches('/').count() >= DEEPEST {
            return Err(Fault::new("上级", format!("上级有 {DEEPEST} 层以上；请核对“上级”一栏")));
        }
        self.taken.insert(id.clone());
        Ok(id)
    }

    /// The folder that the row names.
    fn given(&self, above: &AgencyId, row: &Listed) -> Result<AgencyId, String> {
        let folder = row.folder.as_str();
        if !is_folder_name(folder) || folder.len() > LONGEST {
            return Err(format!("文件夹“{folder}”不能用；只能有小写英文字母、数字和短横线，最多 {LONGEST} 个，如 tcj"));
        }
        if is_reserved(folder) {
            return Err(format!("文件夹“{folder}”另有用处，不能做机关的文件夹；请换一个，如 {folder}j"));
        }
        let id = above.child(folder);
        if self.taken.contains(&id) {
            return Err(format!("文件夹“{id}”前面的机关已经用了；请换一个"));
        }
        if self.is_free(&id) {
            return Ok(id);
        }
        let other = self.municipality.agency(&id).map(|agency| format!("（{}）", agency.name.value));
        Err(format!("文件夹“{id}”已经有了{}；请换一个", other.unwrap_or_default()))
    }

    /// A folder from the initials of the row's names, counted on where it is taken.
    fn made(&self, above: &Agency, row: &Listed) -> Result<AgencyId, String> {
        let base = initials(stem(row, &self.municipality.root.name.value, &above.name.value));
        let base: String = base.chars().take(MADE).collect();
        if base.is_empty() {
            return Err(format!("“{}”编不出文件夹名；请在“文件夹”一栏写一个，如 tcj", row.name));
        }
        let names = std::iter::once(base.clone()).chain((2..=LAST_NUMBER).map(|number| format!("{base}{number}")));
        let mut ids = names.filter(|name| !is_reserved(name)).map(|name| above.id.child(&name));
        ids.find(|id| !self.taken.contains(id) && self.is_free(id))
            .ok_or_else(|| format!("“{base}”开头的文件夹太多；请在“文件夹”一栏写一个"))
    }

    /// Whether nothing stands in a folder but what a run left that was cut off: folders for those below.
    fn is_free(&self, id: &AgencyId) -> bool {
        match self.files.list(&agency_folder(id)) {
            Ok(entries) => entries.iter().all(|entry| {
                entry.name.starts_with('.') || entry.name == "agencies" && entry.kind == EntryKind::Folder
            }),
            Err(error) => error.kind() == std::io::ErrorKind::NotFound,
        }
    }
}

/// More agencies with the same initials has nobody.
const LAST_NUMBER: usize = 10_000;

/// What of a row's names makes the folder's: the short name, without the names of the city and of the superior's place, which
/// all others beside it begin with, too.
fn stem<'r>(row: &'r Listed, city: &str, superior: &str) -> &'r str {
    let name = if row.short_name.is_empty() { &row.name } else { &row.short_name };
    let (city, superior) = (place(city), place(superior));
    let stem = without(without(name, city), without(superior, city));
    if let Some(rest) = stem.strip_suffix("人民政府").filter(|rest| rest.chars().count() > 1) {
        return rest;
    }
    stem.strip_prefix(['市', '县', '区']).filter(|rest| rest.chars().count() > 2).unwrap_or(stem)
}

/// The place that a government governs.
fn place(government: &str) -> &str {
    government.strip_suffix("人民政府").unwrap_or(government)
}

/// A name without the place that it begins with, if anything is left.
fn without<'n>(name: &'n str, place: &str) -> &'n str {
    let rest = name.strip_prefix(place).filter(|rest| !place.is_empty() && rest.chars().count() > 1);
    rest.unwrap_or(name)
}

/// Whether an agency cannot be called so, or had better not.
fn is_reserved(name: &str) -> bool {
    let is_number = name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let is_edged = name.starts_with('-') || name.ends_with('-');
    OF_THE_SITE.contains(&name) || !is_portable(name) || is_number || is_edged
}
