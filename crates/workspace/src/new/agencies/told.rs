//! What is told of a list that became agencies.

use super::{Agencies, Listed};

impl Agencies {
    /// How many are new and how many there were; `done` says whether they are made or would be.
    pub fn told(&self, done: bool) -> String {
        let made = if done { "新建了" } else { "会新建" };
        match (self.added.len(), self.there.len()) {
            (0, there) => format!("名单里的 {there} 个机关都已经有了，没有要建的。"),
            (added, 0) => format!("{made} {added} 个机关。"),
            (added, there) => format!("{made} {added} 个机关；已经有的 {there} 个没有改动。"),
        }
    }

    /// The new ones of `rows` whose telephone seems to have lost the 0 in front, which tables do to what they take for a number;
    /// nothing where there are none.
    pub fn telephones_told(&self, rows: &[Listed]) -> Option<String> {
        let added = self.added.iter().filter_map(|added| rows.get(added.row));
        let told = added.filter(|row| lacks_zero(&row.telephone)).map(|row| {
            let of = if row.place.is_empty() { "" } else { "的" };
            format!("{}{of}电话 {}", row.place, row.telephone)
        });
        let told: Vec<String> = told.collect();
        let only = told.len().saturating_sub(SHOWN);
        let more = if only > 0 { format!("等 {} 个电话", told.len()) } else { String::new() };
        let shown = told.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("、");
        (!told.is_empty()).then(|| format!("{shown}{more}可能少了最前面的 0（表格会去掉数字前面的 0），请核对。"))
    }
}

/// No more telephones are named one by one.
const SHOWN: usize = 10;

/// Whether a telephone is an area code and a number without the 0 in front of them: neither a mobile telephone nor 400.
fn lacks_zero(telephone: &str) -> bool {
    let is_number = telephone.bytes().all(|digit| digit.is_ascii_digit());
    let of_service = ["400", "800"].iter().any(|service| telephone.starts_with(service));
    let of_area = match telephone.len() {
        10 => telephone.starts_with("10") || !telephone.starts_with(['0', '1']),
        11 => !telephone.starts_with(['0', '1', '2']),
        _ => false,
    };
    is_number && of_area && !of_service
}
