//! Agencies and reports that are made by the buttons above the list of forms.

use nianbao_tests::{Form, Preview, Tree, Workspace, nianbao, read_tree, repository};
use serde_json::{Value, json};

use crate::form::draft;

/// A new city without agencies.
fn city() -> Workspace {
    let workspace = Workspace::empty();
    let made = nianbao(workspace.path(), ["new", "workspace", ".", "--city", "海州市"]).output().unwrap();
    assert!(made.status.success());
    workspace
}

fn list(name: &str) -> Vec<u8> {
    std::fs::read(repository().join("tests/data/new").join(name)).unwrap()
}

/// The names in a group of what was told.
fn names(answer: &Value, group: usize) -> Vec<&str> {
    answer["groups"][group]["items"].as_array().unwrap().iter().map(|item| item["text"].as_str().unwrap()).collect()
}

/// All that lies in a workspace.
fn everything(workspace: &Workspace) -> Tree {
    read_tree(workspace.path())
}

/// What was told, carried out.
fn carried_out(form: &Form, what: &str, told: &Value) -> (u16, Value) {
    form.make(what, &json!({ "rows": told["rows"], "unused": told["unused"], "plan": told["plan"] }))
}

#[test]
fn a_city_comes_from_a_list_that_was_shown_before() {
    for file in ["list.xlsx", "list-gbk.csv"] {
        let workspace = city();
        let before = everything(&workspace);
        let preview = Preview::of(&workspace, &[]);
        assert!(preview.page("/_form/").contains("先做什么"));
        let form = Form::all(&preview);
        let (status, told) = form.send_list(file, &list(file));
        assert_eq!((status, &told["done"]), (200, &json!(false)), "{file}: {told}");
        assert_eq!(told["message"], "会新建 5 个机关。没有用到的栏目：备注。", "{file}");
        assert!(names(&told, 0).contains(&"海州市教育局"));
        let note = told["groups"][0]["items"][0]["note"].as_str().unwrap();
        assert!(note.contains("行") && note.contains("网址 /jyj/") && note.contains("电话 0000-80000001"), "{note}");
        assert_eq!(everything(&workspace), before, "nothing is written before a second press");
        let (status, made) = carried_out(&form, "agencies", &told);
        assert_eq!((status, &made["done"], &made["plan"]), (200, &json!(true), &Value::Null), "{made}");
        assert!(made["next"]["label"].as_str().unwrap().starts_with("为全部机关新建"));
        assert!(workspace.read("content/agencies/jyj/agency.yaml").contains("名称: 海州市教育局"));
        let page = preview.page("/_form/");
        assert!(page.contains("海州市第一中学") && !page.contains("先做什么"), "the list shows them at once");
        // The same press once more, from here or another browser.
        let (status, again) = carried_out(&form, "agencies", &told);
        assert_eq!((status, &again["done"]), (412, &json!(false)));
        assert!(again["message"].as_str().unwrap().starts_with("名单里的 5 个机关都已经有了"), "{again}");
    }
}

#[test]
fn a_wrong_row_is_named_and_a_file_that_is_no_list_is_told() {
    let workspace = city();
    let before = everything(&workspace);
    let preview = Preview::of(&workspace, &[]);
    let form = Form::all(&preview);
    let (status, told) =
        form.send_list("名单.csv", "名称,文件夹\n海州市教育局,../x\n海州市财政局,\n海州市统计局,Tjj\n".as_bytes());
    assert_eq!((status, told["wrong"].as_array().unwrap().len()), (422, 2), "{told}");
    assert_eq!((&told["wrong"][0]["place"], &told["wrong"][0]["about"]), (&json!("第 2 行"), &json!("文件夹")));
    assert_eq!(told["plan"], Value::Null);
    for (name, bytes, part) in [
        ("名单.csv", "甲,乙\n1,2\n".as_bytes(), "没有找到表头"),
        ("../../etc/x.xlsx", b"PK\x03\x04broken".as_slice(), "读不了这个文件"),
        ("", b"", "这是空文件"),
        ("x.exe", b"MZ\0\0", ""),
    ] {
        let (status, answer) = form.send_list(name, bytes);
        let told = answer.as_str().unwrap();
        assert!(status == 422 && told.contains(part) && !told.contains("/tmp"), "{name}: {status} {told}");
    }
    assert_eq!(form.make("list", &json!({ "name": "x.csv", "content": "不是" })).0, 400);
    let rows: Vec<Value> = (0..5_001).map(|number| json!({ "名称": format!("海州市{number}局") })).collect();
    let (status, answer) = form.make("agencies", &json!({ "rows": rows }));
    assert!(status == 422 && answer.as_str().unwrap().contains("5001 行"), "{answer}");
    assert_eq!(everything(&workspace), before);
}

