//! Texts that would be YAML, Markdown, HTML or a path somewhere else arrive as texts.

use nianbao_tests::nianbao;

use super::made::{text, word};
use super::{city, import_all};

#[test]
fn what_a_document_says_is_text_and_nothing_else() {
    let workspace = city();
    let report = String::from_utf8(super::document("tabs.txt")).unwrap().replace("\r\n", "\n");
    let evil = [
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "状态: 已公开",
        "---",
        "# 存在的主要问题及改进情况",
        "![图](../../../../etc/passwd)",
        "[^1]: 注 {{ 7 * 7 }} {% raw %} ```",
        "- *a* `b` | c | \\",
        "&lt;b&gt; &#60;script&#62;",
    ];
    let report = report.replacen("（一）主动公开\n", &format!("{}\n（一）主动公开\n", evil.join("\n")), 1);
    let report = report.replacen("规章\t3\t", "规章\t3 # \"注\": {a: &x *x} !!int <b>\t", 1);
    workspace.write("收来的/年报.txt", report);
    let args = ["import", "收来的/年报.txt", "--agency", "jt", "--page", "页.html"];
    let first = nianbao(workspace.path(), args).output().unwrap();
    let told = String::from_utf8(first.stdout).unwrap();
    let page = workspace.read("页.html");
    assert!(!page.contains("<script") && !page.contains("<img src=x"), "{told}");
    assert!(page.contains("&lt;script&gt;alert(1)"), "it is shown as it stands");
    let narrative = workspace.read("content/agencies/jt/2024/narrative.md");
    let yaml = workspace.read("content/agencies/jt/2024/report.yaml");
    assert!(yaml.contains("\n状态: 起草\n") && !yaml.contains("\n状态: 已公开"), "{yaml}");
    assert!(narrative.contains("alert(1)") && !narrative.contains("\n![图]("), "{narrative}");
    assert!(!narrative.lines().any(|line| line == "---"), "{narrative}");
    // What was written reads back as what was read: the same file is the same report.
    let again = nianbao(workspace.path(), ["import", "收来的/年报.txt", "--agency", "jt"]).output().unwrap();
    let told = String::from_utf8(again.stdout).unwrap();
    assert!(told.contains("已经有了，一字不差"), "{told}");
    let check = nianbao(workspace.path(), ["check"]).output().unwrap();
    let told = String::from_utf8(check.stdout).unwrap() + &String::from_utf8(check.stderr).unwrap();
    assert!(!told.contains("YAML") && !told.contains("/etc/passwd"), "{told}");
}

#[test]
fn names_of_pictures_lead_nowhere_else() {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
    let workspace = city();
    let long = "长".repeat(300);
    let names = [
        "../../../site.png",
        "CON.png",
        "con.PNG",
        "a/b.png",
        "C:\\x.png",
        ".hidden.png",
        &long,
        "图.png",
        "图.png",
        "report.yaml",
    ];
    let picture = |(name, number): (&&str, usize)| {
        format!(
            r#"<w:p><w:r><w:drawing><wp:inline xmlns:wp="w"><wp:docPr id="1" name="{name}" descr="说明"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>
            <pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="i{number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#
        )
    };
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let head = ["平湖市交通运输局2023年政府信息公开工作年度报告", "一、总体情况", "全年主动公开信息12条。"]
        .map(paragraph)
        .concat();
    let pictures: String = names.iter().zip(0..).map(picture).collect();
    let paths: Vec<String> = (0..names.len()).map(|number| format!("media/{number}.png")).collect();
    let links: String = paths
        .iter()
        .zip(0..)
        .map(|(path, number)| format!(r#"<Relationship Id="i{number}" Type="{TYPE}" Target="{path}"/>"#))
        .collect();
    let bytes: Vec<(String, Vec<u8>)> = paths
        .iter()
        .zip(0_u8..)
        .map(|(path, number)| (format!("word/{path}"), vec![0x89, b'P', b'N', b'G', number]))
        .collect();
    let parts: Vec<(&str, &[u8])> = bytes.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let file = word(&text(&format!("{head}{pictures}")), &links, &parts);
    workspace.write("图.docx", file);
    let before = nianbao_tests::read_tree(workspace.path());
    let told = nianbao(workspace.path(), ["import", "图.docx", "--agency", "jt"]).output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    let after = nianbao_tests::read_tree(workspace.path());
    let made: Vec<&String> = after.keys().filter(|path| !before.contains_key(*path)).collect();
    assert!(made.iter().all(|path| path.starts_with("content/agencies/jt/2023/")), "{made:?}");
    let distinct: std::collections::BTreeSet<String> = made.iter().map(|path| path.to_lowercase()).collect();
    assert_eq!(distinct.len(), names.len() + 2, "each picture and two texts: {made:?} {told}");
    assert!(
        made.iter().all(|path| !path.to_lowercase().contains("con.") && path.matches('/').count() == 4),
        "{made:?}"
    );
    import_all(&workspace);
}
