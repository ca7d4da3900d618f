//! Percent-encoding of paths (RFC 3986), so that no name cuts an address short.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What is encoded in a path: all but letters, digits, `/` and what RFC 3986 calls unreserved.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A path as part of an address in a page. Chinese characters stay, browsers take them as they are.
pub(crate) fn escaped(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    let mut buffer = [0; 4];
    for character in path.chars() {
        if character.is_ascii() {
            address.extend(utf8_percent_encode(character.encode_utf8(&mut buffer), PATH));
        } else {
            address.push(character);
        }
    }
    address
}

/// A path as an address in ASCII alone, which PDFs and HTTP ask for.
pub fn percent_encoded(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_be_cut_short_by_a_name() {
        assert_eq!(escaped("投促局/图 1#%?.png"), "投促局/图%201%23%25%3F.png");
        assert_eq!(escaped("javascript:x"), "javascript%3Ax");
    }

    #[test]
    fn an_address_in_ascii_has_no_other_characters() {
        assert_eq!(percent_encoded("局/图 1.png"), "%E5%B1%80/%E5%9B%BE%201.png");
    }
}
