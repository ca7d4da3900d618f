//! Brackets that hold nothing, or words that say what is to be put there.

/// Brackets that close with what they open, and whether running text has them too.
const BRACKETS: [(char, char, bool); 13] = [
    ('（', '）', true),
    ('(', ')', true),
    ('【', '】', false),
    ('[', ']', false),
    ('［', '］', false),
    ('〔', '〕', false),
    ('《', '》', true),
    ('“', '”', true),
    ('<', '>', false),
    ('＜', '＞', false),
    ('‹', '›', false),
    ('{', '}', false),
    ('｛', '｝', false),
];

/// No hint is longer, in characters.
const LONGEST: usize = 30;

/// What an editor is asked to do.
const ASKED: [&str; 14] = [
    "请填",
    "请补",
    "请输入",
    "请插入",
    "请选择",
    "请核",
    "请修改",
    "请替换",
    "请删",
    "请在此",
    "请更新",
    "请注明",
    "请完善",
    "请说明",
];

/// Asking readers, not the editor.
const OF_READERS: [&str; 6] = ["申请", "《", "登录", "网", "表格", "信封"];

/// What is still to come.
const TO_COME: [&str; 12] =
    ["待补充", "待填", "待填写", "待定", "待补", "待核", "待核实", "待核对", "待确认", "待统计", "待更新", "待完善"];

/// Waiting for an applicant, not for the editor.
const OF_APPLICANTS: [&str; 5] = ["申请", "材料", "补正", "件", "的"];

/// What a form's blank is called.
const BLANKS: [&str; 8] = ["机关名称", "单位名称", "部门名称", "行政机关名称", "机关全称", "单位全称", "数字", "件数"];

/// The same, where marks do not make a label of it: 【电话】.
const LABELS: [&str; 12] =
    ["本机关", "名称", "数量", "金额", "年份", "年度", "日期", "姓名", "网址", "电话", "地址", "内容"];

/// The length of the brackets that a text begins with, of which `first` is the first character, if they stand for something.
pub(super) fn length(first: char, text: &str) -> Option<usize> {
    let (_, close, running) = BRACKETS.into_iter().find(|(open, ..)| *open == first)?;
    let rest = text.get(first.len_utf8()..)?;
    let inside = rest.char_indices().take(LONGEST + 1).find(|(_, c)| *c == close).map(|(end, _)| end)?;
    let words = rest.get(..inside)?;
    stands_for_something(first, words.trim(), running).then(|| first.len_utf8() + inside + close.len_utf8())
}

fn stands_for_something(open: char, words: &str, running: bool) -> bool {
    let any = |list: &[&str]| list.iter().any(|word| words.contains(word));
    // What braces hold may be a look-up that reading found fault with.
    let braces = matches!(open, '{' | '｛');
    if words.is_empty() && !braces || open == '‹' {
        return true;
    }
    let instructs = ["此处", "填写", "填入", "插入"].iter().any(|word| words.starts_with(word));
    let asks = ASKED.iter().any(|word| words.starts_with(word)) && !(running && any(&OF_READERS));
    let waits = TO_COME.iter().any(|word| words.starts_with(word) || words.ends_with(word));
    let waits = waits && !(running && any(&OF_APPLICANTS));
    let labels = open != '【' && LABELS.contains(&words);
    let blank = !running && open != '〔' && (BLANKS.contains(&words) || labels);
    let quoted = matches!(open, '“' | '《');
    !quoted && (instructs && !any(&["申请表"]) || asks || waits || blank)
}
