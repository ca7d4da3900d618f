//! Pictures made for the tests.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{Rgb, RgbImage};

/// A picture with a red upper left quarter.
pub(super) fn dots(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let shade = u8::try_from((x * 7 + y * 13) % 200).unwrap_or_default();
        if x < width / 2 && y < height / 2 { Rgb([255, 0, 0]) } else { Rgb([0, shade, shade]) }
    })
}

pub(super) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    dots(width, height).write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
    bytes
}

pub(super) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    dots(width, height).write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 90)).unwrap();
    bytes
}

/// A chunk of a PNG file. Its checksum is of no account: nobody looks at it.
pub(super) fn chunk(kind: &str, data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length, kind.as_bytes(), data, b"sum!"].concat()
}

/// A PNG file with chunks behind its header.
pub(super) fn png_with(chunks: &[u8]) -> Vec<u8> {
    let plain = png(16, 8);
    let (head, rest) = plain.split_at(33);
    [head, chunks, rest].concat()
}

/// A PNG file that says it is so large, with next to nothing in it.
pub(super) fn png_claiming(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(16, 8);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    bytes
}

/// A segment of a JPEG file.
pub(super) fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], payload].concat()
}

/// A JPEG file with segments behind its first mark.
pub(super) fn jpeg_with(segments: &[u8]) -> Vec<u8> {
    let plain = jpeg(64, 32);
    let (start, rest) = plain.split_at(2);
    [start, segments, rest].concat()
}

/// An EXIF block that says how the picture is to be turned, and where it was taken.
pub(super) fn exif(orientation: u8) -> Vec<u8> {
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
    let parts: [&[u8]; 5] = [b"MM\0*\0\0\0\x08", &[0, 1], &entry, &[0; 4], b"GPS 28N 120E"];
    parts.concat()
}

/// A drawing of 100 by 100 with these elements.
pub(super) fn svg(elements: &str) -> Vec<u8> {
    const START: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    format!("{START} viewBox=\"0 0 100 100\">{elements}</svg>\n").into_bytes()
}
