//! A workbook as bytes, the same on every system: its zip notes for each entry which one that was.

use rust_xlsxwriter::{Workbook, XlsxError};

/// What an archive ends with: a record of so many bytes, which says where the list of its entries begins.
const END: usize = 22;

/// What an entry of the list begins with, and how long it is without its name and what follows that.
const ENTRY: (&[u8], usize) = (b"PK\x01\x02", 46);

/// Where an entry has the system, and what stands there for Unix.
const SYSTEM: (usize, u8) = (5, 3);

/// The bytes of a workbook.
pub(super) fn bytes(mut workbook: Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut bytes = workbook.save_to_buffer()?;
    say_unix(&mut bytes);
    Ok(bytes)
}

/// Notes for each entry of an archive that Unix made it.
fn say_unix(archive: &mut [u8]) {
    let number = |at: usize| archive.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes);
    let begin = archive.len().checked_sub(END).and_then(|end| number(end + 16));
    let Some(mut rest) = begin.and_then(|begin| archive.get_mut(usize::try_from(begin).ok()?..)) else { return };
    let (mark, length) = ENTRY;
    let (system, unix) = SYSTEM;
    while rest.starts_with(mark) && rest.len() >= length {
        rest[system] = unix;
        let behind = [28, 30, 32].map(|at| usize::from(u16::from_le_bytes([rest[at], rest[at + 1]])));
        let Some(next) = rest.get_mut(length + behind.iter().sum::<usize>()..) else { return };
        rest = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_same_from_every_system() {
        let mut workbook = Workbook::new();
        workbook.add_worksheet().write_string(0, 0, "一").expect("a cell");
        let ours = bytes(workbook).expect("a workbook");
        let mut theirs = ours.clone();
        let entries: Vec<usize> =
            (0..ours.len() - 4).filter(|at| ours[*at..].starts_with(ENTRY.0)).map(|at| at + SYSTEM.0).collect();
        assert!(entries.len() > 5);
        for at in &entries {
            theirs[*at] = 0;
        }
        say_unix(&mut theirs);
        assert!(theirs == ours && entries.iter().all(|at| ours[*at] == SYSTEM.1));
    }

    #[test]
    fn what_is_no_archive_stays() {
        for odd in [&b""[..], b"PK\x05\x06", &[0xFF; 40]] {
            let mut bytes = odd.to_vec();
            say_unix(&mut bytes);
            assert_eq!(bytes, odd);
        }
    }
}
