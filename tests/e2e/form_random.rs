//! Two hundred edits of all kinds, and the program killed in the middle of saving: every byte is accounted for.

use std::time::Duration;

use nianbao_tests::{Form, Preview};
use serde_json::{Value, json};

use crate::form::{NARRATIVE, REPORT, draft};

/// Numbers that look drawn by lot and are the same each time.
struct Lot(u64);

impl Lot {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

const ROWS: [&str; 5] = ["本年新收", "上年结转", "予以公开", "部分公开", "结转下年度"];
const COLUMNS: [&str; 6] = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];

/// The files as they ought to be.
#[derive(Clone, PartialEq)]
struct Paper {
    report: String,
    narrative: String,
}

impl Paper {
    /// A cell says `number`: the word behind its key in the line of its row, and nothing else.
    fn cell(&mut self, row: &str, column: &str, number: usize) {
        let line = self.report.find(&format!("\n  {row}: {{")).unwrap() + 1;
        let key = format!("{column}: ");
        let at = line + self.report[line..].find(&key).unwrap() + key.len();
        let length = self.report[at..].find([',', '}']).unwrap();
        self.report.replace_range(at..at + length, &number.to_string());
    }
}

/// A change drawn by lot, and the files with it.
fn change(lot: &mut Lot, state: &Value, paper: &Paper, number: usize) -> (Value, Paper) {
    let mut new = paper.clone();
    if lot.below(3) > 0 {
        let (row, column) = (ROWS[lot.below(ROWS.len())], COLUMNS[lot.below(COLUMNS.len())]);
        new.cell(row, column, number);
        return (json!({ "cell": format!("申请.{row}.{column}"), "text": number.to_string() }), new);
    }
    let section = &state["sections"][1];
    let blocks = section["blocks"].as_array().unwrap();
    let which = lot.below(blocks.len());
    let old = blocks[which]["source"].as_str().unwrap();
    let mut sent: Vec<Value> = (0..blocks.len()).map(|id| json!({ "id": id })).collect();
    let text = format!("第{number}次改的一段。");
    match lot.below(4) {
        0 => {
            sent.insert(which + 1, json!({ "source": text }));
            new.narrative = new.narrative.replacen(old, &format!("{old}\n\n{text}"), 1);
        }
        1 if blocks.len() > 4 => {
            sent.remove(which);
            new.narrative = new.narrative.replacen(&format!("{old}\n\n"), "", 1);
        }
        _ => {
            sent[which] = json!({ "source": text });
            new.narrative = new.narrative.replacen(old, &text, 1);
        }
    }
    (json!({ "section": "一", "blocks": sent }), new)
}

#[test]
fn two_hundred_edits_leave_all_other_bytes() {
    let workspace = draft();
    workspace.replace(NARRATIVE, "# 一、总体情况\n", "# 一、总体情况\n\n<!-- 给自己看的：先写要点 -->\n");
    let mut paper = Paper { report: workspace.read(REPORT), narrative: workspace.read(NARRATIVE) };
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    let (mut lot, mut state) = (Lot(15), form.state());
    for number in 0..200 {
        let (one, after) = change(&mut lot, &state, &paper, number);
        let (status, saved) = form.save(&state["base"], &json!([one]));
        assert_eq!(status, 200, "{number}: {one} {saved}");
        (state, paper) = (saved, after);
        assert_eq!(workspace.read(REPORT), paper.report, "{number}: {one}");
        assert_eq!(workspace.read(NARRATIVE), paper.narrative, "{number}: {one}");
    }
    assert!(paper.narrative.contains("<!-- 给自己看的：先写要点 -->") && paper.report.contains("# 勾稽关系"));
}

#[test]
fn a_save_that_is_killed_leaves_each_file_as_it_was_or_as_it_was_to_be() {
    let workspace = draft();
    let mut lot = Lot(7);
    let mut before = Paper { report: workspace.read(REPORT), narrative: workspace.read(NARRATIVE) };
    for number in 0..8 {
        let preview = Preview::of(&workspace, &[]);
        let form = Form::open(&preview, "tcj/2024");
        let state = form.state();
        let mut after = before.clone();
        after.cell("本年新收", "自然人", 100 + number);
        let old = state["sections"][1]["blocks"][0]["source"].as_str().unwrap();
        let text = format!("第{number}段。");
        after.narrative = after.narrative.replacen(old, &text, 1);
        let count = state["sections"][1]["blocks"].as_array().unwrap().len();
        let kept = (1..count).map(|id| json!({ "id": id }));
        let blocks: Vec<Value> = std::iter::once(json!({ "source": text })).chain(kept).collect();
        let cell = json!({ "cell": "申请.本年新收.自然人", "text": (100 + number).to_string() });
        let changes = json!([cell, { "section": "一", "blocks": blocks }]);
        let body = json!({ "base": state["base"], "changes": changes }).to_string();
        let sent = preview.begin_post(&format!("{}save", form.address), &form.headers(), body.as_bytes());
        std::thread::sleep(Duration::from_micros(u64::try_from(lot.below(800_000)).unwrap()));
        preview.kill();
        drop(sent);
        let now = Paper { report: workspace.read(REPORT), narrative: workspace.read(NARRATIVE) };
        assert!(now.report == before.report || now.report == after.report, "{number}: {}", now.report);
        assert!(now.narrative == before.narrative || now.narrative == after.narrative, "{number}: {}", now.narrative);
        before = now;
    }
    // What was left beside the files goes at the next save.
    let preview = Preview::of(&workspace, &[]);
    let form = Form::open(&preview, "tcj/2024");
    assert_eq!(form.save(&form.state()["base"], &json!([{ "cell": "复议.结果维持", "text": "1" }])).0, 200);
    let folder = workspace.path().join("content/agencies/tcj/2024");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 2);
}
