//! What is told of reports that were asked for.

use super::{Carried, Fate, Made, NewReport};

impl Made {
    /// What the report on `year` has of last year's and of others, a phrase each.
    pub fn told(&self, year: i16) -> Vec<String> {
        let last = year.saturating_sub(1);
        let of_sum = self.summed.then(|| {
            let own = if self.has_own { "，本级的数待填写" } else { "" };
            format!("三张表由下级的报告加起来{own}")
        });
        let of_last_year = match &self.carried {
            Carried::Over { merged, draft } => {
                let merged =
                    if merged.is_empty() { String::new() } else { format!("和并入的{}", merged.join("、")) };
                let draft = if *draft { "（那份还在起草，以后有改动请一起改）" } else { "" };
                Some(format!("上年结转已照 {last} 年的报告{merged}填好{draft}"))
            }
            Carried::Nothing if self.summed => None,
            Carried::Nothing => Some(format!("没有 {last} 年的报告，上年结转写的是“待核对”")),
            Carried::Unreadable => {
                Some(format!("{last} 年的报告还没有填写完，或者有读不出的内容，上年结转写的是“待核对”"))
            }
        };
        of_sum.into_iter().chain(of_last_year).collect()
    }
}

impl Fate {
    /// Why there is nothing to make on `year`; nothing where there is.
    pub fn reason(&self, year: i16) -> Option<String> {
        match self {
            Self::Made(_) => None,
            Self::There => Some(format!("已经有 {year} 年的报告，没有改动")),
            Self::NotOwed => Some(format!("按 agency.yaml 里写的，不编 {year} 年的报告，没有建")),
        }
    }
}

/// The files of all reports that are made, in the order in which they are to be written.
pub fn files(reports: &[NewReport]) -> crate::new::NewTexts {
    let made = reports.iter().filter_map(|report| match &report.fate {
        Fate::Made(made) => Some(&made.files),
        Fate::There | Fate::NotOwed => None,
    });
    made.flatten().cloned().collect()
}
