//! The first lines of each YAML file that is made: whatever is to stand above all else stands here.

use nianbao_loader::schema::SchemaOf;
use nianbao_loader::{EntryKind, Files};

use super::schemas::FOLDER;

/// Tells editors of the schema of the file at `path`; nothing where the workspace that `files` hold has none of them.
pub(super) fn modeline_of(files: &dyn Files, which: SchemaOf, path: &str) -> String {
    let name = which.schema_file();
    let is_there = files
        .list(FOLDER)
        .is_ok_and(|entries| entries.iter().any(|entry| entry.name == name && entry.kind == EntryKind::File));
    if is_there { modeline(which, path) } else { String::new() }
}

/// Tells editors of the schema of the file at `path`.
pub(super) fn modeline(which: SchemaOf, path: &str) -> String {
    let up = "../".repeat(path.matches('/').count());
    format!("# yaml-language-server: $schema={up}{FOLDER}/{}\n", which.schema_file())
}

/// Above site.yaml.
pub(super) fn site() -> String {
    "# 网站的设置。行首有“#”的是注释，或者没有用到的项目。\n# 要用哪一项，删去它行首的“# ”，改成你们的。\n".to_owned()
}

/// Above agency.yaml.
pub(super) fn agency() -> String {
    "# 文件夹的名称就是这个机关在网站上的地址，逐年不变；正式名称、电话等写在这里。\n".to_owned()
}

/// Above report.yaml of an agency called `name`; `notes` are what is to be known of these figures, a line each.
pub(super) fn report(name: &str, year: i16, notes: &[String]) -> String {
    let mut head = format!("# {name} {year} 年度报告的数据。\n");
    for line in HOW_TO.iter().copied().chain(notes.iter().map(String::as_str)) {
        head.push_str("# ");
        head.push_str(line);
        head.push('\n');
    }
    head.push('\n');
    head
}

const HOW_TO: [&str; 4] = [
    "填写办法：每行是“名称: 值”，冒号用半角，后面有一个空格。井号“#”后面是注释，不影响内容。",
    "“待核对”都要查实，改成数字，没有的写 0；还有“待核对”，就算没有写完。合计不用填，由程序算出。",
    "数字要说明的，写成 {数: 22, 注: 其中修订16件}，注会印在格子里。",
    "写好了，把“状态”改为 可公开。",
];
