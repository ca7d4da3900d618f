//! The form over HTTP: what it shows of a report, what it says of changes, what it writes.

use nianbao_tests::{Form, Preview, Workspace};
use serde_json::{Value, json};

pub(crate) const REPORT: &str = "content/agencies/tcj/2024/report.yaml";
pub(crate) const NARRATIVE: &str = "content/agencies/tcj/2024/narrative.md";
const AGENCY: &str = "content/agencies/tcj/agency.yaml";

/// The real content as a draft.
pub(crate) fn draft() -> Workspace {
    let workspace = Workspace::real();
    workspace.replace(REPORT, "状态: 已公开", "状态: 起草");
    workspace
}

/// The codes of what was found, with the cells, field or section that each stands at.
fn found(state: &Value) -> Vec<String> {
    let findings = state["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| {
            let at = ["cells", "field", "section"].map(|name| &finding[name]).into_iter();
            let at = at.filter(|at| !at.is_null() && at.as_array().is_none_or(|cells| !cells.is_empty()));
            format!("{} {}", finding["code"].as_str().unwrap(), at.map(Value::to_string).collect::<String>())
        })
        .collect()
}

/// All blocks of a section as they are, but for those that are named anew.
fn blocks(state: &Value, section: &str, anew: &[(usize, &str)]) -> Value {
    let sections = state["sections"].as_array().unwrap();
    let section = sections.iter().find(|known| known["id"] == section).unwrap();
    let ids = 0..section["blocks"].as_array().unwrap().len();
    let block = |id| match anew.iter().find(|(at, _)| *at == id) {
        Some((_, source)) => json!({ "source": source }),
        None => json!({ "id": id }),
    };
    ids.map(block).collect()
}

#[test]
fn a_report_is_shown_as_it_stands_in_its_files() {
    let workspace = draft();
    let preview = Preview::of(&workspace, &[]);
    assert!(preview.told.contains("填写：http://"), "{}", preview.told);
    assert!(preview.page("/_form/").contains("href=\"/_form/tcj/2024/\""));
    assert!(preview.page("/tcj/2024/").contains("href=\"/_form/tcj/2024/\""));
    let moved = preview.get("/_form/tcj/2024");
    assert!(moved.status == 307 && moved.head.contains("location: /_form/tcj/2024/\r\n"), "{}", moved.head);

    let state = Form::open(&preview, "tcj/2024").state();
    assert_eq!(state["readonly"], false);
    assert_eq!(state["name"], "温州市投资促进局");
    assert_eq!(state["cells"]["申请.本年新收.自然人"]["text"], "1");
    assert_eq!(state["totals"]["申请.本年新收.总计"]["text"], "1");
    assert_eq!(state["balance"][0]["text"], "第一项 1 + 第二项 0 = 1，第三项 0 + 第四项 1 = 1");
    assert_eq!(state["sections"][1]["title"], "一、总体情况");
    assert_eq!(state["sections"][1]["blocks"][1]["source"], "## （一）主动公开");
    assert!(state["lookups"].as_array().unwrap().iter().any(|lookup| lookup["path"] == "申请.本年新收.总计"));
    let finding = &state["findings"][0];
    assert_eq!((&finding["code"], &finding["section"], &finding["block"]), (&json!("N001"), &json!("一"), &json!(4)));
    let source: Vec<char> = state["sections"][1]["blocks"][4]["source"].as_str().unwrap().chars().collect();
    let [from, to] = ["from", "to"].map(|name| usize::try_from(finding[name].as_u64().unwrap()).unwrap());
    assert!(source[from..to].iter().collect::<String>().contains("办结"), "{finding}");
}

