//! Pages that are made to take time or memory.

use std::time::{Duration, Instant};

use super::super::read;

/// What 100 times the time would take shows on any machine.
const SOON: Duration = Duration::from_secs(5);

#[test]
fn nesting_and_numbers_are_bounded() {
    let row = "<tr><td colspan=1000 rowspan=65534>1";
    for page in [
        "<div>".repeat(30_000),
        "<b><font size=1>".repeat(3_000),
        "<table><tr><td>".repeat(2_000),
        "<a href=x>".repeat(3_000),
        "<p><i>x".repeat(2_000),
        format!("<table>{}", row.repeat(1_500)),
        format!("<table>{}</table>", "x<td>".repeat(3_000)),
        "<dl><dd>".repeat(2_000),
        "<ul><li>".repeat(200) + "深",
    ] {
        let start = Instant::now();
        let _ = read(page.as_bytes());
        assert!(start.elapsed() < SOON, "{:?} for {}", start.elapsed(), &page[..20]);
    }
}

#[test]
fn deep_pages_are_refused_with_advice() {
    let message = read("<div>".repeat(2000).as_bytes()).expect_err("too deep").to_string();
    assert!(message.contains("Word"), "{message}");
    assert!(read(format!("{}一、总体情况", "<div>".repeat(400)).as_bytes()).is_ok());
}
