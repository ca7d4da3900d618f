//! report.yaml from the disk to the model.

use nianbao_model::{Decimal, Form, Status, TableId};

use super::Workspace;

fn figure(workspace: &Workspace, path: &str) -> String {
    let address = Form::latest().look_up(path).expect("a known path");
    workspace.report().figure(&address).to_string()
}

#[test]
fn chinese_and_english_keys_mean_the_same() {
    let chinese = Workspace::with_report(
        "标题: 甲\n发布日期: 2025-01-20\n状态: 已公开\n来源: https://a.cn\n\
         申请: {本年新收: {自然人: 2, 其他: 3}}\n表注: {复议诉讼: 含结转。}\n\
         更正: [{日期: 2025-03-05, 内容: 乙}]\n说明: [{规则: X1, 理由: 丙}]\n表内合计: {申请: {本年新收: 5}}\n",
    );
    let english = Workspace::with_report(
        "title: 甲\npublished: 2025-01-20\nstatus: published\nsource: https://a.cn\n\
         applications: {received: {natural_person: 2, other: 3}}\nnotes: {proceedings: 含结转。}\n\
         corrections: [{date: 2025-03-05, text: 乙}]\nacceptances: [{code: X1, reason: 丙}]\n\
         stated: {applications: {received: 5}}\n",
    );
    assert_eq!(chinese.codes(), Vec::<&str>::new());
    assert_eq!(english.codes(), Vec::<&str>::new());
    let (chinese, english) = (chinese.report(), english.report());
    assert_eq!((chinese.status, english.status), (Status::Published, Status::Published));
    let day = |report: &nianbao_model::Report| report.published.as_ref().map(|day| day.value);
    assert_eq!(day(&chinese), day(&english));
    assert_eq!(chinese.notes[&TableId::Proceedings].value, english.notes[&TableId::Proceedings].value);
    assert_eq!(chinese.corrections[0].date.value, english.corrections[0].date.value);
    assert_eq!(chinese.acceptances[0].code.value, "X1");
    assert_eq!(chinese.stated[0].address, english.stated[0].address);
    let received = Form::latest().look_up("申请.本年新收").expect("a known path");
    assert_eq!((chinese.figure(&received), english.figure(&received)), (Decimal::from(5), Decimal::from(5)));
}

#[test]
fn cells_keep_remarks_and_what_was_written() {
    let workspace = Workspace::with_report(
        "主动公开:\n  行政规范性文件: {制发: {数: 22, 注: 其中修订16件}, 废止: {}, 现行有效: \"7\"}\n  \
         行政许可: １，２３４\n  行政处罚:\n  行政强制: /\n  行政事业性收费: 59237.2449\n",
    );
    assert_eq!(workspace.codes(), ["V007", "V006", "V006"]);
    let report = workspace.report();
    let cell = |path: &str| {
        let address = Form::latest().look_up(path).expect("a known path");
        report.figures.cell(&address).cloned().unwrap_or_default()
    };
    let issued = cell("主动公开.行政规范性文件.制发");
    assert_eq!((issued.value, issued.remark.as_deref()), (Decimal::from(22), Some("其中修订16件")));
    assert_eq!(cell("主动公开.行政规范性文件.现行有效").written, None);
    assert_eq!(cell("主动公开.行政许可").written.as_deref(), Some("１，２３４"));
    assert_eq!(cell("主动公开.行政处罚").written.as_deref(), Some(""));
    assert_eq!(cell("主动公开.行政强制").written.as_deref(), Some("/"));
    assert_eq!(cell("主动公开.行政事业性收费").value.to_string(), "59237.2449");
    assert_eq!(cell("主动公开.规章.制发").written, None);
}

#[test]
fn everything_else_is_read_where_one_cell_is_wrong() {
    let workspace =
        Workspace::with_report("申请:\n  本年新收: {自然人: 约3, 其他: 2}\n  不予公开: 4\n  上年结转: {}\n");
    assert_eq!(workspace.codes(), ["V001", "V009"]);
    assert_eq!(figure(&workspace, "申请.本年新收.总计"), "2");
}

#[test]
fn slips_within_braces_are_explained() {
    for (text, code) in [
        ("申请:\n  本年新收: {自然人：1}\n", "S021"),
        ("申请:\n  本年新收: {自然人: 1,234}\n", "S028"),
        ("申请:\n  本年新收: 自然人：1\n", "S021"),
        ("复议：{结果维持: 1}\n", "S021"),
        ("申请:\n  本年新收: {自然人: true}\n", "V001"),
        ("申请:\n  本年新收: {自然人: [1]}\n", "V001"),
        ("申请:\n  本年新收: {自然人: {注: 甲}}\n", "V021"),
        ("申请:\n  本年新收: [1, 2]\n", "S028"),
        ("申请:\n  本年新收: 很多\n", "S028"),
        ("申请:\n  本年新收: 无\n", "V006"),
        ("申请:\n  本年新收:\n", "V006"),
        ("申请:\n  本年新收: null\n", "V006"),
        ("申请: {}\n复议: 1\n", "V009"),
        ("申请:\n  办理结果总计: {自然人: 1}\n", "V008"),
        ("year: 2024\n", "S025"),
        ("更正: 无\n", "V006"),
        ("说明: 无\n", "V006"),
        ("表注: 无\n", "V006"),
        ("表注: {申请: /}\n", "V006"),
        ("更正: [{日期: 2025-03-05}]\n", "V021"),
        ("来源: 纸质\n", "V027"),
    ] {
        assert_eq!(Workspace::with_report(text).codes(), [code], "{text}");
    }
}

#[test]
fn stated_totals_are_kept_with_their_places() {
    let text =
        "表内合计:\n  申请: {本年新收: 1, 办理结果总计: {自然人: 0, 总计: 3}}\n  复议: 4\n  诉讼: {复议后起诉: 5}\n";
    let workspace = Workspace::with_report(text);
    assert_eq!(workspace.codes(), Vec::<&str>::new());
    let stated: Vec<String> = workspace.report().stated.iter().map(|stated| stated.value.to_string()).collect();
    assert_eq!(stated, ["1", "0", "3", "4", "5"]);
    assert_eq!(Workspace::with_report("表内合计: {主动公开: 3}\n").codes(), ["V010"]);
    assert_eq!(Workspace::with_report("表内合计: {复议: {总计: {}}}\n").codes(), ["V001"]);
    let blank = Workspace::with_report("表内合计: {申请: {本年新收: /, 上年结转: }, 复议: 约3}\n");
    assert_eq!((blank.codes(), blank.report().stated.len()), (vec!["V001"], 0));
}

#[test]
fn what_is_to_be_looked_up_is_told_once_for_each_table() {
    let workspace = Workspace::with_report(
        "主动公开: {行政许可: 待核对, 行政处罚: {数: 待核对, 注: 含派出机构}, 行政强制: 1}\n申请: 待核对\n复议: {结果维持: 待核对}\n",
    );
    assert_eq!(workspace.codes(), ["V014", "V014", "V014"]);
    assert!(workspace.load().diagnostics[0].message.starts_with("表二“行政许可”的“本年处理决定数量”等 2 个数待核对"));
    let report = workspace.report();
    let open = |path: &str| {
        let address = report.form.look_up(path).expect("a known path");
        report.figures.cell(&address).and_then(|cell| cell.written.as_deref()) == Some("待核对")
    };
    assert!(open("主动公开.行政许可") && open("主动公开.行政处罚") && open("申请.结转下年度.自然人"));
    assert!(!open("主动公开.行政强制"));
}
