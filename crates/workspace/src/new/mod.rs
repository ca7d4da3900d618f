//! What is made anew: a workspace, agencies, the reports of a year. Nothing is written here: texts by their paths, and what
//! happened, for whoever asks and tells (`nianbao new`, buttons of the preview).
//!
//! Nothing that stands is altered, and what a run left undone the next one does.

mod agencies;
mod example;
mod head;
mod list;
mod narrative;
mod others;
mod report;
mod schemas;
mod site;
mod tidy;
mod workspace;

#[cfg(test)]
mod tests;

pub use agencies::{Added, Agencies, Listed, Standing, Wrong, agencies};
pub use list::{LONGEST_LIST, Line, List, ListError, listed};
pub use others::others_told;
pub use report::{
    Carried, Fate, Made, NewReport, UNDECIDED, YearError, distant, files, is_untouched, owing, reports, undecided,
};
pub use workspace::{CityError, NewWorkspace, workspace};

/// NewTexts by their paths from the workspace, in the order in which they are to be written: what makes the others count comes
/// last.
pub type NewTexts = Vec<(String, String)>;
