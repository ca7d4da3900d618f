//! The workbook that an agency fills in (填报表): the tables with locked labels and checks that reckon at once, and a
//! sheet for the narrative. What import must know of it stands in `nianbao_model::entry_form`.

mod guidance;
mod guide_sheet;
mod input;
mod left_out;
mod narrative_sheet;
mod table_sheet;

use jiff::civil::Date;
use nianbao_model::carry_over::carried_over;
use nianbao_model::{Agency, Municipality, Report, TableId};

use super::super::DataError;
use super::{begin, saved};
use crate::dates;
use crate::file_name::file_name;

/// A form for one agency and year, to be filled in.
#[derive(Debug)]
pub struct EntryForm<'a> {
    agency: &'a Agency,
    /// What stands in it already.
    prepared: Report,
    /// Whether more stands in it than what was carried over.
    is_begun: bool,
    previous: Option<&'a Report>,
    /// Whom it is sent back to.
    receiver: &'a str,
    telephone: Option<&'a str>,
}

impl<'a> EntryForm<'a> {
    /// The form for the report of `agency` on `year`. It holds what stands in `report`, if there is one; a new one has what
    /// `previous`, the report of the year before, carried over.
    pub fn new(
        municipality: &'a Municipality,
        agency: &'a Agency,
        year: i16,
        report: Option<&Report>,
        previous: Option<&'a Report>,
    ) -> Self {
        let form = municipality.forms.of_year(year).unwrap_or(municipality.forms.latest());
        Self {
            agency,
            prepared: report.cloned().unwrap_or_else(|| carried_over(form, year, previous.as_slice())),
            is_begun: report.is_some(),
            previous,
            receiver: &municipality.sponsor().value,
            telephone: municipality.site.telephone.as_deref(),
        }
    }

    /// Its file name: whose it is and for which year.
    pub fn file_name(&self) -> String {
        let name = &self.agency.name_on(&self.prepared).value;
        format!("{}填报表.xlsx", file_name(&format!("{name}{}年政府信息公开工作年度报告", self.prepared.year)))
    }

    /// The title of the report that it is for.
    fn title(&self) -> String {
        self.agency.title(&self.prepared)
    }

    /// What of the text that is there has no place in it, as people call it.
    pub fn left_out(&self) -> Vec<&'static str> {
        left_out::left_out(&self.prepared)
    }

    /// The workbook. `epoch` dates it where the report says no date.
    ///
    /// # Errors
    ///
    /// A report with a text that no cell holds.
    pub fn render(&self, epoch: Option<Date>) -> Result<Vec<u8>, DataError> {
        let (title, name) = (self.title(), &self.agency.name_on(&self.prepared).value);
        let mut workbook = begin(&format!("{title}填报表"), name, dates::of_file(&self.prepared, epoch))?;
        guide_sheet::add(workbook.add_worksheet(), self)?;
        // The introduction stands in front of all tables.
        narrative_sheet::add(workbook.add_worksheet(), self)?;
        for id in TableId::ALL {
            table_sheet::add(workbook.add_worksheet(), self, id)?;
        }
        guide_sheet::define_names(&mut workbook)?;
        Ok(saved::bytes(workbook)?)
    }
}
