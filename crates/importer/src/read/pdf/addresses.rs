//! Addresses in brackets behind the text that leads to them, for those who read on paper: the link says them already.

use crate::document::Run;

/// `runs` without them.
pub(super) fn without_printed(mut runs: Vec<Run>) -> Vec<Run> {
    let mut link: Option<String> = None;
    for run in &mut runs {
        if let Some(length) = link.as_deref().and_then(|link| printed(link, &run.text)) {
            run.text.drain(..length);
        }
        link.clone_from(&run.link);
    }
    runs.retain(|run| !run.text.is_empty() || run.footnote.is_some());
    runs
}

/// How many bytes of `text` are the address `link` in brackets, whatever spaces the ends of lines put into it.
fn printed(link: &str, text: &str) -> Option<usize> {
    let bare = ["https://", "http://", "mailto:"].iter().find_map(|scheme| link.strip_prefix(scheme)).unwrap_or(link);
    [link, bare].into_iter().find_map(|address| {
        let mut rest = text.strip_prefix('（')?;
        for letter in address.chars() {
            rest = rest.trim_start_matches(' ').strip_prefix(letter)?;
        }
        Some(text.len() - rest.trim_start_matches(' ').strip_prefix('）')?.len())
    })
}
