//! Random edits: after each burst the editor shows what a fresh check finds, no more and no less.

use nianbao_demo::{Order, municipality};
use serde_json::{Value, json};

use super::editor::{Editor, Texts, uri};
use super::seen::{findings, place, shown};
use crate::Farewell;

/// How many edits are made.
const EDITS: usize = 5_000;
/// The longest burst.
const BURST: usize = 14;

/// What people type, and what they do not.
const TYPED: [&str; 24] = [
    "1",
    "０",
    "件",
    "。",
    "\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    ": ",
    "：",
    "{",
    "}",
    "[",
    "- ",
    "# ",
    "#",
    "𠮷",
    "{{ 申请.",
    "本年新收.总计 }}",
    "自然人: 3, ",
    "状态: 可公开\n",
    "# 五、存在的主要问题及改进情况\n",
];

/// Chance that repeats.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % end.max(1)
    }

    /// A place between two letters.
    fn byte(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }
}

pub(super) fn city() -> Texts {
    municipality(&Order { agencies: 3, years: 2, last_year: 2024, seed: 5, faults: 1 }).expect("a city").files
}

/// A change of `text`, put into it and as the editor tells it.
fn change(chance: &mut Chance, text: &mut String, original: &str) -> Value {
    // A text that nobody could make sense of any more is pasted anew.
    if chance.below(40) == 0 {
        original.clone_into(text);
        return json!({ "text": original });
    }
    let start = chance.byte(text);
    let length = if chance.below(3) == 0 { chance.below(30) } else { 0 };
    let end = text.ceil_char_boundary((start + length).min(text.len()));
    // Half of what is typed replaces what stands there.
    let new = TYPED[chance.below(TYPED.len())];
    let position = |byte: usize| {
        let (line, character) = place(text, byte);
        json!({ "line": line, "character": character })
    };
    // An editor never puts its cursor within CRLF.
    let within = |byte: usize| text[..byte].ends_with('\r') && text[byte..].starts_with('\n');
    let (start, end) = (if within(start) { start - 1 } else { start }, if within(end) { end + 1 } else { end });
    let told = json!({ "range": { "start": position(start), "end": position(end) }, "text": new });
    text.replace_range(start..end, new);
    told
}

/// Asks something about some place: there must be an answer.
fn wonder(chance: &mut Chance, editor: &mut Editor, path: &str, text: &str) {
    let methods = ["completion", "hover", "definition", "references"];
    let method = format!("textDocument/{}", methods[chance.below(methods.len())]);
    let at = place(text, chance.byte(text));
    editor.ask_at(&method, path, at);
    let document = json!({ "uri": uri(path) });
    match chance.below(4) {
        0 => {
            editor.ask("textDocument/documentSymbol", json!({ "textDocument": document }));
        }
        1 => {
            let place = json!({ "line": at.0, "character": at.1 });
            let range = json!({ "start": place, "end": place });
            let context = json!({ "diagnostics": [] });
            let params = json!({ "textDocument": document, "range": range, "context": context });
            editor.ask("textDocument/codeAction", params);
        }
        _ => {}
    }
}

fn edit(edits: usize) {
    let saved = city();
    let mut texts = saved.clone();
    let paths: Vec<&String> = saved.keys().filter(|path| path.starts_with("content/")).collect();
    let mut editor = Editor::open(&saved);
    let mut open: Vec<&String> = Vec::new();
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut done = 0;
    while done < edits {
        let path = paths[chance.below(paths.len())];
        if !open.contains(&path) {
            editor.open_text(path, &texts[path]);
            open.push(path);
        }
        // A burst in some of the open texts.
        for _ in 0..=chance.below(BURST) {
            let path = open[chance.below(open.len())];
            let text = texts.get_mut(path).expect("a text");
            let told = change(&mut chance, text, &saved[path]);
            editor.change(path, &json!([told]));
            done += 1;
        }
        if open.len() > 5 {
            // Closed without saving: what is saved counts again.
            let path = open.remove(chance.below(open.len()));
            editor.close(path);
            texts.insert(path.clone(), saved[path].clone());
        }
        let asked = open[chance.below(open.len())];
        wonder(&mut chance, &mut editor, asked, &texts[asked]);
        editor.settle();
        compare(&editor, &texts, &open, done);
    }
    assert_eq!(editor.end(), Farewell::Orderly);
}

fn compare(editor: &Editor, texts: &Texts, open: &[&String], done: usize) {
    let fresh = findings(texts);
    for (path, found) in &fresh {
        let told = editor.shown.get(path).map(|(_, found)| shown(found));
        assert_eq!(told.as_ref(), Some(found), "{path} after {done} edits");
    }
    for (path, (version, found)) in &editor.shown {
        assert!(fresh.contains_key(path) || found.is_empty(), "stale findings in {path} after {done} edits");
        if open.contains(&path) {
            assert_eq!(*version, editor.version(path), "{path} after {done} edits");
        }
    }
}

#[test]
fn after_each_burst_the_findings_are_those_of_a_fresh_check() {
    edit(EDITS);
}
