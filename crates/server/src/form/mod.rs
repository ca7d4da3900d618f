//! The form: a report filled in in the browser. What its page asks for is answered from the disk, what it sends is judged in
//! memory, and written only where the files still are what the page was shown.
//!
//! One thread answers, since it keeps a checker that knows what it read before. Nothing is written but by
//! [`nianbao_loader::edit`].

mod acceptances;
mod apply;
mod cells;
mod change;
mod conflicts;
mod correction;
mod desk;
mod fields;
mod guard;
mod kind;
mod list;
mod named;
mod new;
mod pictures;
mod prose;
mod refused;
mod renaming;
mod report_files;
mod service;
mod spare_pictures;
mod state;
mod subject;
mod summing;
mod target;
mod token;
mod written_values;

pub(crate) use guard::{Sent, longest, refusal, too_long};
pub(crate) use service::FormService;
pub(crate) use target::FOLDER;