#[test]
fn changes_are_judged_and_nothing_is_written() {
    let workspace = draft();
    let before = [REPORT, NARRATIVE].map(|path| workspace.read(path));
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let state = form.judge(&json!([
        { "cell": "申请.本年新收.自然人", "text": "３" },
        { "cell": "主动公开.行政许可", "text": "三件", "remark": "其中*一*件" },
        { "cell": "主动公开.行政事业性收费", "text": "59,237.2449" },
        { "field": "发布日期", "file": "report", "value": "明天" },
    ]));
    assert_eq!(state["cells"]["申请.本年新收.自然人"]["text"], "3");
    // What is no number is told at the cell, and not lost.
    assert_eq!(state["cells"]["主动公开.行政许可"]["text"], "三件");
    assert_eq!(state["cells"]["主动公开.行政许可"]["remark"], "其中*一*件");
    assert_eq!(state["cells"]["主动公开.行政事业性收费"]["text"], "59237.2449");
    let day = state["fields"].as_array().unwrap().iter().find(|field| field["path"] == "发布日期").unwrap();
    assert_eq!(day["value"], "明天");
    assert_eq!(state["balance"][0]["text"], "第一项 3 + 第二项 0 = 3，而第三项 0 + 第四项 1 = 1");
    let found = found(&state);
    assert!(found.contains(&"V001 [\"主动公开.行政许可\"]".to_owned()), "{found:?}");
    assert!(found.iter().any(|finding| finding.ends_with("\"发布日期\"")), "{found:?}");
    assert_eq!([REPORT, NARRATIVE].map(|path| workspace.read(path)), before);
}

#[test]
fn what_is_saved_changes_its_own_bytes_alone() {
    let workspace = draft();
    let [report, narrative, agency] = [REPORT, NARRATIVE, AGENCY].map(|path| workspace.read(path));
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let state = form.state();
    let source = "新的一段 <b>粗</b>，共{{ 申请.本年新收.总计 }}件。";
    let (status, saved) = form.save(
        &state["base"],
        &json!([
            { "cell": "申请.本年新收.自然人", "text": "1,234" },
            { "cell": "主动公开.行政许可", "text": "", "remark": "" },
            { "field": "发布日期", "file": "report", "value": "2025-01-20" },
            { "field": "联系方式.电话", "file": "agency", "value": "0577-88000000" },
            { "section": "一", "blocks": blocks(&state, "一", &[(1, source)]) },
        ]),
    );
    assert_eq!(status, 200, "{saved}");
    let expected =
        report.replace("本年新收: {自然人: 1,", "本年新收: {自然人: 1234,").replace("2025-01-31", "2025-01-20");
    assert_eq!(workspace.read(REPORT), expected);
    let source = "新的一段 \\<b>粗\\</b>，共{{ 申请.本年新收.总计 }}件。";
    assert_eq!(workspace.read(NARRATIVE), narrative.replace("## （一）主动公开", source));
    assert_eq!(workspace.read(AGENCY), format!("{}\n联系方式: {{电话: 0577-88000000}}\n", agency.trim_end()));
    let html = saved["sections"][1]["blocks"][1]["html"].as_str().unwrap();
    assert!(html.contains("&lt;b&gt;") && html.contains("data-lookup=\"申请.本年新收.总计\""), "{html}");
    assert_eq!(form.state()["base"], saved["base"]);
}

#[test]
fn a_report_is_begun_in_the_form() {
    let workspace = draft();
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2025");
    let state = form.state();
    assert_eq!((&state["base"]["report"], &state["base"]["narrative"]), (&Value::Null, &Value::Null));
    assert_eq!(
        state["cells"]["申请.上年结转.自然人"],
        json!({ "text": "", "remark": "", "last": "1", "last_of": "结转下年度" }),
        "what was left over then, not what was carried in"
    );
    assert_eq!(state["totals"]["申请.上年结转.总计"]["last"], "1");
    assert_eq!(state["cells"]["申请.本年新收.自然人"], json!({ "text": "", "remark": "", "last": "1" }));
    let changes = json!([
        { "cell": "申请.上年结转.自然人", "text": "1" },
        { "section": "六", "blocks": [{ "source": "2025年没有收取信息处理费。" }] },
    ]);
    let (status, _) = form.save(&state["base"], &changes);
    assert_eq!(status, 200);
    let folder = "content/agencies/tcj/2025";
    assert_eq!(workspace.read(&format!("{folder}/report.yaml")), "年度: 2025\n申请:\n  上年结转: {自然人: 1}\n");
    assert_eq!(
        workspace.read(&format!("{folder}/narrative.md")),
        "# 总体情况\n\n# 存在的主要问题及改进情况\n\n# 其他需要报告的事项\n\n2025年没有收取信息处理费。\n"
    );
    // The same once more is of files that were not there when it was shown.
    assert_eq!(form.save(&state["base"], &changes).0, 412);
}

