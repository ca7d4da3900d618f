//! Text that was pasted from Word.

use nianbao_model::SectionKind;

use super::{blocks, narrative, prose, shown};

/// The codes found in a text, and the text with all mends.
fn mended(text: &str) -> (Vec<&'static str>, String) {
    let (_, sink) = prose(text);
    let found: Vec<_> = sink.found().iter().filter(|finding| finding.code.id != "C002").collect();
    let edits: Vec<_> = found.iter().flat_map(|finding| &finding.edits).collect();
    let takes_line_end =
        |edit: &&&nianbao_model::Edit| text.get(edit.span.start..edit.span.end).is_some_and(|it| it.contains('\n'));
    assert_eq!(edits.iter().find(takes_line_end), None, "{text}");
    (found.iter().map(|finding| finding.code.id).collect(), crate::edit::apply(text, edits))
}

#[test]
fn titles_of_sections_without_marks_are_found_with_and_without_blank_lines() {
    let whole = "一、总体情况\n2024年，本机关公开120条。\n**五、存在的主要问题及改进情况**\n一是不够及时。\n　　六、其他需要报告的事项　\n无。\n";
    let (narrative, codes) = narrative(whole);
    assert_eq!(codes, ["C009"; 3]);
    let kinds: Vec<SectionKind> = narrative.sections.iter().map(|section| section.kind).collect();
    assert_eq!(kinds, SectionKind::NARRATIVE);
    let shown: Vec<_> = narrative.sections.iter().map(|section| blocks(&section.blocks)).collect();
    assert_eq!(shown, [["2024年，本机关公开120条。"], ["一是不够及时。"], ["无。"]]);
    let (_, text) = mended(whole);
    assert_eq!(
        text,
        "# 总体情况\n2024年，本机关公开120条。\n# 存在的主要问题及改进情况\n一是不够及时。\n# 其他需要报告的事项　\n无。\n"
    );
    assert_eq!(mended(&text), (vec![], text.clone()));
}

