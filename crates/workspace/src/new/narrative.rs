//! narrative.md of a new report: the official headings, and below each a line of guidance in a comment, which is never published
//! and counts as unwritten.

use nianbao_model::{Agency, SectionKind, guidance};

/// What the first lines say of all guidance.
const HOW_TO: &str = "尖括号里的提示不会公开；文字写在它的下一行，写好以后，提示留着或者删去都行。正文里的件数可以引用表里的数，如 {{ 申请.本年新收.总计 }}，就不会和表对不上。";

/// The text of narrative.md for the report of `agency` on `year`. With `introduced` an introduction is laid before it: basis,
/// period, contact.
pub(super) fn narrative(agency: &Agency, year: i16, introduced: bool) -> String {
    let mut blocks = vec![comment(HOW_TO), comment(guidance::INTRODUCTION)];
    if introduced {
        blocks.extend(introduction(agency, year));
    }
    for section in SectionKind::NARRATIVE {
        blocks.push(format!("# {}、{}", section.numeral(), section.heading()));
        blocks.push(comment(&guidance::of_section(section, year)));
        if section == SectionKind::Overview {
            let below = guidance::OVERVIEW.iter().zip(["一", "二", "三", "四", "五"]);
            blocks.extend(
                below.flat_map(|((heading, text), number)| [format!("## （{number}）{heading}"), comment(text)]),
            );
        }
    }
    blocks.join("\n\n") + "\n"
}

fn comment(text: &str) -> String {
    format!("<!-- 提示：{text} -->")
}

/// 编制说明 as far as it follows from what is known.
fn introduction(agency: &Agency, year: i16) -> Vec<String> {
    let name = &agency.name_in(year).value;
    let basis = format!(
        "本报告由{name}按照《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自{year}年1月1日起至12月31日止。"
    );
    let contact = &agency.contact;
    let ways = [
        ("地址", &contact.address),
        ("邮编", &contact.postcode),
        ("电话", &contact.telephone),
        ("电子邮箱", &contact.email),
    ];
    let ways: Vec<String> = ways.iter().filter_map(|(way, text)| Some(format!("{way}：{}", text.as_ref()?))).collect();
    let reached = (!ways.is_empty()).then(|| format!("对本报告有疑问的，请与{name}联系（{}）。", ways.join("，")));
    std::iter::once(basis).chain(reached).collect()
}
