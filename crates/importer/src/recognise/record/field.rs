//! The entries of a page's record (索引号, 发布日期 …) by their labels.

use crate::recognise::words::{dense, is_blank};

/// What an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Title,
    /// 发布日期.
    Published,
    /// Another day: of writing, of the last change.
    Dated,
    /// An address.
    Address,
    Index,
    Document,
    Keywords,
    /// The office that published it.
    Office,
    /// What no report has a place for: 浏览次数, 分类.
    Other,
}

/// The labels by what they say.
const LABELS: [(Field, &[&str]); 9] = [
    (Field::Title, &["标题", "名称", "信息名称", "文件名称", "公开名称", "信息标题", "文件标题"]),
    (
        Field::Published,
        &[
            "发布日期",
            "发布时间",
            "公开日期",
            "公开时间",
            "公布日期",
            "公布时间",
            "发布于",
            "日期",
            "时间",
            "信息公开日期",
        ],
    ),
    (
        Field::Dated,
        &[
            "发文日期",
            "发文时间",
            "生成日期",
            "生成时间",
            "成文日期",
            "成文时间",
            "制发日期",
            "更新时间",
            "更新日期",
            "信息日期",
        ],
    ),
    (Field::Address, &["原文链接", "原文地址", "链接", "网址", "链接地址", "页面地址"]),
    (Field::Index, &["索引号", "索取号", "索引码", "信息索引号", "信息索取号"]),
    (Field::Document, &["文号", "发文字号", "文件编号", "文件号", "发布文号", "公文文号"]),
    (Field::Keywords, &["关键词", "主题词", "关键字"]),
    (
        Field::Office,
        &[
            "发布机构",
            "发布单位",
            "公开主体",
            "公开机构",
            "发文机关",
            "发布机关",
            "制作单位",
            "发文单位",
            "责任部门",
            "公开责任部门",
            "信息来源",
            "来源",
            "稿件来源",
            "文章来源",
            "供稿单位",
            "发文机构",
            "公开单位",
            "信息提供单位",
            "责任单位",
            "成文单位",
            "发布部门",
            "公开部门",
            "发布者",
        ],
    ),
    (
        Field::Other,
        &[
            "分类",
            "主题分类",
            "信息分类",
            "体裁",
            "体裁分类",
            "组配分类",
            "栏目",
            "本地目录",
            "浏览次数",
            "浏览量",
            "阅读次数",
            "阅读量",
            "阅读",
            "访问量",
            "访问次数",
            "点击数",
            "点击率",
            "点击量",
            "点击次数",
            "字号",
            "字体",
            "字体大小",
            "作者",
            "责任编辑",
            "编辑",
            "审核",
            "审核人",
            "有效性",
            "时效性",
            "效力状态",
            "公开方式",
            "公开形式",
            "公开范围",
            "公开类别",
            "公开属性",
            "服务对象",
            "所属主题",
            "文件下载",
            "分享到",
            "分享",
            "打印",
            "视力保护色",
            "保护视力色",
            "背景颜色",
            "内容概述",
            "信息有效性",
            "载体类型",
            "公开时限",
            "公开程序",
            "收藏",
            "内容分类",
            "信息类别",
            "主题",
            "类别",
            "所属类别",
            "是否有效",
            "废止日期",
            "生效日期",
            "失效日期",
            "录入者",
            "录入",
            "浏览",
            "人气",
            "内容摘要",
            "摘要",
            "概要",
            "所属栏目",
            "公开目录",
            "保管期限",
            "页面功能",
            "信息索引",
            "效力",
            "文件状态",
            "发布地区",
            "文种",
        ],
    ),
];

/// What an entry with the label `label` says.
pub(super) fn field(label: &str) -> Option<Field> {
    let label = dense(label);
    let label = label.trim_matches(['：', ':', '【', '】', '[', ']', '〖', '〗', '*', '·', '■', '|']);
    LABELS.into_iter().find(|(_, labels)| labels.contains(&label)).map(|(field, _)| field)
}

/// What a `<meta>` label, or a property of a file, says.
pub(super) fn meta(name: &str) -> Option<Field> {
    match name.trim().to_ascii_lowercase().as_str() {
        "articletitle" | "og:title" | "dc.title" | "dc:title" | "title" => Some(Field::Title),
        "pubdate" | "publishdate" | "publishtime" | "publish_time" | "article:published_time" | "dc.date" => {
            Some(Field::Published)
        }
        "url" | "og:url" | "canonical" => Some(Field::Address),
        "contentsource" => Some(Field::Office),
        name => field(name),
    }
}

/// The entries that a line is made of, if it begins with one: a label, a colon, what it says.
pub(super) fn entries(line: &str) -> Vec<(Field, String)> {
    let labels = labels(line);
    let mut entries = Vec::new();
    if labels.first().is_none_or(|(_, start, _)| !is_empty(line.get(..*start).unwrap_or(""))) {
        return entries;
    }
    for (at, (field, _, behind)) in labels.iter().enumerate() {
        let end = labels.get(at + 1).map_or(line.len(), |(_, start, _)| *start);
        let value = line
            .get(*behind..end)
            .unwrap_or("")
            .trim_matches(|c: char| is_blank(c) || matches!(c, '|' | '【' | '[' | '】' | ']' | '丨'));
        entries.push((*field, value.to_owned()));
    }
    entries
}

fn is_empty(text: &str) -> bool {
    text.chars().all(|c| is_blank(c) || "【[〖·■*|丨（(".contains(c))
}

/// The labels in a line: what each says, where it begins and where its value does.
fn labels(line: &str) -> Vec<(Field, usize, usize)> {
    /// No label is longer, in characters.
    const LONGEST: usize = 10;
    let characters: Vec<(usize, char)> = line.char_indices().collect();
    let mut found: Vec<(Field, usize, usize)> = Vec::new();
    let mut from = 0;
    for (at, (place, character)) in characters.iter().enumerate() {
        let closes = matches!(character, '：' | ':') || *character == '】' && found.is_empty();
        if !closes {
            continue;
        }
        let before = characters.get(from..at).unwrap_or_default();
        // The longest label that ends here; blanks within it do not count.
        let mut label = String::new();
        let mut best = None;
        for (start, c) in before.iter().rev().take(4 * LONGEST) {
            if is_blank(*c) {
                continue;
            }
            label.insert(0, *c);
            if label.chars().count() > LONGEST {
                break;
            }
            let opens = line
                .get(..*start)
                .and_then(|before| before.chars().next_back())
                .is_none_or(|c| is_blank(c) || "【[〖|丨（()）】]；;".contains(c));
            if let Some(field) = field(&label).filter(|_| opens) {
                best = Some((field, *start));
            }
        }
        if let Some((field, start)) = best {
            found.push((field, start, place + character.len_utf8()));
            from = at + 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Field, entries};

    #[test]
    fn a_line_may_hold_several_entries() {
        let read = |line| {
            entries(line).into_iter().map(|(field, value)| format!("{field:?}={value}")).collect::<Vec<_>>().join("|")
        };
        assert_eq!(
            read("来源：市政府办公室　时间：2026-03-10 12:56 浏览次数：12"),
            "Office=市政府办公室|Published=2026-03-10 12:56|Other=12"
        );
        assert_eq!(read("索  引  号：WZ001/2024-1 "), "Index=WZ001/2024-1");
        assert_eq!(read("【发布日期】2024-01-02"), "Published=2024-01-02");
        assert_eq!(read("联系电话：0577-1"), "");
        assert_eq!(read("文号: "), "Document=");
        assert_eq!(entries("[ 索 引 号 ]: 1")[0].0, Field::Index);
    }
}
