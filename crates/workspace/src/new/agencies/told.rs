//! What is told of a list that became agencies.

use super::Agencies;

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
}
