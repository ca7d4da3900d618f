//! What people do to a workspace between two builds.

use std::fs;

use nianbao_tests::{Workspace, read_tree, repository};
use proptest::prelude::*;
use proptest::sample::Index;

/// An edit, with what decides where it is made.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    /// A figure of a report.
    Figure(Index, u16),
    /// A sentence at the end of a narrative.
    Sentence(Index, &'static str),
    /// A name of an agency.
    Name(Index, &'static str),
    /// A line of site.yaml, or another in its place.
    Site(&'static str),
    /// A template of the workspace's own, with something added to the built-in one.
    Template(Index, u8),
    /// No more templates of its own.
    NoTemplates,
    /// A folder of an agency or of a year that goes.
    Remove(Index),
    /// A folder of an agency that gets another name.
    Rename(Index),
    /// The day on which a report was published.
    Day(Index),
    /// Everything in content/ as it was in the beginning.
    Undo,
    /// Somebody writes into what is published.
    Altered(Index),
    /// A kept thing that is damaged.
    Damage(Index),
}

/// The templates that are replaced.
const TEMPLATES: [&str; 6] =
    ["html/base.html", "html/year.html", "html/report.html", "html/charts.html", "html/404.html", "assets/style.css"];

pub(super) fn edit() -> impl Strategy<Value = Edit> {
    let place = any::<Index>;
    let sentence = prop::sample::select(&["补充说明一句。", "联系电话 0577-12345678。", "龘字少见。"][..]);
    let name = prop::sample::select(&["云澜市新名称局", "云澜市财政局（更名）"][..]);
    let site = prop::sample::select(
        &["网站名称: 另一个名称", "网址: https://elsewhere.example.com/nb", "主题色: '#005bac'", "联系电话: 0000-1"][..],
    );
    prop_oneof![
        3 => (place(), 0..2000u16).prop_map(|(at, value)| Edit::Figure(at, value)),
        3 => (place(), sentence).prop_map(|(at, text)| Edit::Sentence(at, text)),
        2 => (place(), name).prop_map(|(at, name)| Edit::Name(at, name)),
        2 => site.prop_map(Edit::Site),
        2 => (place(), any::<u8>()).prop_map(|(at, number)| Edit::Template(at, number)),
        1 => Just(Edit::NoTemplates),
        2 => place().prop_map(Edit::Remove),
        2 => place().prop_map(Edit::Rename),
        1 => place().prop_map(Edit::Day),
        2 => Just(Edit::Undo),
        1 => place().prop_map(Edit::Altered),
        2 => place().prop_map(Edit::Damage),
    ]
}

impl Edit {
    /// Makes it, where there is something to make it to.
    pub(super) fn make(&self, workspace: &Workspace, beginning: &nianbao_tests::Tree) {
        match self {
            Self::Figure(at, value) => {
                alter(workspace, "report.yaml", *at, |text| {
                    with_line(text, "  行政许可:", &format!("  行政许可: {value}"))
                });
            }
            Self::Sentence(at, sentence) => {
                alter(workspace, "narrative.md", *at, |text| format!("{text}\n{sentence}\n"));
            }
            Self::Name(at, name) => {
                alter(workspace, "agency.yaml", *at, |text| with_line(text, "名称:", &format!("名称: {name}")));
            }
            Self::Site(line) => {
                let key = line.split_inclusive(':').next().unwrap();
                workspace.write("content/site.yaml", with_line(&workspace.read("content/site.yaml"), key, line));
            }
            Self::Template(at, number) => {
                let name = at.get(&TEMPLATES);
                template(workspace, name, *number);
            }
            Self::NoTemplates => drop(fs::remove_dir_all(workspace.path().join("templates"))),
            Self::Remove(at) => move_folder(workspace, *at, None),
            Self::Rename(at) => move_folder(workspace, *at, Some("xinming")),
            Self::Day(at) => {
                alter(workspace, "report.yaml", *at, |text| text.replace("发布日期: 2025-01", "发布日期: 2025-02"));
            }
            Self::Undo => {
                fs::remove_dir_all(workspace.path().join("content")).unwrap();
                for (path, bytes) in beginning {
                    workspace.write(&format!("content/{path}"), bytes);
                }
            }
            Self::Altered(at) => damage(workspace, "dist/site", *at),
            Self::Damage(at) => damage(workspace, ".nianbao/cache", *at),
        }
    }
}

/// Puts a template with a comment in the place of the built-in one.
pub(super) fn template(workspace: &Workspace, name: &str, number: u8) {
    let mut text = fs::read_to_string(repository().join("templates").join(name)).unwrap();
    match text.rfind("{%").filter(|_| !name.ends_with(".css")) {
        Some(last_tag) => text.insert_str(last_tag, &format!("<!-- {number} -->")),
        None => text.extend(["/* ", &number.to_string(), " */"]),
    }
    workspace.write(&format!("templates/{name}"), text);
}

/// Files below `folder` whose path ends with `ending`.
fn files(workspace: &Workspace, folder: &str, ending: &str) -> Vec<String> {
    let tree = read_tree(&workspace.path().join(folder));
    tree.into_keys().filter(|path| path.ends_with(ending)).map(|path| format!("{folder}/{path}")).collect()
}

fn alter(workspace: &Workspace, ending: &str, at: Index, alter: impl Fn(&str) -> String) {
    let files = files(workspace, "content", ending);
    if !files.is_empty() {
        let file = at.get(&files);
        workspace.write(file, alter(&workspace.read(file)));
    }
}

/// A text with `line` in the place of the one that begins with `key`, or at its end if that is no part of something.
fn with_line(text: &str, key: &str, line: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    match lines.iter_mut().find(|old| old.starts_with(key)) {
        Some(old) => *old = line,
        None if key.starts_with(' ') => {}
        None => lines.push(line),
    }
    lines.join("\n") + "\n"
}

/// Moves the folder of an agency beside itself, or away.
fn move_folder(workspace: &Workspace, at: Index, to: Option<&str>) {
    let agencies: Vec<String> = files(workspace, "content/agencies", "agency.yaml");
    if agencies.len() < 2 {
        return;
    }
    let folder = workspace.path().join(at.get(&agencies)).parent().unwrap().to_owned();
    match to {
        Some(name) if !folder.with_file_name(name).exists() => {
            fs::rename(&folder, folder.with_file_name(name)).unwrap();
        }
        Some(_) => {}
        None => fs::remove_dir_all(folder).unwrap(),
    }
}

/// Turns a bit in a file that has any.
fn damage(workspace: &Workspace, folder: &str, at: Index) {
    let files = files(workspace, folder, "");
    if !files.is_empty() {
        let path = workspace.path().join(at.get(&files));
        let mut bytes = fs::read(&path).unwrap();
        if let Some(byte) = bytes.last_mut() {
            *byte ^= 1;
        }
        fs::write(path, bytes).unwrap();
    }
}
