//! record.yaml.

use nianbao_model::{Figures, Form, PublishedPart, PublishedSum, Record};

use super::figures::tables;
use super::style::{Style, Zeros};
use super::tree::{Above, Entry, Group, Value, print};

const WRITTEN_BY: &str =
    "# 公布时存下的，由 nianbao publish 写成，请不要改动。公布的内容有差错，写在 report.yaml 的“更正”里。\n";

/// The text of record.yaml, which keeps what a report on `form` in `folder` was published with.
pub fn record(record: &Record, form: &'static Form, folder: &str) -> String {
    let Record { name, corrections, sum } = record;
    let corrections = Some(*corrections).filter(|count| *count > 0);
    let head =
        [Entry::text("名称", Some(&name.value)), Entry::text("文件夹", Some(folder)), Entry::word("更正", corrections)];
    let mut group: Group = head.into_iter().flatten().collect();
    if let Some(PublishedSum { figures, parts, span: _ }) = sum {
        let sum = Entry::new("汇总", Value::Group(kept(figures, form)));
        group.push(Entry { above: Above::Blank, ..sum });
        let parts = Entry::items("各机关", parts.iter().map(|kept| part(kept, form)));
        group.extend(parts.map(|parts| Entry { above: Above::Blank, ..parts }));
    }
    WRITTEN_BY.to_owned() + &print(&group)
}

fn part(part: &PublishedPart, form: &'static Form) -> Value {
    let PublishedPart { agency, name, figures } = part;
    Value::Group(vec![
        Entry::new("机关", Value::text(agency.as_str())),
        Entry::new("名称", Value::text(name)),
        Entry::new("数", Value::Group(kept(figures, form))),
    ])
}

/// Whatever is not 0, each key on a line of its own as on the form.
fn kept(figures: &Figures, form: &'static Form) -> Group {
    let style = Style { comments: false, zeros: Zeros::LeftOut };
    tables(figures, form, None, style).into_iter().map(|entry| Entry { above: Above::Nothing, ..entry }).collect()
}
