//! Pages as they were when they could last be made, for the time that they cannot.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// So many pages are kept: few are looked at by turns while something is mended.
const MOST: usize = 16;

/// The pages that were looked at last, each as it was then, by the paths of their files.
#[derive(Debug, Default)]
pub(crate) struct EarlierPages(Mutex<VecDeque<(String, String)>>);

impl EarlierPages {
    /// Keeps the page at `path`.
    pub(crate) fn keep(&self, path: &str, html: &str) {
        let file = file(path);
        let mut pages = self.pages();
        pages.retain(|(other, _)| *other != file);
        pages.push_front((file, html.to_owned()));
        pages.truncate(MOST);
    }

    /// The page at `path` as it was, if anybody has seen it.
    pub(crate) fn get(&self, path: &str) -> Option<String> {
        let file = file(path);
        self.pages().iter().find(|(other, _)| *other == file).map(|(_, html)| html.clone())
    }

    fn pages(&self) -> MutexGuard<'_, VecDeque<(String, String)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The file that an address means.
fn file(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_its_folder_and_the_oldest_goes() {
        let pages = EarlierPages::default();
        pages.keep("tcj/index.html", "甲");
        pages.keep("tcj/", "乙");
        assert_eq!((pages.get("tcj/").as_deref(), pages.get("")), (Some("乙"), None));
        (0..MOST).for_each(|number| pages.keep(&number.to_string(), ""));
        assert_eq!(pages.get("tcj/index.html"), None);
    }
}
