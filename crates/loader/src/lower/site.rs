//! site.yaml.

use nianbao_model::{CONTENT_VERSION, Diagnostic, Site};

use super::fields::Fields;
use super::text::missing;
use super::{choice, emblem, unexpected, yaml_tree};
use crate::codes::settings;
use crate::files::join;
use crate::keys::site::{
    BASE_URL, CONTENT_FORMAT, FONTS, GROUP, ICP, ID_CODE, NAME, POLICE, PRINTING, SPONSOR, TELEPHONE, THEME,
};
use crate::names::SITE;
use crate::open_file::OpenFile;
use crate::picture::PictureFolder;
use crate::session::{Session, Sink};
use crate::walk::{AgencyFolder, Unexpected, UnexpectedKind};
use crate::yaml::Node;

const NAME_HELP: &str = "写上一行：网站名称: ××市政府信息公开工作年度报告";

/// The settings in the folder; where the file cannot be read, none. Pictures that nothing shows are told of.
pub(super) fn read(session: &mut Session, folder: &AgencyFolder) -> Site {
    let tree = yaml_tree(session, &join(&folder.path, SITE));
    let pictures = PictureFolder::new(session.files, &folder.path, "content 文件夹");
    let lowered = tree.as_ref().and_then(|(file, node)| lower(file, &mut session.sink, node, pictures));
    let (site, picture) = lowered.unwrap_or_default();
    let unused = folder.images.iter().filter(|name| tree.is_some() && picture.as_ref() != Some(name));
    let unused: Vec<Unexpected> = unused
        .map(|name| Unexpected { path: join(&folder.path, name), kind: UnexpectedKind::UnusedImage { by: SITE } })
        .collect();
    unexpected::report(session, &unused);
    site
}

/// The settings, and the name of the picture that they show.
fn lower(file: &OpenFile, sink: &mut Sink, node: &Node, pictures: PictureFolder<'_>) -> Option<(Site, Option<String>)> {
    let fields = Fields::read(file, sink, node, &GROUP)?;
    let (emblem, picture) = emblem::read(sink, &fields, pictures);
    let name = fields.word(sink, &NAME);
    if name.is_none() {
        sink.report(missing(&NAME, fields.place_of(&NAME), NAME_HELP));
    }
    let printing = fields.text(sink, &PRINTING).map(|word| choice::printing(sink, &word));
    let site = Site {
        name: name.unwrap_or_default(),
        base_url: fields.address(sink, &BASE_URL).map(|url| url.value.trim_end_matches('/').to_owned()),
        sponsor: fields.text(sink, &SPONSOR),
        id_code: fields.word(sink, &ID_CODE),
        icp: fields.word(sink, &ICP),
        police: fields.word(sink, &POLICE),
        emblem,
        telephone: fields.word(sink, &TELEPHONE),
        theme: theme(sink, &fields),
        font_folders: fields.words(sink, &FONTS).into_iter().map(|path| path.value.into()).collect(),
        printing: printing.unwrap_or_default(),
        content_version: content_version(sink, &fields),
    };
    Some((site, picture))
}

/// The version that the content is written in. A later one than this program knows is an error, since keys may mean something else.
fn content_version(sink: &mut Sink, fields: &Fields<'_>) -> Option<u32> {
    let written = fields.text(sink, &CONTENT_FORMAT)?;
    let finding = match written.value.parse::<u32>() {
        Ok(version) if (1..=CONTENT_VERSION).contains(&version) => return Some(version),
        Ok(version) if version > CONTENT_VERSION => {
            let message = format!("内容是按第 {version} 版格式写的，这个程序只认得第 {CONTENT_VERSION} 版");
            Diagnostic::new(&settings::CONTENT_FORMAT, message).help("请换用新版的 nianbao。")
        }
        _ => {
            let message = format!("“内容格式”应为 1 到 {CONTENT_VERSION} 之间的整数，这里是“{}”", written.value);
            Diagnostic::new(&settings::ORDER, message).help("删去这一行，或者写 内容格式: 1。")
        }
    };
    sink.report(finding.at(written.span, ""));
    written.value.parse().ok().filter(|version| *version > 0)
}

/// `#rrggbb`. Without quotes YAML takes it for a comment, so that nothing is left.
fn theme(sink: &mut Sink, fields: &Fields<'_>) -> Option<String> {
    let (file, entry) = (fields.file, fields.entry(&THEME)?);
    let after = file.text.get(entry.key.span.end..).and_then(|rest| rest.lines().next()).unwrap_or("");
    let finding = match fields.text(sink, &THEME) {
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
