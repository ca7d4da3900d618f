//! A municipality made by hand: one quiet agency, one report with everything that a report may hold.

use nianbao_model::form::Form;
use nianbao_model::narrative::{Narrative, Section};
use nianbao_model::report::{Correction, Image};
use nianbao_model::{
    Agency, AgencyId, Block, Cell, Contact, Decimal, Figures, FileId, Inline, Municipality, Report, SectionKind, Site,
    Span, Spanned, TableId,
};

use super::super::{CmsPanel, FindingCounts, FindingView, PreviewPanel};
use super::super::{FormList, FormListReport, FormListRow, FormPage, HelpBlock, HelpInline, HelpPage};
use super::{HOSTILE, prose};

/// A city with a rich report of its own, an agency with a plain one, and one without any below a county.
pub(super) fn city() -> Municipality {
    let mut root = agency(&AgencyId::root(), "温州市人民政府");
    root.reports.insert(2024, rich_report());
    let mut bureau = agency(&root.id.child("tcj"), "温州市投资促进局");
    bureau.category = Some("市政府工作部门".to_owned());
    bureau.contact = Contact {
        address: Some("温州市鹿城区学院中路303号".to_owned()),
        postcode: Some("325000".to_owned()),
        telephone: Some("0577-88960000".to_owned()),
        email: Some("tcj@example.gov.cn".to_owned()),
    };
    for year in [2022, 2023, 2024] {
        bureau.reports.insert(year, plain_report(year));
    }
    let mut county = agency(&root.id.child("lucheng"), "鹿城区人民政府");
    county.category = Some("县（市、区）人民政府".to_owned());
    county.children.push(agency(&county.id.child("jtj"), "鹿城区交通运输局"));
    root.children = vec![bureau, county];
    Municipality::new(site(), root)
}

/// A city of `count` agencies in four groups, with reports of five years.
pub(super) fn large_city(count: usize) -> Municipality {
    let mut city = city();
    let categories = ["市政府工作部门", "市政府直属机构", "市属事业单位", "市属国有企业"];
    for number in 0..count {
        let mut agency =
            agency(&AgencyId::root().child(&format!("a{number}")), &format!("温州市第{}号机关", number + 1));
        agency.category = categories.get(number * categories.len() / count).map(|name| (*name).to_owned());
        let since = 2020 + i16::try_from(number % 5).unwrap_or_default();
        agency.reports.extend((since..2025).map(|year| (year, plain_report(year))));
        city.root.children.push(agency);
    }
    city
}

/// A workspace in which nothing has been written yet.
pub(super) fn empty_city() -> Municipality {
    Municipality::new(site(), agency(&AgencyId::root(), "温州市人民政府"))
}

pub(super) fn agency(id: &AgencyId, name: &str) -> Agency {
    Agency::new(id.clone(), spanned(name.to_owned()))
}

/// A report of many zeros, as most agencies have it.
pub(super) fn plain_report(year: i16) -> Report {
    let mut report = empty_report(year);
    set(&mut report.figures, "申请.本年新收.自然人", "1", None);
    set(&mut report.figures, "申请.结转下年度.自然人", "1", None);
    report.narrative.sections = vec![
        section(SectionKind::Overview, prose::overview()),
        section(SectionKind::Problems, vec![paragraph(prose::PROBLEMS)]),
        section(SectionKind::Other, vec![paragraph("无收取政府信息处理费。")]),
    ];
    report
}

/// A report with large figures, remarks, a note, a correction and every kind of block.
pub(super) fn rich_report() -> Report {
    let mut report = empty_report(2024);
    for (key, value) in prose::FIGURES {
        set(&mut report.figures, key, value, None);
    }
    set(&mut report.figures, "主动公开.行政规范性文件.制发", "50", Some("其中修订16件"));
    report.source = Some(spanned("https://www.example.gov.cn/art/2025/1/20/art_1.html".to_owned()));
    report.notes.insert(TableId::Proceedings, spanned("行政复议、行政诉讼数量含上年度结转数量。".to_owned()));
    report.corrections.push(Correction {
        date: spanned("2025-03-01".parse().expect("a date")),
        text: spanned("第三部分表格“（七）总计”一行原有误，现已更正。".to_owned()),
    });
    report.images.insert("走势 图.svg".to_owned(), Image { bytes: prose::PICTURE.as_bytes().to_vec() });
    report.narrative = Narrative {
        introduction: vec![paragraph(prose::INTRODUCTION)],
        sections: vec![
            section(SectionKind::Overview, prose::rich_overview()),
            section(SectionKind::Problems, vec![paragraph(prose::PROBLEMS)]),
            section(SectionKind::Other, vec![paragraph(prose::FEES)]),
        ],
        footnotes: Vec::new(),
    };
    report
}

