//! JPEG files as segments, none of which is decoded here. EXIF, XMP, IPTC, comments, thumbnails, colour profiles and
//! whatever stands behind the picture are left out.

use image::metadata::Orientation;

use crate::fault::Fault;
use crate::format::Format;
use crate::limits;
use crate::stripped::Stripped;

/// What a frame's header says.
#[derive(Clone, Copy)]
struct Frame {
    width: u16,
    height: u16,
    components: u8,
}

/// What was kept so far.
#[derive(Default)]
struct Kept {
    bytes: Vec<u8>,
    frame: Option<Frame>,
    orientation: Option<Orientation>,
    has_jfif: bool,
    scans: u64,
    /// Bytes of compressed dots.
    data: u64,
}

/// The picture without what it tells of other things.
pub(crate) fn stripped(bytes: &[u8]) -> Result<Stripped, Fault> {
    let mut rest = bytes.strip_prefix(b"\xFF\xD8").ok_or(Fault::Truncated)?;
    let mut kept = Kept { bytes: b"\xFF\xD8".to_vec(), ..Kept::default() };
    loop {
        let marker = next_marker(&mut rest)?;
        match marker {
            0xD9 => break,
            // Marks that stand alone mean nothing here.
            0x01 | 0xD0..=0xD7 => {}
            _ => {
                let payload = payload(&mut rest)?;
                kept.take(marker, payload)?;
                if marker == 0xDA {
                    kept.take_scan(&mut rest)?;
                }
            }
        }
    }
    kept.finish()
}

fn next_marker(rest: &mut &[u8]) -> Result<u8, Fault> {
    let (first, mut after) = rest.split_first().ok_or(Fault::Truncated)?;
    if *first != 0xFF {
        return Err(broken());
    }
    loop {
        let (marker, behind) = after.split_first().ok_or(Fault::Truncated)?;
        after = behind;
        match marker {
            // Any number of these may stand before the marker.
            0xFF => {}
            0x00 | 0x02..=0xBF | 0xD8 => return Err(broken()),
            marker => {
                *rest = after;
                return Ok(*marker);
            }
        }
    }
}

/// What a segment says, behind its length.
fn payload<'b>(rest: &mut &'b [u8]) -> Result<&'b [u8], Fault> {
    let (length, after) = rest.split_first_chunk::<2>().ok_or(Fault::Truncated)?;
    let length = usize::from(u16::from_be_bytes(*length)).checked_sub(2).ok_or_else(broken)?;
    let (payload, after) = after.split_at_checked(length).ok_or(Fault::Truncated)?;
    *rest = after;
    Ok(payload)
}

fn broken() -> Fault {
    Fault::undecodable(Format::Jpeg)
}

impl Kept {
    fn take(&mut self, marker: u8, payload: &[u8]) -> Result<(), Fault> {
        match marker {
            0xC0..=0xC2 => self.take_frame(marker, payload)?,
            0xC3 | 0xC5..=0xC7 | 0xC8..=0xCB | 0xCC..=0xCF | 0xDC | 0xDE | 0xDF => {
                return Err(Fault::Unsupported("用少见方法压缩的 JPEG 图片"));
            }
            0xDA if self.frame.is_none() => return Err(broken()),
            0xC4 | 0xDA | 0xDB | 0xDD => self.put(marker, payload),
            0xE0 if !self.has_jfif => {
                // The density of its dots, without the thumbnail behind it.
                if let Some(jfif @ [b'J', b'F', b'I', b'F', 0, ..]) = payload.get(..12) {
                    self.put(marker, &[jfif, &[0, 0]].concat());
                    self.has_jfif = true;
                }
            }
            0xE1 if self.orientation.is_none() => {
                self.orientation = payload.strip_prefix(b"Exif\0\0").and_then(Orientation::from_exif_chunk);
            }
            // How its colours are coded.
            0xEE => {
                if let Some(adobe @ [b'A', b'd', b'o', b'b', b'e', ..]) = payload.get(..12) {
                    self.put(marker, adobe);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn put(&mut self, marker: u8, payload: &[u8]) {
        // A payload is what a length of two bytes could say, less those two.
        let length = u16::try_from(payload.len() + 2).unwrap_or(u16::MAX);
        self.bytes.extend([0xFF, marker]);
        self.bytes.extend(length.to_be_bytes());
        self.bytes.extend_from_slice(payload);
    }

    fn take_frame(&mut self, marker: u8, payload: &[u8]) -> Result<(), Fault> {
        let &[precision, h0, h1, w0, w1, components, ..] = payload else { return Err(broken()) };
        let frame = Frame { width: u16::from_be_bytes([w0, w1]), height: u16::from_be_bytes([h0, h1]), components };
        match components {
            _ if self.frame.is_some() => return Err(broken()),
            4 => return Err(Fault::Cmyk),
            1 | 3 => {}
            _ => return Err(broken()),
        }
        if precision != 8 {
            return Err(Fault::Unsupported("每种颜色多于 256 级的 JPEG 图片"));
        }
        self.frame = Some(frame);
        self.put(marker, payload);
        Ok(())
    }

    /// The compressed dots behind the header of a scan.
    fn take_scan(&mut self, rest: &mut &[u8]) -> Result<(), Fault> {
        let ends = |pair: &[u8]| matches!(pair, [0xFF, 0x01..=0xCF | 0xD8..=0xFE]);
        let length = rest.windows(2).position(ends).ok_or(Fault::Truncated)?;
        let (data, after) = rest.split_at(length);
        self.bytes.extend_from_slice(data);
        *rest = after;
        self.data += length as u64;
        self.scans += 1;
        if self.scans > limits::SCANS {
            return Err(Fault::Complex("分很多遍显示"));
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Stripped, Fault> {
        let Frame { width, height, components } = self.frame.ok_or(Fault::Truncated)?;
        let dots = u64::from(width) * u64::from(height);
        if dots.saturating_mul(self.scans) > limits::SCANNED {
            return Err(Fault::Complex("分很多遍显示"));
        }
        // Each square of 8 by 8 dots takes a bit at least.
        if self.scans == 0 || self.data * 8 < dots / 64 {
            return Err(Fault::Truncated);
        }
        self.bytes.extend(b"\xFF\xD9");
        Ok(Stripped {
            bytes: self.bytes,
            width: width.into(),
            height: height.into(),
            dot_bits: u64::from(components) * 8,
            orientation: self.orientation.unwrap_or(Orientation::NoTransforms),
        })
    }
}
