//! A narrative in its sections, and as narrative.md.

use std::fmt::Write as _;

/// The sub-sections of 一、总体情况.
const SUBSECTIONS: [&str; 5] = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];
const NUMERALS: [&str; 5] = ["一", "二", "三", "四", "五"];

/// What a report says.
#[derive(Debug, Clone)]
pub(crate) struct Narrative {
    /// 编制说明.
    pub(crate) introduction: Vec<String>,
    /// What section one begins with.
    pub(crate) opening: Option<String>,
    /// The paragraphs of the sub-sections of section one.
    pub(crate) subsections: [Vec<String>; 5],
    /// Whether the headings of sub-sections bear their numbers.
    pub(crate) numbered: bool,
    /// 五; empty where the whole section is missing.
    pub(crate) problems: Vec<String>,
    /// 六.
    pub(crate) others: Vec<String>,
}

impl Narrative {
    /// The text of narrative.md.
    pub(crate) fn markdown(&self) -> String {
        let mut text = String::new();
        paragraphs(&mut text, &self.introduction);
        text += "# 一、总体情况\n\n";
        paragraphs(&mut text, self.opening.as_slice());
        for ((heading, numeral), content) in SUBSECTIONS.iter().zip(NUMERALS).zip(&self.subsections) {
            let number = if self.numbered { format!("（{numeral}）") } else { String::new() };
            let _ = writeln!(text, "## {number}{heading}\n");
            paragraphs(&mut text, content);
        }
        if !self.problems.is_empty() {
            text += "# 五、存在的主要问题及改进情况\n\n";
            paragraphs(&mut text, &self.problems);
        }
        text += "# 六、其他需要报告的事项\n\n";
        paragraphs(&mut text, &self.others);
        text.truncate(text.trim_end().len());
        text + "\n"
    }
}

fn paragraphs(text: &mut String, paragraphs: &[String]) {
    for paragraph in paragraphs {
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
}