#[test]
fn an_agency_is_made_once_and_what_is_wrong_is_told_at_its_field() {
    let workspace = draft();
    let before = everything(&workspace);
    let preview = Preview::of(&workspace, &[]);
    let form = Form::all(&preview);
    let wrong = |row: Value| {
        let (status, told) = form.make("agencies", &json!({ "rows": [row], "plan": "0" }));
        assert_eq!((status, told["plan"].as_str(), &told["done"]), (422, None, &json!(false)), "{told}");
        assert!(!told["message"].as_str().unwrap().contains("名单"), "{told}");
        let wrong = &told["wrong"][0];
        format!("{} {}", wrong["about"].as_str().unwrap(), wrong["message"].as_str().unwrap())
    };
    for (name, folder, superior, part) in [
        ("", "jyj", "", "名称 没有写机关的名称"),
        ("温州市教育局", "tcj", "", "文件夹 文件夹“tcj”已经有了（温州市投资促进局）"),
        ("温州市教育局", "../x", "", "文件夹 文件夹“../x”不能用"),
        ("温州市教育局", "..", "", "文件夹 文件夹“..”不能用"),
        ("温州市教育局", "/etc", "", "文件夹 文件夹“/etc”不能用"),
        ("温州市教育局", "con", "", "文件夹 文件夹“con”另有用处"),
        ("../x", "", "", "名称 “../x”不像机关的名称"),
        ("温州市教育局", "", "没有的局", "上级 没有叫“没有的局”的上级；上级是温州市人民政府的，空着；别的请核对名称"),
    ] {
        let told = wrong(json!({ "名称": name, "文件夹": folder, "上级": superior }));
        assert!(told.starts_with(part), "{told}");
    }
    assert_eq!(everything(&workspace), before);

    let row = json!({ "名称": " 温州市 教育局\u{200b}", "简称": "市教育局", "电话": "0577-1", "类别": "甲: #乙" });
    let (_, told) = form.make("agencies", &json!({ "rows": [row] }));
    let (status, made) = carried_out(&form, "agencies", &told);
    assert_eq!((status, &made["message"]), (200, &json!("建好了“温州市教育局”。")), "{made}");
    assert_eq!(
        made["next"],
        json!({ "label": made["next"]["label"], "agencies": ["jyj"], "year": made["next"]["year"] })
    );
    let text = workspace.read("content/agencies/jyj/agency.yaml");
    assert!(text.contains("名称: 温州市教育局\n") && text.contains("类别: 甲:#乙\n"), "{text}");
    let (_, again) = form.make("agencies", &json!({ "rows": [row] }));
    assert_eq!((&again["plan"], &again["message"]), (&Value::Null, &json!("“温州市教育局”已经有了，没有改动。")));
}

