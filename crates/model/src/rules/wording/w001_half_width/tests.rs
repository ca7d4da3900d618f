//! Edits of half-width marks, mark by mark.

use super::edits;

/// The text with all edits made.
fn mended(text: &str) -> String {
    let mut mended = String::new();
    let mut at = 0;
    for edit in edits(text) {
        mended.push_str(&text[at..edit.range.start]);
        mended.push(edit.full_width);
        at = edit.range.end;
    }
    mended + &text[at..]
}

#[test]
fn marks_of_chinese_text_become_full_width() {
    for (written, right) in [
        ("拓展内容,完善制度.", "拓展内容，完善制度。"),
        ("编发513篇,同比增长170%,原创105条;报道30余篇.", "编发513篇，同比增长170%，原创105条；报道30余篇。"),
        ("“公开为常态”原则,及时", "“公开为常态”原则，及时"),
        ("“三审”,落实", "“三审”，落实"),
        ("地址:海州路1号,邮编:222000,电话:0518-87222589.", "地址：海州路1号，邮编：222000，电话：0518-87222589."),
        ("同意吗?好!", "同意吗？好！"),
        ("中文, 空格. 也去掉", "中文，空格。也去掉"),
        ("利用APP,推送信息", "利用APP，推送信息"),
        ("共12,其中3件", "共12，其中3件"),
        ("(一)主动公开(含解读)", "（一）主动公开（含解读）"),
        ("条例(以下简称《条例》)要求,编制", "条例（以下简称《条例》）要求，编制"),
        ("开展(5%)以上", "开展（5%）以上"),
        ("应用程序(APP)等", "应用程序（APP）等"),
        ("混用（括号)的,(两种）", "混用（括号）的，（两种）"),
        ("邮箱:hzzwgk@126.com,电话", "邮箱：hzzwgk@126.com，电话"),
        ("网址:https://www.example.gov.cn/a,b?c=1,见首页", "网址：https://www.example.gov.cn/a,b?c=1，见首页"),
        ("坚持\"应公开尽公开\"原则", "坚持“应公开尽公开”原则"),
        ("文件(已废止),另行", "文件（已废止），另行"),
        ("落实到位(见附件).", "落实到位（见附件）。"),
        ("占95%.", "占95%。"),
        (
            "政府网站(www.haizhou.gov.cn)下载;联系电话:0518-87222589。",
            "政府网站（www.haizhou.gov.cn）下载；联系电话：0518-87222589。",
        ),
        (
            "公开59件、占45.3%;不予公开32件(含结转2件,不含撤回)",
            "公开59件、占45.3%；不予公开32件（含结转2件，不含撤回）",
        ),
    ] {
        assert_eq!(mended(written), right);
    }
}

#[test]
fn all_other_marks_stay() {
    for text in [
        "金额1,234.56万元，比例3:1，时间10:30",
        "见www.haizhou.gov.cn和https://a.b/c?d=1;e",
        "海政办发(2024)5号、政发(2024)第3号",
        "(0518)87222589",
        "electronic,mail (e-mail)",
        "1.属于国家秘密。2.其他。一.加强领导。二.落实责任",
        "1)加强领导，2)落实责任",
        "版本V1.2.3",
        "等等...以及",
        "公开\"一件事，未配对",
        "他说\"ok\"。",
        "12%.5",
        "全角，的：标点。“都”（不动）？",
        "A.B",
        "“1+X”、C919、5G",
        ".",
        "",
    ] {
        assert_eq!(mended(text), text);
    }
}