fn site() -> Site {
    Site {
        name: "温州市政府信息公开年报".to_owned(),
        base_url: Some("https://nb.example.gov.cn/zwgk".to_owned()),
        sponsor: Some(Spanned::unwritten("温州市人民政府办公室".to_owned())),
        id_code: Some("3303000001".to_owned()),
        icp: Some("浙ICP备00000000号".to_owned()),
        police: Some("浙公网安备00000000000000号".to_owned()),
        telephone: Some("0577-88960000".to_owned()),
        ..Site::default()
    }
}

fn empty_report(year: i16) -> Report {
    Report {
        form: Form::latest(),
        published: format!("{}-01-20", year + 1).parse().ok().map(spanned),
        ..Report::blank(year)
    }
}

fn set(figures: &mut Figures, key: &str, value: &str, remark: Option<&str>) {
    let address = Form::latest().look_up(key).expect("a key of the form");
    let value = Decimal::from_str_exact(value).expect("a figure");
    figures.set(&address, Cell { value, remark: remark.map(str::to_owned), ..Cell::default() });
}

fn section(kind: SectionKind, blocks: Vec<Block>) -> Section {
    Section { kind, title: kind.heading(), heading: span(), blocks }
}

pub(super) fn heading(level: u8, number: u32, title: &str) -> Block {
    Block::Heading { level, number, typed_number: None, content: vec![text(title)], span: span() }
}

pub(super) fn paragraph(content: &str) -> Block {
    Block::Paragraph { content: vec![text(content)], span: span() }
}

pub(super) fn mixed(content: Vec<Inline>) -> Block {
    Block::Paragraph { content, span: span() }
}

pub(super) fn text(content: &str) -> Inline {
    Inline::Text { text: content.to_owned(), span: span() }
}

pub(super) fn figure(key: &str) -> Inline {
    Inline::Figure { address: Form::latest().look_up(key).expect("a key of the form"), span: span() }
}

pub(super) fn span() -> Span {
    Span::new(FileId(0), 0, 0)
}

pub(super) fn spanned<T>(value: T) -> Spanned<T> {
    Spanned::new(value, span())
}

/// A panel of the preview.
pub(super) fn panel() -> PreviewPanel {
    PreviewPanel {
        version: "1".to_owned(),
        earlier: false,
        scope: Some("这份报告"),
        record: false,
        counts: FindingCounts::default(),
        findings: vec![FindingView::of_words(HOSTILE)],
        all: FindingCounts { errors: 1, ..FindingCounts::default() },
        forms: true,
        form: Some(HOSTILE.to_owned()),
        cms: Some(CmsPanel {
            href: HOSTILE.to_owned(),
            labels: vec![("标题", HOSTILE.to_owned())],
            pictures: vec![HOSTILE.to_owned()],
        }),
    }
}

/// A report to fill in.
pub(super) fn form(city: &Municipality) -> FormPage {
    FormPage::new(&city.root, &city.root.reports[&2024], HOSTILE)
}

/// The list of all reports to fill in.
pub(super) fn form_list() -> FormList {
    let report = FormListReport {
        year: 2024,
        href: None,
        missing: true,
        offered: false,
        state: String::new(),
        errors: 1,
        warnings: 1,
    };
    let row = FormListRow {
        agency: HOSTILE.to_owned(),
        words: HOSTILE.to_owned(),
        address: HOSTILE.to_owned(),
        folder: HOSTILE.to_owned(),
        depth: 0,
        reports: vec![report],
    };
    FormList {
        version: String::new(),
        title: "填写年度报告".to_owned(),
        token: HOSTILE.to_owned(),
        due: 2024,
        is_new: false,
        categories: vec![HOSTILE.to_owned()],
        years: vec![2024],
        rows: vec![row],
    }
}

/// A page of the manual with every kind of block.
pub(super) fn help() -> HelpPage {
    let text = || vec![HelpInline::Code { text: HOSTILE.to_owned() }];
    let paragraph = || HelpBlock::Paragraph { content: text() };
    HelpPage {
        version: String::new(),
        title: HOSTILE.to_owned(),
        here: HOSTILE.to_owned(),
        sheet: true,
        forms: true,
        parts: Vec::new(),
        contents: Vec::new(),
        blocks: vec![
            HelpBlock::Heading { level: 2, id: HOSTILE.to_owned(), content: text() },
            HelpBlock::Quote { blocks: vec![paragraph()] },
            HelpBlock::List { ordered: true, items: vec![vec![paragraph(), paragraph()]] },
            HelpBlock::Table { head: vec![text()], rows: vec![vec![text()]] },
            HelpBlock::Code { text: HOSTILE.to_owned() },
        ],
    }
}
