//! PNG and JPEG pictures decoded: proved to be sound, turned upright, scaled where they are large.

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageResult, Limits};

use crate::fault::Fault;
use crate::format::Format;
use crate::limits;
use crate::stripped::Stripped;

/// How well a photograph is compressed again, of 100.
const QUALITY: u8 = 88;

/// The bytes that are published.
pub(crate) fn published(format: Format, picture: Stripped) -> Result<Vec<u8>, Fault> {
    static ALONE: Mutex<()> = Mutex::new(());
    picture.check_bounds()?;
    let large = picture.dots() > limits::ALONE;
    let _alone = large.then(|| ALONE.lock().unwrap_or_else(PoisonError::into_inner));
    let undecodable = |_| Fault::undecodable(format);
    let mut decoded = decode(format, &picture.bytes).map_err(undecodable)?;
    let scaled = picture.scaled();
    if scaled.is_none() && picture.orientation == Orientation::NoTransforms {
        return Ok(picture.bytes);
    }
    if let Some((width, height)) = scaled {
        decoded = decoded.thumbnail_exact(width, height);
    }
    decoded.apply_orientation(picture.orientation);
    encode(format, &decoded).map_err(undecodable)
}

fn decode(format: Format, bytes: &[u8]) -> ImageResult<DynamicImage> {
    match format {
        Format::Jpeg => within_limits(JpegDecoder::new(Cursor::new(bytes))?),
        _ => within_limits(PngDecoder::with_limits(Cursor::new(bytes), allocation())?),
    }
}

fn within_limits(mut decoder: impl ImageDecoder) -> ImageResult<DynamicImage> {
    decoder.set_limits(allocation())?;
    DynamicImage::from_decoder(decoder)
}

fn allocation() -> Limits {
    let mut limits = Limits::no_limits();
    // The decoder's own room beside the dots.
    limits.max_alloc = Some(limits::DECODED + (64 << 20));
    limits
}

fn encode(format: Format, picture: &DynamicImage) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    match format {
        Format::Jpeg => picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?,
        _ => picture.write_with_encoder(PngEncoder::new_with_quality(
            &mut bytes,
            CompressionType::Default,
            FilterType::Adaptive,
        ))?,
    }
    Ok(bytes)
}

/// The width and height in dots of a clean PNG or JPEG; nothing for a drawing.
pub fn size(clean: &[u8]) -> Option<(u32, u32)> {
    let stripped = match Format::of(clean).ok()? {
        Format::Png => crate::png::stripped(clean),
        Format::Jpeg => crate::jpeg::stripped(clean),
        Format::Svg => return None,
    };
    stripped.ok().map(|picture| (picture.width, picture.height))
}