#[test]
fn a_report_is_made_with_what_last_year_left_over() {
    let workspace = draft();
    let preview = Preview::of(&workspace, &[]);
    let form = Form::all(&preview);
    let asked = json!({ "agencies": ["tcj"], "year": 2025 });
    let (status, told) = form.make("reports", &asked);
    assert_eq!((status, &told["message"]), (200, &json!("会新建 1 份 2025 年的报告。")), "{told}");
    assert!(told["groups"][0]["items"][0]["note"].as_str().unwrap().starts_with("上年结转已照 2024 年的报告填好"));
    let (status, made) = form.make("reports", &json!({ "agencies": ["tcj"], "year": 2025, "plan": told["plan"] }));
    assert_eq!((status, &made["done"]), (200, &json!(true)), "{made}");
    assert_eq!(made["groups"][0]["items"][0]["href"], "/_form/tcj/2025/");
    assert!(made["steps"][0].as_str().unwrap().contains("待核对"));
    let report = workspace.read("content/agencies/tcj/2025/report.yaml");
    assert!(report.contains("上年结转: {自然人: 1,"), "{report}");
    assert_eq!(Form::open(&preview, "tcj/2025").state()["cells"]["申请.上年结转.自然人"]["text"], "1");
    assert!(preview.page("/_form/").contains("href=\"/_form/tcj/2025/\""));

    let (_, again) = form.make("reports", &asked);
    assert_eq!(again["plan"], Value::Null);
    assert_eq!(again["message"], "温州市投资促进局：已经有 2025 年的报告，没有改动。");
    for (agencies, year, about) in [
        (json!(["tcj"]), json!(1999), "年度"),
        (json!(["tcj"]), json!(20_250_000), "年度"),
        (json!(["../x"]), json!(2025), "机关"),
    ] {
        let (status, told) = form.make("reports", &json!({ "agencies": agencies, "year": year, "plan": "" }));
        assert_eq!((status, &told["wrong"][0]["about"]), (422, &json!(about)), "{told}");
    }
    assert_eq!(form.make("reports", &json!({ "agencies": ["tcj"], "year": "2025" })).0, 400);
}

#[test]
fn all_begin_a_year_and_what_changed_meanwhile_is_shown_anew() {
    let workspace = city();
    let preview = Preview::of(&workspace, &[]);
    let form = Form::all(&preview);
    let (_, told) = form.send_list("list.xlsx", &list("list.xlsx"));
    carried_out(&form, "agencies", &told);
    let (_, told) = form.make("reports", &json!({ "agencies": null, "year": 2025 }));
    assert_eq!(told["message"], "会新建 6 份 2025 年的报告。");
    // Somebody at the other desk was faster with one of them.
    let made = nianbao(workspace.path(), ["new", "report", "czj", "--year", "2025"]).output().unwrap();
    assert!(made.status.success());
    let theirs = workspace.read("content/agencies/czj/2025/report.yaml");
    let (status, anew) = form.make("reports", &json!({ "agencies": null, "year": 2025, "plan": told["plan"] }));
    assert_eq!((status, &anew["message"]), (412, &json!("会新建 3 份 2025 年的报告。")));
    assert!(!workspace.path().join("content/agencies/jyj/2025").exists(), "nothing is made that was not shown");
    let (status, made) = form.make("reports", &json!({ "agencies": null, "year": 2025, "plan": anew["plan"] }));
    assert_eq!((status, &made["message"]), (200, &json!("新建了 3 份 2025 年的报告。")));
    assert_eq!(names(&made, 1), ["海州市财政局"]);
    assert_eq!(workspace.read("content/agencies/czj/2025/report.yaml"), theirs);
}

