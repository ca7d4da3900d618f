//! `nianbao assemble`: check, then publish what shards made.

use std::path::Path;

use nianbao_builder::Task;

use super::make::make;
use crate::Ending;
use crate::args::AssembleArgs;
use crate::interruption::Interruption;

pub(crate) fn assemble(
    folder: Option<&Path>,
    args: &AssembleArgs,
    interruption: &Interruption,
) -> anyhow::Result<Ending> {
    make(folder, &args.make, &Task::Assembly(args.shards.clone()), interruption)
}
