//! Municipalities with everything that their YAML files can say.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nianbao_model::form::{Content, KeyNode};
use nianbao_model::report::Acceptance;
use nianbao_model::{
    Address, Agency, AgencyId, Aggregation, CONTENT_VERSION, Cell, Contact, Correction, Decimal, Duty, Emblem, Figures,
    Filing, Form, FormerName, Municipality, Narrative, Picture, Printing, Report, Scope, Signature, Site, Span,
    Spanned, Stated, Status, TableId,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::prose::SVG;
use crate::texts::{address, words};

/// The cells of a form.
pub(crate) fn cells(form: &Form) -> Vec<Address> {
    fn collect(key: &KeyNode, cells: &mut Vec<Address>) {
        cells.extend(key.address.clone().filter(|_| key.typed.is_some()));
        key.children.iter().for_each(|child| collect(child, cells));
    }
    let mut cells = Vec::new();
    collect(form.keys(), &mut cells);
    cells
}

/// A municipality whose reports have no narratives.
pub(crate) fn municipality() -> BoxedStrategy<Municipality> {
    let reports = vec((2019_i16..2030).prop_flat_map(report), 0..3);
    (site(), agency(AgencyId::root()), reports, option::of(agency(AgencyId::root().child("a"))))
        .prop_map(|(site, root, reports, child)| {
            let reports = reports.into_iter().map(|report| (report.year, report)).collect();
            Municipality::new(site, Agency { reports, children: child.into_iter().collect(), ..root })
        })
        .boxed()
}

fn site() -> BoxedStrategy<Site> {
    let texts = (
        words(),
        option::of(words()),
        option::of(words()),
        option::of(words()),
        option::of(words()),
        option::of(words()),
    );
    let picture = select(vec!["标识.svg", "a b (1).svg", "yes.svg", "#1.svg"]);
    let picture = picture.prop_map(|name| Picture { name: name.to_owned(), bytes: SVG.as_bytes().to_vec() });
    let emblem = option::of((address(), option::of(picture)).prop_map(|(url, picture)| Emblem { url, picture }));
    let printing = select(vec![Printing::Any, Printing::OneSided, Printing::TwoSided]);
    let version = option::of(1..=CONTENT_VERSION);
    let rest = (option::of(address()), emblem, option::of("#[0-9a-f]{6}"), vec(words(), 0..3), printing, version);
    (texts, rest)
        .prop_map(
            |(
                (name, sponsor, id_code, icp, police, telephone),
                (base_url, emblem, theme, folders, printing, content_version),
            )| {
                Site {
                    name,
                    base_url,
                    sponsor: sponsor.map(Spanned::unwritten),
                    id_code,
                    icp,
                    police,
                    emblem,
                    telephone,
                    theme,
                    font_folders: folders.into_iter().map(Into::into).collect(),
                    printing,
                    content_version,
                }
            },
        )
        .boxed()
}

/// An agency without reports and subordinates.
fn agency(id: AgencyId) -> BoxedStrategy<Agency> {
    let contact = (option::of(words()), option::of(words()), option::of(words()), option::of(words()));
    let contact =
        contact.prop_map(|(address, postcode, telephone, email)| Contact { address, postcode, telephone, email });
    let year = || option::of(1900_i16..2100);
    let duty = (year(), year(), option::of(spanned(words())), any::<bool>(), vec(spanned(words()), 0..3));
    let duty = duty.prop_map(|(since, until, successor, exempt, subordinates)| Duty {
        since,
        until,
        successor,
        exempt,
        subordinates,
    });
    let texts = (spanned(words()), option::of(words()), option::of(words()), option::of(0_u32..1_000_000));
    let former = vec((spanned(words()), 1900_i16..2100).prop_map(|(name, until)| FormerName { name, until }), 0..3);
    (texts, former, contact, duty)
        .prop_map(move |((name, short_name, category, order), former_names, contact, duty)| Agency {
            id: id.clone(),
            name,
            former_names,
            short_name,
            category,
            order,
            contact,
            duty,
            reports: nianbao_model::Reports::default(),
            children: Vec::new(),
        })
        .boxed()
}

fn report(year: i16) -> BoxedStrategy<Report> {
    let form = Form::of_year(year).expect("a form");
    prop_oneof![3 => Just(form), 1 => Just(form.undivided())].prop_flat_map(move |form| on_form(year, form)).boxed()
}

fn on_form(year: i16, form: &'static Form) -> BoxedStrategy<Report> {
    let head = (
        option::of(spanned(words())),
        select(vec![Status::Draft, Status::Released, Status::Published]),
        option::of(spanned(date())),
        option::of(spanned(address())),
        filing(),
        option::of(signature()),
    );
    let tables = (option::of(scope()), any::<bool>(), figures(form), figures(form));
    let below = (vec(correction(), 0..3), notes(), stated(form), vec(acceptance(), 0..3));
    (head, tables, below)
        .prop_map(move |(head, tables, below)| {
            let (title, status, published, source, filing, signature) = head;
            let (corrections, notes, stated, acceptances) = below;
            let (scope, typed, figures, own) = tables;
            let typed = typed && !figures.is_empty();
            let aggregation = scope.map(|scope| Aggregation { scope, span: Span::NOWHERE, own, typed });
            // Where nothing is typed, there are only the sums.
            let derived = aggregation.is_some() && !typed;
            let figures = if derived { Figures::default() } else { figures };
            Report {
                year,
                form,
                title,
                status,
                published,
                source,
                filing,
                signature,
                corrections,
                aggregation,
                figures,
                notes,
                stated,
                acceptances,
                record: None,
                narrative: Narrative::default(),
                images: BTreeMap::new(),
            }
        })
        .boxed()
}

fn filing() -> BoxedStrategy<Filing> {
    let marks = |word: &String| !word.contains(['、', '，', '；', ',', ';']);
    let keywords = vec(words().prop_filter("a word without marks", marks), 0..4);
    (option::of(spanned(words())), option::of(spanned(words())), keywords)
        .prop_map(|(index, document, keywords)| Filing { index, document, keywords })
        .boxed()
}

fn signature() -> BoxedStrategy<Signature> {
    (option::of(spanned(words())), option::of(spanned(date())), any::<bool>())
        .prop_map(|(agency, date, sealed)| Signature { agency, date, sealed })
        .boxed()
}

fn correction() -> BoxedStrategy<Correction> {
    (spanned(date()), spanned(words())).prop_map(|(date, text)| Correction { date, text }).boxed()
}

fn acceptance() -> BoxedStrategy<Acceptance> {
    (spanned(words()), spanned(words())).prop_map(|(code, reason)| Acceptance { code, reason }).boxed()
}

fn scope() -> BoxedStrategy<Scope> {
    prop_oneof![Just(Scope::All), Just(Scope::Direct), vec(spanned(words()), 1..4).prop_map(Scope::Named)].boxed()
}

fn notes() -> BoxedStrategy<BTreeMap<TableId, Spanned<String>>> {
    // A mark for nothing is no note.
    let note = words()
        .prop_filter("a note", |note| !["/", "／", "-", "－", "—", "——", "–", "−", "无", "~"].contains(&note.as_str()));
    proptest::collection::btree_map(select(TableId::ALL.to_vec()), spanned(note), 0..3).boxed()
}

/// Some cells of a form, and those from which a form without the usual division is told.
fn figures(form: &'static Form) -> BoxedStrategy<Figures> {
    let all = cells(form);
    let telling = form.look_up("申请.其他处理.自然人").ok().filter(|address| address.cell().is_some());
    let count = all.len();
    prop_oneof![Just(0..1), Just(1..9), Just(count..count + 1)]
        .prop_flat_map(move |size| subsequence(all.clone(), size))
        .prop_flat_map(move |chosen| {
            let mut chosen = chosen;
            chosen.extend(telling.clone().filter(|telling| form != Form::latest() && !chosen.contains(telling)));
            chosen.into_iter().map(|address| (cell(content(form, &address)), Just(address))).collect::<Vec<_>>()
        })
        .prop_map(|cells| {
            let mut figures = Figures::default();
            for (cell, address) in &cells {
                figures.set(address, cell.clone());
            }
            figures
        })
        .boxed()
}

/// What kind of figure stands at `address`.
fn content(form: &Form, address: &Address) -> Content {
    let columns = &form.block(address).expect("a block of the form").1.columns;
    let leaf = columns.leaves.iter().find(|leaf| leaf.range.start == address.columns.start);
    leaf.expect("a column").item.content
}

fn cell(content: Content) -> BoxedStrategy<Cell> {
    // What people write where a figure belongs, and how it is read.
    const WRITTEN: [(&str, i64); 17] = [
        ("", 0),
        ("/", 0),
        ("／", 0),
        ("-", 0),
        ("——", 0),
        ("无", 0),
        ("~", 0),
        ("１２", 12),
        ("1,234", 1234),
        ("1，234", 1234),
        ("012", 12),
        ("约3", 0),
        ("0x10", 0),
        ("null", 0),
        ("a: b", 0),
        ("{1}", 0),
        ("待核对", 0),
    ];
    let plain = number(content).prop_map(|value| (value, None));
    let written =
        select(WRITTEN.to_vec()).prop_map(|(written, value)| (Decimal::from(value), Some(written.to_owned())));
    let number = prop_oneof![4 => plain, 1 => written];
    (number, option::weighted(0.2, words()))
        .prop_map(|((value, written), remark)| Cell { value, written, remark, span: None })
        .boxed()
}

fn number(content: Content) -> BoxedStrategy<Decimal> {
    let large = prop_oneof![Just(0_i64), 0_i64..100, 0_i64..1_000_000_000_000];
    (large, 0_u32..5, any::<bool>())
        .prop_map(move |(digits, decimals, negative)| match content {
            Content::Amount => Decimal::new(digits, decimals),
            Content::Change if negative => Decimal::from(-digits),
            _ => Decimal::from(digits),
        })
        .boxed()
}

/// Some totals, in the order of the form.
fn stated(form: &'static Form) -> BoxedStrategy<Vec<Stated>> {
    subsequence(totals(form.keys()), 0..9)
        .prop_flat_map(move |chosen| {
            let total = |address: Address| {
                number(content(form, &address)).prop_map(move |value| Stated {
                    address: address.clone(),
                    value,
                    span: Span::NOWHERE,
                })
            };
            chosen.into_iter().map(total).collect::<Vec<_>>()
        })
        .boxed()
}

/// Every figure below `key` that may be stated beside all others.
fn totals(key: &KeyNode) -> Vec<Address> {
    if key.children.is_empty() {
        key.address.clone().into_iter().collect()
    } else {
        key.children.iter().flat_map(totals).collect()
    }
}

fn date() -> BoxedStrategy<Date> {
    (1990_i16..2100, 1_i8..13, 1_i8..29)
        .prop_map(|(year, month, day)| Date::new(year, month, day).expect("a day"))
        .boxed()
}

fn spanned<T: std::fmt::Debug + 'static>(value: impl Strategy<Value = T> + 'static) -> BoxedStrategy<Spanned<T>> {
    value.prop_map(Spanned::unwritten).boxed()
}
