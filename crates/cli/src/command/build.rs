//! `nianbao build`: check, then publish, or make one shard of it.

use std::path::Path;

use nianbao_builder::Task;

use super::publish::publish;
use crate::Ending;
use crate::args::BuildArgs;

pub(crate) fn build(folder: Option<&Path>, args: &BuildArgs) -> anyhow::Result<Ending> {
    publish(folder, &args.publish, &args.shard.map_or(Task::Everything, Task::Shard))
}
