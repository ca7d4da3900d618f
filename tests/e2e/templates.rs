//! A workspace's own templates, and the manual that tells how to write them.

use std::fs;
use std::process::Command;

use nianbao_tests::{Finished, Workspace, nianbao, pdf_text, read_tree, repository, run};

fn build(workspace: &Workspace) -> Finished {
    nianbao(workspace.path(), ["build"]).output().unwrap().into()
}

/// The examples of docs/模板.md by their paths below `templates/`: blocks with a name behind the language.
fn examples() -> Vec<(String, String)> {
    let manual = fs::read_to_string(repository().join("docs/模板.md")).unwrap();
    let blocks = manual.split("\n```").skip(1).step_by(2);
    let named = blocks.filter_map(|block| {
        let (info, text) = block.split_once('\n')?;
        let (language, name) = info.split_once(' ')?;
        let folder = match language {
            "html" => "html",
            "typst" => "pdf",
            _ => "assets",
        };
        Some((format!("{folder}/{name}"), text.to_owned()))
    });
    named.collect()
}

/// The first page of a PDF as a picture.
fn first_page(workspace: &Workspace) -> Vec<u8> {
    let pdf = workspace.path().join("dist/site/tcj/2024/report.pdf");
    let page = workspace.path().join("page");
    run(Command::new("pdftoppm").args(["-r", "40", "-gray", "-singlefile"]).args([&pdf, &page]));
    fs::read(page.with_extension("pgm")).unwrap()
}

#[test]
fn the_examples_of_the_manual_change_pages_and_pdfs() {
    let workspace = Workspace::real();
    assert_eq!(build(&workspace).status, Some(0));
    let (plain, plain_page) = (read_tree(&workspace.path().join("dist")), first_page(&workspace));
    let pdf = workspace.path().join("dist/site/tcj/2024/report.pdf");
    let text = pdf_text(&pdf);
    let examples = examples();
    let names: Vec<&str> = examples.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["assets/city.css", "html/base.html", "pdf/page.typ", "html/report.html"]);
    for (name, example) in &examples {
        workspace.write(&format!("templates/{name}"), example);
    }
    workspace.write("templates/assets/logo.svg", r#"<svg xmlns="http://www.w3.org/2000/svg"/>"#);
    let built = build(&workspace);
    assert_eq!(built.status, Some(0), "{}", built.transcript());
    assert!(!built.stdout.contains("U02"), "{}", built.transcript());
    let page = workspace.read("dist/site/tcj/2024/index.html");
    for part in [
        r#"<link rel="stylesheet" href="../../assets/city.css">"#,
        r#"<a href="../../index.html"><img src="../../assets/logo.svg" alt=""> "#,
        r#"<p class="note">本报告由温州市投资促进局负责解释。</p>"#,
    ] {
        assert!(page.contains(part), "{part} is missing in\n{page}");
    }
    let themed = read_tree(&workspace.path().join("dist"));
    assert!(themed.contains_key("site/assets/logo.svg") && themed.contains_key("site/assets/city.css"));
    assert_eq!(pdf_text(&pdf), text, "another look, the same words");
    assert!(first_page(&workspace) != plain_page, "the title looks as before");
    assert_eq!(themed["site/assets/style.css"], plain["site/assets/style.css"]);
}

#[test]
fn further_files_can_be_read_by_templates() {
    let workspace = Workspace::real();
    workspace.write("templates/pdf/words.json", r#"{"closing": "（完）"}"#);
    workspace.write("templates/pdf/closing.typ", "#let closing = align(center, json(\"/words.json\").closing)\n");
    workspace.write(
        "templates/pdf/page.typ",
        "#import \"/builtin/page.typ\": *\n#import \"/builtin/page.typ\" as original\n#import \"closing.typ\": closing\n\
         #let official-page(..settings, body) = original.official-page(..settings, body + closing)\n",
    );
    workspace.write("templates/html/closing.html", "<p>（完）</p>");
    workspace.write(
        "templates/html/report.html",
        "{% extends \"builtin/report.html\" %}\n{% block main %}{{ super() }}{% include \"closing.html\" %}{% endblock main %}\n",
    );
    let built = build(&workspace);
    assert_eq!(built.status, Some(0), "{}", built.transcript());
    assert!(!built.stdout.contains("警告["), "{}", built.transcript());
    assert!(workspace.read("dist/site/tcj/2024/index.html").contains("<p>（完）</p>"));
    assert!(pdf_text(&workspace.path().join("dist/site/tcj/2024/report.pdf")).ends_with("（完）"));
}

#[test]
fn a_check_does_not_need_templates() {
    let workspace = Workspace::real();
    workspace.write("templates/html/city.html", "{{ unfinished");
    assert_eq!(nianbao(workspace.path(), ["check"]).status().unwrap().code(), Some(0));
    let built = build(&workspace);
    assert_eq!(built.status, Some(1), "{}", built.transcript());
    assert!(!workspace.path().join("dist").exists());
}
