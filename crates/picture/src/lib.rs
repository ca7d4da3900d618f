//! The one room in which pictures are decoded: bytes and a name in, a sound picture or a [`Fault`] out.
//!
//! What [`clean`] returns is decodable within [`limits`], holds no metadata, script or reference, and stands upright. All
//! that comes after (pages, PDFs, Word files, the preview) takes these bytes and needs to doubt nothing.
//!
//! This crate knows neither disk nor model. Its siblings: `nianbao-loader` reads the files and turns faults into
//! findings, `nianbao-builder` shows the pictures.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod drawing;
mod fault;
mod format;
mod guard;
mod jpeg;
pub mod limits;
mod memo;
mod png;
mod raster;
mod recognition;
mod stripped;
mod svg;

#[cfg(test)]
mod tests;

pub use drawing::{DrawError, Drawing};
pub use fault::{Fault, FaultKind};
pub use format::Format;
pub use memo::clean;
pub use raster::size;
pub use svg::words;

/// The picture called `name`, decoded.
fn decoded(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let format = Format::of(bytes)?;
    format.check_name(name)?;
    guard::guarded(|| match format {
        Format::Png => raster::published(format, png::stripped(bytes)?),
        Format::Jpeg => raster::published(format, jpeg::stripped(bytes)?),
        Format::Svg => svg::cleaned(bytes),
    })
}
