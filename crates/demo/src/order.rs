//! What is asked for, and why it may be impossible.

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// Agencies, the municipality's government included.
    pub agencies: usize,
    /// Reports of each.
    pub years: u16,
    /// The last of these years, whose reports are still drafts.
    pub last_year: i16,
    /// What chance begins with: the same seed gives the same bytes.
    pub seed: u64,
    /// Faults to be planted, each in the reports of another agency.
    pub faults: usize,
}

/// An order that cannot be met.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum OrderError {
    /// There are not so many names.
    #[error("机关数应在 1 到 {most} 之间，这里是 {asked}")]
    Agencies {
        /// How many were asked for.
        asked: usize,
        /// How many there can be.
        most: usize,
    },
    /// The form is known from 2021 on only.
    #[error("报告的年度应在 2021 到 2099 之间，这里是 {first} 到 {last}")]
    Years {
        /// The first year.
        first: i32,
        /// The last year.
        last: i16,
    },
    /// Each fault needs an agency to itself.
    #[error("只能放 {most} 处错误，这里要放 {asked} 处；机关多一些，就能多放一些")]
    Faults {
        /// How many were asked for.
        asked: usize,
        /// How many there is room for.
        most: usize,
    },
}

impl Order {
    /// Refuses what cannot be made; `most` is how many agencies there can be.
    pub(crate) fn check(&self, most: usize) -> Result<(), OrderError> {
        if !(1..=most).contains(&self.agencies) {
            return Err(OrderError::Agencies { asked: self.agencies, most });
        }
        let first = i32::from(self.last_year) + 1 - i32::from(self.years);
        if self.years == 0 || first < 2021 || self.last_year > 2099 {
            return Err(OrderError::Years { first, last: self.last_year });
        }
        Ok(())
    }
}
