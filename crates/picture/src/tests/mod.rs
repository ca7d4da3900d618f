//! Pictures of every kind, sound and not, through the room.

mod drawings;
mod hostile;
mod looks;
mod mutations;
mod photographs;
mod samples;

use crate::{Fault, FaultKind, clean};

/// The clean bytes of a picture that is sound.
fn sound(name: &str, bytes: &[u8]) -> Vec<u8> {
    let clean = clean(name, bytes.to_vec()).unwrap_or_else(|fault| panic!("{name}{fault}"));
    assert_eq!(super::clean(name, clean.clone()).as_ref(), Ok(&clean), "{name} is not clean yet");
    clean
}

/// What is wrong with a picture that has a fault.
fn fault(name: &str, bytes: &[u8]) -> Fault {
    match clean(name, bytes.to_vec()) {
        Ok(_) => panic!("{name} has no fault"),
        Err(fault) => fault,
    }
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

#[test]
fn every_fault_says_what_to_do() {
    let name = Fault::Name { is: crate::Format::Jpeg, name: "图.jpg".to_owned() };
    assert_eq!(name.to_string(), "的内容是 JPEG 图片，与扩展名不符");
    assert_eq!(name.help(), "把文件改名为“图.jpg”，写它的地方也改成这个名字。");
    let dots = Fault::Dots { width: 9000, height: 9000 };
    assert_eq!(dots.to_string(), "有 9000 × 9000 像素，超过 5000 万像素");
    assert_eq!(dots.kind(), FaultKind::Unfit);
}
