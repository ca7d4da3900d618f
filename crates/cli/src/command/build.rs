//! `nianbao build`: check, then make what is published, or one shard of it.

use std::path::Path;

use nianbao_builder::Task;

use super::make::make;
use crate::Ending;
use crate::args::BuildArgs;
use crate::interruption::Interruption;

pub(crate) fn build(folder: Option<&Path>, args: &BuildArgs, interruption: &Interruption) -> anyhow::Result<Ending> {
    make(folder, &args.make, &args.shard.map_or(Task::Everything, Task::Shard), interruption)
}