/// The list and the button say the same of who lacks a report.
#[test]
fn what_is_missing_in_the_list_is_what_is_made_for_all() {
    for begun in [false, true] {
        let workspace = city();
        let preview = Preview::of(&workspace, &[]);
        let form = Form::all(&preview);
        let (_, told) = form.send_list("list.xlsx", &list("list.xlsx"));
        let (_, made) = carried_out(&form, "agencies", &told);
        let year = made["next"]["year"].as_i64().unwrap();
        if begun {
            let asked = json!({ "agencies": ["czj"], "year": year });
            let (_, told) = form.make("reports", &asked);
            assert_eq!(
                form.make("reports", &json!({ "agencies": ["czj"], "year": year, "plan": told["plan"] })).0,
                200
            );
        }
        let page = preview.page("/_form/");
        let missing = page.matches("class=\"missing\">缺<").count();
        let button = format!("data-year=\"{year}\"");
        let left = page.lines().filter(|line| line.contains("class=\"none\">没有<") && line.contains(&button)).count();
        assert_eq!(page.lines().filter(|line| line.contains(&button)).count(), missing + left);
        let (_, told) = form.make("reports", &json!({ "agencies": null, "year": year }));
        assert_eq!(told["message"], format!("会新建 {missing} 份 {year} 年的报告。"), "{begun}");
        let offered =
            |group: &serde_json::Value| group["items"].as_array().unwrap().iter().any(|it| !it["offered"].is_null());
        let groups: Vec<_> = told["groups"].as_array().unwrap().iter().filter(|group| offered(group)).collect();
        assert_eq!(groups.len(), usize::from(begun));
        assert_eq!(groups.first().map_or(0, |group| group["items"].as_array().unwrap().len()), left);
        assert_eq!(page.contains(">尚未填写</a>"), begun);
    }
}

/// An agency that is new this year lacks no report of earlier ones.
#[test]
fn an_earlier_year_lacks_only_what_is_owed() {
    let workspace = city();
    for (folder, name, reports) in
        [("czj", "温州市财政局", &["2023"][..]), ("jyj", "温州市教育局", &["2024"]), ("sjj", "温州市数据局", &[])]
    {
        workspace.write(&format!("content/agencies/{folder}/agency.yaml"), format!("名称: {name}\n"));
        for year in reports {
            let file = format!("content/agencies/{folder}/{year}/report.yaml");
            workspace.write(&file, format!("年度: {year}\n发布日期: {}-01-20\n", year.parse::<i16>().unwrap() + 1));
        }
    }
    let page = Preview::of(&workspace, &[]).page("/_form/");
    let lacking = |year: &str| page.matches(&format!("data-year=\"{year}\"")).count();
    assert_eq!((lacking("2023"), lacking("2024")), (0, 1), "{page}");
}

#[test]
fn only_pages_of_this_start_make_anything() {
    let workspace = draft();
    let before = everything(&workspace);
    let preview = Preview::of(&workspace, &[]);
    let form = Form::all(&preview);
    let row = json!({ "rows": [{ "名称": "温州市教育局" }] });
    let plan = form.make("agencies", &row).1["plan"].clone();
    let body = json!({ "rows": row["rows"], "plan": plan }).to_string();
    for (name, value, status) in [
        ("Origin", "http://evil.example", 403),
        ("X-Nianbao-Token", "0123456789abcdef", 403),
        ("Content-Type", "text/plain", 415),
        ("Content-Type", "multipart/form-data", 415),
    ] {
        let headers = form.headers().map(|(known, own)| (known, if known == name { value.to_owned() } else { own }));
        for what in ["list", "agencies", "reports"] {
            let reply = preview.post(&format!("/_form/new/{what}"), &headers, body.as_bytes());
            assert_eq!(reply.status, status, "{what}: {name}: {value}");
        }
    }
    assert_eq!(preview.post("/_form/new/list", &form.headers(), &vec![b' '; (2 << 20) + 1]).status, 413);
    for what in ["list", "agencies", "reports"] {
        assert_eq!(preview.get(&format!("/_form/new/{what}")).status, 405);
        assert_eq!(preview.post(&format!("/_form/new/{what}"), &form.headers(), b"{").status, 400);
    }
    let closed = Preview::of(&workspace, &["--read-only"]);
    assert_eq!(closed.post("/_form/new/agencies", &form.headers(), body.as_bytes()).status, 403);
    assert_eq!(everything(&workspace), before);
}
