//! Whatever becomes of a picture's bytes: it is refused, or it is sound.

use proptest::prelude::*;

use super::samples::{chunk, png};
use super::samples::{exif, jpeg_with, png_with, segment, svg};
use crate::fault::Fault;
use crate::{Drawing, clean, size};

/// A change to some bytes; places are parts of a thousand.
#[derive(Debug, Clone)]
enum Change {
    Flip(usize, u8),
    Cut(usize),
    Remove(usize, usize),
    Repeat(usize, usize),
    Insert(usize, Vec<u8>),
}

fn change() -> impl Strategy<Value = Change> {
    let place = 0_usize..1000;
    prop_oneof![
        4 => (place.clone(), 0_u8..8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        1 => place.clone().prop_map(Change::Cut),
        1 => (place.clone(), 1_usize..200).prop_map(|(at, length)| Change::Remove(at, length)),
        1 => (place.clone(), 1_usize..200).prop_map(|(at, length)| Change::Repeat(at, length)),
        1 => (place, prop::collection::vec(any::<u8>(), 1..40)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let place = |at: usize| at * bytes.len() / 1000;
        let end = |at: usize, length: usize| (place(at) + length).min(bytes.len());
        match change {
            Change::Flip(at, bit) => {
                let at = place(*at);
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << bit);
            }
            Change::Cut(at) => bytes.truncate(place(*at)),
            Change::Remove(at, length) => {
                bytes.drain(place(*at)..end(*at, *length));
            }
            Change::Repeat(at, length) => {
                let part = bytes[place(*at)..end(*at, *length)].to_vec();
                let at = place(*at);
                bytes.splice(at..at, part);
            }
            Change::Insert(at, more) => {
                let at = place(*at);
                bytes.splice(at..at, more.iter().copied());
            }
        }
    }
    bytes
}

fn originals() -> [(&'static str, Vec<u8>); 4] {
    let photograph = segment(0xE1, &[b"Exif\0\0", exif(6).as_slice()].concat());
    let drawing = "<style>.a{fill:url(#g)}</style><linearGradient id=\"g\"><stop stop-color=\"red\"/></linearGradient>\
                   <filter id=\"f\"><feDropShadow dx=\"1\"/></filter><g filter=\"url(#f)\" opacity=\".5\"><path class=\"a\" \
                   d=\"M1 1C2 2 3 3 40 4z\" stroke-dasharray=\"1 2\"/><use href=\"#t\"/></g><text id=\"t\" y=\"9\">年报</text>";
    [
        ("图.png", png(40, 30)),
        ("图.png", png_with(&[chunk("eXIf", &exif(8)), chunk("tEXt", b"a\0b")].concat())),
        ("图.jpg", jpeg_with(&photograph)),
        ("图.svg", svg(drawing)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn a_changed_picture_is_refused_or_sound(which in 0_usize..4, changes in prop::collection::vec(change(), 1..6)) {
        let (name, bytes) = originals()[which].clone();
        match clean(name, changed(bytes, &changes)) {
            Err(fault) => prop_assert!(fault != Fault::Broken("图片的数据读不下去".to_owned()), "a library panics"),
            Ok(bytes) if size(&bytes).is_some() => {
                prop_assert!(image::load_from_memory(&bytes).is_ok());
                prop_assert_eq!(clean(name, bytes.clone()), Ok(bytes));
            }
            Ok(bytes) => {
                prop_assert!(Drawing::open(&bytes, []).is_ok_and(|drawing| drawing.to_png(0.5).is_ok()));
                prop_assert_eq!(clean(name, bytes.clone()), Ok(bytes));
            }
        }
    }
}
