//! How long a build took, as a table for people and as a trace for browsers.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use nianbao_builder::{Stretch, Timings};
use serde_json::json;
use unicode_width::UnicodeWidthStr as _;

/// What the whole of a build is called.
pub(super) const WHOLE: &str = "生成和公开";

/// The heads of the columns behind the first.
const HEADS: [&str; 7] = ["个数", "沿用", "合计", "一半在", "九成在", "九成九在", "最长"];

/// How wide each of them is.
const WIDTH: usize = 11;

/// A line for each part, in the order in which they began: how many things it made, how many of them were taken over, all their
/// time, and within what time half, nine tenths, 99 of 100 and all of them were made.
pub(super) fn table(timings: &Timings) -> String {
    let mut parts: Vec<(&str, Vec<&Stretch>)> = Vec::new();
    let stretches = timings.stretches();
    for stretch in &stretches {
        match parts.iter_mut().find(|(part, _)| *part == stretch.part) {
            Some((_, of_part)) => of_part.push(stretch),
            None => parts.push((stretch.part, vec![stretch])),
        }
    }
    let mut text = line("用时（毫秒）", HEADS.map(str::to_owned));
    for (part, stretches) in parts {
        let mut took: Vec<Duration> = stretches.iter().map(|stretch| stretch.took).collect();
        took.sort();
        let kept = stretches.iter().filter(|stretch| stretch.kept).count();
        let within = |hundredths: usize| milliseconds(percentile(&took, hundredths));
        let sum = milliseconds(took.iter().sum());
        let (count, kept) = (took.len().to_string(), kept.to_string());
        text += &line(part, [count, kept, sum, within(50), within(90), within(99), within(100)]);
    }
    let _ = writeln!(text, "共 {} 毫秒。", milliseconds(timings.elapsed()));
    text
}

/// The time within which so many of a hundred were made. `took` is sorted.
fn percentile(took: &[Duration], hundredths: usize) -> Duration {
    let rank = (took.len() * hundredths).div_ceil(100).saturating_sub(1);
    took.get(rank).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> String {
    format!("{}.{:02}", time.as_millis(), time.subsec_micros() % 1000 / 10)
}

fn line(first: &str, others: [String; HEADS.len()]) -> String {
    let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
    let mut line = format!("{first}{}", pad(first, 2 * WIDTH));
    for other in others {
        line += &format!("{}{other}", pad(&other, WIDTH));
    }
    line + "\n"
}

/// Every stretch of work in the format that Chrome's tracing shows: microseconds, a row for each thread.
pub(super) fn trace(timings: &Timings) -> String {
    let event = |stretch: &Stretch| {
        let name = if stretch.name.is_empty() { stretch.part } else { &stretch.name };
        let (began, took) = (micros(stretch.began), micros(stretch.took));
        json!({
            "name": name, "cat": stretch.part, "ph": "X", "ts": began, "dur": took, "pid": 1, "tid": stretch.thread,
            "args": BTreeMap::from([("kept", stretch.kept)]),
        })
    };
    let events: Vec<_> = timings.stretches().iter().map(event).collect();
    json!({ "displayTimeUnit": "ms", "traceEvents": events }).to_string()
}

fn micros(time: Duration) -> u64 {
    time.as_micros().try_into().unwrap_or(u64::MAX)
}
