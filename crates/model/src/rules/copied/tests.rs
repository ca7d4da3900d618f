//! Who copied from whom.

use crate::{
    Agency, AgencyId, Block, Diagnostic, FileId, Inline, Kind, Municipality, Narrative, Report, Section, SectionKind,
    Site, Span, Spanned, rules,
};

const OWN: &str = "市教育局坚持以公开为常态、不公开为例外，全年通过门户网站和政务新媒体主动公开信息1402条，\
    举办开放日活动3次，邀请家长代表86人参加，现场答复问题41个；修订招生入学办事指南2份，\
    把入学条件、学区范围、报名方式和咨询电话逐项列明，并配发图解。";
const OTHER: &str = "本机关围绕公路养护、客货运输和水上安全，及时发布路况预警和施工绕行信息，全年更新公交线路调整公告57期；\
    对群众集中咨询的驾校收费、网约车许可等事项，编写问答手册一册，放在各窗口供人取阅，并按季度补充新的问题和答复。";

fn span() -> Span {
    Span::new(FileId(0), 0, 1)
}

fn section(kind: SectionKind, paragraphs: &[&str]) -> Section {
    let paragraph = |text: &&str| {
        let content = vec![Inline::Text { text: (*text).to_owned(), span: span() }];
        Block::Paragraph { content, span: span() }
    };
    Section { kind, title: kind.heading(), heading: span(), blocks: paragraphs.iter().map(paragraph).collect() }
}

fn report(year: i16, sections: Vec<Section>) -> Report {
    Report { narrative: Narrative { sections, ..Narrative::default() }, ..Report::blank(year) }
}

fn agency(id: AgencyId, name: &str, reports: Vec<Report>) -> Agency {
    Agency {
        reports: reports.into_iter().map(|report| (report.year, report)).collect(),
        ..Agency::new(id, Spanned::new(name.to_owned(), span()))
    }
}

fn city(agencies: Vec<(&str, Vec<Report>)>) -> Municipality {
    let child =
        |(at, (name, reports)): (usize, (&str, _))| agency(AgencyId::root().child(&at.to_string()), name, reports);
    let mut root = agency(AgencyId::root(), "某市人民政府", Vec::new());
    root.children = agencies.into_iter().enumerate().map(child).collect();
    Municipality::new(Site::default(), root)
}

fn told(findings: &[Diagnostic]) -> Vec<String> {
    let told = |finding: &Diagnostic| {
        let agency = finding.agency.as_ref().map(AgencyId::as_str).unwrap_or_default();
        format!("{} {agency}/{}: {}", finding.code.id, finding.year.unwrap_or_default(), finding.message)
    };
    findings.iter().filter(|finding| finding.code.kind == Kind::Copied).map(told).collect()
}

fn overview(year: i16, paragraphs: &[&str]) -> Vec<Report> {
    vec![report(year, vec![section(SectionKind::Overview, paragraphs)])]
}

#[test]
fn a_copy_with_other_names_and_figures_is_told_once_at_the_later_agency() {
    let copy = OWN.replace("市教育局", "市交通局").replace("1402", "37");
    let city = city(vec![
        ("市教育局", overview(2024, &[OWN])),
        ("市水利局", overview(2024, &[OTHER])),
        ("市交通局", overview(2024, &[OTHER, &copy])),
    ]);
    assert_eq!(
        told(&rules::check(&city, &[], jiff::civil::date(2025, 3, 1))),
        [
            "K001 2/2024: 这一段与市水利局 2024 年报告里的一段一样（机关名称和数不算）",
            "K001 2/2024: 这一段与市教育局 2024 年报告里的一段一样（机关名称和数不算）",
        ]
    );
}

#[test]
fn other_years_short_paragraphs_and_formulas_are_no_copies() {
    let formula = "根据《中华人民共和国政府信息公开条例》和国务院办公厅关于政府信息公开工作年度报告格式的有关规定，\
        结合本单位2024年政府信息公开工作的实际情况，编制本年度报告，现向社会公布，所列数据的统计期限自2024年1月1日起至12月31日止。";
    let short = "坚持公开为常态、不公开为例外，及时准确公开各类政府信息。";
    let fee = vec![report(2024, vec![section(SectionKind::Other, &[OWN])])];
    let city = city(vec![
        ("甲", overview(2024, &[formula, short])),
        ("乙", overview(2024, &[formula, short])),
        ("丙", overview(2023, &[OWN])),
        ("丁", overview(2024, &[OWN, OWN])),
        ("戊", fee),
    ]);
    assert_eq!(told(&rules::check(&city, &[], jiff::civil::date(2025, 3, 1))), [""; 0]);
}

#[test]
fn a_paragraph_with_another_word_here_and_there_is_nearly_equal() {
    let near = OWN.replace("门户网站", "政府网站");
    let far = OWN.replace("门户网站和政务新媒体", "公告栏").replace("招生入学", "学生资助").replace("图解", "短视频");
    let city =
        city(vec![("甲", overview(2024, &[OWN])), ("乙", overview(2024, &[&near])), ("丙", overview(2024, &[&far]))]);
    assert_eq!(
        told(&rules::check(&city, &[], jiff::civil::date(2025, 3, 1))),
        ["K001 1/2024: 这一段与甲 2024 年报告里的一段几乎一样，95% 的文字相同（机关名称和数不算）"]
    );
}

#[test]
fn a_section_is_last_years_if_most_of_it_is() {
    let problems = |year, paragraphs: &[&str]| report(year, vec![section(SectionKind::Problems, paragraphs)]);
    let check = |now: &[&str]| {
        let city = city(vec![("甲", vec![problems(2023, &[OWN, OTHER]), problems(2024, now)])]);
        told(&rules::check(&city, &[], jiff::civil::date(2025, 3, 1)))
    };
    let message = |share: &str| format!("K002 0/2024: “五、存在的主要问题及改进情况”{share}与 2023 年的报告几乎相同");
    assert_eq!(check(&[OTHER, OWN]), [message("的文字全部")]);
    assert_eq!(check(&[&OWN.replace("1402", "9"), "此外，还有人手不足的问题。"]), [message("有 90% 的文字")]);
    let new =
        format!("{}{}", OTHER.replace("公路", "校园"), "今年新增了三个方面的问题，均已有了改进的办法。".repeat(4));
    assert_eq!(check(&[OWN, &new]), [""; 0]);
    assert_eq!(check(&["此外，还有人手不足的问题。"]), [""; 0]);
}
