//! site.yaml.

use std::path::{Path, PathBuf};

use nianbao_model::{Diagnostic, Site};

use super::fields::{Fields, Key, missing};
use super::{choice, emblem, oddities, text, yaml_tree};
use crate::codes::settings;
use crate::names::SITE;
use crate::session::{OpenFile, Session, Sink};
use crate::walk::{AgencyFolder, Oddity, OddityKind};
use crate::yaml::Node;

const KEYS: [Key; 11] = [
    ("网站名称", "name"),
    ("网址", "base_url"),
    ("主办单位", "sponsor"),
    ("网站标识码", "id_code"),
    ("ICP备案号", "icp"),
    ("公安备案号", "police"),
    ("党政机关标识", "emblem"),
    ("联系电话", "telephone"),
    ("主题色", "theme"),
    ("字体文件夹", "fonts"),
    ("打印", "printing"),
];
const NAME_HELP: &str = "写上一行：网站名称: ××市政府信息公开工作年度报告";

/// The settings in the folder; where the file cannot be read, none. Pictures that nothing shows are told of.
pub(super) fn read(session: &mut Session, folder: &AgencyFolder) -> Site {
    let tree = yaml_tree(session, &folder.path.join(SITE));
    let lowered = tree.as_ref().and_then(|(file, node)| lower(file, &mut session.sink, node, &folder.path));
    let (site, picture) = lowered.unwrap_or_default();
    let unused = folder.images.iter().filter(|name| tree.is_some() && picture.as_ref() != Some(name));
    let unused: Vec<Oddity> = unused
        .map(|name| Oddity { path: folder.path.join(name), kind: OddityKind::UnusedImage { by: SITE } })
        .collect();
    oddities::report(session, &unused);
    site
}

/// The settings, and the name of the picture that they show.
fn lower(file: &OpenFile, sink: &mut Sink, node: &Node, folder: &Path) -> Option<(Site, Option<String>)> {
    let fields = Fields::read(file, sink, node, &KEYS, "文件内容")?;
    let base_url = text::address(file, sink, &fields, "网址").map(|url| url.trim_end_matches('/').to_owned());
    let theme = theme(file, sink, &fields);
    let emblem = fields.get("党政机关标识").map(|node| emblem::read(file, sink, node, folder));
    let (emblem, picture) = emblem.unwrap_or_default();
    let printing = text::field(file, sink, &fields, "打印").map(|word| choice::printing(sink, &word));
    let mut word = |key| text::field(file, sink, &fields, key).map(|word| word.value);
    let name = word("网站名称");
    let site = Site {
        name: name.clone().unwrap_or_default(),
        base_url,
        sponsor: word("主办单位"),
        id_code: word("网站标识码"),
        icp: word("ICP备案号"),
        police: word("公安备案号"),
        emblem,
        telephone: word("联系电话"),
        theme,
        font_folders: fields.get("字体文件夹").map(|node| folders(file, sink, node)).unwrap_or_default(),
        printing: printing.unwrap_or_default(),
    };
    if name.is_none() {
        let place = fields.entry("网站名称").map_or(file.start(), |entry| entry.key.span);
        sink.report(missing("网站名称", place, NAME_HELP));
    }
    Some((site, picture))
}

/// `#rrggbb`. Without quotes YAML takes it for a comment, so that nothing is left.
fn theme(file: &OpenFile, sink: &mut Sink, fields: &Fields<'_>) -> Option<String> {
    let entry = fields.entry("主题色")?;
    let after = file.text.get(entry.key.span.end..).and_then(|rest| rest.lines().next()).unwrap_or("");
    let finding = match text::read(file, sink, &entry.value, "主题色") {
        Some(written) if is_colour(&written.value) => return Some(written.value.to_lowercase()),
        Some(written) => {
            let message = format!("主题色应如 \"#1a5fb4\"，这里是“{}”", written.value);
            Diagnostic::new(&settings::COLOUR, message).at(written.span, "")
        }
        None => {
            let hash = after.find('#')?;
            let start = entry.key.span.end + hash;
            let end = entry.key.span.end + after.trim_end().len();
            let span = file.span(start..end);
            let written = file.text.get(start..end).unwrap_or("");
            let finding = Diagnostic::new(&settings::COLOUR, "颜色没有加引号，井号后面的内容被当作注释").at(span, "");
            if is_colour(written) { finding.suggest(span, format!("\"{written}\"")) } else { finding }
        }
    };
    sink.report(finding.help("写作 主题色: \"#1a5fb4\"，引号不能少。"));
    None
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// One folder or a list of them.
fn folders(file: &OpenFile, sink: &mut Sink, node: &Node) -> Vec<PathBuf> {
    text::list(file, sink, node, "字体文件夹").into_iter().map(|path| path.value.into()).collect()
}
