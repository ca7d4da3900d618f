//! Making the index that readers search: in parts, side by side, which are put together at the end.

use std::sync::atomic::{AtomicBool, Ordering};

use nianbao_cache::{Key, KeyMaker};
use rayon::prelude::*;

use super::index_parts::{index_parts, order};
use super::{Build, BuildError};
use crate::kept::Keeper;
use crate::plan::{Plan, Product};
use crate::search::{Engine, IndexFile, IndexPart, whole};

impl Build<'_> {
    /// Fills the folder of the search index in the stage, unless the rest of the build `failed`. `gathered` are the parts that
    /// shards made.
    pub(super) fn make_index(&self, gathered: Vec<IndexPart>, failed: &AtomicBool) -> Result<(), BuildError> {
        let Some(folder) = self.plan.jobs.iter().find(|job| matches!(job.product, Product::SearchIndex)) else {
            return Ok(());
        };
        let key = self.index_key(&gathered);
        self.timed_or_kept("检索索引", "", || {
            if key.as_ref().is_some_and(|key| self.stage.take_over(&folder.path, key)) {
                return Ok(true);
            }
            let engine = Engine::new(rayon::current_num_threads())?;
            let mut parts = self.parts_of_index(&engine, || {
                if failed.load(Ordering::Relaxed) { Err(BuildError::Interrupted) } else { self.check_cancelled() }
            })?;
            parts.extend(gathered);
            whole(&engine, parts, &order(self.plan))?.par_iter().try_for_each(|(path, bytes)| {
                self.put_index_file(&format!("{}{path}", folder.path), bytes, key.as_ref())
            })?;
            Ok::<bool, BuildError>(false)
        })?;
        Ok(())
    }

    /// Writes a file of the index that `whole` stands for, unless it is published just so: most are texts of pages that stay.
    fn put_index_file(&self, path: &str, bytes: &[u8], whole: Option<&Key>) -> Result<(), BuildError> {
        let Some(whole) = whole else { return Ok(self.stage.write(path, bytes)?) };
        let own = KeyMaker::new("file of the index").with(path).with(bytes).key();
        if !self.stage.take_over_part(path, &own, whole) {
            self.stage.write(path, bytes)?;
            self.stage.list_part(path, &own, whole);
        }
        Ok(())
    }

    /// What the whole index hangs on, unless shards made parts of it.
    fn index_key(&self, gathered: &[IndexPart]) -> Option<Key> {
        let digests = self.digests.filter(|_| gathered.is_empty())?;
        Some(digests.of_all().with("index").key())
    }

    /// The parts of the index that this build makes itself or finds kept. `go_on` is asked before each.
    pub(super) fn parts_of_index(
        &self,
        engine: &Engine,
        go_on: impl Fn() -> Result<(), BuildError> + Sync,
    ) -> Result<Vec<IndexPart>, BuildError> {
        index_parts(engine, self.keeper, self.digests, self.jobs(), go_on)
    }
}

/// The files of the index over the pages of `plan`, by their paths within its folder. `go_on` is asked before each part.
///
/// # Errors
///
/// What `go_on` says, or an index that cannot be made.
pub fn search_index(
    plan: &Plan,
    go_on: impl Fn() -> Result<(), BuildError> + Sync,
) -> Result<Vec<IndexFile>, BuildError> {
    let engine = Engine::new(rayon::current_num_threads())?;
    let parts = index_parts(&engine, &Keeper::default(), None, plan.jobs.iter(), go_on)?;
    Ok(whole(&engine, parts, &order(plan))?)
}
