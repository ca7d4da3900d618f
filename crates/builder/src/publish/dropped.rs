//! The reports that the earlier publication had and the new one has not: a folder may have got lost unnoticed.

use std::path::Path;

use super::{Inventory, StageError};

impl Inventory {
    /// The reports whose pages stand in `folder` now and will not any more: each agency's address and the year, in the order of
    /// their addresses. Only a whole publication can tell this of a whole one.
    pub(super) fn dropped(&self, folder: &Path) -> Result<Vec<(String, i16)>, StageError> {
        let earlier = Self::read(folder)?.filter(|earlier| earlier.is_whole() && self.is_whole());
        let files = earlier.into_iter().flat_map(|earlier| earlier.files);
        let gone = files.filter(|path| !self.files.contains(path));
        Ok(gone.filter_map(|path| report(&path).map(|(agency, year)| (agency.to_owned(), year))).collect())
    }

    /// Whether it is all that the public sees.
    fn is_whole(&self) -> bool {
        self.complete && !self.proof && self.shard.is_none()
    }
}

/// The agency and the year of a report's page; the page of a year stands below no agency.
fn report(path: &str) -> Option<(&str, i16)> {
    let folder = path.strip_prefix("site/")?.strip_suffix("/index.html")?;
    let (agency, year) = folder.rsplit_once('/')?;
    Some((agency, year.parse().ok().filter(|_| year.len() == 4)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::inventory::MARK;
    use crate::shard::Shard;

    fn whole(files: &[&str]) -> Inventory {
        let files = files.iter().map(|file| (*file).to_owned()).collect();
        Inventory { complete: true, files, ..Inventory::default() }
    }

    fn dropped(earlier: &Inventory, new: &Inventory) -> Vec<(String, i16)> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(MARK), earlier.mark()).unwrap();
        new.dropped(folder.path()).unwrap()
    }

    #[test]
    fn pages_of_reports_are_told_and_no_other_files() {
        let earlier = whole(&[
            "site/2023/index.html",
            "site/government/2024/index.html",
            "site/slj/index.html",
            "site/slj/2024/index.html",
            "site/slj/2024/report.pdf",
            "site/xinpu/jtj/2024/index.html",
            "site/xinpu/jtj/2023/index.html",
        ]);
        let new = whole(&["site/government/2024/index.html", "site/xinpu/jtj/2024/index.html"]);
        assert_eq!(dropped(&earlier, &new), [("slj".to_owned(), 2024), ("xinpu/jtj".to_owned(), 2023)]);
        assert_eq!(dropped(&new, &earlier), []);
    }

    #[test]
    fn parts_and_proofs_drop_nothing() {
        let (earlier, new) = (whole(&["site/slj/2024/index.html"]), whole(&[]));
        let shard = "1/2".parse::<Shard>().ok();
        for part in [
            Inventory { complete: false, ..new.clone() },
            Inventory { proof: true, ..new.clone() },
            Inventory { shard, ..new.clone() },
        ] {
            assert_eq!(dropped(&earlier, &part), []);
        }
        assert_eq!(dropped(&earlier, &new).len(), 1);
        assert_eq!(new.dropped(Path::new("/nowhere/dist")).unwrap(), []);
    }
}
