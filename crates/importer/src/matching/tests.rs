//! What people call agencies in files and titles.

use nianbao_model::{Agency, AgencyId, FormerName, Spanned};

use super::{Directory, Facts, Placement};

fn agency(id: &str, name: &str, short: Option<&str>, former: &[(&str, i16)]) -> Agency {
    let id = if id.is_empty() { AgencyId::root() } else { AgencyId::root().child(id) };
    let former =
        former.iter().map(|(name, until)| FormerName { name: Spanned::unwritten((*name).to_owned()), until: *until });
    Agency {
        short_name: short.map(str::to_owned),
        former_names: former.collect(),
        ..Agency::new(id, Spanned::unwritten(name.to_owned()))
    }
}

fn city() -> Vec<Agency> {
    vec![
        agency("", "温州市人民政府", None, &[]),
        agency("jyj", "温州市教育局", Some("市教育局"), &[]),
        agency("lcjyj", "温州市鹿城区教育局", Some("鹿城区教育局"), &[]),
        agency("oh", "温州市瓯海区人民政府", None, &[]),
        agency("sjj", "温州市数据局", None, &[("温州市大数据发展管理局", 2023)]),
        agency("rsj", "温州市人力资源和社会保障局", Some("市人力社保局"), &[]),
        agency("kfq", "温州海洋经济示范区管委会", None, &[]),
        agency("sjtj", "温州市交通运输局", Some("市交通局"), &[]),
    ]
}

/// Who is found, and how certain that is.
fn placed(file: &str, agency: Option<&str>, year: i16) -> String {
    let city = city();
    let facts = Facts { file, title: None, agency, year: Some(year) };
    match Directory::new(&city).place(&facts) {
        Placement::Exact { agency, .. } => agency.id.as_str().to_owned(),
        Placement::Unsure { candidates, .. } => {
            candidates.iter().map(|agency| agency.id.as_str()).collect::<Vec<_>>().join(",") + "?"
        }
        Placement::Unknown { .. } => "-".to_owned(),
    }
}

#[test]
fn the_document_tells_its_agency() {
    assert_eq!(placed("a.html", Some("温州市教育局"), 2024), "jyj");
    assert_eq!(placed("a.html", Some("市教育局"), 2024), "jyj");
    assert_eq!(placed("a.html", Some("温州市鹿城区教育局"), 2024), "lcjyj");
    assert_eq!(placed("a.html", Some("鹿城区教育局"), 2024), "lcjyj");
    assert_eq!(placed("a.html", Some("温州市"), 2024), "");
    assert_eq!(placed("a.html", Some("瓯海区人民政府"), 2024), "oh");
    assert_eq!(placed("a.html", Some("温州海洋经济示范区"), 2024), "kfq");
    assert_eq!(placed("a.html", Some("温州海洋经济示范区管理委员会"), 2024), "kfq");
    assert_eq!(placed("a.html", Some("杭州市教育局"), 2024), "jyj?");
}

#[test]
fn a_file_tells_it_where_the_document_does_not() {
    assert_eq!(placed("市教育局2023年政府信息公开工作年度报告.docx", None, 2023), "jyj");
    assert_eq!(placed("2023年度/3.温州市鹿城区教育局（盖章版）.pdf", None, 2023), "lcjyj");
    assert_eq!(placed("鹿城区教育局年报2023定稿.doc", None, 2023), "lcjyj");
    assert_eq!(placed("jyj-2023.html", None, 2023), "jyj");
    assert_eq!(placed("市教育局/2023年.docx", None, 2023), "jyj");
    assert_eq!(placed("sjtj/2023/report.html", None, 2023), "sjtj");
    assert_eq!(placed("附件1：市政府2023年政府信息公开工作年度报告.pdf", None, 2023), "");
    assert_eq!(placed("扫描件001.pdf", None, 2023), "-");
}

#[test]
fn former_names_count_for_their_years() {
    assert_eq!(placed("a.html", Some("温州市大数据发展管理局"), 2022), "sjj");
    assert_eq!(placed("a.html", Some("温州市大数据发展管理局"), 2024), "sjj?");
}

#[test]
fn what_is_not_certain_is_asked() {
    assert_eq!(placed("市教育局.docx", Some("温州市交通运输局"), 2024), "sjtj,jyj?");
    assert_eq!(placed("温州市人社局2023年报.docx", None, 2023), "rsj?");
    assert_eq!(placed("a.docx", Some("温州市卫生健康委员会"), 2023), "-");
    assert_eq!(placed("市教育局.docx", Some("温州市卫生健康委员会"), 2024), "jyj?");
    assert_eq!(placed("市教育局和市交通局.docx", None, 2024), "jyj,sjtj?");
}

#[test]
fn an_agency_is_called_by_its_own_names_alone() {
    let city = city();
    let directory = Directory::new(&city);
    let [of_city, of_district] = ["jyj", "lcjyj"].map(|id| AgencyId::root().child(id));
    assert!(directory.is_called(&of_city, "温州市教育局") && directory.is_called(&of_city, "市教育局"));
    assert!(directory.is_called(&of_district, "鹿城区教育局"));
    assert!(!directory.is_called(&of_city, "温州市鹿城区教育局"));
    assert!(!directory.is_called(&of_city, "杭州市教育局"));
}
