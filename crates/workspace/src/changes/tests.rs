//! What is told of two states of a small city.

use jiff::civil::date;
use nianbao_loader::Memory;
use nianbao_model::{AgencyId, SectionKind, Severity};

use super::lis::rising;
use super::{AgencyEvent, BlockChange, Changes, ReportChanges, ReportEvent, State};
use crate::{Checked, Filter, check};

const REPORT: &str = "年度: 2024\n状态: 起草\n申请:\n  本年新收: {自然人: 3}\n  予以公开: {自然人: 3}\n";
const NARRATIVE: &str = "# 总体情况\n\n## 主动公开\n\n全年主动公开政府信息九十八条，举办新闻发布会一次。\n\n办理申请{{ 申请.本年新收.自然人 }}件。\n\n## 监督保障\n\n全年举办业务培训两次，参加人员共计一百二十人次。\n\n# 存在的主要问题及改进情况\n\n解读形式单一，将增加图解。\n\n# 其他需要报告的事项\n\n未收取信息处理费。\n";

fn city() -> Memory {
    let files = [
        ("content/site.yaml", "网站名称: 海州市年度报告\n"),
        ("content/agency.yaml", "名称: 海州市人民政府\n"),
        ("content/agencies/czj/agency.yaml", "名称: 海州市财政局\n联系方式: {电话: 0000-1}\n"),
        ("content/agencies/czj/2024/report.yaml", REPORT),
        ("content/agencies/czj/2024/narrative.md", NARRATIVE),
        ("content/agencies/qu/agency.yaml", "名称: 海州市东区人民政府\n"),
        ("content/agencies/qu/agencies/czj/agency.yaml", "名称: 东区财政局\n"),
    ];
    files.into_iter().collect()
}

fn checked(files: &Memory) -> Checked {
    check(files, &[], Severity::Error, date(2025, 1, 10)).unwrap()
}

/// What changes where `edit` is done to the city.
fn changes(edit: impl FnOnce(&mut Memory)) -> Changes {
    let before = city();
    let mut after = before.clone();
    edit(&mut after);
    Changes::between(&checked(&before), &checked(&after))
}

fn report(report: &str, narrative: &str) -> ReportChanges {
    let changes = changes(|files| {
        files.insert("content/agencies/czj/2024/report.yaml", report);
        files.insert("content/agencies/czj/2024/narrative.md", narrative);
    });
    changes.agencies.into_iter().flat_map(|agency| agency.reports).next().expect("a report that changed")
}

/// A line for each block that changed.
fn told(narrative: &str) -> Vec<String> {
    let report = report(REPORT, narrative);
    let blocks =
        report.narrative.iter().flat_map(|section| section.blocks.iter().map(|block| (section.section, block)));
    let numeral = |section: Option<SectionKind>| section.map_or("", SectionKind::numeral);
    let line = |(section, block): (Option<SectionKind>, &BlockChange)| match block {
        BlockChange::Added(block) => format!("{}+{}", numeral(section), block.text),
        BlockChange::Removed(block) => format!("{}-{}", numeral(section), block.text),
        BlockChange::Changed { before, after, moved, quoted } => {
            format!("{}~{}→{} {moved} {quoted}", numeral(section), before.text, after.text)
        }
        BlockChange::Moved { before, after } => {
            format!("{}>{} {}", numeral(section), numeral(before.section), after.text)
        }
    };
    blocks.map(line).collect()
}

#[test]
fn nothing_changed_and_nothing_is_told() {
    assert!(changes(|_| {}).is_empty());
    assert!(changes(|files| files.insert("content/site.yaml", "网站名称: 海州市年度报告\r\n")).is_empty(), "line ends");
}

#[test]
fn a_figure_is_told_with_what_follows_from_it() {
    let narrative = NARRATIVE;
    let changed = report(&REPORT.replace("自然人: 3", "自然人: 5").replace("起草", "可公开"), narrative);
    let field = &changed.fields[0];
    assert_eq!((&*field.key, &*field.before[0], &*field.after[0]), ("状态", "起草", "可公开"));
    let table = &changed.tables[0];
    let cell = &table.cells[0];
    assert_eq!(cell.label, "表三“一、本年新收政府信息公开申请数量”的“自然人”");
    assert_eq!(
        (cell.before.as_deref(), cell.after.as_deref(), cell.change.as_deref()),
        (Some("3"), Some("5"), Some("+2"))
    );
    assert!(table.totals.iter().any(|total| total.key == "申请.本年新收.总计"));
    let BlockChange::Changed { quoted: true, after, .. } = &changed.narrative[0].blocks[0] else {
        panic!("the sentence quotes the figure: {changed:?}")
    };
    assert_eq!(after.text, "办理申请5件。");
    assert!(changed.rewritten.is_empty());
}

#[test]
fn what_could_not_be_read_is_told_as_it_was_written() {
    let changed = report(&REPORT.replace("{自然人: 3}", "{自然人: 待核对}"), NARRATIVE);
    let cell = &changed.tables[0].cells[0];
    assert_eq!((cell.before.as_deref(), cell.after.as_deref()), (Some("3"), Some("“待核对”")));
    assert!(changed.tables[0].totals.is_empty(), "a sum of it says nothing");
    assert_eq!((changed.unreadable[0].state, changed.unreadable[0].places), (State::After, 2));
    let broken = report("年度: [\n", NARRATIVE);
    assert_eq!(broken.event, Some(ReportEvent::Unreadable(State::After)));
}

