//! Files that were changed underneath a form: never overwritten, both versions told.

use nianbao_tests::{Form, Preview};
use serde_json::json;

use crate::form::{NARRATIVE, REPORT, draft};

#[test]
fn of_two_browsers_the_second_is_told_what_the_first_wrote() {
    let workspace = draft();
    let preview = Preview::of(&workspace, &[]);
    let [one, other] = ["tcj/2024", "tcj/2024"].map(|report| Form::open(&preview, report));
    let base = &one.state()["base"];
    let first = json!([{ "cell": "主动公开.行政许可", "text": "3" }, { "cell": "主动公开.行政处罚", "text": "4" }]);
    assert_eq!(one.save(base, &first).0, 200);
    let written = workspace.read(REPORT);

    let second = json!([{ "cell": "主动公开.行政许可", "text": "5" }, { "cell": "主动公开.行政处罚", "text": "4" }]);
    let (status, told) = other.save(base, &second);
    assert_eq!(status, 412);
    assert_eq!(
        told["conflicts"],
        json!([{ "kind": "cell", "path": "主动公开.行政许可", "mine": ["5"], "theirs": ["3"] }])
    );
    assert_eq!(workspace.read(REPORT), written);
    // Whoever has seen both may choose.
    let (status, _) = other.save(&told["state"]["base"], &json!([{ "cell": "主动公开.行政许可", "text": "5" }]));
    assert_eq!(status, 200);
    assert_eq!(workspace.read(REPORT), written.replace("行政许可: 3", "行政许可: 5"));
}

#[test]
fn a_file_that_an_editor_saved_is_not_overwritten_and_others_are_not_held_up() {
    let workspace = draft();
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let base = &form.state()["base"];
    workspace.replace(NARRATIVE, "# 一、总体情况\n", "# 一、总体情况\n\n别人写的一段。\n");
    let saved_elsewhere = workspace.read(NARRATIVE);
    let section = json!({ "section": "一", "blocks": [{ "id": 1 }, { "source": "我写的。" }] });
    let (status, told) = form.save(base, &json!([section, { "cell": "主动公开.行政许可", "text": "3" }]));
    assert_eq!(status, 412);
    assert_eq!(told["conflicts"][0]["kind"], "section");
    assert_eq!(told["conflicts"][0]["mine"], json!(["#1", "我写的。"]));
    assert_eq!(told["conflicts"][0]["theirs"][0], "别人写的一段。");
    assert!(workspace.read(NARRATIVE) == saved_elsewhere && workspace.read(REPORT).contains("行政许可: 0"));
    // The tables are not what was changed.
    assert_eq!(form.save(base, &json!([{ "cell": "主动公开.行政许可", "text": "3" }])).0, 200);
    assert_eq!(workspace.read(NARRATIVE), saved_elsewhere);
}

#[test]
fn a_file_that_is_gone_or_became_a_link_is_not_written() {
    let workspace = draft();
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let base = &form.state()["base"];
    let change = json!([{ "cell": "主动公开.行政许可", "text": "3" }]);
    let path = workspace.path().join(REPORT);
    let elsewhere = workspace.path().join("elsewhere.yaml");
    std::fs::rename(&path, &elsewhere).unwrap();
    assert_eq!(form.save(base, &change).0, 412);
    assert!(!path.exists());
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
        assert_eq!(form.save(base, &change).0, 409);
        assert!(!std::fs::read_to_string(&elsewhere).unwrap().contains("行政许可: 3"));
    }
}
