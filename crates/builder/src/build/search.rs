//! Making the index that readers search: in parts, side by side, which are put together at the end.

use std::sync::atomic::{AtomicBool, Ordering};

use super::index_parts::{index_parts, order};
use super::{Build, BuildError};
use crate::kept::Shelf;
use crate::plan::{Plan, Product};
use crate::search::{Engine, IndexFile, IndexPart, whole};
use crate::timings::Made;

impl Build<'_> {
    /// Fills the folder of the search index in the stage, unless the rest of the build `failed`. `gathered` are the parts that
    /// shards made.
    pub(super) fn make_index(&self, gathered: Vec<IndexPart>, failed: &AtomicBool) -> Result<(), BuildError> {
        let Some(folder) = self.plan.jobs.iter().find(|job| matches!(job.product, Product::SearchIndex)) else {
            return Ok(());
        };
        let engine = Engine::new(rayon::current_num_threads())?;
        let made = self.timed("检索索引", "", || {
            let mut parts = self.parts_of_index(&engine, || {
                if failed.load(Ordering::Relaxed) { Err(BuildError::Interrupted) } else { self.check_cancelled() }
            })?;
            parts.what.extend(gathered);
            Ok::<_, BuildError>(Made { what: whole(&engine, parts.what, &order(self.plan))?, kept: parts.kept })
        })?;
        for (path, bytes) in made.what {
            self.stage.write(&format!("{}{path}", folder.path), &bytes)?;
        }
        Ok(())
    }

    /// The parts of the index that this build makes itself, and whether earlier builds had made all of them. `go_on` is asked before
    /// each.
    pub(super) fn parts_of_index(
        &self,
        engine: &Engine,
        go_on: impl Fn() -> Result<(), BuildError> + Sync,
    ) -> Result<Made<Vec<IndexPart>>, BuildError> {
        let parts = index_parts(engine, self.shelf, self.jobs(), go_on)?;
        let kept = parts.iter().all(|part| part.kept);
        Ok(Made { what: parts.into_iter().map(|part| part.what).collect(), kept })
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
    let parts = index_parts(&engine, &Shelf::default(), plan.jobs.iter(), go_on)?;
    Ok(whole(&engine, parts.into_iter().map(|part| part.what).collect(), &order(plan))?)
}
