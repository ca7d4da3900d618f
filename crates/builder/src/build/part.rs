//! How much of the plan a build makes.

use nianbao_model::Municipality;

use super::{Options, Task};
use crate::plan::{Job, Plan};
use crate::publish::Inventory;
use crate::shard::{INDEX, MANIFEST, Shard, Shares};

/// The files that a build makes itself.
pub(super) enum Part<'a> {
    /// All files.
    Whole,
    /// Those of the reports that one shard was assigned.
    Share(Shard, Shares<'a>),
    /// Those that no shard makes, since they need all reports.
    Rest,
}

impl<'a> Part<'a> {
    pub(super) fn new(task: &Task, municipality: &'a Municipality) -> Self {
        match task {
            Task::Everything => Self::Whole,
            Task::Shard(shard) => Self::Share(*shard, Shares::new(municipality, shard.of())),
            Task::Assembly(_) => Self::Rest,
        }
    }

    /// What stands in the folder at the end.
    pub(super) fn inventory(&self, municipality: &Municipality, plan: &Plan, options: &Options) -> Inventory {
        let whole = Inventory {
            reports: municipality.reports().count(),
            complete: options.complete,
            pdf: options.fonts.is_some(),
            proof: options.proof,
            shard: None,
            files: plan.jobs.iter().map(|job| job.path.clone()).collect(),
        };
        match self {
            Self::Whole | Self::Rest => whole,
            Self::Share(shard, shares) => {
                let files = plan.jobs.iter().filter(|job| self.takes(job)).map(|job| job.path.clone());
                let files = files.chain([MANIFEST, INDEX].map(str::to_owned)).collect();
                Inventory { reports: shares.count(shard.number()), shard: Some(*shard), files, ..whole }
            }
        }
    }

    /// Whether a build makes a file itself.
    pub(super) fn takes(&self, job: &Job) -> bool {
        match (self, job.product.report()) {
            (Self::Whole, _) | (Self::Rest, None) => true,
            (Self::Share(shard, shares), Some((agency, report))) => {
                shares.number(agency, report) == Some(shard.number())
            }
            (Self::Share(..), None) | (Self::Rest, Some(_)) => false,
        }
    }
}
