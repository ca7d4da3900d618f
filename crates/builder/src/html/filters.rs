//! What templates may ask for beside what tera brings.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use tera::{Kwargs, State, Tera, Value, escape_html};

use super::telephone::{self, Place};
use super::{breadth, phrase};
use crate::markup::printable;
use crate::percent::escaped;

/// Makes the filters known to the templates, and what is done with every text that is printed.
pub(super) fn register(tera: &mut Tera) {
    tera.set_escape_fn(|text, page| escape_html(&printable(text), page));
    tera.register_filter("address", |path: &str, _: Kwargs, _: &State| escaped(path));
    tera.register_filter("phrases", |text: &str, _: Kwargs, _: &State| phrase::phrases(text));
    tera.register_filter("breadth", |cell: &str, _: Kwargs, _: &State| breadth::class(cell));
    tera.register_filter("telephones", |text: &str, _: Kwargs, _: &State| telephones(text, Place::Field));
    tera.register_filter("dialled", |text: &str, _: Kwargs, _: &State| telephones(text, Place::Prose));
    tera.register_filter("fingerprint", |script: &str, _: Kwargs, _: &State| fingerprint(script));
}

/// A text in pieces, of which telephone numbers say what a phone dials.
fn telephones(text: &str, place: Place) -> tera::TeraResult<Value> {
    Value::try_from_serializable(&telephone::pieces(text, place))
}

/// What a Content-Security-Policy calls a script that stands in a page.
fn fingerprint(script: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(script)))
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    use super::{fingerprint, register};

    /// The example of the specification, CSP level 3.
    #[test]
    fn a_fingerprint_is_that_of_the_specification() {
        assert_eq!(fingerprint("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn no_control_character_gets_into_pages_and_feeds() {
        let mut tera = Tera::default();
        register(&mut tera);
        let controls: String = ('\0'..='\u{9f}').filter(|character| character.is_control()).collect();
        let mut context = Context::new();
        context.insert("text", &format!("甲<{controls}\u{fffe}\u{ffff}"));
        for name in ["page.html", "feed.xml"] {
            tera.add_raw_template(name, "{{ text }}").expect("a template");
            let text = tera.render(name, &context).expect("a text");
            assert!(text.starts_with("甲&lt;"), "{text:?}");
            let left: String = text.chars().filter(|character| character.is_control()).collect();
            assert_eq!((left.as_str(), text.contains(['\u{fffe}', '\u{ffff}'])), ("\t\n\r", false));
        }
    }
}
