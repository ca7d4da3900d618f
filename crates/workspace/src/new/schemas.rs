//! The schemas of the YAML files, for editors that check and complete by them; `nianbao schema` makes the same.

use nianbao_loader::schema::{SchemaOf, schema};
use nianbao_model::Forms;

use super::NewTexts;

/// Where they lie.
pub(super) const FOLDER: &str = "格式";

/// All of them.
pub(super) fn texts() -> NewTexts {
    let forms = Forms::default();
    SchemaOf::ALL.map(|which| (format!("{FOLDER}/{}", which.schema_file()), schema(which, &forms))).to_vec()
}