#[test]
fn whatever_cannot_be_changed_is_shown_with_the_reason() {
    let workspace = Workspace::real();
    let whole = workspace.read(REPORT);
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let change = json!([{ "cell": "申请.本年新收.自然人", "text": "5" }]);
    let refused = |part: &str| {
        let state = form.state();
        let reason = state["readonly"].as_str().unwrap_or_else(|| panic!("{part}: {}", state["readonly"])).to_owned();
        assert!(reason.contains(part), "{reason}");
        assert!(state["cells"].as_object().unwrap().len() > 100 && !state["sections"][1]["blocks"][0].is_null());
        let (status, answer) = form.save(&state["base"], &change);
        assert_eq!((status, answer.as_str()), (409, Some(reason.as_str())));
    };
    refused("已公开的年报不再改动");
    assert_eq!(workspace.read(REPORT), whole);
    let broken = whole.replace("状态: 已公开", "状态: 起草").replace("规章: {制发: 0,", "规章: {制发: 0");
    workspace.write(REPORT, &broken);
    refused("report.yaml 读不出第 ");
    assert_eq!(workspace.read(REPORT), broken);
    workspace.write(REPORT, [0xFF_u8, 0, 1, 2]);
    refused("它不是文字");
    workspace.write(REPORT, whole.replace("状态: 已公开", "状态: 起草"));
    assert_eq!(form.state()["readonly"], false);
}

#[test]
fn other_encodings_and_line_ends_are_kept_or_mended() {
    let workspace = draft();
    let windows = workspace.read(NARRATIVE).replace('\n', "\r\n");
    workspace.write(NARRATIVE, format!("\u{feff}{windows}"));
    // 年度: 2024 and 状态: 起草 in GBK.
    let gbk = [
        &[0xC4, 0xEA, 0xB6, 0xC8][..],
        b": 2024\n",
        &[0xD7, 0xB4, 0xCC, 0xAC],
        b": ",
        &[0xC6, 0xF0, 0xB2, 0xDD],
        b"\n",
    ];
    workspace.write(REPORT, gbk.concat());
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let state = form.state();
    assert_eq!(state["readonly"], false);
    let (status, saved) = form.save(
        &state["base"],
        &json!([
            { "cell": "主动公开.行政许可", "text": "3" },
            { "section": "六", "blocks": blocks(&state, "六", &[(0, "甲\n乙")]) },
        ]),
    );
    assert_eq!(status, 200, "{saved}");
    assert_eq!(workspace.read(REPORT), "年度: 2024\n状态: 起草\n主动公开: {行政许可: 3}\n");
    let narrative = workspace.read(NARRATIVE);
    assert!(
        narrative.starts_with("\u{feff}# 一、总体情况\r\n") && narrative.contains("\r\n甲\r\n乙\r\n"),
        "{narrative}"
    );
    assert_eq!(narrative.matches('\n').count(), narrative.matches("\r\n").count());
}

#[test]
fn the_figures_of_a_sum_are_shown_and_not_typed() {
    let workspace = draft();
    workspace.write("content/2024/report.yaml", "年度: 2024\n汇总: 全部下级\n");
    workspace.write("content/2024/narrative.md", "# 总体情况\n\n甲。\n");
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "government/2024");
    let state = form.state();
    assert_eq!(state["cells"]["申请.本年新收.自然人"]["text"], "1");
    assert!(state["figures_readonly"].as_str().unwrap().contains("下级机关"), "{}", state["figures_readonly"]);
    let (status, answer) = form.save(&state["base"], &json!([{ "cell": "申请.本年新收.自然人", "text": "5" }]));
    assert_eq!((status, &answer), (422, &state["figures_readonly"]));
    let blocks = json!([{ "section": "一", "blocks": [{ "source": "乙。" }] }]);
    assert_eq!(form.save(&state["base"], &blocks).0, 200);
    assert_eq!(workspace.read("content/2024/narrative.md"), "# 总体情况\n\n乙。\n");
}

