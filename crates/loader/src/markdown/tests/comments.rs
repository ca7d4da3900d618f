//! `<!-- … -->`: what is left of it, and what is said of sections that hold nothing else.

use super::{codes, narrative, prose, shown};

#[test]
fn comments_leave_nothing_in_the_text() {
    assert_eq!(shown("甲<!-- 乙 -->丙\n\n<!-- 丁\n\n戊 -->\n己\n\n- 庚\n  <!-- 辛 -->"), ["甲丙", "己", "None<庚>"]);
    assert_eq!(codes("甲\n<!-- 乙 -->\n<!-- 丙 --> <!-- 丁 -->\n戊"), [""; 0]);
}

#[test]
fn text_beside_a_comment_and_below_an_open_one_is_not_lost_in_silence() {
    let said = |text: &str| prose(text).1.found().first().map(|finding| finding.message.clone()).unwrap_or_default();
    assert_eq!(said("<!-- 写法 --> 甲"), "提示的“-->”后面还有文字，和提示写在同一行就不会公开");
    assert_eq!(said("<!-- 写法\n\n甲"), "“<!--”后面没有“-->”，从这里起的文字都不会公开");
}

/// What is said of the sections that are there.
fn unwritten(text: &str) -> Vec<String> {
    let (_, sink) = prose(text);
    let empty = sink.found().iter().filter(|finding| finding.code.id == "C005");
    empty.map(|finding| finding.message.clone()).collect()
}

#[test]
fn guidance_counts_as_unwritten() {
    let text = "# 总体情况\n\n<!-- 写法 -->\n\n## 主动公开\n\n<!-- 写法 -->\n\n# 其他需要报告的事项\n";
    assert_eq!(unwritten(text), ["“总体情况”还没有写", "“其他需要报告的事项”没有内容"]);
    let text = "# 总体情况\n\n<!-- 写法 -->\n\n## 主动公开\n\n<!-- 写法 -->\n\n甲。\n\n## 监督保障\n\n<!-- 写法 -->\n\n### 机构\n\n<!-- 写法 -->\n";
    assert_eq!(unwritten(text), ["“监督保障”还没有写"]);
    let text = "# 总体情况\n\n## 监督保障\n\n<!-- 写法 -->\n\n### 机构\n\n甲。\n\n## 主动公开\n";
    assert_eq!(unwritten(text), [""; 0]);
}

#[test]
fn guidance_in_the_introduction_waits_for_nothing() {
    let (read, codes) = narrative("<!-- 可以写编制说明 -->\n\n# 总体情况\n\n甲。\n");
    assert!(read.introduction.is_empty() && !codes.contains(&"C005"), "{codes:?}");
}
