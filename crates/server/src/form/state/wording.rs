//! What to do about a finding, in the words of the form: whoever fills it in sees cells, sentences and buttons, no file.

use nianbao_model::Diagnostic;

/// How to mend it here; what a rule says of files is said of the form instead.
pub(super) fn help(finding: &Diagnostic) -> Option<String> {
    if let Some(own) = own(finding.code.id) {
        return Some(own.to_owned());
    }
    let mut help = finding.help.clone()?;
    for (in_files, here) in PHRASES {
        help = help.replace(in_files, here);
    }
    Some(help)
}

/// Turns of phrase that speak of files.
const PHRASES: [(&str, &str); 14] = [
    ("把“汇总”改成要加的机关的名单，如 [市教育局, 市财政局]", "点表二上面的“汇总”，只选要加的机关"),
    ("还在起草的写好以后把状态改成“可公开”", "还在起草的写好以后报送"),
    ("；要说明的话写 {数: 22, 注: 其中修订16件}", "；要说明的话写在下面的“注”里"),
    ("没有就写 0，或删去这一项", "没有就写 0"),
    ("在“说明”里写明理由", "点“写说明”，写明理由"),
    ("在“说明”里写明", "点“写说明”，写明"),
    ("没有就删去这一行", "没有就空着"),
    ("还没有就删去这一行", "还没有就空着"),
    ("把 report.yaml 里的状态改成“可公开”", "点最下面的“报送”"),
    ("把状态改为“起草”", "点最下面的“收回”"),
    (
        "把它的文件夹放回 agencies；名称写错了的，照文件夹名、全称或简称改正",
        "请政务公开办核对：名称写错了，还是机关的文件夹丢了",
    ),
    ("在“本级”的“申请”里写 其他处理: {自然人: 0}", "请告诉政务公开办"),
    ("；自己没有的写 0。", "；自己没有的填 0。"),
    ("；可以用 nianbao compare 与上一年逐段对照", ""),
];

