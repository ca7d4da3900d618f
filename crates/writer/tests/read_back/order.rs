//! Whether what is written has the declared keys in their declared order.

use std::collections::BTreeMap;

use nianbao_loader::keys::{Document, Shape};
use nianbao_model::Municipality;
use proptest::prelude::*;

/// Holds the outermost keys of all files against the declarations.
pub(crate) fn check(files: &BTreeMap<String, Vec<u8>>, municipality: &Municipality) -> Result<(), TestCaseError> {
    for (path, bytes) in files {
        let document = match path.rsplit('/').next() {
            Some("site.yaml") => Document::Site,
            Some("agency.yaml") => Document::Agency,
            Some("report.yaml") => match municipality.reports().next() {
                Some((_, report)) => Document::Report(report.form),
                None => continue,
            },
            _ => continue,
        };
        let declared: Vec<&str> = Shape::Document(document).keys().iter().map(|key| key.key).collect();
        let text = String::from_utf8_lossy(bytes);
        let written =
            text.lines().filter(|line| !line.starts_with([' ', '#', '-'])).filter_map(|line| line.split_once(':'));
        let mut last = None;
        for (key, _) in written {
            let place = declared.iter().position(|known| *known == key);
            prop_assert!(place.is_some(), "{path} has {key}, which is not declared");
            prop_assert!(place > last, "{path} has {key} before its official place");
            last = place;
        }
    }
    Ok(())
}
