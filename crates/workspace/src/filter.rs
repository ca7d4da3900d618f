//! The part of a workspace that somebody asks for, as typed.

use std::collections::BTreeSet;

use nianbao_model::{Diagnostic, Municipality, Selection};

use crate::{AgencyError, find_agency};

/// Years and names of agencies; what is empty restricts nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Reporting years.
    pub years: Vec<i16>,
    /// Agencies by folder, full name or short name, each with all below it.
    pub agencies: Vec<String>,
}

/// Why there is no such part.
#[derive(Debug, thiserror::Error)]
pub enum FilterError {
    /// No agency has a report of this year.
    #[error("没有 {0} 年的报告")]
    NoSuchYear(i16),
    /// A name means no agency.
    #[error(transparent)]
    Agency(#[from] AgencyError),
}

impl Filter {
    /// Whether it leaves everything.
    pub fn is_empty(&self) -> bool {
        self.years.is_empty() && self.agencies.is_empty()
    }

    /// What it means for these reports, or where none could be read at all, for what is known of them.
    ///
    /// # Errors
    ///
    /// If there is no report of a year or no agency of a name. `findings` tell of reports that could not be read.
    pub fn resolve(
        &self,
        municipality: Option<&Municipality>,
        findings: &[Diagnostic],
    ) -> Result<Selection, FilterError> {
        let years: BTreeSet<i16> = self.years.iter().copied().collect();
        let Some(municipality) = municipality else {
            return Ok(Selection { years, agencies: BTreeSet::new() });
        };
        for year in &years {
            let known = municipality.reports().any(|(_, report)| report.year == *year)
                || findings.iter().any(|finding| finding.year == Some(*year));
            if !known {
                return Err(FilterError::NoSuchYear(*year));
            }
        }
        let agencies = self.agencies.iter().map(|name| Ok(find_agency(name, municipality)?.id.clone()));
        Ok(Selection { years, agencies: agencies.collect::<Result<_, AgencyError>>()? })
    }
}
