//! New workspaces.

use nianbao_loader::Memory;

use super::super::{CityError, Listed, NewTexts, agencies, example, reports, workspace};
use super::{checked, city, with};

#[test]
fn a_new_workspace_is_sound_and_holds_nothing_that_is_published() {
    let new = workspace("温州市").unwrap();
    assert_eq!(new.government, "温州市人民政府");
    let checked = checked(&with(Memory::new(), &new.files));
    assert_eq!(checked.findings, []);
    let city = checked.municipality().unwrap();
    assert_eq!(
        (city.site.name.as_str(), city.agencies().count(), city.reports().count()),
        ("温州市政府信息公开工作年度报告", 1, 0)
    );
    assert_eq!(new.files.last().unwrap().0, "content/agency.yaml");
}

#[test]
fn new_files_lead_editors_to_the_schemas_that_are_there() {
    let new = workspace("海州市").unwrap();
    let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    let of = |path: &str| first(&new.files.iter().find(|(known, _)| known == path).unwrap().1);
    assert_eq!(of("content/site.yaml"), "# yaml-language-server: $schema=../格式/site.schema.json");
    assert_eq!(of("content/agency.yaml"), "# yaml-language-server: $schema=../格式/agency.schema.json");
    let rows = [Listed { name: "海州市财政局".to_owned(), ..Listed::default() }];
    let made = |files: &Memory| {
        let checked = checked(files);
        let added = agencies(files, checked.municipality().unwrap(), &rows).unwrap().files;
        let files = with(files.clone(), &added);
        let checked = super::checked(&files);
        let city = checked.municipality().unwrap();
        let agency = city.agencies().find(|agency| agency.id.as_str() == "czj").unwrap();
        let report = reports(&files, &checked, city, &[agency], 2025).unwrap();
        [first(&added[0].1), first(&super::super::files(&report).last().unwrap().1)]
    };
    assert_eq!(
        made(&with(Memory::new(), &new.files)),
        [
            "# yaml-language-server: $schema=../../../格式/agency.schema.json",
            "# yaml-language-server: $schema=../../../../格式/report.schema.json"
        ]
    );
    let bare: Vec<_> = new.files.iter().filter(|(path, _)| !path.starts_with("格式/")).cloned().collect();
    assert!(made(&with(Memory::new(), &bare)).iter().all(|line| !line.contains("schema")));
}

#[test]
fn every_setting_that_is_offered_can_be_taken() {
    let new = workspace("温州市").unwrap();
    let (path, text) = new.files.iter().find(|(path, _)| path.ends_with("site.yaml")).unwrap();
    let offered = |line: &&str| {
        line.strip_prefix("# ").is_some_and(|rest| {
            !rest.starts_with("yaml-language-server") && (rest.contains(": ") || rest.ends_with(':'))
        })
    };
    let taken: Vec<&str> = text.lines().map(|line| if offered(&line) { &line[2..] } else { line }).collect();
    let texts: NewTexts =
        vec![(path.clone(), taken.join("\n")), ("content/agency.yaml".to_owned(), "名称: 温州市人民政府\n".to_owned())];
    let mut files = with(Memory::new(), &texts);
    files.insert("content/标识.png", "");
    let found = checked(&files).findings;
    let messages: Vec<&str> =
        found.iter().map(|finding| finding.message.as_str()).filter(|message| !message.contains("图片")).collect();
    assert_eq!(messages, [""; 0], "{}", taken.join("\n"));
}

#[test]
fn the_example_is_a_good_report() {
    let mut files = city();
    files.insert("content/agencies/lz/agency.yaml", "名称: 海州市例局\n");
    for (path, text) in example::texts() {
        files.insert(path.replace("例子", "content/agencies/lz/2024"), text.as_str());
    }
    let found = checked(&files).findings;
    let of_example: Vec<&str> = found
        .iter()
        .filter(|it| it.agency.as_ref().is_some_and(|id| id.as_str() == "lz"))
        .map(|it| it.message.as_str())
        .collect();
    assert_eq!(of_example, [""; 0]);
}

#[test]
fn names_of_cities_are_whole() {
    let government = |city: &str| workspace(city).map(|new| new.government);
    assert_eq!(government("鹿城区").unwrap(), "鹿城区人民政府");
    assert_eq!(government(" 温州市 人民政府 ").unwrap(), "温州市人民政府");
    assert_eq!(government("温州经济技术开发区管理委员会").unwrap(), "温州经济技术开发区管理委员会");
    assert_eq!(government("温州"), Err(CityError::Short("温州".to_owned())));
    for name in ["", "../x", "Wenzhou", "市", "温州市\u{1b}[2J", "温/州市", &"长".repeat(31)] {
        assert_eq!(government(name), Err(CityError::NoName(name.to_owned())));
    }
}
