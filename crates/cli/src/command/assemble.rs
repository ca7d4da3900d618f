//! `nianbao assemble`: check, then publish what shards made.

use std::path::Path;

use nianbao_builder::Task;

use super::publish::publish;
use crate::Ending;
use crate::args::AssembleArgs;
use crate::interruption::Interruption;

pub(crate) fn assemble(
    folder: Option<&Path>,
    args: &AssembleArgs,
    interruption: &Interruption,
) -> anyhow::Result<Ending> {
    publish(folder, &args.publish, &Task::Assembly(args.shards.clone()), interruption)
}
