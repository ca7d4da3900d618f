//! Who may write by the form: its own pages alone, and nobody where that was ruled out.

use nianbao_tests::{Form, Preview};
use serde_json::json;

use crate::form::{NARRATIVE, REPORT, draft};

#[test]
fn only_pages_of_this_start_write() {
    let workspace = draft();
    let before = workspace.read(REPORT);
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let body = json!({ "base": form.state()["base"], "changes": [{ "cell": "主动公开.行政许可", "text": "9" }] });
    let body = body.to_string();
    let with = |name: &str, value: Option<&str>| -> Vec<(&'static str, String)> {
        let others = form.headers().into_iter().filter(|(known, _)| *known != name);
        let names = ["Origin", "Content-Type", "X-Nianbao-Token", "Host", "Sec-Fetch-Site"];
        let name = names.into_iter().find(|known| *known == name).unwrap();
        others.chain(value.map(|value| (name, value.to_owned()))).collect()
    };
    let save = |headers: &[(&str, String)], body: &[u8]| preview.post(&format!("{}save", form.address), headers, body);
    for (name, value, status) in [
        ("Origin", Some("http://evil.example"), 403),
        ("Origin", Some("null"), 403),
        ("Origin", None, 403),
        ("Host", Some("evil.example"), 403),
        ("X-Nianbao-Token", None, 403),
        ("X-Nianbao-Token", Some("0123456789abcdef"), 403),
        ("Content-Type", Some("text/plain"), 415),
        ("Content-Type", Some("application/x-www-form-urlencoded"), 415),
        ("Content-Type", None, 415),
    ] {
        let reply = save(&with(name, value), body.as_bytes());
        assert_eq!(reply.status, status, "{name}: {value:?}");
        assert!(reply.text().chars().any(|mark| mark > '\u{2E80}'), "{name}: {}", reply.text());
    }
    assert_eq!(save(&form.headers(), b"{").status, 400);
    assert_eq!(save(&form.headers(), b"{\"changes\": [{\"what\": 1}]}").status, 400);
    assert_eq!(save(&form.headers(), &vec![b' '; (2 << 20) + 1]).status, 413);
    assert_eq!(workspace.read(REPORT), before);
    let second = Preview::of(&workspace, &[]);
    assert_eq!(second.post(&format!("{}save", form.address), &form.headers()[..1], body.as_bytes()).status, 403);

    let same_origin: Vec<_> =
        with("Origin", None).into_iter().chain([("Sec-Fetch-Site", "same-origin".to_owned())]).collect();
    assert_eq!(save(&same_origin, body.as_bytes()).status, 200);
    assert_eq!(workspace.read(REPORT), before.replace("行政许可: 0", "行政许可: 9"));
}

#[test]
fn what_no_form_holds_is_refused_whole() {
    let workspace = draft();
    let before = [REPORT, NARRATIVE].map(|path| workspace.read(path));
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let base = &form.state()["base"];
    let good = json!({ "cell": "主动公开.行政许可", "text": "9" });
    for bad in [
        json!({ "cell": "申请.本年新收.总计", "text": "1" }),
        json!({ "cell": "年度", "text": "2025" }),
        json!({ "cell": "", "text": "1" }),
        json!({ "field": "年度", "file": "report", "value": "2025" }),
        json!({ "field": "名称", "file": "agency", "value": "乙局" }),
        json!({ "field": "状态", "file": "report", "value": "已公开" }),
        json!({ "section": "七", "blocks": [] }),
    ] {
        let (status, answer) = form.save(base, &json!([good, bad]));
        assert_eq!(status, 422, "{bad}: {answer}");
    }
    assert_eq!([REPORT, NARRATIVE].map(|path| workspace.read(path)), before);
    for path in ["/_form/tcj/1999/", "/_form/tcj/2099/", "/_form/none/2024/", "/_form/../tcj/2024/x", "/_form/tcj/"] {
        assert_eq!(preview.get(path).status, 404, "{path}");
    }
    assert_eq!(preview.get("/_form/tcj/2024/save").status, 405);
}

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/><script>1</script></svg>";

