//! Where links between the manual's files lead on its pages.

use nianbao_builder::percent_encoded;

use super::FOLDER;
use super::parts::{HelpPart, PARTS};

/// The address of a part.
pub(super) fn address(part: &HelpPart) -> String {
    let stroke = if part.name.is_empty() { "" } else { "/" };
    format!("/{FOLDER}{}{stroke}", percent_encoded(part.name))
}

/// Where a link in `from` leads; nothing if that is no page of the manual.
pub(super) fn resolved(from: &HelpPart, target: &str) -> Option<String> {
    if target.starts_with("https://") || target.starts_with("http://") {
        return Some(target.to_owned());
    }
    let (file, place) = target.split_once('#').map_or((target, None), |(file, place)| (file, Some(place)));
    let place = place.map(|place| format!("#{}", percent_encoded(place))).unwrap_or_default();
    if file.is_empty() {
        return Some(place);
    }
    let file = below(from.file, file);
    PARTS.iter().find(|part| part.file == file).map(|part| format!("{}{place}", address(part)))
}

/// The address of a picture that a part names.
pub(super) fn picture(target: &str) -> String {
    format!("/{FOLDER}{}", percent_encoded(target))
}

/// The file that `path` means in the folder of `from`.
fn below(from: &str, path: &str) -> String {
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        if step == ".." {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

/// What an address calls a heading: its letters, figures and strokes, as GitHub does.
pub(super) fn slug(heading: &str) -> String {
    let kept =
        heading.trim().chars().filter(|character| character.is_alphanumeric() || matches!(character, ' ' | '-' | '_'));
    kept.map(|character| if character == ' ' { '-' } else { character }).collect::<String>().to_lowercase()
}