#[test]
fn a_figure_that_nobody_knows_yet_stands_beside_nothing() {
    let workspace = draft();
    let report = workspace.read(REPORT);
    workspace.write(REPORT, report.replace("结转下年度: {自然人: 1", "结转下年度: {自然人: 待核对"));
    let preview = Preview::of(&workspace, &[]);
    let state = Form::open(&preview, "tcj/2025").state();
    let last = |of: &str, path: &str| state[of][path]["last"].clone();
    assert_eq!(last("cells", "申请.上年结转.自然人"), Value::Null);
    assert_eq!(last("totals", "申请.上年结转.总计"), Value::Null);
    assert_eq!(last("cells", "申请.结转下年度.自然人"), Value::Null);
    assert_eq!(last("cells", "申请.上年结转.商业企业"), "0");
}

#[test]
fn the_office_of_a_sum_types_its_own_figures() {
    let workspace = draft();
    let report = "content/2024/report.yaml";
    workspace.write(report, "年度: 2024\n汇总: 全部下级 # 照例\n");
    workspace.write("content/2024/narrative.md", "# 总体情况\n\n甲。\n");
    let preview = Preview::of(&workspace, &[]);
    let page = preview.page("/_form/government/2024/");
    assert!(page.contains("id=\"本级.申请.本年新收.自然人\"") && page.contains("id=\"申请.本年新收.自然人\""));
    let form = Form::open(&preview, "government/2024");
    let state = form.state();
    assert_eq!(state["cells"]["本级.申请.本年新收.自然人"], json!({ "text": "", "remark": "", "last": null }));
    let (status, saved) = form.save(
        &state["base"],
        &json!([
            { "cell": "本级.申请.本年新收.自然人", "text": "２" },
            { "cell": "本级.申请.本年新收.商业企业", "text": "待核对" },
            { "cell": "本级.主动公开.行政许可", "text": "7", "remark": "其中甲" },
        ]),
    );
    assert_eq!(status, 200, "{saved}");
    assert_eq!(saved["totals"]["本级.申请.本年新收.总计"]["text"], "2");
    assert_eq!(saved["cells"]["申请.本年新收.自然人"]["text"], "3", "1 below and 2 of its own");
    assert_eq!(saved["balance"][0]["cells"][0], "本级.申请.本年新收.自然人");
    let found = found(&saved);
    assert!(found.contains(&"V014 [\"本级.申请.本年新收.商业企业\"]".to_owned()), "{found:?}");
    let written = workspace.read(report);
    let own =
        "本级:\n  主动公开:\n    行政许可: {数: 7, 注: 其中甲}\n  申请:\n    本年新收: {自然人: 2, 商业企业: 待核对}\n";
    assert_eq!(written, format!("年度: 2024\n汇总: 全部下级 # 照例\n{own}"));
    // A report that is not added up has no such figures.
    let form = Form::open(&preview, "tcj/2024");
    let base = form.state()["base"].clone();
    let (status, answer) = form.save(&base, &json!([{ "cell": "本级.申请.本年新收.自然人", "text": "2" }]));
    assert!(status == 422 && answer.as_str().unwrap().contains("没有“本级”"), "{answer}");
}

#[test]
fn what_to_do_is_said_in_the_words_of_the_form() {
    let workspace = draft();
    workspace.replace(REPORT, "发布日期: 2025-01-31", "发布日期: 2025-03-31");
    let text = "无收取政府信息处理费。\n\n（一）甲\n\n•甲\n•乙\n\n{{ 申请.没有 }}件\n\n甲<b>乙</b>\n\n***甲**\n\n####### 甲\n\n甲[乙](丙)\n\n![](甲.png)\n\n1. 甲\n甲\n乙\n";
    workspace.replace(NARRATIVE, "无收取政府信息处理费。\n", text);
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let state = form.judge(&json!([
        { "cell": "申请.本年新收.自然人", "text": "三件" },
        { "cell": "申请.本年新收.商业企业", "text": "待核对" },
        { "cell": "主动公开.行政许可", "text": "1.5" },
    ]));
    let findings = state["findings"].as_array().unwrap();
    assert!(findings.len() > 8, "{findings:?}");
    for finding in findings {
        let help = finding["help"].as_str().unwrap_or("");
        for word in ["yaml", ".md", "#", "nianbao", "{", "**", "“说明”里", "缩进", "这一行", "|"] {
            assert!(!help.contains(word), "{} {help}", finding["code"]);
        }
    }
}
