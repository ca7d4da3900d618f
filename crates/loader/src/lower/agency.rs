//! agency.yaml.

use nianbao_model::{Agency, Contact, Diagnostic, Spanned};

use super::fields::{Fields, Key, missing};
use super::{duty, text, yaml_tree};
use crate::codes::settings;
use crate::names::AGENCY;
use crate::session::{OpenFile, Session, Sink};
use crate::walk::AgencyFolder;
use crate::yaml::Node;

const KEYS: [Key; 10] = [
    ("名称", "name"),
    ("简称", "short_name"),
    ("类别", "category"),
    ("排序", "order"),
    ("联系方式", "contact"),
    ("自", "since"),
    ("至", "until"),
    ("并入", "successor"),
    ("不编报", "exempt"),
    ("下级名单", "subordinates"),
];
const CONTACT: [Key; 4] = [("地址", "address"), ("邮编", "postcode"), ("电话", "telephone"), ("电子邮箱", "email")];
const NAME_HELP: &str = "写上一行：名称: 温州市投资促进局（机关的全称）";
const FILE_HELP: &str = "新建这个文件，写上一行：名称: 机关的全称";

/// The agency without its reports and subordinates. One without a name is called by its folder, so that the rest of it
/// can be checked; the missing name is an error anyway.
pub(super) fn read(session: &mut Session, folder: &AgencyFolder) -> Agency {
    let path = folder.path.join(AGENCY);
    let agency = if folder.has(AGENCY) {
        yaml_tree(session, &path).and_then(|(file, node)| lower(&file, &mut session.sink, folder, &node))
    } else {
        super::missing(session, &folder.oddities, &path, FILE_HELP);
        None
    };
    agency.unwrap_or_else(|| {
        let place = session.place(&path);
        Agency::new(folder.id.clone(), Spanned::new(folder.name.clone(), place))
    })
}

fn lower(file: &OpenFile, sink: &mut Sink, folder: &AgencyFolder, node: &Node) -> Option<Agency> {
    let fields = Fields::read(file, sink, node, &KEYS, "文件内容")?;
    let name = text::field(file, sink, &fields, "名称").unwrap_or_else(|| {
        let place = fields.entry("名称").map_or(file.start(), |entry| entry.key.span);
        sink.report(missing("名称", place, NAME_HELP));
        Spanned::new(folder.name.clone(), place)
    });
    let mut word = |key| text::field(file, sink, &fields, key).map(|word| word.value);
    let (short_name, category) = (word("简称"), word("类别"));
    let order = order(file, sink, &fields);
    let contact = fields.get("联系方式").and_then(|node| contact(file, sink, node)).unwrap_or_default();
    let duty = duty::read(file, sink, &fields);
    Some(Agency { short_name, category, order, contact, duty, ..Agency::new(folder.id.clone(), name) })
}

fn order(file: &OpenFile, sink: &mut Sink, fields: &Fields<'_>) -> Option<u32> {
    let written = text::field(file, sink, fields, "排序")?;
    let digits = written.value.bytes().all(|byte| byte.is_ascii_digit()) && written.value.len() <= 6;
    let order = written.value.parse().ok().filter(|_| digits);
    if order.is_none() {
        let message = format!("“排序”应为 0 到 999999 之间的整数，这里是“{}”", written.value);
        sink.report(Diagnostic::new(&settings::ORDER, message).at(written.span, "").help("如 排序: 3，小的排在前面。"));
    }
    order
}

fn contact(file: &OpenFile, sink: &mut Sink, node: &Node) -> Option<Contact> {
    let fields = Fields::read(file, sink, node, &CONTACT, "“联系方式”")?;
    let mut word = |key| text::field(file, sink, &fields, key).map(|word| word.value);
    Some(Contact {
        address: word("地址"), postcode: word("邮编"), telephone: word("电话"), email: word("电子邮箱")
    })
}
