//! A workspace for a city that has none.

use nianbao_loader::schema::SchemaOf;
use nianbao_loader::{CONTENT, agency_file};
use nianbao_model::{Agency, AgencyId, Spanned};

use super::{NewTexts, example, head, schemas, site};

/// What the names of places end in.
const PLACES: [&str; 13] = ["市", "县", "区", "旗", "自治州", "盟", "省", "镇", "乡", "街道", "地区", "林区", "兵团"];

/// What the names of governments end in, beside that of the place.
const GOVERNMENTS: [&str; 4] = ["人民政府", "管理委员会", "管委会", "办事处"];

/// More characters has no name of a city.
const LONGEST: usize = 30;

/// A new workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWorkspace {
    /// The government that it is for.
    pub government: String,
    /// Its files; agency.yaml, which makes a workspace of them, last.
    pub files: NewTexts,
}

/// Why there is no workspace for a city of that name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CityError {
    /// It is no name at all.
    #[error("“{0}”不像城市的名称；请写全称，如 温州市、鹿城区")]
    NoName(String),
    /// The ending is missing.
    #[error("“{0}”请写全称，如 {0}市、{0}县、{0}区")]
    Short(String),
}

/// The workspace of the city (county, district) that people wrote as `city`.
///
/// # Errors
///
/// If that is not a full name.
pub fn workspace(city: &str) -> Result<NewWorkspace, CityError> {
    let name: String = city.chars().filter(|c| !c.is_whitespace()).collect();
    let is_letter = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '·');
    if !(2..=LONGEST).contains(&name.chars().count()) || !name.chars().all(is_letter) {
        return Err(CityError::NoName(city.to_owned()));
    }
    let place = name.strip_suffix("人民政府").unwrap_or(&name);
    let is_government = GOVERNMENTS.iter().any(|ending| name.ends_with(ending));
    if !is_government && !PLACES.iter().any(|ending| name.ends_with(ending)) {
        return Err(CityError::Short(name));
    }
    let government = if is_government { name.clone() } else { format!("{name}人民政府") };
    let root = Agency::new(AgencyId::root(), Spanned::unwritten(government.clone()));
    let mut files: NewTexts = vec![
        (".gitignore".to_owned(), include_str!("workspace/gitignore.txt").to_owned()),
        ("请先读我.txt".to_owned(), include_str!("workspace/read_me.txt").replace("{government}", &government)),
    ];
    files.extend(example::texts());
    files.extend(schemas::texts());
    let path = format!("{CONTENT}/site.yaml");
    files.push((path.clone(), head::modeline(SchemaOf::Site, &path) + &site::site(place)));
    let path = agency_file(&root.id);
    let text = head::modeline(SchemaOf::Agency, &path) + &head::agency() + &nianbao_writer::agency(&root);
    files.push((path, text));
    Ok(NewWorkspace { government, files })
}