#[test]
fn text_is_told_by_section_and_block() {
    assert_eq!(told(&NARRATIVE.replace("增加图解。", "增加图解。\n\n下一步加强培训。")), ["五+下一步加强培训。"]);
    assert_eq!(told(&NARRATIVE.replace("\n\n未收取信息处理费。", "")), ["六-未收取信息处理费。"]);
    assert_eq!(
        told(&NARRATIVE.replace("九十八条", "九十九条").replace("# 其他", "新的一段话。\n\n# 其他")),
        [
            "一~全年主动公开政府信息九十八条，举办新闻发布会一次。→全年主动公开政府信息九十九条，举办新闻发布会一次。 false false",
            "五+新的一段话。"
        ]
    );
    let training = "全年举办业务培训两次，参加人员共计一百二十人次。\n\n";
    let moved = NARRATIVE.replace(training, "").replace("# 其他", &format!("{training}# 其他"));
    assert_eq!(told(&moved), ["五>一 全年举办业务培训两次，参加人员共计一百二十人次。"]);
    let short = NARRATIVE.replace("两次", "三次").replace("## 监督保障", "## 监督保障情况");
    assert_eq!(told(&short).len(), 2);
}

#[test]
fn another_way_of_writing_is_told_as_that() {
    let changed = report(&format!("# 注释\n{REPORT}"), &NARRATIVE.replace("单一", "**单一**"));
    let folder = "content/agencies/czj/2024";
    assert_eq!(changed.rewritten, [format!("{folder}/report.yaml"), format!("{folder}/narrative.md")]);
}

#[test]
fn folders_that_got_another_name_are_recognised() {
    let mut after = Memory::new();
    let before = city();
    for (path, text) in [
        ("content/site.yaml", "网站名称: 海州市年度报告\n"),
        ("content/agency.yaml", "名称: 海州市人民政府\n"),
        ("content/agencies/caizheng/agency.yaml", "名称: 海州市财政局\n联系方式: {电话: 0000-2}\n"),
        ("content/agencies/caizheng/2024/report.yaml", REPORT),
        ("content/agencies/caizheng/2024/narrative.md", NARRATIVE),
        ("content/agencies/dongqu/agency.yaml", "名称: 海州市东区人民政府\n"),
        ("content/agencies/dongqu/agencies/czj/agency.yaml", "名称: 东区财政局\n"),
    ] {
        after.insert(path, text);
    }
    let changes = Changes::between(&checked(&before), &checked(&after));
    let root = AgencyId::root();
    let told: Vec<_> = changes.agencies.iter().map(|agency| (agency.id.as_str(), agency.event.clone())).collect();
    let renamed = |from: &str| Some(AgencyEvent::Renamed(root.child(from)));
    assert_eq!(told, [("caizheng", renamed("czj")), ("dongqu", renamed("qu"))], "and nothing of what lies in them");
    assert_eq!(changes.agencies[0].fields[0].key, "联系方式.电话");
    assert!(changes.findings.new.is_empty() && changes.findings.gone.is_empty(), "{:?}", changes.findings);
}

#[test]
fn agencies_and_reports_come_and_go() {
    let changes = changes(|files| {
        files.insert("content/agencies/jyj/agency.yaml", "名称: 海州市教育局\n");
        files.insert(
            "content/agencies/czj/2023/report.yaml",
            "年度: 2023\n申请: {本年新收: {自然人: 1}, 予以公开: {自然人: 1}}\n",
        );
        files.insert("content/agencies/czj/2023/narrative.md", NARRATIVE);
    });
    let [finance, education] = changes.agencies.as_slice() else { panic!("{changes:?}") };
    let Some(ReportEvent::Added(extent)) = &finance.reports[0].event else { panic!("{finance:?}") };
    assert_eq!((finance.reports[0].year, extent.figures), (2023, 2));
    assert_eq!(education.event, Some(AgencyEvent::Added));
}

#[test]
fn new_findings_are_told_and_those_that_are_gone() {
    let changes = changes(|files| {
        files.insert(
            "content/agencies/czj/2024/report.yaml",
            REPORT.replace("予以公开: {自然人: 3}", "予以公开: {自然人: 2}"),
        );
    });
    assert!(changes.findings.new.iter().any(|finding| finding.code.id == "B001"), "{:?}", changes.findings.new);
}

#[test]
fn one_agency_can_be_asked_for() {
    let before = city();
    let mut after = before.clone();
    after.insert("content/site.yaml", "网站名称: 海州市报告\n");
    after.insert("content/agencies/qu/agency.yaml", "名称: 海州市西区人民政府\n");
    after.insert("content/agencies/czj/agency.yaml", "名称: 海州市财政局\n");
    let (before, after) = (checked(&before), checked(&after));
    let narrowed = |name: &str| {
        let filter = Filter { agencies: vec![name.to_owned()], years: Vec::new() };
        Changes::between(&before, &after).narrowed(&filter, &before, &after)
    };
    let west = narrowed("海州市东区人民政府").unwrap();
    assert_eq!(west.agencies.iter().map(|agency| agency.id.as_str()).collect::<Vec<_>>(), ["qu"]);
    assert!(west.site.is_empty());
    assert!(narrowed("卫健局").is_err());
}

#[test]
fn the_longest_rise_is_found() {
    let kept = |places: &[usize]| {
        places.iter().zip(rising(places)).filter(|(_, rises)| *rises).map(|(place, _)| *place).collect::<Vec<_>>()
    };
    assert_eq!(kept(&[0, 1, 2]), [0, 1, 2]);
    assert_eq!(kept(&[3, 0, 1, 2]), [0, 1, 2]);
    assert_eq!(kept(&[1, 2, 0, 3]), [1, 2, 3]);
    assert_eq!(kept(&[]), [0_usize; 0]);
}
