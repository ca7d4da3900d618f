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
