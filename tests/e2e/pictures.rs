//! Pictures from the report's folder to page, PDF and Word file.

use std::io::{Cursor, Read};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use nianbao_tests::{Finished, Workspace, nianbao, run};
use zip::ZipArchive;

const NARRATIVE: &str = "content/2024/narrative.md";
const AGENCY: &str = "示例市人民政府";

/// A workspace whose narrative shows a picture of this name in its third line.
fn showing(name: &str, bytes: &[u8]) -> Workspace {
    let workspace = Workspace::copy_of("tests/invalid/S047-no-such-image");
    workspace.replace(NARRATIVE, "统计图.png", name);
    workspace.replace("content/2024/report.yaml", "年度: 2024", "年度: 2024\n状态: 可公开");
    workspace.write(&format!("content/2024/{name}"), bytes);
    workspace
}

fn finished<const N: usize>(workspace: &Workspace, args: [&str; N]) -> Finished {
    nianbao(workspace.path(), args).output().unwrap().into()
}

/// The PNG of one dot that other examples have, with chunks behind its header.
fn png(chunks: &[u8]) -> Vec<u8> {
    let plain =
        std::fs::read(nianbao_tests::repository().join("tests/invalid/S048-image-in-text/content/2024/chart.png"));
    let plain = plain.unwrap();
    let (head, rest) = plain.split_at(33);
    [head, chunks, rest].concat()
}

fn chunk(kind: &str, data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length, kind.as_bytes(), data, b"sum!"].concat()
}

fn svg(elements: &str) -> Vec<u8> {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\">{elements}</svg>\n").into_bytes()
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

/// Every file of a Word file, unpacked.
fn unpacked(file: PathBuf) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(std::fs::read(file).unwrap())).unwrap();
    let mut all = Vec::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_end(&mut all).unwrap();
    }
    all
}

#[test]
fn what_is_published_tells_nothing_of_place_or_author() {
    let workspace = showing("图.png", &png(&[chunk("tEXt", b"Author\0SECRET"), chunk("eXIf", b"SECRET")].concat()));
    let told = finished(&workspace, ["build"]);
    assert_eq!(told.status, Some(0), "{}", told.stderr);
    let site = workspace.path().join("dist/site");
    let picture = run(Command::new("find").arg(&site).args(["-name", "图.png"]));
    assert_eq!(std::fs::read(picture.trim()).unwrap(), png(&[]));
    let reports = run(Command::new("find").arg(&site).args(["-name", "report.pdf"]));
    assert!(!holds(&std::fs::read(reports.trim()).unwrap(), "SECRET"));
    assert_eq!(finished(&workspace, ["export", "docx", AGENCY, "--out", "年报.docx"]).status, Some(0));
    let word = unpacked(workspace.path().join("年报.docx"));
    assert!(holds(&word, "IHDR") && !holds(&word, "SECRET"));
    assert_eq!(finished(&workspace, ["export", "typst", AGENCY, "--out", "排版"]).status, Some(0));
    let exported = nianbao_tests::read_tree(&workspace.path().join("排版"));
    assert!(exported.values().all(|bytes| !holds(bytes, "SECRET")));
}

#[test]
fn a_drawing_is_published_without_what_runs() {
    let drawing = svg(
        "<script>alert(1)</script><a href=\"javascript:alert(1)\"><rect onclick=\"alert(1)\" width=\"9\" height=\"9\"/></a>",
    );
    let workspace = showing("图.svg", &drawing);
    let told = finished(&workspace, ["build", "--no-pdf"]);
    assert_eq!(told.status, Some(0), "{}", told.stderr);
    let published = run(Command::new("find").arg(workspace.path().join("dist/site")).args(["-name", "图.svg"]));
    assert_eq!(std::fs::read(published.trim()).unwrap(), svg("<g><rect width=\"9\" height=\"9\"/></g>"));
}

/// Three bytes once ended a whole city's build, 65 the program, and 2 MB took 4 GB.
#[test]
fn a_fault_is_told_at_its_line_by_every_command() {
    let mut huge = png(&[]);
    huge[16..24].copy_from_slice(&[0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]);
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("图.jpg", b"\xFF\xD8\xFF".to_vec(), "错误[S070]: 图片“图.jpg”不完整，后面的内容缺失"),
        ("图.png", huge, "错误[S071]: 图片“图.png”有 2147483647 × 2147483647 像素，超过 5000 万像素"),
        ("图.png", png(&chunk("acTL", &[0; 8])), "错误[S071]: 图片“图.png”是动图，不能用在报告里"),
        ("图.jpg", png(&[]), "错误[S047]: 图片“图.jpg”的内容是 PNG 图片，与扩展名不符"),
        ("图.png", b"GIF89a".to_vec(), "错误[S047]: 图片“图.png”的内容是 GIF 图片，不能用在报告里"),
        ("图.png", Vec::new(), "错误[S070]: 图片“图.png”是空文件"),
        (
            "图.svg",
            svg("<image href=\"/etc/passwd\"/>"),
            "错误[S072]: 图片“图.svg”带有不能发布的内容：引用别处的文件“/etc/passwd”",
        ),
        ("图.svg", svg(&"<g>".repeat(9999)), "错误[S070]: 图片“图.svg”"),
    ];
    for (name, bytes, message) in cases {
        let workspace = showing(name, &bytes);
        let expected = format!("{NARRATIVE}:3:1: {message}");
        let checked = finished(&workspace, ["check", "--format", "short"]);
        assert_eq!(checked.status, Some(1));
        assert!(checked.stdout.contains(&expected), "{}", checked.stdout);
        let built = finished(&workspace, ["build", "--no-pdf", "--format", "short"]);
        assert_eq!(built.status, Some(1));
        assert!(built.stdout.contains(&expected) || built.stderr.contains(&expected), "{}", built.transcript());
    }
}

#[test]
fn the_sign_of_the_site_is_held_to_the_same() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    workspace.write("content/标识.svg", svg("<foreignObject/>"));
    let told = finished(&workspace, ["check", "--format", "short"]);
    assert!(
        told.stdout.contains("content/site.yaml:") && told.stdout.contains("错误[S072]: 图片“标识.svg”"),
        "{}",
        told.stdout
    );
}

#[test]
fn nothing_outside_is_read_for_a_word_file() {
    let pipe = Workspace::empty();
    run(Command::new("mkfifo").arg(pipe.path().join("pipe")));
    let pipe = pipe.path().join("pipe").display().to_string();
    for address in ["/dev/zero", "/etc/passwd", &pipe] {
        let workspace = showing("图.svg", &svg(&format!("<image href=\"{address}\" width=\"9\" height=\"9\"/>")));
        let start = Instant::now();
        let told = finished(&workspace, ["export", "docx", AGENCY, "--out", "年报.docx"]);
        assert!(start.elapsed() < Duration::from_secs(30));
        assert!(told.status != Some(0) && !workspace.path().join("年报.docx").exists(), "{}", told.transcript());
    }
}
