//! A picture whose metadata are gone, as it comes to be decoded.

use image::metadata::Orientation;

use crate::fault::Fault;
use crate::limits;

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

    /// Whether decoding it stays within bounds.
    pub(crate) fn check_bounds(&self) -> Result<(), Fault> {
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
    pub(crate) fn scaled(&self) -> Option<(u32, u32)> {
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
