//! Names, texts and arguments can hold anything: none of it moves a cursor, forges a line or breaks a file.

use std::fs;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;

use nianbao_tests::{Finished, Workspace, nianbao};
use quick_xml::Reader;
use quick_xml::events::Event;

/// What somebody would write to clear a terminal, rename its window, forge a line and turn the direction of reading.
const EVIL: &str = "\u{1b}[2J\u{1b}]0;x\u{7}\r\n错误：假\n::error::假\u{85}\u{9b}31m\u{202e}\u{2066}\u{200b}\u{2028}\u{2029}\u{feff}\u{e0041}\u{7f}\u{8}\0";

/// The same as YAML writes it in quotes.
fn quoted(text: &str) -> String {
    let escape = |character: char| match u32::from(character) {
        code @ (0..0x20 | 0x7f..0xa0) => format!("\\x{code:02x}"),
        code @ (0x2000..0x2100 | 0xfe00..0x10000) => format!("\\u{code:04x}"),
        code @ 0x10000.. => format!("\\U{code:08x}"),
        _ => character.to_string(),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

fn hostile() -> Workspace {
    let workspace = Workspace::copy_of("tests/data/city");
    let agencies = "content/agencies";
    workspace.replace("content/agencies/jyj/agency.yaml", "海州市教育局", &quoted(&format!("教育局{EVIL}")));
    let narrative = format!("{agencies}/wgj/2023/narrative.md");
    let text = workspace.read(&narrative);
    workspace
        .write(&narrative, format!("{text}\n# 怪\u{1b}[5m\u{9b}\u{202e}标题%0A::error::假\n\n{{{{甲\u{1b}[7m}}}}\n"));
    let report = "content/agencies/czj/2024/report.yaml";
    workspace.write(report, format!("{}\n{}: 1\n", workspace.read(report), quoted(&format!("键{EVIL}"))));
    for folder in ["x\u{1b}[31m\n错误：假\u{202e}", "y\r\n::error::假"] {
        let path = workspace.path().join(agencies).join(folder);
        fs::create_dir_all(path.join("2024")).unwrap();
        fs::write(path.join("agency.yaml"), format!("名称: {}\n", quoted(&format!("甲局{EVIL}")))).unwrap();
    }
    workspace
}

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), args).output().unwrap().into()
}

fn is_hidden(character: char) -> bool {
    let breaks = matches!(character, '\n' | '\t');
    let formats = "\u{200b}\u{2028}\u{2029}\u{202e}\u{2066}\u{feff}\u{e0041}";
    !breaks && (character.is_control() || formats.contains(character))
}

/// Nothing raw, and no line that we did not write.
fn assert_shown(finished: &Finished, what: &[&str]) {
    let told = finished.transcript();
    let raw: String = told.chars().filter(|character| is_hidden(*character)).collect();
    assert!(raw.is_empty(), "{what:?}: {raw:?}");
    let forged = told.lines().find(|line| line.starts_with("错误：假") || line.starts_with("::error::假"));
    assert_eq!(forged, None, "{what:?}");
}

#[test]
fn nothing_of_a_workspace_reaches_a_terminal_raw() {
    let workspace = hostile();
    for args in [
        &["check"][..],
        &["check", "--format", "short"],
        &["check", "--format", "github"],
        &["check", "--format", "json"],
        &["check", "--format", "sarif"],
        &["check", "--diff"],
        &["build", "--no-pdf", "--format", "short"],
        &["status"],
        &["status", "--format", "json"],
        &["explain-total", "申请.本年新收.自然人"],
        &["explain-total", "申请.本年新收.自然人", "--format", "json"],
        &["compare", "jyj"],
        &["compare", "jyj", "--format", "json"],
        &["export", "csv", "jyj", "--year", "2023", "--out", "表"],
    ] {
        assert_shown(&run(&workspace, args), args);
    }
    let shown = run(&workspace, &["check", "--format", "short"]).stdout;
    assert!(shown.contains("错误[V020]: 无法识别“键␛[2J␛]0;x␇␍␊错误：假␊::error::假<U+0085>"), "{shown}");
}

#[test]
fn nothing_that_was_typed_reaches_a_terminal_raw() {
    let workspace = Workspace::copy_of("tests/data/city");
    let typed = EVIL.replace('\0', "");
    let option = format!("--{typed}");
    for args in [
        &[typed.as_str()][..],
        &["check", &option],
        &["check", "--only", &typed],
        &["check", "--format", &typed],
        &["-C", &typed, "check"],
        &["explain", &typed],
        &["explain-total", &typed],
        &["explain-total", "申请.本年新收.自然人", &typed],
        &["compare", &typed],
        &["export", "json", &typed, "--out", "x.json"],
        &["export", "json", "jyj", "--out", &typed],
        &["assemble", "--no-pdf", &typed],
        &["status", "--today", &typed],
        &["serve", "--host", &typed],
        &["demo", &typed, "--agencies", "2"],
    ] {
        assert_shown(&run(&workspace, args), args);
    }
    let output = nianbao(workspace.path(), ["check"]).arg(std::ffi::OsStr::from_bytes(b"\x1b[2J\xff\n")).output();
    assert_shown(&output.unwrap().into(), &["bytes"]);
}

#[test]
fn programs_are_told_the_names_as_they_are() {
    let workspace = hostile();
    let told = run(&workspace, &["check", "--format", "json"]).stdout;
    let document: serde_json::Value = serde_json::from_str(&told).unwrap();
    let messages = document["diagnostics"].as_array().unwrap().iter().filter_map(|found| found["message"].as_str());
    assert!(messages.into_iter().any(|message| message.contains(EVIL)), "{told}");
    let commands = run(&workspace, &["check", "--format", "github"]).stdout;
    let (annotations, rest): (Vec<&str>, Vec<&str>) = commands.lines().partition(|line| line.starts_with("::"));
    assert!(annotations.len() > 5 && rest.len() == 3, "{commands}");
    for line in annotations {
        assert!(line.starts_with("::error file=content/") || line.starts_with("::warning file=content/"), "{line}");
    }
}

#[test]
fn whatever_is_in_a_name_office_files_can_be_read() {
    let controls: String = ('\0'..='\u{9f}').filter(|character| character.is_control()).collect();
    let workspace = Workspace::copy_of("tests/data/city");
    let name = quoted(&format!("教育局{controls}\u{fffe}\u{ffff}"));
    workspace.replace("content/agencies/jyj/agency.yaml", "海州市教育局", &name);
    for (format, file) in [("docx", "年报.docx"), ("xlsx", "表.xlsx")] {
        let made = run(&workspace, &["export", format, "jyj", "--out", file]);
        assert_eq!(made.status, Some(0), "{}", made.transcript());
        let mut archive = zip::ZipArchive::new(fs::File::open(workspace.path().join(file)).unwrap()).unwrap();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let name = part.name().unwrap().into_owned();
            if name.ends_with(".xml") {
                let mut text = String::new();
                part.read_to_string(&mut text).unwrap();
                assert_readable(&text, &name);
            }
        }
    }
}

fn assert_readable(xml: &str, what: &str) {
    let mut reader = Reader::from_str(xml);
    while !matches!(reader.read_event().unwrap_or_else(|error| panic!("{what}: {error}")), Event::Eof) {}
    let refused = |character: char| {
        character.is_control() && !"\t\r\n".contains(character) || matches!(character, '\u{fffe}' | '\u{ffff}')
    };
    assert!(!xml.contains(refused), "{what}");
}