/// Help of its own, by code, where that of the rule says what to type into a file.
fn own(code: &str) -> Option<&'static str> {
    Some(match code {
        "A001" => "问题已经改好了，点“删去这条说明”。",
        "A002" => "改正那个错误，再点“删去这条说明”。",
        "A003" => "点“删去这条说明”；还要说明的，到那一个问题旁边点“写说明”。",
        // The order of sections stands in the file alone.
        "C001" | "C003" | "C004" | "C006" | "C008" | "C009" => {
            "这个标题不在这里改；请政务公开办改，您写的文字不受影响。"
        }
        "C002" => "在这个标题下面写上内容。",
        "C005" => "在这个标题下面写上内容；正文打成了小标题的，把光标放在那一段，点上面的“正文”。",
        "C007" => "数填到表里；其他文字剪切到“一、总体情况”，这里就空了。",
        "M001" => "逐个机关核对；哪一份报告错了，改哪一份。表二、三、四应当是各机关之和。",
        "M003" => "汇总的名单不对的，点表二上面的“汇总”，再选一次；别的请告诉政务公开办。",
        "V030" => "点表二上面的“汇总”：要加下级的数的，选加谁；不加的，选“自己填”。",
        "M005" | "M006" | "M007" | "M008" | "M009" | "V013" | "V033" => "这一条不在这里改；请告诉政务公开办。",
        "S008" => "哪一段都没有用到它：是图片的，在六个部分的下面点“删去这张图片”；别的请告诉政务公开办。",
        "S031" | "S030" => "删去这几个字，重新打一遍。",
        "S040" | "S041" => "这一段的写法印不出来：删去这一段，重新打一遍文字。",
        "S042" => "删去段首的空格；公开时自动空两个字。",
        "S043" => "把光标放在这一段，点上面的“（一）”“1.”或“（1）”。",
        "S044" => "写上小标题，或者删去这一行。",
        "S045" => "删去星号；要加粗的，选中文字，点上面的“加粗”。",
        "S046" => "链接只能用 https:// 或 http:// 开头的完整网址；不需要链接，就删去这几个字，重新打一遍。",
        "S047" | "S048" | "S049" | "S070" | "S071" | "S072" => {
            "删去这张图片，点上面的“图片”再放一张；缺文字说明的，点“改文字说明”。"
        }
        "S050" => "删去这张表，点上面的“表格”重新做一张。",
        "S051" | "S052" | "S053" => "删去花括号里的字，点上面的“表里的数”选一个。",
        "S054" | "S064" => "是小标题的，把光标放在这一段，点上面的“（一）”；不是的，改成一句完整的话。",
        "S055" | "S056" => "把这一段删去，重新打一遍；表格点上面的“表格”。",
        "S057" | "S061" => "在两项之间按一下 Enter，各成一段。",
        "S062" => "删去前面的符号，选中这几段，点上面的“列表”。",
        "S063" => "删去这几行，点上面的“表格”，把内容填进去；也可以从 Word 里再复制一次表格。",
        "S058" | "S059" | "S060" => "脚注的编号和内容要成对；改不了的，请政务公开办改。",
        "T001" => "对照原文：哪一格抄错了改哪一格。原文上印的合计（表内合计）不在这里改；抄错的是它，请政务公开办改。",
        "V025" => "写成 2025-01-20 这样，或者点“日历”选一天。",
        "V026" => "点最下面的“报送”或者“收回”，状态就对了。",
        "W005" => {
            "编制说明里的，改成本机关。标题里的，在“报告和机关”里点“用规定的标题”，程序就按机关名称和年度印；机关改过名的，请政务公开办写上曾用名。"
        }
        "W004" => "编号由程序编：把小标题删去，重新打一遍，全部编号就对了；看看前面是不是漏了一个小标题。",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;
    use nianbao_loader::Memory;
    use nianbao_model::{AgencyId, Code, Kind, Severity};

    use super::*;

    fn all() -> Vec<&'static Code> {
        nianbao_workspace::codes(nianbao_builder::codes())
    }

    #[test]
    fn codes_that_have_words_of_their_own_are_codes() {
        for number in 0..=999 {
            for letter in 'A'..='Z' {
                let code = format!("{letter}{number:03}");
                assert!(own(&code).is_none() || all().iter().any(|known| known.id == code), "{code}");
            }
        }
    }

    #[test]
    fn what_is_said_of_sums_names_no_file_and_no_mark() {
        let agency = |name: &str| format!("名称: 海州市{name}\n");
        let city = Memory::from_iter([
            ("content/agency.yaml".to_owned(), agency("人民政府") + "下级名单: [jyj, slj]\n"),
            ("content/2024/report.yaml".to_owned(), "年度: 2024\n汇总: 全部下级\n".to_owned()),
            ("content/2023/report.yaml".to_owned(), "年度: 2023\n状态: 可公开\n汇总: [jyj, czj]\n".to_owned()),
            ("content/agencies/jyj/agency.yaml".to_owned(), agency("教育局")),
            ("content/agencies/jyj/2023/report.yaml".to_owned(), "年度: 2023\n".to_owned()),
            ("content/agencies/czj/agency.yaml".to_owned(), agency("财政局") + "至: 2022\n"),
            (
                "content/agencies/czj/2023/report.yaml".to_owned(),
                "年度: 2023\n申请: {其他处理: {自然人: 1}}\n".to_owned(),
            ),
        ]);
        let checked = nianbao_workspace::check(&city, &[], Severity::Error, date(2025, 3, 1)).unwrap();
        let of_city = || checked.findings.iter().filter(|finding| finding.code.kind == Kind::City);
        let codes: BTreeSet<&str> = of_city().map(|finding| finding.code.id).collect();
        assert!(["M002", "M004", "M007"].iter().all(|code| codes.contains(code)), "{codes:?}");
        for finding in of_city().filter(|finding| finding.agency == Some(AgencyId::root()) || finding.code.id == "M007")
        {
            let told = format!("{} {}", finding.message, help(finding).unwrap_or_default());
            for word in ["yaml", "[", "{", ": ", "agencies", "nianbao", "“可公开”", "“说明”里"] {
                assert!(!told.contains(word), "{} {told}", finding.code.id);
            }
        }
    }

    #[test]
    fn turns_of_phrase_are_those_of_the_form() {
        let code = all().into_iter().find(|code| code.id == "V001").unwrap();
        let finding = Diagnostic::new(code, "甲").help("只写阿拉伯数字；要说明的话写 {数: 22, 注: 其中修订16件}。");
        assert_eq!(help(&finding).as_deref(), Some("只写阿拉伯数字；要说明的话写在下面的“注”里。"));
    }
}
