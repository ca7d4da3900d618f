//! What web pages show around a document: navigation, buttons, counters, footers.

use super::number;
use super::words::{dense, folded};

/// Lines that are buttons or the like, and nothing else.
const BUTTONS: [&str; 62] = [
    "打印",
    "打印本页",
    "【打印】",
    "[打印]",
    "打印此页",
    "关闭",
    "关闭窗口",
    "关闭本页",
    "收藏",
    "加入收藏",
    "分享",
    "分享到",
    "分享到：",
    "微信",
    "微博",
    "QQ空间",
    "新浪微博",
    "朋友圈",
    "复制链接",
    "首页",
    "返回首页",
    "返回",
    "返回顶部",
    "返回列表",
    "我要纠错",
    "纠错",
    "大",
    "中",
    "小",
    "大中小",
    "字号",
    "字号：",
    "默认",
    "超大",
    "全真版",
    "文字版",
    "图文版",
    "文件下载",
    "附件下载",
    "附件下载：",
    "相关链接",
    "相关链接：",
    "相关附件",
    "下载",
    "下载PDF",
    "下载文档",
    "下载WORD版",
    "PDF下载",
    "扫一扫",
    "扫一扫在手机打开当前页",
    "听全文",
    "语音播报",
    "登录",
    "注册",
    "无障碍浏览",
    "长者模式",
    "适老化",
    "繁体版",
    "移动版",
    "正文",
    "全文",
    "-->",
];

/// Beginnings of lines that belong to a page.
const OPENINGS: [&str; 26] = [
    "当前位置",
    "您的位置",
    "您当前的位置",
    "您当前所在位置",
    "您现在的位置",
    "所在位置",
    "首页>",
    "首页»",
    "首页/",
    "首页-",
    "网站首页",
    "上一篇",
    "下一篇",
    "扫一扫",
    "分享到",
    "【字体",
    "【字号",
    "字体：",
    "字号：",
    "[字体",
    "浏览次数",
    "阅读次数",
    "页面链接与图片详见",
    "保护视力色",
    "视力保护色",
    "打印本页",
];

/// Beginnings or words of lines with which the foot of a page begins.
const FOOT: [&str; 22] = [
    "扫一扫",
    "打印本页",
    "关闭窗口",
    "上一篇",
    "下一篇",
    "分享到",
    "网站地图",
    "版权所有",
    "网站标识码",
    "友情链接",
    "附件下载",
    "相关链接",
    "ICP备",
    "公网安备",
    "公安备案号",
    "主办单位：",
    "主办：",
    "承办：",
    "技术支持：",
    "相关文章",
    "相关信息",
    "返回顶部",
];

/// Whether a line belongs to the page around the text.
pub(super) fn is_chrome(line: &str) -> bool {
    let line = dense(line);
    let is_opening = || OPENINGS.iter().any(|word| line.starts_with(word)) && line.chars().count() <= 60;
    let is_trail = || {
        line.chars().filter(|c| matches!(c, '>' | '》' | '›' | '»')).count() >= 2 && !line.contains(['。', '《', '<'])
    };
    BUTTONS.contains(&line.as_str()) || is_sizes(&line) || is_opening() || is_trail()
}

/// Whether the foot of a page begins with a line.
pub(super) fn opens_foot(line: &str) -> bool {
    let line = dense(line);
    line.chars().count() <= 60
        && !line.contains('。')
        && FOOT.iter().any(|word| line.starts_with(word) || word.starts_with("ICP") && line.contains(word))
}

/// A line that parts the head of a copied page from its text.
pub(super) fn is_divider(line: &str) -> bool {
    let line = dense(line);
    let rules = line.chars().filter(|c| matches!(c, '=' | '-' | '—' | '_' | '*')).count();
    rules >= 6 && line.chars().count() <= rules + 4
}

/// Whether a line is the number of a page: -3-, — 3 —, 第3页, 3/5.
pub(super) fn is_page_number(line: &str) -> bool {
    let line = folded(line);
    let inner = line.trim_matches(['-', '—', '–', '－', '─', '·', '~', '_', '―', '一']);
    let is_framed = inner.len() < line.len() && line.chars().count() >= inner.chars().count() + 2;
    is_framed && is_short_number(inner)
        || is_worded(&line)
        || line.split_once('/').is_some_and(|(page, all)| is_short_number(page) && is_short_number(all))
}

/// Whether a line is a bare number that may be that of a page.
pub(super) fn is_bare_number(line: &str) -> bool {
    is_short_number(&folded(line))
}

/// 第3页 共5页
fn is_worded(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('第') else { return false };
    let numbers: Vec<&str> = rest.split(['页', '共', ',', '，', '/', '第']).filter(|piece| !piece.is_empty()).collect();
    rest.contains('页') && (1..=2).contains(&numbers.len()) && numbers.iter().all(|piece| is_short_number(piece))
}

fn is_short_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// 【大 中 小】
fn is_sizes(line: &str) -> bool {
    let line: String = number::without(line).chars().filter(|c| !"【】[]（）()：:|".contains(*c)).collect();
    let rest = line.trim_start_matches("字体").trim_start_matches("字号").trim_start_matches("大小");
    matches!(rest, "大中小" | "小中大" | "大中小打印" | "大中小打印关闭" | "打印关闭" | "打印收藏")
}