#[test]
fn a_picture_becomes_a_clean_file_of_its_report_and_nothing_else() {
    let workspace = draft();
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let (status, put) = form.send_picture("../../../统计图.png", DRAWING.as_bytes());
    assert_eq!((status, &put["file"]), (200, &json!("统计图.svg")), "{put}");
    let path = "content/agencies/tcj/2024/统计图.svg";
    let clean = workspace.read(path);
    assert!(clean.contains("rect") && !clean.contains("script"), "{clean}");
    // The same once more is the same file; another one never takes its place.
    assert_eq!(form.send_picture("统计图.svg", DRAWING.as_bytes()).1["file"], "统计图.svg");
    let other = DRAWING.replace("width=\"9\"", "width=\"8\"");
    assert_eq!(form.send_picture("统计图.svg", other.as_bytes()).1["file"], "统计图-2.svg");
    assert_eq!(workspace.read(path), clean);
    for (bytes, told) in
        [(&b"GIF89a"[..], "GIF"), (b"", "空文件"), (&[0x89, b'P', b'N', b'G', 13, 10, 26, 10], "这张图片")]
    {
        let (status, why) = form.send_picture("图.png", bytes);
        assert!(status == 422 && why.as_str().is_some_and(|why| why.contains(told)), "{why}");
    }
    let (status, why) = form.send_picture("图.png", &vec![0; 11 << 20]);
    assert!(status == 413 && why.as_str().is_some_and(|why| why.contains("10 MB")), "{why}");
    let body = json!({ "name": "图.svg", "content": "" }).to_string();
    let strange = [("Content-Type", "application/json".to_owned()), ("Origin", "http://evil.example".to_owned())];
    assert_eq!(preview.post("/_form/tcj/2024/picture", &strange, body.as_bytes()).status, 403);
    assert_eq!(form.send("picture", &json!({ "name": 1 })).status, 400);
    assert_eq!(preview.get("/_form/tcj/2024/picture").status, 405);
    let read_only = Preview::of(&workspace, &["--read-only"]);
    assert_eq!(read_only.post("/_form/tcj/2024/picture", &form.headers(), body.as_bytes()).status, 403);
}

#[test]
fn a_record_changes_by_corrections_alone() {
    let workspace = nianbao_tests::Workspace::real();
    let before = workspace.read(REPORT);
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let state = form.state();
    assert_eq!(state["correction"]["entries"], json!([]));
    let base = &state["base"];
    let changes = json!([{ "cell": "主动公开.行政许可", "text": "3" }]);
    let correct = |changes: &serde_json::Value, date: &str, text: &str| {
        let body = json!({ "base": base, "changes": changes, "correction": { "date": date, "text": text } });
        form.send("save", &body)
    };
    assert_eq!(form.save(base, &changes).0, 409);
    let published = state["correction"]["since"].as_str().unwrap();
    for (date, text, told) in
        [(published, " ", "还没有写"), ("2999-01-01", "甲。", "还没有到"), ("2009-01-01", "甲。", "早于发布日期")]
    {
        let reply = correct(&changes, date, text);
        assert!(reply.status == 422 && reply.text().contains(told), "{}", reply.text());
    }
    for field in ["状态", "发布日期"] {
        let kept = json!([{ "field": field, "file": "report", "value": "起草" }]);
        assert_eq!(correct(&kept, published, "甲。").status, 422, "{field}");
    }
    assert_eq!(workspace.read(REPORT), before);
    // What is not published of it changes as ever.
    assert_eq!(form.save(base, &json!([{ "field": "联系方式.电话", "file": "agency", "value": "0577-1" }])).0, 200);
    let reply = correct(&changes, published, "有误。");
    assert!(reply.status == 422 && reply.text().contains("“主动公开.行政许可”这一格"), "{}", reply.text());
    let mut events = preview.events();
    let reply = correct(&changes, published, "行政许可由0更正为3。");
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_eq!(reply.json()["correction"]["entries"], json!([{ "date": published, "text": "行政许可由0更正为3。" }]));
    while !preview.page("/tcj/2024/").contains("行政许可由0更正为3。") {
        events.next_version();
    }
}

#[test]
fn read_only_there_is_no_form() {
    let workspace = draft();
    let preview = Preview::of(&workspace, &["--read-only"]);
    assert!(!preview.told.contains("_form"), "{}", preview.told);
    assert!(!preview.page("/tcj/2024/").contains("_form"));
    for path in ["/_form/", "/_form/tcj/2024/", "/_form/tcj/2024/state"] {
        let reply = preview.get(path);
        assert!(reply.status == 403 && reply.text().contains("--read-only"), "{path}: {}", reply.text());
    }
    assert_eq!(preview.post("/_form/tcj/2024/save", &[], b"{}").status, 403);
}
