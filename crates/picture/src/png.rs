//! PNG files as chunks, none of which is inflated here. Text, time, EXIF and colour profiles are left out.

use image::metadata::Orientation;

use crate::fault::Fault;
use crate::format::Format;
use crate::stripped::Stripped;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The chunks that only say how the dots are to be understood, with their length. PLTE and tRNS have several.
const PLAIN: [(&[u8; 4], usize); 4] = [(b"gAMA", 4), (b"cHRM", 32), (b"sRGB", 1), (b"pHYs", 9)];

/// A chunk of a PNG file.
struct Chunk<'b> {
    kind: [u8; 4],
    data: &'b [u8],
    /// With length and checksum.
    whole: &'b [u8],
}

impl Chunk<'_> {
    /// Whether the picture cannot be shown without it: its name begins with a capital.
    fn is_critical(&self) -> bool {
        self.kind[0].is_ascii_uppercase()
    }
}

/// The picture without what it tells of other things.
pub(crate) fn stripped(bytes: &[u8]) -> Result<Stripped, Fault> {
    let mut rest = bytes.strip_prefix(SIGNATURE).ok_or(Fault::Truncated)?;
    let head = next(&mut rest)?;
    let (width, height, dot_bits) = header(&head)?;
    let mut kept = SIGNATURE.to_vec();
    kept.extend_from_slice(head.whole);
    let (mut orientation, mut data, mut plain) = (Orientation::NoTransforms, 0, Vec::new());
    loop {
        let chunk = next(&mut rest)?;
        match &chunk.kind {
            b"IEND" => {
                kept.extend_from_slice(chunk.whole);
                break;
            }
            b"acTL" | b"fcTL" | b"fdAT" => return Err(Fault::Animated),
            b"CgBI" => return Err(Fault::Unsupported("苹果手机程序专用的 PNG")),
            b"IDAT" => {
                data += chunk.data.len();
                kept.extend_from_slice(chunk.whole);
            }
            b"PLTE" | b"tRNS" if !plain.contains(&chunk.kind) && chunk.data.len() <= 768 => {
                plain.push(chunk.kind);
                kept.extend_from_slice(chunk.whole);
            }
            b"eXIf" => orientation = Orientation::from_exif_chunk(chunk.data).unwrap_or(orientation),
            kind if PLAIN.contains(&(kind, chunk.data.len())) && !plain.contains(kind) && data == 0 => {
                plain.push(*kind);
                kept.extend_from_slice(chunk.whole);
            }
            _ if chunk.is_critical() => return Err(Fault::undecodable(Format::Png)),
            _ => {}
        }
    }
    if data == 0 {
        return Err(Fault::Truncated);
    }
    // Dots that do not compress at all take a little more than they are; what is behind them is no picture.
    let dots = (u64::from(width) * dot_bits.max(32) / 8 + 8).saturating_mul(height.into());
    if data as u64 / 2 > dots.saturating_add(64 << 10) {
        return Err(Fault::undecodable(Format::Png));
    }
    Ok(Stripped { bytes: kept, width, height, dot_bits, orientation })
}

/// The next chunk. A file that ends before IEND was cut off.
fn next<'b>(rest: &mut &'b [u8]) -> Result<Chunk<'b>, Fault> {
    let (length, after) = rest.split_first_chunk::<4>().ok_or(Fault::Truncated)?;
    let (kind, after) = after.split_first_chunk::<4>().ok_or(Fault::Truncated)?;
    if !kind.iter().all(u8::is_ascii_alphabetic) {
        return Err(Fault::undecodable(Format::Png));
    }
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Fault::Truncated)?;
    let end = length.checked_add(4).ok_or(Fault::Truncated)?;
    let (with_sum, after) = after.split_at_checked(end).ok_or(Fault::Truncated)?;
    let data = with_sum.get(..length).ok_or(Fault::Truncated)?;
    let whole = rest.get(..8 + end).ok_or(Fault::Truncated)?;
    *rest = after;
    Ok(Chunk { kind: *kind, data, whole })
}

/// Width, height and the bits of a dot as it is decoded.
fn header(chunk: &Chunk<'_>) -> Result<(u32, u32, u64), Fault> {
    let broken = || Fault::undecodable(Format::Png);
    let (b"IHDR", &[w0, w1, w2, w3, h0, h1, h2, h3, depth, colour, ..]) = (&chunk.kind, chunk.data) else {
        return Err(broken());
    };
    let channels = match colour {
        0 => 1,
        4 => 2,
        2 => 3,
        // A palette is decoded to colours, with transparency if there is any.
        3 | 6 => 4,
        _ => return Err(broken()),
    };
    let (width, height) = (u32::from_be_bytes([w0, w1, w2, w3]), u32::from_be_bytes([h0, h1, h2, h3]));
    Ok((width, height, channels * u64::from(depth.max(8))))
}