#[test]
fn a_title_may_be_misspelt_behind_its_number() {
    for (line, title) in [
        ("五、存在的主要问题和改进情况", "存在的主要问题及改进情况"),
        ("一、 总体情况：", "总体情况"),
        ("总体情况", "总体情况"),
        ("六、其它需要报告的事项", "其他需要报告的事项"),
    ] {
        assert_eq!(mended(&format!("{line}\n甲。")), (vec!["C009"], format!("# {title}\n甲。")), "{line}");
    }
    for text in ["一、总体情况良好，公开120条。", "本年总体情况\n很好。", "二是总体情况\n很好。"]
    {
        assert_eq!(mended(text).0, Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn the_title_of_the_report_is_left_out() {
    let text = "温州市投资促进局2024年政府信息公开工作年度报告\n\n一、总体情况\n甲。";
    assert_eq!(mended(text), (vec!["C001", "C009"], "\n\n# 总体情况\n甲。".to_owned()));
    assert_eq!(narrative(text).0.introduction, []);
    for text in [
        "现公布2024年政府信息公开工作年度报告。",
        "现将我局2024年政府信息公开工作年度报告\n公布如下。",
        "根据《条例》编制海州市2024年政府信息公开工作年度报告\n本报告甲。",
        "海州市财政局2024年政府信息公开工作年度报告\n由海州市财政局编制。",
        "海州市财政局2024年政府信息公开工作年度报告\n（以下简称报告）如下。",
        "甲乙。\n海州市财政局2024年政府信息公开工作年度报告\n丙。",
        "海州市财政局认真做好公开。\n\n海州市财政局2024年政府信息公开工作年度报告\n丙。",
        "# 总体情况\n\n政府信息公开工作年度报告",
        "甲。\n\n政府信息公开年度报告",
    ] {
        assert!(!mended(text).0.contains(&"C001"), "{text}");
    }
}

#[test]
fn the_title_of_the_report_needs_no_blank_line_below_it() {
    for title in [
        "海州市财政局2024年政府信息公开工作年度报告",
        "海州市财政局关于2024年政府信息公开工作年度报告",
        "关于海州市财政局2024年度政府信息公开工作情况的报告",
        "政府信息公开年度报告",
        "海州市财政局政府信息公开工作年度报告（2024年度）",
        "**中共海州市委机构编制委员会办公室 2024 年政府信息公开年报**",
        "《无为市2024年政府信息公开工作年度报告》",
        "　　　　将乐县2024年政务公开工作报告  ",
        "海州市财政局\n2024年政府信息公开工作年度报告",
        "海州市财政局\n　　　2024年政府信息公开工作年度报告",
        "海州市财政局\n\n2024年政府信息公开工作年度报告",
        "海州市财政局\n政府信息公开工作年度报告\n（2024年）",
    ] {
        for (parted, below) in [
            ("\n", "本报告由海州市财政局编制，列出2024年情况。\n\n# 总体情况\n甲。"),
            ("\n\n", "本报告由海州市财政局编制。\n\n# 总体情况\n甲。"),
            ("\n　　", "本报告由海州市财政局编制。\n\n# 总体情况\n甲。"),
            ("\r\n", "根据《条例》，\r\n编制本报告。\r\n\r\n# 总体情况\r\n甲。"),
            ("\n", "# 总体情况\n甲。"),
            ("\n", "本报告由海州市财政局编制。"),
        ] {
            let whole = format!("{title}{parted}{below}");
            let (codes, text) = mended(&whole);
            assert_eq!((codes, text.trim_start()), (vec!["C001"], below), "{whole}");
            assert_eq!(mended(&text), (vec![], text.clone()), "{whole}");
            assert_eq!(narrative(&whole).0.introduction.len(), usize::from(!below.starts_with('#')), "{whole}");
        }
    }
}

#[test]
fn the_title_of_a_table_is_left_out() {
    let (above, below) = ("# 总体情况\n\n甲。\n\n", "# 存在的主要问题及改进情况\n\n乙。\n");
    for titles in [
        "二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n四、政府信息公开行政复议、行政诉讼情况\n\n",
        "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n",
        "　　二、主动公开政府信息情况\n\n",
        "**二、主动公开政府信息情况**\n\n",
        "二、主动公开政府信息的情况\n\n",
        "## 主动公开政府信息情况\n\n",
        "# 二、主动公开政府信息情况\n\n",
        "主动公开政府信息情况\n---\n\n",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n\n",
        "# 因政府信息公开工作被申请行政复议、提起行政诉讼情况\n\n",
        "二、主动公开政府信息情况\n二、主动公开政府信息情况\n",
    ] {
        let (codes, text) = mended(&format!("{above}{titles}{below}"));
        assert!(codes.iter().all(|code| *code == "C006"), "{titles}: {codes:?}");
        let left = text.strip_prefix(above).and_then(|text| text.strip_suffix(below)).map(str::trim);
        assert_eq!(left, Some(""), "{titles}: {text}");
    }
    for table in ["二、主动公开政府信息情况\n\n表格见附件。", "## 主动公开政府信息情况\n规章 | 1 |"]
    {
        let whole = format!("{above}{table}\n\n{below}");
        assert_eq!(mended(&whole), (vec!["C007"], whole));
    }
}

#[test]
fn the_title_of_a_table_in_a_list_is_left_out() {
    let text = "# 总体情况\n- 甲\n- 乙。\n二、主动公开政府信息情况\n\n# 存在的主要问题及改进情况\n丙。\n";
    assert_eq!(mended(text), (vec!["C006"], text.replace("二、主动公开政府信息情况", "")));
    let text = "# 总体情况\n- 甲\n- 乙。\n二、主动公开政府信息情况\n表格见附件\n";
    assert_eq!(mended(text), (vec!["C007"], text.to_owned()));
}

#[test]
fn a_title_in_a_list_is_told_with_its_mend() {
    let text = "# 总体情况\n- 甲\n- 乙。\n五、存在的主要问题及改进情况\n丙。\n";
    let (codes, mended) = mended(text);
    assert_eq!(codes, ["C009"]);
    assert_eq!(mended, "# 总体情况\n- 甲\n- 乙。\n# 存在的主要问题及改进情况\n丙。\n");
}

#[test]
fn sub_headings_without_marks_are_found() {
    for (text, mend) in [
        ("（一）主动公开情况\n全年公开120条。", "## （一）主动公开情况\n全年公开120条。"),
        ("（一）主动公开情况\n\n全年公开120条。", "## （一）主动公开情况\n\n全年公开120条。"),
        ("　　（二）依申请公开情况\n　　全年收到15件。", "## （二）依申请公开情况\n　　全年收到15件。"),
        ("**（三）政府信息管理**\n\n甲。\n", "## （三）政府信息管理\n\n甲。\n"),
        ("甲。\n(四)平台建设情况\n乙。", "甲。\n## (四)平台建设情况\n乙。"),
        ("一、总体情况\n（一）主动公开情况\n甲。", "# 总体情况\n## （一）主动公开情况\n甲。"),
    ] {
        let (codes, text) = mended(text);
        assert_eq!((codes.contains(&"S064"), &*text), (true, mend));
    }
    for text in [
        "（一）主动公开情况。全年公开120条。",
        "（一）甲甲\n\n（二）乙乙\n\n（三）丙丙\n\n丁。",
        "（一）加强组织领导，压实工作责任。\n\n（二）完善制度。",
        "（一）加强组织领导和统筹协调，把政务公开工作纳入重要议\n事日程，定期研究。",
        "见（一）主动公开情况\n\n甲。",
        "（一）主动公开情况",
    ] {
        assert!(!mended(text).0.contains(&"S064"), "{text}");
    }
}

#[test]
fn two_paragraphs_in_one_are_told_and_a_wrapped_line_is_not() {
    let long = "甲".repeat(70);
    for (text, mend) in [
        ("全年公开120条。\n全年收到申请15件。", "全年公开120条。\n\n全年收到申请15件。"),
        ("甲。\r\n乙。\r\n", "甲。\r\n\r\n乙。\r\n"),
        ("做法如下：\n（一）甲；\n（三）乙。", "做法如下：\n\n（一）甲；\n\n（三）乙。"),
        (&*format!("{long}。\n乙{long}，\n丙。"), &*format!("{long}。\n\n乙{long}，\n丙。")),
        ("- 甲。\n乙。", "- 甲。\n\n乙。"),
        ("甲乙。\n丙丁戊己庚辛\n壬癸。", "甲乙。\n丙丁戊己庚辛\n壬癸。"),
    ] {
        assert_eq!(mended(text), (vec!["S061"], mend.to_owned()));
    }
    for text in [
        "全年公开120条，\n其中网站80条。",
        "全年公开信息一百二十条。其\n中网站八十条，微信四十条。另\n有十条。",
        "甲乙丙丁戊己庚辛。\n甲乙丙丁戊己庚辛，\n甲。",
        "甲。  \n乙。",
        "甲。\\\n乙。",
        "　　甲。\n　　乙。",
        "- 甲。\n  乙。",
        "甲。\n（见附件）",
    ] {
        let told = mended(text).0;
        assert!(told.is_empty() || text.contains("附件"), "{text}: {told:?}");
    }
}

#[test]
fn bullets_of_word_become_a_list() {
    for bullet in ["•", "● ", "◆\t", "■", "▪　", "· ", "➢", "– ", "\u{f0b7}\t", "\u{d8}\t", "l\t"] {
        let text = format!("如下：\n{bullet}加强领导\n{bullet}完善制度");
        assert_eq!(mended(&text), (vec!["S062"], "如下：\n- 加强领导\n- 完善制度".to_owned()), "{bullet:?}");
    }
    assert_eq!(shown(&mended("•甲\n•乙").1), ["None<甲|乙>"]);
    for text in ["——甲", "–甲", "·", "甲•乙", "—— 甲\n乙", "l 甲"] {
        assert_eq!(mended(text).0, Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn numbered_lines_are_parted() {
    for (text, mend) in [
        ("①甲\n②乙", "①甲\n\n②乙"),
        ("如下：\n(1)甲\n(2)乙\n(3)丙", "如下：\n\n(1)甲\n\n(2)乙\n\n(3)丙"),
        ("1、甲\n接着\n2、乙", "1、甲\n接着\n\n2、乙"),
    ] {
        let (codes, text) = mended(text);
        assert_eq!((codes.contains(&"S057"), &*text), (true, mend));
    }
}

#[test]
fn headings_are_no_items_and_items_get_the_advice_of_their_kind() {
    for text in [
        "（一）主动公开情况\n全年公开120条。\n（二）依申请公开情况\n全年收到15件。",
        "　　（一）主动公开情况\n　　全年公开120条。\n　　（二）依申请公开情况\n　　全年收到15件。",
        "一、总体情况\n甲。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",
    ] {
        assert!(!mended(text).0.contains(&"S057"), "{text}");
    }
    for (text, is_list) in [
        ("1.加强领导\n2.完善制度", true),
        ("（一）加强领导，压实责任。\n（二）完善制度。", false),
        ("一、甲\n二、乙", false),
        ("①甲\n②乙", false),
    ] {
        let (_, sink) = prose(text);
        let found = sink.found();
        let finding = found.iter().find(|finding| finding.code.id == "S057").expect(text);
        assert_eq!(finding.help.as_deref().unwrap_or("").contains("“1.”"), is_list, "{text}");
    }
}

#[test]
fn tables_of_word_become_tables() {
    let text = "见下表：\n渠道\t件数\n网络\t12\n信函|当面\t3\n合计如上。";
    let (codes, table) = mended(text);
    assert_eq!(codes, ["S063"]);
    assert_eq!(table, "见下表：\n\n| 渠道 | 件数 |\n|---|---|\n| 网络 | 12 |\n| 信函\\|当面 | 3 |\n\n合计如上。");
    assert_eq!(shown(&table), ["见下表：", "渠道,件数/网络,12/信函|当面,3", "合计如上。"]);
    let text = "渠道\t件数\n网络\t12\n二、主动公开政府信息情况\n丙。";
    assert!(mended(text).1.ends_with("12 |\n\n二、主动公开政府信息情况\n丙。"));
    assert_eq!(mended("甲\t乙\n丙\t丁\n戊\t己\t庚"), (vec!["S063"], "甲\t乙\n丙\t丁\n戊\t己\t庚".to_owned()));
    for text in ["甲\t乙", "1、\t甲\n3、\t乙", "甲\t乙\n丙", "　\t甲\n　\t乙"] {
        assert!(!mended(text).0.contains(&"S063"), "{text}");
    }
}
