//! What happens to texts on their way: lines lost, doubled and put in, marks of another keyboard, things left open, other line
//! ends.

use std::ops::Range;

/// Lines that lead far into reading and mending.
const NARRATIVE: &[&str] = &[
    "<!--",
    "-->",
    "```",
    "~~~",
    "<pre>",
    "<script>",
    "<![CDATA[",
    "<?",
    "<div>",
    "    甲,乙",
    "\t甲",
    "> 甲,乙",
    "> # 其他需要报告的事项",
    "- 甲",
    "1. 甲",
    "- # 总体情况",
    "| 甲 | 乙 |",
    "|---|---|",
    "[^1]: 甲,乙",
    "甲[^1]",
    "##甲",
    "＃ 乙",
    "#总体情况",
    "#### 丙",
    "## （九）丁",
    "{ 复议 }",
    "{{ 申请.本年新增.总计 }}",
    "｛｛诉讼｝｝",
    "一、总体情况",
    "六、其他需要报告的事项。",
    "五、存在的主要问题和改进情况",
    "（二）主动公开情况",
    "**（三）平台建设**",
    "某市2024年政府信息公开工作年度报告",
    "全年公开,共甲条。",
    "（一）甲；",
    "•甲,乙",
    "➢ 丙",
    "①甲",
    "②乙",
    "甲\t乙",
    "丙\t丁,戊",
    "\t己\t庚",
    "落实**《条例》**要求",
    "# 政府信息公开工作存在的主要问题及改进情况",
    "存在的主要问题及改进情况",
    "# 其它需要报告的事项",
    "---",
    "===",
    "　　甲(乙)丙",
    "&nbsp;&nbsp;甲,乙",
    "**甲：**乙",
    "*甲*,乙",
    "`甲,乙`",
    "[甲](乙,丙)",
    "![甲](乙.png)",
    "本机关不撑握政府信息工开",
    "待填,",
    "他说\"好,的\"。",
    "\\(甲)",
    "甲(乙",
    "《政府信息公开处理费管理办法》",
    "",
    "   ",
    "\u{200b}",
];
const YAML: &[&str] = &[
    "申请：",
    "  本年新增: {自然人: 1}",
    "  本年新收: {自然人：1，商业企业: 2}",
    "\t自然人: 1",
    "年度:2024",
    "年度: 2024年",
    "发布日期: 2025年1月2日",
    "更正:",
    "- {日期: 2025/3/5, 内容: 由5次,更正为3次}",
    "状态: 拟公布",
    "状态: 拟公开 # 甲",
    "落款: 盖章了",
    "落款: {署名: 甲, 日期: 2025.1.2}",
    "说明:",
    "- {规则: w001, 理由: 甲}",
    "- {规则: Ｗ００１，理由: 甲}",
    "'",
    "\"",
    "{",
    "}",
    "[",
    "甲: |",
    "  乙",
    "&a",
    "*a",
    "---",
    "复议: 无",
    "复议: /",
    "更正: 无",
    "汇总: 所有下级",
    "表注: {主动公开: 甲,乙}",
    "主动公开: {规章: {制发: １２, 废止: 1_000, 现行有效: 3件}}",
    "标题: 甲\u{200b}乙",
    "",
    "# 甲",
    "自然人 1",
];
const MARKS: &[&str] = &[
    ",",
    ".",
    "(",
    ")",
    "\"",
    "'",
    ";",
    ":",
    "：",
    "，",
    "。",
    "{",
    "}",
    "｛",
    "｝",
    "*",
    "**",
    "`",
    "\\",
    " ",
    "\t",
    "　",
    "#",
    "<",
    ">",
    "[",
    "]",
    "|",
    "&",
    "~",
    "-",
    "!",
    "１",
    "1",
    "0",
    "件",
    "公",
    "\n",
    "\r\n",
    "\r",
    "\u{b}",
    "\u{c}",
    "\u{1}",
    "\u{85}",
    "\u{2028}",
    "\u{200b}",
    "\u{200d}",
    "\u{200f}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{ad}",
    "\u{fe0f}",
    "\u{e0041}",
    "工开",
    "审请",
];

/// Numbers that are the same in every run (SplitMix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }

    fn of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }
}

/// The text with one mishap.
pub(crate) fn mutated(path: &str, text: &str, chance: &mut Chance) -> String {
    let lines = lines(text);
    let line = lines.get(chance.below(lines.len())).cloned().unwrap_or(0..0);
    let at = character(text, chance);
    let snippets = if path.ends_with(".md") { NARRATIVE } else { YAML };
    let mut new = text.to_owned();
    match chance.below(14) {
        0 => new.replace_range(line, ""),
        1 => new.insert_str(line.start, &text[line]),
        2..=5 => new.insert_str(line.start, &format!("{}\n", chance.of(snippets))),
        6..=8 => new.insert_str(at, chance.of(MARKS)),
        9 => new = text.chars().enumerate().filter(|(number, _)| *number != at / 3).map(|(_, c)| c).collect(),
        10 => new = text.replace("\r\n", "\n").replace('\n', "\r\n"),
        11 => text.trim_end().clone_into(&mut new),
        12 => new.insert(0, '\u{feff}'),
        _ => new = format!("{}\n{}", text.trim_end(), chance.of(snippets)),
    }
    new
}

/// The places of all lines, with their ends.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let place = |line: &str| {
        start += line.len();
        start - line.len()..start
    };
    text.split_inclusive('\n').map(place).collect()
}

fn character(text: &str, chance: &mut Chance) -> usize {
    text.floor_char_boundary(chance.below(text.len() + 1))
}
