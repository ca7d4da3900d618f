//! `nianbao explain`: what a code means.

use std::fmt::Write as _;

use nianbao_model::Code;

use crate::codes::codes;
use crate::{Ending, output};

pub(crate) fn explain(ids: &[String]) -> anyhow::Result<Ending> {
    let pages = ids.iter().map(|id| find(id).map(page)).collect::<anyhow::Result<Vec<String>>>()?;
    output::print(&if pages.is_empty() { list() } else { pages.join("\n") })?;
    Ok(Ending::Good)
}

fn find(id: &str) -> anyhow::Result<&'static Code> {
    let found = codes().into_iter().find(|code| code.id.eq_ignore_ascii_case(id));
    found.ok_or_else(|| anyhow::anyhow!("没有“{id}”这个代码；nianbao explain 列出全部代码"))
}

fn list() -> String {
    let mut text = String::new();
    for code in codes() {
        let _ = writeln!(text, "{}  {}  {}", code.id, code.severity.name(), code.title);
    }
    text + "\n某一个的详细说明：nianbao explain 代码\n"
}

fn page(code: &Code) -> String {
    format!("# {} {}（{}）\n\n{}", code.id, code.title, code.severity.name(), code.docs)
}
