//! Many edits of all kinds one after the other.

use headless_chrome::browser::tab::ModifierKey::Ctrl;
use nianbao_tests::Preview;

use super::{NARRATIVE, REPORT, comments, enter, enter_text, is_saved, open, value, workspace};
use crate::browser::Browser;
use crate::serve_browser::wait_for;

const COLUMNS: [&str; 6] = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
const ROWS: [&str; 5] = ["本年新收", "上年结转", "予以公开", "部分公开", "结转下年度"];

/// Numbers that look like chance and are the same each time.
struct Chance(u32);

impl Chance {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % most
    }

    fn cell(&mut self) -> (usize, usize) {
        (self.below(5) as usize, self.below(6) as usize)
    }
}

fn path((row, column): (usize, usize)) -> String {
    format!("申请.{}.{}", ROWS[row], COLUMNS[column])
}

#[test]
fn after_two_hundred_edits_the_file_says_what_the_page_shows() {
    let workspace = workspace();
    let (report, narrative) = (workspace.read(REPORT), workspace.read(NARRATIVE));
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let mut chance = Chance(2024);
    for number in 0..200 {
        match chance.below(8) {
            0 => {
                enter(&page, &path((chance.below(4) as usize, chance.below(5) as usize)));
                page.paste(&format!("{}\t\n{}\t{}\n", chance.below(90), chance.below(90), chance.below(90)), "");
            }
            1 => page.press_with(&[Ctrl], "z"),
            2 => page.press_with(&[Ctrl], "y"),
            3 => {
                enter_text(&page, "六", 0);
                page.type_text(&format!("第{number}次。"));
            }
            _ => {
                enter(&page, &path(chance.cell()));
                page.type_text(&chance.below(2000).to_string());
            }
        }
    }
    is_saved(&page);
    wait_for(&page, "document.getElementById('saved').dataset.state === 'saved'");
    let again = open(&browser, &preview, 1280);
    for row in 0..ROWS.len() {
        for column in 0..COLUMNS.len() {
            let path = path((row, column));
            let shown = value(&page, &path);
            let shown = if shown.is_empty() { "0" } else { &shown };
            assert_eq!(value(&again, &path), shown, "{path}");
        }
    }
    let text = "() => [document.getElementById('text-六').textContent]";
    assert_eq!(again.list(text), page.list(text));
    assert_eq!(comments(&workspace.read(REPORT)), comments(&report));
    let before = |text: &str| text.split("# 六").next().unwrap().to_owned();
    assert_eq!(before(&workspace.read(NARRATIVE)), before(&narrative), "other sections stay byte for byte");
}
