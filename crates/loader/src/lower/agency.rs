//! agency.yaml.

use nianbao_model::{Agency, Contact, Diagnostic, FormerName, Spanned};

use super::fields::Fields;
use super::text::missing;
use super::{duty, yaml_tree};
use crate::codes::settings;
use crate::files::join;
use crate::keys::agency::{
    ADDRESS, CATEGORY, CONTACT, CONTACT_GROUP, EMAIL, FORMER_NAME, FORMER_NAME_GROUP, FORMER_NAMES, FORMER_UNTIL,
    GROUP, NAME, ORDER, POSTCODE, SHORT_NAME, TELEPHONE,
};
use crate::names::AGENCY;
use crate::open_file::OpenFile;
use crate::session::{Session, Sink};
use crate::walk::AgencyFolder;
use crate::yaml::Node;

const NAME_HELP: &str = "写上一行：名称: 温州市投资促进局（机关的全称）";
const FORMER_NAME_HELP: &str = "写作 - {名称: 原来的全称, 至: 2023}";
const FILE_HELP: &str = "新建这个文件，写上一行：名称: 机关的全称";

/// The agency without its reports and subordinates. One without a name is called by its folder, so that the rest of it
/// can be checked; the missing name is an error anyway.
pub(super) fn read(session: &mut Session, folder: &AgencyFolder) -> Agency {
    let path = join(&folder.path, AGENCY);
    let agency = if folder.has(AGENCY) {
        yaml_tree(session, &path).and_then(|(file, node)| lower(&file, &mut session.sink, folder, &node))
    } else {
        super::missing(session, &folder.unexpected, &path, FILE_HELP);
        None
    };
    agency.unwrap_or_else(|| {
        let place = session.place(&path);
        Agency::new(folder.id.clone(), Spanned::new(folder.name.clone(), place))
    })
}

fn lower(file: &OpenFile, sink: &mut Sink, folder: &AgencyFolder, node: &Node) -> Option<Agency> {
    let fields = Fields::read(file, sink, node, &GROUP)?;
    let name = fields.text(sink, &NAME).unwrap_or_else(|| {
        let place = fields.place_of(&NAME);
        sink.report(missing(&NAME, place, NAME_HELP));
        Spanned::new(folder.name.clone(), place)
    });
    Some(Agency {
        former_names: former_names(sink, &fields),
        short_name: fields.word(sink, &SHORT_NAME),
        category: fields.word(sink, &CATEGORY),
        order: order(sink, &fields),
        contact: contact(sink, &fields).unwrap_or_default(),
        duty: duty::read(sink, &fields),
        ..Agency::new(folder.id.clone(), name)
    })
}

fn former_names(sink: &mut Sink, fields: &Fields<'_>) -> Vec<FormerName> {
    let items = fields.mappings(sink, &FORMER_NAMES, &FORMER_NAME_GROUP);
    items.iter().filter_map(|item| former_name(sink, item)).collect()
}

fn former_name(sink: &mut Sink, fields: &Fields<'_>) -> Option<FormerName> {
    let [name, _] = fields.required(sink, [&FORMER_NAME, &FORMER_UNTIL], FORMER_NAME_HELP);
    Some(FormerName { name: name?, until: duty::year(sink, fields, &FORMER_UNTIL)?.value })
}

fn order(sink: &mut Sink, fields: &Fields<'_>) -> Option<u32> {
    let written = fields.text(sink, &ORDER)?;
    let digits = written.value.bytes().all(|byte| byte.is_ascii_digit()) && written.value.len() <= 6;
    let order = written.value.parse().ok().filter(|_| digits);
    if order.is_none() {
        let message = format!("“排序”应为 0 到 999999 之间的整数，这里是“{}”", written.value);
        sink.report(Diagnostic::new(&settings::ORDER, message).at(written.span, "").help("如 排序: 3，小的排在前面。"));
    }
    order
}

fn contact(sink: &mut Sink, fields: &Fields<'_>) -> Option<Contact> {
    let fields = Fields::read(fields.file, sink, fields.get(&CONTACT)?, &CONTACT_GROUP)?;
    Some(Contact {
        address: fields.word(sink, &ADDRESS),
        postcode: fields.word(sink, &POSTCODE),
        telephone: fields.word(sink, &TELEPHONE),
        email: fields.word(sink, &EMAIL),
    })
}
