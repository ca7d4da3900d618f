//! site.yaml of a new workspace: what must be there, and every other key as a comment to be filled in.

use std::fmt::Write as _;
use std::ptr;

use nianbao_loader::keys::{Key, ValueKind, site};
use nianbao_model::Site;

use super::head;

/// The text of site.yaml for the city called `city`.
pub(super) fn site(city: &str) -> String {
    let named = Site { name: format!("{city}政府信息公开工作年度报告"), ..Site::default() };
    let mut text = head::site() + "\n" + &nianbao_writer::site(&named);
    let offered = |key: &&&Key| !key.required && !ptr::eq(**key, &raw const site::CONTENT_FORMAT);
    for key in site::GROUP.keys.iter().filter(offered) {
        let _ = write!(text, "\n# {}\n", key.explanation);
        offer(&mut text, key, "");
    }
    text
}

/// A key with an example, as a comment.
fn offer(text: &mut String, key: &Key, indent: &str) {
    let ValueKind::Group(group) = key.value else {
        let _ = writeln!(text, "# {indent}{}: {}", key.key, key.example);
        return;
    };
    let _ = writeln!(text, "# {indent}{}:", key.key);
    for below in group.keys {
        let _ = writeln!(text, "#   {indent}{}: {}", below.key, below.example);
    }
}
