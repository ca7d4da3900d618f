//! What stands on a page around the report: navigation, buttons, scripts.

use super::flow::Made;
use super::style::{is_file, is_hidden, is_struck};
use super::survey::Survey;
use super::tree::{NodeId, Tree};

/// What an element is if it is no part of a report, in words for an editor.
pub(super) fn kind(tree: &Tree, survey: &Survey, node: NodeId) -> Option<&'static str> {
    if let Some(kind) = by_name(tree.name(node)) {
        return Some(kind);
    }
    if is_hidden(tree, node) {
        return Some("隐藏的内容");
    }
    if is_struck(tree, node) {
        return Some("划去的文字");
    }
    if tree.attribute(node, "id") == Some("cite") {
        return Some("引用格式");
    }
    if survey.marks(node) > 0 {
        return None;
    }
    let role = tree.attribute(node, "role").unwrap_or_default();
    if matches!(role, "navigation" | "search" | "contentinfo" | "complementary" | "banner") {
        return Some("导航");
    }
    let names = [tree.attribute(node, "class"), tree.attribute(node, "id")];
    let is_caption = tree.name(node) == "figcaption" && tree.attribute(node, "aria-hidden").is_some();
    by_class(&names.into_iter().flatten().collect::<Vec<_>>().join(" ")).or(is_caption.then_some("图片说明"))
}

fn by_name(name: &str) -> Option<&'static str> {
    match name {
        "head" | "template" => Some(""),
        "script" | "noscript" => Some("脚本"),
        "style" | "link" | "meta" => Some("样式"),
        "nav" | "aside" => Some("导航"),
        "footer" => Some("页脚"),
        "button" | "input" | "select" | "option" | "textarea" | "datalist" => Some("按钮和输入框"),
        "iframe" | "frame" | "object" | "embed" | "video" | "audio" | "canvas" => Some("嵌入的内容"),
        "svg" | "map" => Some("图形"),
        "rt" | "rp" => Some("注音"),
        _ => None,
    }
}

/// By the names that the makers of sites give; only of elements that hold nothing of a report.
fn by_class(names: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 29] = [
        ("breadcrumb", "导航"),
        ("crumb", "导航"),
        ("nav", "导航"),
        ("navbar", "导航"),
        ("menu", "导航"),
        ("submenu", "导航"),
        ("dqwz", "导航"),
        ("wz", "导航"),
        ("position", "导航"),
        ("to-contents", "导航"),
        ("sidebar", "导航"),
        ("footer", "页脚"),
        ("foot", "页脚"),
        ("copyright", "页脚"),
        ("share", "分享按钮"),
        ("share_box", "分享按钮"),
        ("bdsharebuttonbox", "分享按钮"),
        ("social-share", "分享按钮"),
        ("fx", "分享按钮"),
        ("ewm", "二维码"),
        ("qrcode", "二维码"),
        ("erweima", "二维码"),
        ("print", "按钮和输入框"),
        ("about", "附件"),
        ("fontsize", "按钮和输入框"),
        ("function_icon", "按钮和输入框"),
        ("search", "按钮和输入框"),
        ("pagination", "导航"),
        ("related", "导航"),
    ];
    let lower = names.to_ascii_lowercase();
    let tokens = || lower.split_whitespace();
    NAMES.iter().find(|(name, _)| tokens().any(|token| token == *name)).map(|(_, kind)| *kind)
}

/// What a paragraph is if it is no part of a report.
pub(super) fn paragraph_kind(text: &str, made: &Made) -> Option<&'static str> {
    const STARTS: [(&str, &str); 31] = [
        ("打印", "按钮"),
        ("【打印", "按钮"),
        ("[打印", "按钮"),
        ("关闭窗口", "按钮"),
        ("关闭本页", "按钮"),
        ("【关闭", "按钮"),
        ("收藏", "按钮"),
        ("字体：", "字号按钮"),
        ("【字体", "字号按钮"),
        ("[字体", "字号按钮"),
        ("字号：", "字号按钮"),
        ("【字号", "字号按钮"),
        ("【大中小", "字号按钮"),
        ("分享到", "分享按钮"),
        ("分享：", "分享按钮"),
        ("扫一扫", "分享按钮"),
        ("上一篇", "导航"),
        ("下一篇", "导航"),
        ("上一条", "导航"),
        ("下一条", "导航"),
        ("当前位置", "导航"),
        ("您当前的位置", "导航"),
        ("您的位置", "导航"),
        ("您现在的位置", "导航"),
        ("当前所在位置", "导航"),
        ("返回顶部", "导航"),
        ("附件下载", "附件"),
        ("文件下载", "附件"),
        ("相关链接", "导航"),
        ("相关文档", "导航"),
        ("责任编辑", "编辑信息"),
    ];
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).take(61).collect();
    let count = tight.chars().count();
    if count > 60 || tight.contains('。') {
        return None;
    }
    if let Some((_, kind)) = STARTS.iter().find(|(start, _)| tight.starts_with(start)) {
        return Some(kind);
    }
    if matches!(
        tight.as_str(),
        "大中小" | "关闭" | "下载" | "返回" | "返回列表" | "首页" | "全真版" | "文字版" | "目录"
    ) {
        return Some("按钮");
    }
    let attached = made.filed * 2 > count || made.linked > 0 && (is_file(&tight) || tight.starts_with("附件"));
    let download = made.linked * 2 > count && tight.contains("下载");
    (attached || download).then_some("附件")
}

/// Whether text above the report is its title.
pub(super) fn is_title(text: &str) -> bool {
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).take(61).collect();
    (tight.contains("年度报告") || tight.contains("年报")) && tight.contains("公开") && tight.chars().count() <= 60
}

/// Whether text beside the report is an entry of the page's record block.
pub(super) fn is_entry(text: &str) -> bool {
    const LABELS: [&str; 26] = [
        "索引号",
        "索引",
        "文号",
        "发文字号",
        "发布日期",
        "发布时间",
        "发文日期",
        "成文日期",
        "生成日期",
        "公开日期",
        "公开时间",
        "发布机构",
        "发文机关",
        "发文机构",
        "公开机构",
        "公开责任部门",
        "信息来源",
        "来源",
        "主题分类",
        "名称",
        "标题",
        "时间",
        "日期",
        "关键词",
        "主题词",
        "责任单位",
    ];
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).take(400).collect();
    let labelled = LABELS.iter().any(|label| {
        tight.match_indices(label).any(|(at, _)| {
            let rest = tight.get(at + label.len()..).unwrap_or_default();
            rest.trim_start_matches(['】', ']']).starts_with([':', '：', '|']) || rest.starts_with(['】', ']'])
        })
    });
    labelled || LABELS.contains(&tight.as_str())
}
