//! `nianbao build`: check, then publish, or make one shard of it.

use std::path::Path;

use nianbao_builder::Task;

use super::publish::publish;
use crate::Ending;
use crate::args::BuildArgs;
use crate::interruption::Interruption;

pub(crate) fn build(folder: Option<&Path>, args: &BuildArgs, interruption: &Interruption) -> anyhow::Result<Ending> {
    publish(folder, &args.publish, &args.shard.map_or(Task::Everything, Task::Shard), interruption)
}
