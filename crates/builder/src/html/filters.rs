//! What templates may ask for beside what tera brings.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use tera::{Kwargs, State, Tera};

use super::phrase;
use crate::percent::escaped;

/// Makes the filters known to the templates.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("address", |path: &str, _: Kwargs, _: &State| escaped(path));
    tera.register_filter("phrases", |text: &str, _: Kwargs, _: &State| phrase::phrases(text));
    tera.register_filter("fingerprint", |script: &str, _: Kwargs, _: &State| fingerprint(script));
}

/// What a Content-Security-Policy calls a script that stands in a page.
fn fingerprint(script: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(script)))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    /// The example of the specification, CSP level 3.
    #[test]
    fn a_fingerprint_is_that_of_the_specification() {
        assert_eq!(fingerprint("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }
}
