//! Waiting for others: a scanner, a preview or an open window holds a file for a moment.

use std::io;
use std::time::Duration;

/// How long each pause between two attempts is, in milliseconds: five seconds altogether.
const PAUSES: [u64; 9] = [10, 20, 40, 80, 160, 320, 640, 1280, 2560];

/// Tries again, after longer and longer pauses, as long as `is_in_use` says of the error that another program is in the way.
pub(crate) fn patiently(
    mut attempt: impl FnMut() -> io::Result<()>,
    is_in_use: impl Fn(&io::Error) -> bool,
    pause: impl Fn(Duration),
) -> io::Result<()> {
    for length in PAUSES {
        match attempt() {
            Err(error) if is_in_use(&error) => pause(Duration::from_millis(length)),
            ended => return ended,
        }
    }
    attempt()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::io::ErrorKind;

    use super::*;

    /// How an attempt ends that fails `times` times, and how many pauses were made.
    fn tried(times: usize, kind: ErrorKind) -> (Result<(), ErrorKind>, usize) {
        let (left, pauses) = (Cell::new(times), Cell::new(0));
        let attempt = || match left.replace(left.get().saturating_sub(1)) {
            0 => Ok(()),
            _ => Err(kind.into()),
        };
        let ended =
            patiently(attempt, |error| error.kind() == ErrorKind::ResourceBusy, |_| pauses.set(pauses.get() + 1));
        (ended.map_err(|error| error.kind()), pauses.get())
    }

    #[test]
    fn what_is_held_is_tried_again_for_a_while_and_nothing_else() {
        assert_eq!(tried(0, ErrorKind::ResourceBusy), (Ok(()), 0));
        assert_eq!(tried(9, ErrorKind::ResourceBusy), (Ok(()), 9));
        assert_eq!(tried(10, ErrorKind::ResourceBusy), (Err(ErrorKind::ResourceBusy), 9));
        assert_eq!(tried(1, ErrorKind::StorageFull), (Err(ErrorKind::StorageFull), 0));
    }
}
