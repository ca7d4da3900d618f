//! A made-up second version, since there is none yet.

use nianbao_loader::edit::{Change, EditError, KeyPath, Value, edited};
use nianbao_loader::keys::Document;
use nianbao_loader::{Files, Memory};
use nianbao_model::CONTENT_VERSION;

use super::{MigrateError, STEPS, Upgrade, by_steps, migrate};

const SITE: &str = "# 站点\n网站名称: 海州市年报 # 名\n";
const AGENCY: &str = "名称: 海州市人民政府\r\n简称: 市政府 # 简称不要超过八个字\r\n";

/// The second version knows no 简称; the third calls every city by another name.
static MADE_UP: [Upgrade; 2] = [
    Upgrade { version: 2, title: "机关不再有简称", rewrite: without_short_names },
    Upgrade { version: 3, title: "网站另取名称", rewrite: renamed },
];

fn without_short_names(path: &str, text: &str) -> Result<Option<String>, EditError> {
    if !path.ends_with("agency.yaml") {
        return Ok(None);
    }
    edited(text, Document::Agency, &[Change::remove(KeyPath::of(["简称"]))]).map(Some)
}

fn renamed(path: &str, text: &str) -> Result<Option<String>, EditError> {
    if !path.ends_with("site.yaml") {
        return Ok(None);
    }
    edited(text, Document::Site, &[Change::set(KeyPath::of(["网站名称"]), Value::text("新名"))]).map(Some)
}

fn content(site: &str, agency: &str) -> Memory {
    let mut files = Memory::new();
    files.insert("content/site.yaml", site);
    files.insert("content/agency.yaml", agency);
    files
}

fn texts(files: &dyn Files, to: u32) -> Result<Vec<String>, MigrateError> {
    let migration = by_steps(files, &MADE_UP, to)?;
    Ok(migration.files.into_iter().map(|(file, text)| format!("{}\n{text}", migration.sources.path(file))).collect())
}

#[test]
fn steps_lead_to_the_present_version() {
    assert_eq!(STEPS.last().map_or(1, |step| step.version), CONTENT_VERSION);
    assert!(STEPS.iter().zip(2..).all(|(step, version)| step.version == version), "a version was left out");
}

#[test]
fn content_of_the_present_version_stays() {
    let migration = migrate(&content(SITE, AGENCY)).unwrap();
    assert_eq!((migration.from, migration.to), (CONTENT_VERSION, CONTENT_VERSION));
    assert!(migration.files.is_empty() && migration.titles.is_empty());
}

#[test]
fn each_step_is_made_in_its_turn_and_all_else_stays() {
    let mut made = texts(&content(SITE, AGENCY), 3).unwrap();
    made.sort();
    assert_eq!(
        made,
        [
            "content/agency.yaml\n名称: 海州市人民政府\r\n",
            "content/site.yaml\n# 站点\n网站名称: 新名 # 名\n内容格式: 3\n",
        ]
    );
}

#[test]
fn steps_that_were_made_are_not_made_again() {
    // What another version says is not read by this one, so the first alone can be said.
    let made = texts(&content(&format!("{SITE}内容格式: 1\n"), AGENCY), 2).unwrap();
    assert_eq!(made.len(), 2);
    assert!(made.iter().any(|text| text.ends_with("内容格式: 2\n")), "{made:?}");
}

#[test]
fn what_a_program_cannot_change_is_told_and_nothing_is() {
    let torn = texts(&content(SITE, "名称: 甲\n简称: [\n"), 2).unwrap_err();
    assert!(torn.to_string().starts_with("content/agency.yaml："), "{torn}");
    let mut files = Memory::new();
    files.insert("content/agency.yaml", "名称: 甲\n");
    let nowhere = texts(&files, 2).unwrap_err();
    assert!(matches!(nowhere, MigrateError::NoSite(_)), "{nowhere}");
    let later = texts(&content(&format!("{SITE}内容格式: 9\n"), AGENCY), 2).unwrap_err();
    assert!(matches!(later, MigrateError::Later(9, 2)), "{later}");
}
