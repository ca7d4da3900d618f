//! A text as editors bring it from Word, and bold and columns wherever a report is shown.

use std::fs;

use nianbao_tests::{Finished, Workspace, letters, nianbao, part_of_workbook, pdf_text};

const NARRATIVE: &str = "content/2024/narrative.md";

/// As Word leaves it: no marks, no blank lines, full-width spaces, bullets, tabs, line breaks.
const PASTED: &str = "示例市2024年政府信息公开工作年度报告
　　一、总体情况
本机关按照规定做好政府信息公开工作。
（一）主动公开情况
围绕群众关心的事项做好公开。\u{b}门户网站开设了专栏，\u{b}方便查阅。
主要做法如下：
•加强组织领导
•完善工作制度
各渠道的情况见下表：
渠道\t内容
门户网站\t政策文件
微信\t办事指南
五、存在的主要问题和改进情况
存在解读形式单一的问题。
将增加图文解读。
**六、其他需要报告的事项**
本年度未收取信息处理费。
";

const MENDED: &str = "
# 总体情况
本机关按照规定做好政府信息公开工作。
## （一）主动公开情况
围绕群众关心的事项做好公开。

门户网站开设了专栏，\\
方便查阅。

主要做法如下：
- 加强组织领导
- 完善工作制度

各渠道的情况见下表：

| 渠道 | 内容 |
|---|---|
| 门户网站 | 政策文件 |
| 微信 | 办事指南 |
# 存在的主要问题及改进情况
存在解读形式单一的问题。

将增加图文解读。
# 其他需要报告的事项
本年度未收取信息处理费。
";

fn workspace(narrative: &str) -> Workspace {
    let workspace = Workspace::copy_of("tests/invalid/S061-paragraphs");
    workspace.write(NARRATIVE, narrative);
    workspace
}

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), args).output().unwrap().into()
}

#[test]
fn a_report_pasted_from_word_is_mended_at_once() {
    let workspace = workspace(PASTED);
    let told = run(&workspace, &["check", "--fix"]);
    assert_eq!(workspace.read(NARRATIVE), MENDED, "{}", told.transcript());
    let again = run(&workspace, &["check", "--fix"]);
    assert!(again.stdout.contains("没有发现问题"), "{}", again.transcript());
    assert_eq!(workspace.read(NARRATIVE), MENDED);
}

/// A whole report as a newcomer pastes it, with what is printed by itself: its title and those of the tables.
const WHOLE: &str = "示例市人民政府
　　　　关于2024年政府信息公开工作的年度报告
本报告由示例市人民政府根据《中华人民共和国政府信息公开条例》编制。
一、总体情况
本机关按照规定做好政府信息公开工作。
（一）主动公开情况
围绕群众关心的事项做好公开。
（二）依申请公开情况
严格按照规定办理申请。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
存在解读形式单一的问题，将增加图文解读。
六、其他需要报告的事项
本年度未收取信息处理费。
";

#[test]
fn what_is_printed_by_itself_is_told_once_and_left_out() {
    let workspace = workspace(WHOLE);
    let told = run(&workspace, &["check", "--format", "short"]).stdout;
    let lines: Vec<&str> = told.lines().filter(|line| line.starts_with("content")).collect();
    let codes: Vec<&str> = lines.iter().filter_map(|line| line.split(['[', ']']).nth(1)).collect();
    assert_eq!(codes, ["C001", "C009", "S064", "S064", "C006", "C006", "C006", "C009", "C009"], "{told}");
    let fixed = run(&workspace, &["check", "--fix"]);
    assert!(fixed.stdout.contains("没有发现问题"), "{}", fixed.transcript());
    let text = workspace.read(NARRATIVE);
    let first: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(first.len(), WHOLE.lines().count() - 5, "{text}");
    assert!(first.first().is_some_and(|line| line.starts_with("本报告由")), "{text}");
    let again = run(&workspace, &["check", "--fix"]);
    assert!(again.stdout.contains("没有发现问题"), "{}", again.transcript());
    assert_eq!(workspace.read(NARRATIVE), text);
}

#[test]
fn text_below_the_title_of_a_table_is_told_and_kept() {
    let table = "二、主动公开政府信息情况\n信息内容\t本年制发件数\n规章\t0\n";
    let workspace = workspace(&WHOLE.replace("二、主动公开政府信息情况\n", table));
    let fixed = run(&workspace, &["check", "--fix"]);
    assert_eq!(fixed.stdout.matches("[C").count(), 1, "{}", fixed.transcript());
    assert!(fixed.stdout.contains("[C007]") && fixed.stdout.contains("连同标题一起删去"), "{}", fixed.transcript());
    let text = workspace.read(NARRATIVE);
    assert!(text.contains("二、主动公开政府信息情况\n") && text.contains("| 规章 | 0 |\n\n"), "{text}");
    assert!(!text.contains("三、收到"), "{text}");
}

#[test]
fn a_line_break_of_word_is_told_once() {
    let workspace = workspace(&MENDED.replace("\\\n", "\u{b}"));
    let told = run(&workspace, &["check", "--format", "short"]).stdout;
    assert_eq!(told.matches("U+000B").count(), 1, "{told}");
}

#[test]
fn bold_and_columns_are_the_same_on_page_and_paper_and_in_word() {
    let table = "| 名目 | 件数 |\n|:---|---:|\n| 甲 | 7 |\n| 乙 | 1234568 |";
    let text =
        format!("落实**《条例》**要求，**（一）**主动，**主动公开。**全年共3*4*5米。\n\n{table}\n\n主要做法如下：");
    let workspace = workspace(&MENDED.replace("主要做法如下：", &text));
    workspace.replace("content/2024/report.yaml", "年度: 2024", "年度: 2024\n状态: 可公开");
    let built = run(&workspace, &["build"]);
    assert_eq!(built.status, Some(0), "{}", built.transcript());
    let folder = workspace.path().join("dist/site/government/2024");

    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    let bold =
        "落实<strong>《条例》</strong>要求，<strong>（一）</strong>主动，<strong>主动公开。</strong>全年共3*4*5米。";
    assert!(page.contains(bold), "{page}");
    assert!(page.contains("<td class=\"left\">甲</td><td class=\"right\">7</td>"), "{page}");

    let pdf = folder.join("report.pdf");
    assert_eq!(pdf_text(&pdf).matches('*').count(), 2);
    let (letters, _) = letters(&pdf);
    let in_table = |digit: &str| letters.iter().find(|letter| letter.size < 11.0 && letter.text == digit).unwrap();
    let right = |digit: &str| in_table(digit).x + in_table(digit).width;
    assert!((right("7") - right("8")).abs() < 0.5, "{} {}", right("7"), right("8"));

    let word = workspace.path().join("年报.docx");
    let told =
        run(&workspace, &["export", "docx", "示例市人民政府", "--year", "2024", "--out", word.to_str().unwrap()]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    let document = part_of_workbook(&fs::read(&word).unwrap(), "word/document.xml");
    assert_eq!(document.matches("<w:jc w:val=\"right\"/>").count(), 3);
    assert_eq!(document.matches("w:val=\"Strong\"").count(), 3);
}
