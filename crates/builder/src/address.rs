//! Where an agency stands on the site. Addresses never change from year to year.

use nianbao_model::AgencyId;

/// The address of the municipality's own government, whose folder path is empty: `/<year>/` belongs to
/// the page of all reports of a year.
const GOVERNMENT: &str = "government";

/// The folder of an agency below the site's root, without slashes at the ends.
pub fn address(agency: &AgencyId) -> &str {
    match agency.as_str() {
        "" => GOVERNMENT,
        path => path,
    }
}
