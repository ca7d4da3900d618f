//! Texts that must contain others in their order.

/// Fails unless `text` contains all `pieces`, one behind the other.
pub fn assert_in_order(text: &str, pieces: &[String], what: &str) {
    let mut at = 0;
    for piece in pieces {
        match text[at..].find(piece.as_str()) {
            Some(found) => at += found + piece.len(),
            None => panic!("{what} lacks, or has out of order: {piece}"),
        }
    }
}
