//! What the official form calls a figure, for messages.

use std::ops::Range;

use super::{Address, Axis, Content, Form, Item};
use crate::numbering::chinese_numeral;

impl Form {
    /// The official name of a figure: `表三“一、本年新收政府信息公开申请数量”的“自然人”`.
    pub fn label(&self, address: &Address) -> String {
        let Some((table, block)) = self.block(address) else { return String::new() };
        let row = axis_label(&block.rows, &address.rows);
        let column = axis_label(&block.columns, &address.columns);
        let names: Vec<String> =
            [row, column].into_iter().filter(|name| !name.is_empty()).map(|name| format!("“{name}”")).collect();
        format!("表{}{}", chinese_numeral(u32::from(table.id.number())), names.join("的"))
    }
}

/// The heading of a line or of several, with those above it where it alone would be ambiguous.
fn axis_label(axis: &Axis, range: &Range<usize>) -> String {
    let mut found = Vec::new();
    collect(axis.items, &mut 0, &mut Vec::new(), &mut found);
    let Some(heading) = found.iter().rev().filter(|heading| heading.range == *range).max_by_key(|h| h.rank) else {
        return String::new();
    };
    let name = heading.path.last().copied().unwrap_or_default();
    let unique = found.iter().filter(|other| other.path.last() == Some(&name)).count() == 1;
    if unique { name.to_owned() } else { heading.path.join("—") }
}

struct Heading {
    path: Vec<&'static str>,
    range: Range<usize>,
    /// A total names a range better than the group that it sums, a single line better than a group of one.
    rank: u8,
}

fn collect(items: &'static [Item], at: &mut usize, above: &mut Vec<&'static str>, found: &mut Vec<Heading>) {
    let start = *at;
    let mut totals = Vec::new();
    for item in items {
        above.push(item.label);
        match item.content {
            Content::Group(children) => {
                let first = *at;
                let path = above.clone();
                collect(children, at, above, found);
                found.push(Heading { path, range: first..*at, rank: 0 });
            }
            Content::Total => totals.push(above.clone()),
            Content::Count | Content::Amount | Content::Change => {
                found.push(Heading { path: above.clone(), range: *at..*at + 1, rank: 1 });
                *at += 1;
            }
        }
        above.pop();
    }
    found.extend(totals.into_iter().map(|path| Heading { path, range: start..*at, rank: 2 }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_called_what_the_form_calls_them() {
        let form = Form::latest();
        for (path, label) in [
            ("申请.本年新收.自然人", "表三“一、本年新收政府信息公开申请数量”的“自然人”"),
            ("申请.不予公开.属于国家秘密.其他", "表三“1.属于国家秘密”的“其他”"),
            ("申请.不予公开.总计", "表三“（三）不予公开”的“总计”"),
            ("申请.办理结果总计.总计", "表三“（七）总计”的“总计”"),
            ("主动公开.规章.现行有效", "表二“规章”的“现行有效件数”"),
            ("主动公开.行政许可", "表二“行政许可”的“本年处理决定数量”"),
            ("复议.结果维持", "表四“行政复议—结果维持”"),
            ("诉讼.复议后起诉", "表四“行政诉讼—复议后起诉—总计”"),
        ] {
            let address = form.look_up(path).expect("a known path");
            assert_eq!(form.label(&address), label, "{path}");
        }
    }
}
