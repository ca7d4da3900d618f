//! What a commit says of itself.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

/// As many digits of an id are shown to people.
const SHORT: usize = 7;

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its id, in full.
    pub id: String,
    /// The day it was made, where it was made.
    pub date: Option<Date>,
    /// The first line of what was said of it; empty where nothing was.
    pub subject: String,
}

impl Commit {
    /// The commit `id` whose text is `text`.
    pub(super) fn of(id: String, text: &[u8]) -> Self {
        let text = String::from_utf8_lossy(text);
        let (head, said) = text.split_once("\n\n").unwrap_or((&text, ""));
        let date = head.lines().find_map(|line| line.strip_prefix("committer ")).and_then(day);
        let subject = said.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        Self { id, date, subject: subject.to_owned() }
    }

    /// The beginning of its id, as people quote it.
    pub fn short_id(&self) -> &str {
        self.id.get(..SHORT).unwrap_or(&self.id)
    }
}

/// The day of `名字 <邮箱> 1700000000 +0800`.
fn day(line: &str) -> Option<Date> {
    let mut words = line.rsplit(' ');
    let zone: i32 = words.next()?.parse().ok()?;
    let moment = Timestamp::from_second(words.next()?.parse().ok()?).ok()?;
    let seconds = (zone / 100).checked_mul(3600)?.checked_add((zone % 100).checked_mul(60)?)?;
    Some(Offset::from_seconds(seconds).ok()?.to_datetime(moment).date())
}
