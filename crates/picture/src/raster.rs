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

/// How well a photograph is compressed again, of 100.
const QUALITY: u8 = 88;

/// A picture without metadata, not decoded yet.
pub(crate) struct Stripped {
    pub(crate) bytes: Vec<u8>,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// The bits of a dot when decoded.
    pub(crate) dot_bits: u64,
    /// How it is to be turned to stand upright.
    pub(crate) orientation: Orientation,
}

impl Stripped {
    pub(crate) fn dots(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    fn check_bounds(&self) -> Result<(), Fault> {
        let bytes = self.dots().saturating_mul(self.dot_bits) / 8;
        match self.dots() {
            0 => Err(Fault::Broken("宽或高是 0".to_owned())),
            dots if dots > limits::DOTS || bytes > limits::DECODED => {
                Err(Fault::Dots { width: self.width, height: self.height })
            }
            _ => Ok(()),
        }
    }

    /// How wide and high it is published, before it is turned; nothing where it stays as it is.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "rounded")]
    fn scaled(&self) -> Option<(u32, u32)> {
        let across = match self.orientation {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => self.height,
            _ => self.width,
        };
        let wide = across > limits::WIDTH && self.bytes.len() > limits::SMALL;
        if !wide && self.dots() <= limits::PUBLISHED {
            return None;
        }
        let by_width = f64::from(limits::WIDTH) / f64::from(across);
        let by_dots = (limits::PUBLISHED as f64 / self.dots() as f64).sqrt();
        let scale = by_width.min(by_dots).min(1.0);
        let length = |dots: u32| (f64::from(dots) * scale).floor().max(1.0) as u32;
        Some((length(self.width), length(self.height)))
    }
}

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
