//! The administrative tree: the city, its departments, its counties with theirs, streets and towns.

mod agency;
mod bureaus;
mod places;

pub(crate) use agency::{Agency, Kind};
use agency::{branch, city, department, government, small, town};
use bureaus::{AFFILIATED, BRANCHES, DEPARTMENTS};
use places::{CITY, Place};

/// Agencies of a county, more or less.
const COUNTY_SIZE: usize = 41;
/// Of ten agencies of a county so many are departments.
const DEPARTMENTS_IN_TEN: usize = 6;
/// The departments that a district has as branches of the city's.
const AS_BRANCHES: [&str; 3] = ["gaj", "zrzyj", "sthjj"];

/// So many agencies, each behind the one above it, in the official order.
pub(crate) fn agencies(count: usize) -> Vec<Agency> {
    let mut tree = Tree { agencies: vec![city()] };
    let own = [("市政府工作部门", &DEPARTMENTS[..]), ("市政府直属机构", &AFFILIATED), ("市政府派出机构", &BRANCHES)];
    let departments = own.into_iter().flat_map(|(category, bureaus)| bureaus.iter().map(move |one| (category, one)));
    // A small city has counties, too.
    for (category, bureau) in departments.take(count / 2) {
        tree.add(0, department(bureau, category, CITY, "市", bureau.scale));
    }
    let rest = count - tree.agencies.len();
    let counties = rest.div_ceil(COUNTY_SIZE);
    let mut places = places::counties().into_iter();
    let mut towns = places::towns().into_iter().cycle();
    for number in 0..counties {
        // What cannot be divided goes to the first ones.
        let size = rest / counties + usize::from(number < rest % counties);
        if let Some(place) = places.next() {
            tree.add_county(&place, number % 3 != 2, size, &mut towns);
        }
    }
    tree.agencies
}

/// How many agencies there can be.
pub(crate) fn most() -> usize {
    1 + DEPARTMENTS.len() + AFFILIATED.len() + BRANCHES.len() + places::counties().len() * COUNTY_SIZE
}

struct Tree {
    agencies: Vec<Agency>,
}

impl Tree {
    /// Puts an agency below another.
    fn add(&mut self, above: usize, agency: Agency) -> usize {
        let parent = &self.agencies[above].path;
        let path = if parent.is_empty() { agency.folder.clone() } else { format!("{parent}/{}", agency.folder) };
        let order = 1 + self.agencies.iter().filter(|other| other.above == Some(above)).count();
        self.agencies.push(Agency { path, order, above: Some(above), ..agency });
        self.agencies.len() - 1
    }

    fn add_county(&mut self, place: &Place, district: bool, size: usize, towns: &mut impl Iterator<Item = Place>) {
        let county = format!("{}{}", place.name, if district { "区" } else { "县" });
        let above = self.add(0, government(place, &county, district));
        let category = if district { "区政府工作部门" } else { "县政府工作部门" };
        let bureaus = DEPARTMENTS.iter().chain(&AFFILIATED).filter(|bureau| bureau.in_counties);
        let departments = size.saturating_sub(1) * DEPARTMENTS_IN_TEN / 10;
        for bureau in bureaus.take(departments) {
            let name = format!("{CITY}{county}");
            let agency = department(bureau, category, &name, &county, small(bureau.scale));
            let as_branch = district && AS_BRANCHES.contains(&bureau.folder);
            self.add(above, if as_branch { branch(agency, bureau, &place.name) } else { agency });
        }
        let added = self.agencies.len() - above;
        for (number, place) in (added..size).zip(towns) {
            self.add(above, town(&place, &county, district, number));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_as_many_agencies_as_asked_for_each_in_its_own_folder() {
        for count in [1, 2, 39, 40, 60, 334, 1000, most()] {
            let agencies = agencies(count);
            let paths: BTreeSet<&str> = agencies.iter().map(|agency| agency.path.as_str()).collect();
            assert_eq!((agencies.len(), paths.len()), (count, count));
        }
    }
}
