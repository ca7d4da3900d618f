//! PDFs can be kept (PDF/A-2a) and read aloud (PDF/UA-1): veraPDF says so, and so do checks of our own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use lopdf::Document;
use nianbao_tests::{Tagged, Workspace, nianbao, pdf_faults, pdf_text, read_tree, run, verapdf};

pub(crate) fn built(workspace: Workspace) -> Workspace {
    let built = nianbao(workspace.path(), ["build"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    workspace
}

/// Every report and every table of contents.
fn pdfs(workspace: &Workspace) -> Vec<PathBuf> {
    let dist = workspace.path().join("dist");
    let wanted = |path: &String| path.ends_with("/report.pdf") || path.ends_with("/目录.pdf");
    read_tree(&dist).into_keys().filter(wanted).map(|path| dist.join(path)).collect()
}

#[test]
fn every_kind_of_pdf_can_be_kept_and_read_aloud() {
    let folders = [
        "",
        "tests/data/reports/suqian",
        "tests/data/reports/hongze",
        "tests/sites/everything",
        "tests/sites/older-forms",
    ];
    let workspaces: Vec<Workspace> = folders.map(|folder| built(Workspace::copy_of(folder))).into();
    let files: Vec<PathBuf> = workspaces.iter().flat_map(pdfs).collect();
    assert!(files.len() >= 12, "{files:?}");
    for (file, broken) in files.iter().zip(verapdf(&files)) {
        let document = Document::load(file).unwrap();
        assert_eq!(pdf_faults(&document), [] as [String; 0], "{}", file.display());
        assert_eq!(letters(&said(&document)), letters(&copied(file)), "{}", file.display());
        assert_eq!(broken, [] as [String; 0], "{}", file.display());
    }
}

/// What a PDF says by its own tables of characters: what is read aloud, and what is left out of that.
fn said(document: &Document) -> String {
    let tagged = Tagged::read(document);
    let pages = tagged.pages.iter().map(|(_, painted)| painted);
    let marked = pages.clone().flat_map(|painted| painted.marked.values());
    let artifacts = pages.flat_map(|painted| painted.artifacts.iter().map(|(_, text)| text));
    marked.chain(artifacts).cloned().collect()
}

/// What an independent reader copies from it.
fn copied(file: &Path) -> String {
    run(Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(file).arg("-"))
}

/// How often each letter stands in a text.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()) {
        *letters.entry(letter).or_default() += 1;
    }
    letters
}

#[test]
fn a_screen_reader_is_given_this_tree() {
    let workspace = built(Workspace::copy_of("tests/sites/everything"));
    let document = Document::load(workspace.path().join("dist/site/government/2024/report.pdf")).unwrap();
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("e2e/snapshots/tags.txt");
    snapbox::assert_data_eq!(Tagged::read(&document).tree(), snapbox::Data::read_from(&expected, None).raw());
}

/// Names of people and places, as they are: from the font itself, from the fallback, and beyond the first plane.
const RARE: &str = "喆、堃、镕、䶮、㙍、𬭎、𫖮，“引号”——（2024）〔2024〕1号，１２３、100.5%、①";

#[test]
fn rare_characters_can_be_copied() {
    let workspace = Workspace::real();
    workspace.write(
        "content/agencies/tcj/2024/narrative.md",
        workspace.read("content/agencies/tcj/2024/narrative.md") + "\n\n人名用字：" + RARE + "。\n",
    );
    let workspace = built(workspace);
    let file = workspace.path().join("dist/site/tcj/2024/report.pdf");
    assert!(pdf_text(&file).replace(' ', "").contains(RARE), "{}", pdf_text(&file));
    let document = Document::load(&file).unwrap();
    let tagged = Tagged::read(&document);
    let read: Vec<String> = tagged.of_role("P").into_iter().map(|element| tagged.text(element)).collect();
    assert!(read.contains(&format!("人名用字：{RARE}。")), "{read:?}");
    assert_eq!(pdf_faults(&document), [] as [String; 0]);
    assert_eq!(verapdf(&[file]), [[] as [String; 0]]);
}

/// What a usual report may weigh, in bytes.
const LIGHT: u64 = 300_000;

#[test]
fn a_usual_report_is_light() {
    for folder in ["", "tests/sites/everything", "tests/sites/small-city", "tests/data/reports/hongze"] {
        let workspace = built(Workspace::copy_of(folder));
        for file in pdfs(&workspace) {
            let size = fs::metadata(&file).unwrap().len();
            assert!(size < LIGHT, "{} has {size} bytes", file.display());
        }
    }
}
