//! Reports as agencies write them, with everything in them that is printed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nianbao_model::form::{Content, LayoutCell};
use nianbao_model::{
    Address, Agency, AgencyId, Cell, Correction, Decimal, Figures, Filing, Form, Municipality, Report, Signature, Site,
    Spanned, Status, TableId,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::prose::narrative;

const AGENCY: &str = "海州市交通运输局";

/// The largest figure.
pub(super) const MOST: i64 = 9_999_999;

/// A municipality in which one agency has one report.
#[derive(Debug, Clone)]
pub(super) struct Reported(pub(super) Municipality);

impl Reported {
    pub(super) fn new(report: Report) -> Self {
        let agency = Agency::new(AgencyId::root().child("jt"), Spanned::unwritten(AGENCY.to_owned()));
        let agency = Agency { reports: std::iter::once((report.year, report)).collect(), ..agency };
        let root = Agency::new(AgencyId::root(), Spanned::unwritten("海州市人民政府".to_owned()));
        let site = Site { name: "海州市政府信息公开年度报告".to_owned(), ..Site::default() };
        Self(Municipality::new(site, Agency { children: vec![agency], ..root }))
    }

    pub(super) fn agency_and_report(&self) -> (&Agency, &Report) {
        self.0.reports().next().expect("a report")
    }
}

/// Reports of which table 4 has no figure above `most`.
pub(super) fn reported(most: i64) -> BoxedStrategy<Reported> {
    select(vec![2019_i16, 2020, 2021, 2024])
        .prop_flat_map(move |year| {
            let form = Form::of_year(year).expect("a form");
            let form = prop_oneof![3 => Just(form), 1 => Just(form.undivided())];
            form.prop_flat_map(move |form| (Just(year), on_form(year, form, most)))
        })
        .prop_map(|(_, report)| Reported::new(report))
        .boxed()
}

fn on_form(year: i16, form: &'static Form, most: i64) -> BoxedStrategy<Report> {
    let head = (option::weighted(0.3, title(year)), option::weighted(0.8, spanned(day(year + 1))), source(), filing());
    let tables = (figures(form, most), notes());
    let end = (option::of(signature(year)), vec(correction(year), 0..3), narrative(form));
    (head, tables, end)
        .prop_map(move |((title, published, source, filing), (figures, notes), (signature, corrections, text))| {
            // A report without a day of publication takes that of its signature.
            let signature = signature
                .map(|signature| Signature { date: signature.date.filter(|_| published.is_some()), ..signature });
            Report {
                form,
                title,
                status: Status::Released,
                published,
                source,
                filing,
                signature,
                corrections,
                figures,
                notes,
                narrative: text.0,
                images: text.1,
                ..Report::blank(year)
            }
        })
        .boxed()
}

fn title(year: i16) -> BoxedStrategy<Spanned<String>> {
    let titles =
        [format!("{AGENCY}政府信息公开工作年度报告（{year}年度）"), format!("{year}年{AGENCY}政府信息公开年度报告")];
    spanned(select(titles.to_vec()).boxed())
}

fn source() -> BoxedStrategy<Option<Spanned<String>>> {
    let addresses =
        ["https://www.haizhou.gov.cn/art/2025/1/20/art_1229_58.html", "http://jt.haizhou.gov.cn/nb?id=3&y=a_b"];
    option::weighted(0.3, spanned(select(addresses.map(str::to_owned).to_vec()).boxed())).boxed()
}

fn filing() -> BoxedStrategy<Filing> {
    let index = ["11330300002494X/2025-00012", "K12345678-2025-0003", "002494/2025-11"].map(str::to_owned);
    let document = ["海交〔2025〕3号", "海政办函〔2020〕112号"].map(str::to_owned);
    let keywords = ["政府信息公开", "年报", "交通运输", "依申请公开"].map(str::to_owned);
    (
        option::weighted(0.4, spanned(select(index.to_vec()).boxed())),
        option::weighted(0.4, spanned(select(document.to_vec()).boxed())),
        proptest::sample::subsequence(keywords.to_vec(), 0..4),
    )
        .prop_map(|(index, document, keywords)| Filing { index, document, keywords })
        .boxed()
}

fn signature(year: i16) -> BoxedStrategy<Signature> {
    let agency = select(vec!["海州市交通局".to_owned(), "海州市交通运输局办公室".to_owned()]).boxed();
    (option::weighted(0.3, spanned(agency)), option::weighted(0.4, spanned(day(year + 1))), any::<bool>())
        .prop_map(|(agency, date, sealed)| Signature { agency, date, sealed })
        .boxed()
}

fn correction(year: i16) -> BoxedStrategy<Correction> {
    let texts = ["表三“本年新收”由12件更正为11件。", "第二部分行政许可数量有误，已更正；其他内容不变。"];
    (spanned(day(year + 1)), spanned(select(texts.map(str::to_owned).to_vec()).boxed()))
        .prop_map(|(date, text)| Correction { date, text })
        .boxed()
}

fn notes() -> BoxedStrategy<BTreeMap<TableId, Spanned<String>>> {
    let texts = ["本表数据含下属单位。", "注：其中3件为上年结转；“其他”指撤回申请。", "收费金额按实际到账计算"];
    btree_map(select(TableId::ALL.to_vec()), spanned(select(texts.map(str::to_owned).to_vec()).boxed()), 0..3).boxed()
}

/// Figures in none of the cells, in some or in all.
fn figures(form: &'static Form, most: i64) -> BoxedStrategy<Figures> {
    let all = cells(form, most);
    let figures = move |weight: f64| -> BoxedStrategy<Figures> {
        let each: Vec<_> = all.iter().map(|typed| option::weighted(weight, cell(typed.content, typed.most))).collect();
        let all = all.clone();
        each.prop_map(move |cells| {
            let mut figures = Figures::default();
            for (typed, cell) in all.iter().zip(cells) {
                if let Some(cell) = cell {
                    figures.set(&typed.address, cell);
                }
            }
            figures
        })
        .boxed()
    };
    prop_oneof![1 => figures(0.02), 2 => figures(0.4), 1 => figures(0.999)].boxed()
}

/// A cell that is typed.
#[derive(Debug, Clone)]
struct Typed {
    address: Address,
    content: Content,
    /// No figure in it is larger.
    most: i64,
}

/// The cells of a form that are typed.
fn cells(form: &Form, most: i64) -> Vec<Typed> {
    let of_table = |id: TableId| {
        let most = if id == TableId::Proceedings { most } else { MOST };
        let typed = move |cell: &LayoutCell| match cell {
            LayoutCell::Figure { address, content, total: false, .. } => {
                Some(Typed { address: address.clone(), content: *content, most })
            }
            _ => None,
        };
        form.table(id)
            .layout()
            .into_iter()
            .flat_map(move |line| line.cells.iter().filter_map(typed).collect::<Vec<_>>())
    };
    TableId::ALL.into_iter().flat_map(of_table).collect()
}

fn cell(content: Content, most: i64) -> BoxedStrategy<Cell> {
    // What people write where a figure belongs, and how it is read.
    let written = [("", 0), ("/", 0), ("无", 0), ("１２", 12), ("1,234", 1234)];
    let written =
        select(written.to_vec()).prop_map(|(written, value)| (Decimal::from(value), Some(written.to_owned())));
    let remark = select(vec!["含上年结转", "其中3件撤回", "不含驳回"]).prop_map(str::to_owned);
    let number = prop_oneof![8 => number(content, most).prop_map(|value| (value, None)), 1 => written];
    (number, option::weighted(0.03, remark))
        .prop_map(|((value, written), remark)| Cell { value, written, remark, span: None })
        .boxed()
}

fn number(content: Content, most: i64) -> BoxedStrategy<Decimal> {
    let size = prop_oneof![4 => 0_i64..10, 3 => 0_i64..1000, 1 => 0..=most, 2 => Just(0_i64)];
    (size, 0_u32..7, any::<bool>())
        .prop_map(move |(digits, decimals, negative)| match content {
            Content::Amount => Decimal::new(digits, decimals).normalize(),
            Content::Change if negative => Decimal::from(-digits),
            _ => Decimal::from(digits),
        })
        .boxed()
}

fn day(year: i16) -> BoxedStrategy<Date> {
    (1_i8..13, 1_i8..29).prop_map(move |(month, day)| Date::new(year, month, day).expect("a day")).boxed()
}

fn spanned<T: std::fmt::Debug + 'static>(value: BoxedStrategy<T>) -> BoxedStrategy<Spanned<T>> {
    value.prop_map(Spanned::unwritten).boxed()
}
