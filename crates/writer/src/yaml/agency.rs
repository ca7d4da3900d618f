//! agency.yaml.

use nianbao_model::{Agency, Contact, Duty, FormerName};

use super::tree::{Entry, Field, Group, Value, fields, print};

/// The text of agency.yaml.
pub fn agency(agency: &Agency) -> String {
    print(&group(agency))
}

/// What agency.yaml says.
pub fn agency_fields(agency: &Agency) -> Vec<Field> {
    fields(&group(agency))
}

fn group(agency: &Agency) -> Group {
    // The folder says the id; reports and subordinates are files of their own.
    let Agency { id: _, name, former_names, short_name, category, order, contact, duty, reports: _, children: _ } =
        agency;
    let Contact { address, postcode, telephone, email } = contact;
    let Duty { since, until, successor, exempt, subordinates } = duty;
    let reached = [
        Entry::text("地址", address.as_ref()),
        Entry::text("邮编", postcode.as_ref()),
        Entry::text("电话", telephone.as_ref()),
        Entry::text("电子邮箱", email.as_ref()),
    ];
    let entries = [
        Entry::text("名称", Some(&name.value)),
        Entry::items("曾用名", former_names.iter().map(former)),
        Entry::text("简称", short_name.as_ref()),
        Entry::text("类别", category.as_ref()),
        Entry::word("排序", *order),
        Entry::group("联系方式", reached.into_iter().flatten().collect()),
        Entry::word("自", *since),
        Entry::word("至", *until),
        Entry::text("并入", successor.as_ref().map(|successor| &successor.value)),
        Entry::word("不编报", exempt.then_some(true)),
        Entry::texts("下级名单", subordinates.iter().map(|name| &name.value)),
    ];
    entries.into_iter().flatten().collect()
}

fn former(former: &FormerName) -> Value {
    let FormerName { name, until } = former;
    Value::Pairs(vec![("名称", Value::text(&name.value)), ("至", Value::word(until))])
}
