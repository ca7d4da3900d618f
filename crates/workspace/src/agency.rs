//! Which agency a name means.

use nianbao_model::nearest::{beginning, most_alike, spelling};
use nianbao_model::{Agency, AgencyId, Municipality};

/// Above this likeness a name is taken for a mistyped one.
const LIKE_ENOUGH: f64 = 0.6;

/// Why a name means no agency.
#[derive(Debug, thiserror::Error)]
pub enum AgencyError {
    /// More than one agency is called so.
    #[error("“{name}”有不止一个机关：{}、{}，请写括号里的文件夹名", .agencies[0], .agencies[1])]
    Ambiguous {
        /// The name, as typed.
        name: String,
        /// The names of the first two of them, with their folders.
        agencies: [String; 2],
    },
    /// No agency is called so, but one almost is.
    #[error("没有叫“{name}”的机关。是不是“{id}”（{nearest}）？")]
    Mistyped {
        /// The name, as typed.
        name: String,
        /// The agency with the most similar name.
        id: AgencyId,
        /// Its full name.
        nearest: String,
    },
    /// No agency is called so.
    #[error("没有叫“{0}”的机关；机关的名称写在各机关文件夹的 agency.yaml 里")]
    Unknown(String),
}

/// The agency called `name`: by folder, full name or short name.
///
/// # Errors
///
/// If no agency or more than one is called so.
pub fn find_agency<'a>(name: &str, municipality: &'a Municipality) -> Result<&'a Agency, AgencyError> {
    let mut found = municipality.agencies().filter(|agency| agency.is_called(name));
    let name = name.to_owned();
    match (found.next(), found.next()) {
        (Some(agency), None) => Ok(agency),
        (Some(one), Some(other)) => {
            let named = |agency: &Agency| format!("{}（{}）", agency.name.value, agency.id);
            Err(AgencyError::Ambiguous { name, agencies: [one, other].map(named) })
        }
        (None, _) => Err(match nearest_agency(&name, municipality) {
            Some(agency) => AgencyError::Mistyped { name, id: agency.id.clone(), nearest: agency.name.value.clone() },
            None => AgencyError::Unknown(name),
        }),
    }
}

/// The agency whose folder or name is most like `name`, if any is like it.
pub fn nearest_agency<'a>(name: &str, municipality: &'a Municipality) -> Option<&'a Agency> {
    most_alike(municipality.agencies(), |agency| likeness(name, agency), LIKE_ENOUGH)
}

fn likeness(name: &str, agency: &Agency) -> f64 {
    let names = agency.names().chain([agency.id.as_str()]).chain(agency.short_name.as_deref());
    let alike = |other| beginning(name, other).max(spelling(name, other));
    names.map(alike).fold(0.0, f64::max)
}
