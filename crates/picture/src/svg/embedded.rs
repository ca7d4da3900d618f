//! Pictures that stand within a drawing as `data:` addresses. They go through the same room.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::value;
use crate::fault::Fault;
use crate::format::Format;
use crate::raster;
use crate::stripped::Stripped;
use crate::{jpeg, limits, png};

/// Takes padding or leaves it.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The pictures within one drawing.
#[derive(Debug, Default)]
pub(super) struct Embedded {
    /// The dots of all of them.
    dots: u64,
}

impl Embedded {
    /// The address of the picture as it is published.
    pub(super) fn clean(&mut self, address: &str) -> Result<String, Fault> {
        let data = address.get(..5).filter(|start| start.eq_ignore_ascii_case("data:")).and(address.get(5..));
        let data = data.ok_or_else(|| value::elsewhere(address))?;
        let (kind, data) = data.split_once(',').unwrap_or_default();
        if !kind.to_ascii_lowercase().ends_with(";base64") {
            return Err(Fault::Unsafe("不是 PNG 或 JPEG 的内嵌图片".to_owned()));
        }
        let data: Vec<u8> = data.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
        let bytes = BASE64.decode(data).map_err(|_| Fault::undecodable(Format::Svg))?;
        let (format, stripped) = match Format::of(&bytes)? {
            Format::Png => (Format::Png, png::stripped(&bytes)?),
            Format::Jpeg => (Format::Jpeg, jpeg::stripped(&bytes)?),
            Format::Svg => return Err(Fault::Unsafe("另一幅内嵌的 SVG".to_owned())),
        };
        self.count(&stripped)?;
        let clean = raster::published(format, stripped)?;
        let kind = format.name().to_ascii_lowercase();
        Ok(format!("data:image/{kind};base64,{}", BASE64.encode(clean)))
    }

    fn count(&mut self, picture: &Stripped) -> Result<(), Fault> {
        self.dots = self.dots.saturating_add(picture.dots());
        if self.dots > limits::DOTS { Err(Fault::Complex("内嵌的图片过大")) } else { Ok(()) }
    }
}
