//! A report for a content management system: the text as HTML, and what to type in beside it.

use std::path::Path;

use nianbao_builder::{CmsArticle, Exported};
use nianbao_workspace::{complete_report, find_agency};

use super::report::{summary, the_one, warn};
use crate::args::{DenyArgs, ExportArgs};
use crate::{Ending, output, target, workspace};

/// A name for the file.
const EXAMPLE: &str = "正文.html";

pub(super) fn export(folder: Option<&Path>, args: &ExportArgs) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let checked = workspace::check(&folder, DenyArgs::default())?;
    let municipality = checked.municipality()?;
    target::make_sure_is_outside_content(&args.out, &folder)?;
    target::make_sure_is_named_like(&args.out, EXAMPLE)?;
    let agency = find_agency(the_one(args)?, municipality)?;
    let party = complete_report(agency, args.year, &checked.findings)?;
    let article = CmsArticle::new(municipality, party.agency, party.report);
    let exported = Exported::File(article.html.clone().into_bytes());
    exported.write(&args.out, EXAMPLE)?;
    output::print_line(&summary(&exported, &party, &args.out))?;
    labels(&article)?;
    pictures(&article)?;
    warn(&checked, &party);
    Ok(Ending::Good)
}

/// What to type into the fields beside the editor.
fn labels(article: &CmsArticle) -> anyhow::Result<()> {
    output::print_line("正文里没有标题。在网站后台另外填写：")?;
    for label in &article.labels {
        let value = if label.value.is_empty() { "（这里不知道，发布时填）" } else { &label.value };
        output::print_line(&format!("  {}（{}）：{value}", label.title, label.name))?;
    }
    Ok(())
}

fn pictures(article: &CmsArticle) -> anyhow::Result<()> {
    if article.pictures.is_empty() {
        return Ok(());
    }
    let files = article.pictures.join("、");
    output::print_line(&format!("图片请在后台编辑器里上传，放到写着“此处插入图片”的地方：{files}"))
}
