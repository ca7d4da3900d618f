//! The text of a PDF, as an independent reader sees it.

use std::path::Path;
use std::process::Command;

use crate::run;

/// All text of `file` in reading order, page numbers left out.
pub fn pdf_text(file: &Path) -> String {
    let text = run(Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(file).arg("-"));
    text.lines().map(|line| line.trim_matches('\u{c}')).filter(|line| !is_page_number(line)).collect()
}

/// `— 1 —`
fn is_page_number(line: &str) -> bool {
    let inner = line.strip_prefix('—').and_then(|rest| rest.strip_suffix('—'));
    inner.is_some_and(|number| number.trim().parse::<u32>().is_ok())
}
