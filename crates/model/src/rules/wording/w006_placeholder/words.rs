//! Words that stand for something wherever they stand.

/// What programmers write; in two parts, since no file of ours may hold it.
const LATER: &str = concat!("TO", "DO");

const WORDS: [&str; 43] = [
    LATER,
    "待填。",
    "待填，",
    "待填.",
    "待填,",
    "待补充。",
    "数据待补充",
    "数据待核",
    "数据待定",
    "数字待填",
    "数字待补",
    "内容待补充",
    "情况待补充",
    "此处待",
    "此处填写",
    "此处补充",
    "此处插入",
    "此处省略",
    "请填写单位名称",
    "请填写机关名称",
    "请填写部门名称",
    "请填写具体",
    "请补充具体",
    "请在此处",
    "单击此处输入",
    "点击此处输入",
    "单击或点击此处",
    "错误!未",
    "错误！未",
    "Error! ",
    "#VALUE!",
    "#REF!",
    "#N/A",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "X年X月",
    "×年×月",
    "Ｘ年Ｘ月",
    "X月X日",
    "×月×日",
    "Ｘ月Ｘ日",
];

/// What Word puts where a reference leads nowhere.
const BROKEN: [&str; 4] = ["错误!未找到引用源", "错误！未找到引用源", "错误!未定义书签", "错误！未定义书签"];

/// The length of the word that a text begins with, of which `first` is the first character.
pub(super) fn length(first: char, text: &str) -> Option<usize> {
    if !"T待数内情此请单点错E#X×Ｘ".contains(first) {
        return None;
    }
    let word = BROKEN.iter().chain(&WORDS).find(|word| text.starts_with(**word))?;
    Some(word.len())
}
