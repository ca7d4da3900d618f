//! Pictures compared by what people see of them, and kept small.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageFormat, RgbImage, load_from_memory_with_format};

use super::accepts;

/// How many bytes a picture of the manual has at most.
const LARGEST: usize = 120 * 1024;

/// How far a channel may be off before somebody sees it: edges of letters differ a little between machines.
const NOTICED: u8 = 64;

/// Which share of its pixels may be off, in a thousand.
const TOLERATED: usize = 15;

/// Compares a picture with the one in `file`, or, where that is asked for, puts it there.
pub(super) fn assert_fresh(png: &[u8], file: &Path) {
    let made = decoded(png);
    if accepts() {
        let bytes = encoded(&made);
        assert!(bytes.len() <= LARGEST, "{} has {} bytes", file.display(), bytes.len());
        fs::write(file, bytes).unwrap();
        return;
    }
    let kept = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert!(kept.len() <= LARGEST, "{} has {} bytes", file.display(), kept.len());
    let kept = decoded(&kept);
    let shown = file.display();
    assert_eq!(made.dimensions(), kept.dimensions(), "{shown}: SNAPSHOTS=overwrite takes it anew");
    let is_off = |(one, other): (&image::Rgb<u8>, &image::Rgb<u8>)| {
        one.0.iter().zip(other.0).any(|(one, other)| one.abs_diff(other) > NOTICED)
    };
    let off = made.pixels().zip(kept.pixels()).filter(|pair| is_off(*pair)).count();
    let all = made.pixels().len();
    assert!(off * 1000 <= all * TOLERATED, "{shown}: {off} of {all} pixels differ; SNAPSHOTS=overwrite takes it anew");
}

fn decoded(png: &[u8]) -> RgbImage {
    load_from_memory_with_format(png, ImageFormat::Png).unwrap().into_rgb8()
}

/// As PNG, with shades that nobody tells apart made equal, so that it is small.
fn encoded(picture: &RgbImage) -> Vec<u8> {
    let mut plain = picture.clone();
    for pixel in plain.pixels_mut() {
        // White stays white.
        pixel.0 = pixel.0.map(|channel| (channel / 8 * 8) | (channel / 32));
    }
    let mut bytes = Cursor::new(Vec::new());
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    DynamicImage::ImageRgb8(plain).write_with_encoder(encoder).unwrap();
    bytes.into_inner()
}
