//! New agencies, from a list or one by one: which of them are there already, where the others go, and what their folders are
//! called.

mod differences;
mod folder;
mod government;
mod identity;
mod place;
mod row;
mod told;

use std::collections::BTreeMap;

use nianbao_loader::schema::SchemaOf;
use nianbao_loader::{Files, agency_file};
use nianbao_model::{Agency, AgencyId, Contact, Municipality, Spanned};

use super::{NewTexts, head};

pub use differences::Standing;
pub use row::Listed;

use folder::Folders;
use identity::{Known, Superior};
use row::Fault;

/// How far apart agencies stand in the order of a list, so that others fit between.
const STEP: u32 = 10;

/// The last place that there is in the order.
const LAST: u32 = 999_999;

/// What a list comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agencies {
    /// Those that are new, superiors before their subordinates.
    pub added: Vec<Added>,
    /// Those that are there already, in the order of the list.
    pub there: Vec<Standing>,
    /// The files of the new ones.
    pub files: NewTexts,
}

/// A new agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Its folder.
    pub id: AgencyId,
    /// Its full name.
    pub name: String,
    /// The name of its superior; nothing below the government.
    pub superior: Option<String>,
    /// Which row it is, from 0.
    pub row: usize,
}

/// A row that nothing can be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Where it stands in the list.
    pub place: String,
    /// What of the row is wrong, by the head of its column: `名称`, `上级`.
    pub about: &'static str,
    /// What is wrong with it, and what to do.
    pub message: String,
}

/// The agencies of `rows` that `municipality`, which `files` hold, does not have yet.
///
/// # Errors
///
/// All rows that nothing can be made of; then nothing is to be written at all.
pub fn agencies(files: &dyn Files, municipality: &Municipality, rows: &[Listed]) -> Result<Agencies, Vec<Wrong>> {
    let known = Known::of(municipality, rows);
    let mut wrong: Vec<(usize, Fault)> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((at, known.fault(at, row)?))).collect();
    let superiors: Vec<Superior> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            known.superior(at, row).unwrap_or_else(|message| {
                wrong.push((at, Fault::new("上级", message)));
                Superior::There(AgencyId::root())
            })
        })
        .collect();
    if let Some(found) = told(rows, wrong) {
        return Err(found);
    }
    let placed = place::placed(&known, &superiors).map_err(|circle| {
        let fault = || Fault::new("上级", "上级连成了一圈，没有一个在最上面；请核对“上级”一栏");
        told(rows, circle.into_iter().map(|at| (at, fault())).collect()).unwrap_or_default()
    })?;
    let mut planned = Plan { files, municipality, folders: Folders::new(files, municipality), made: Vec::new() };
    let mut wrong = Vec::new();
    for (at, superior) in placed {
        let Some(row) = rows.get(at) else { continue };
        if let Err(fault) = planned.add(at, row, superior) {
            wrong.push((at, fault));
        }
    }
    match told(rows, wrong) {
        Some(wrong) => Err(wrong),
        None => Ok(planned.finish(known.there(rows))),
    }
}

/// What is wrong in the order of the list, each row once; nothing where nothing is.
fn told(rows: &[Listed], mut wrong: Vec<(usize, Fault)>) -> Option<Vec<Wrong>> {
    wrong.sort_by_key(|(at, _)| *at);
    wrong.dedup_by_key(|(at, _)| *at);
    let place = |at: usize| rows.get(at).map(|row| row.place.clone()).unwrap_or_default();
    let wrong: Vec<Wrong> =
        wrong.into_iter().map(|(at, Fault { about, message })| Wrong { place: place(at), about, message }).collect();
    (!wrong.is_empty()).then_some(wrong)
}

/// The agencies that are to be made.
struct Plan<'a> {
    files: &'a dyn Files,
    municipality: &'a Municipality,
    folders: Folders<'a>,
    /// By the row, with the agency.
    made: Vec<(usize, Agency)>,
}

impl Plan<'_> {
    /// Adds the agency of a row below `superior`.
    fn add(&mut self, at: usize, row: &Listed, superior: place::NewPlace) -> Result<(), Fault> {
        let above = match superior {
            place::NewPlace::Below(id) => self.municipality.agency(&id),
            // What is wrong with a superior is told there.
            place::NewPlace::BelowRow(above) => {
                self.made.iter().find(|(made, _)| *made == above).map(|(_, agency)| agency)
            }
        };
        let Some(above) = above else { return Ok(()) };
        let id = self.folders.take(above, row)?;
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let agency = Agency {
            short_name: text(&row.short_name),
            category: text(&row.category),
            contact: Contact {
                address: text(&row.address),
                postcode: text(&row.postcode),
                telephone: text(&row.telephone),
                email: text(&row.email),
            },
            ..Agency::new(id, Spanned::unwritten(row.name.clone()))
        };
        self.made.push((at, agency));
        Ok(())
    }

    /// The name of whom an agency stands below; nothing below the government.
    fn superior(&self, id: &AgencyId) -> Option<String> {
        let above = Some(folder::above(id)).filter(|above| *above != AgencyId::root())?;
        let new = self.made.iter().map(|(_, agency)| agency).find(|agency| agency.id == above);
        self.municipality.agency(&above).or(new).map(|agency| agency.name.value.clone())
    }

    /// Gives those of the same superior their places in the order of the list, behind those that are there.
    fn finish(mut self, there: Vec<Standing>) -> Agencies {
        let ordered = self.made.len() > 1;
        self.made.sort_by_key(|(at, agency)| (agency.id.as_str().matches('/').count(), *at));
        let mut last: BTreeMap<AgencyId, Option<u32>> = BTreeMap::new();
        for (_, agency) in &mut self.made {
            let above = folder::above(&agency.id);
            let before = last.entry(above.clone()).or_insert_with(|| {
                let siblings = self.municipality.agency(&above).into_iter().flat_map(|above| &above.children);
                siblings.filter_map(|sibling| sibling.order).max()
            });
            if ordered || before.is_some() {
                let next = before.unwrap_or_default().saturating_add(STEP).min(LAST);
                (*before, agency.order) = (Some(next), Some(next));
            }
        }
        let added = self.made.iter().map(|(row, agency)| Added {
            id: agency.id.clone(),
            name: agency.name.value.clone(),
            superior: self.superior(&agency.id),
            row: *row,
        });
        let file = |agency: &Agency| {
            let path = agency_file(&agency.id);
            let modeline = head::modeline_of(self.files, SchemaOf::Agency, &path);
            (path, modeline + &head::agency() + &nianbao_writer::agency(agency))
        };
        let files = self.made.iter().map(|(_, agency)| file(agency));
        Agencies { added: added.collect(), files: files.collect(), there }
    }
}
