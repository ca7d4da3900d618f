//! The pictures of a document, each once.

use std::collections::{BTreeMap, BTreeSet};

use super::package::Package;
use crate::document::Picture;

/// How long all pictures can be together.
const ALL: usize = 96 << 20;
/// How long a file name can be, in characters.
const NAME: usize = 60;
/// What Windows takes for a device, whatever ending follows; so it does those followed by a digit.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// The pictures that were met.
pub(super) struct Pictures<'w, 'b> {
    pub(super) package: &'w mut Package<'b>,
    /// Their names, by their paths in the package; nothing for those that are not there.
    names: BTreeMap<String, Option<String>>,
    taken: BTreeSet<String>,
    length: usize,
    pub(super) found: Vec<Picture>,
}

impl<'w, 'b> Pictures<'w, 'b> {
    pub(super) fn of(package: &'w mut Package<'b>) -> Self {
        Self { package, names: BTreeMap::new(), taken: BTreeSet::new(), length: 0, found: Vec::new() }
    }

    /// The name of the picture at `path`, if it is there; `proposed` is that which it once had.
    pub(super) fn name(&mut self, path: &str, proposed: Option<&str>) -> Option<String> {
        if let Some(name) = self.names.get(path) {
            return name.clone();
        }
        let name = self.load(path, proposed);
        self.names.insert(path.to_owned(), name.clone());
        name
    }

    fn load(&mut self, path: &str, proposed: Option<&str>) -> Option<String> {
        let bytes = self.package.part(path).ok().flatten()?;
        self.length = self.length.saturating_add(bytes.len());
        let ending = ending(&bytes).filter(|_| self.length <= ALL)?;
        let stem = proposed.and_then(stem).map(str::to_owned);
        let numbered = (self.found.len() + 1..).map(|number| format!("图{number}"));
        let mut names = stem.into_iter().chain(numbered).map(|stem| format!("{stem}.{ending}"));
        // Some systems take two names for one that differ in their case.
        let name = names.find(|name| self.taken.insert(name.to_lowercase()))?;
        self.found.push(Picture { name: name.clone(), bytes });
        Some(name)
    }
}

/// A file name without its ending, if it was the name of a picture and is one that every system takes.
fn stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let known = ["png", "jpg", "jpeg", "svg", "gif"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    let plain = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_');
    let fits = !stem.is_empty() && stem.chars().count() <= NAME && stem.chars().all(plain);
    (known && fits && !is_device(stem)).then_some(stem)
}

fn is_device(stem: &str) -> bool {
    let stem = stem.to_lowercase();
    let numbered = stem.strip_suffix(|sign: char| sign.is_numeric());
    DEVICES.contains(&stem.as_str()) || numbered.is_some_and(|device| NUMBERED_DEVICES.contains(&device))
}

/// The ending of a picture's kind, by its content.
fn ending(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 8] = [
        (b"\x89PNG", "png"),
        (b"\xFF\xD8\xFF", "jpg"),
        (b"GIF8", "gif"),
        (b"BM", "bmp"),
        (b"\xD7\xCD\xC6\x9A", "wmf"),
        (b"\x01\x00\x00\x00", "emf"),
        (b"II*\x00", "tif"),
        (b"MM\x00*", "tif"),
    ];
    let known = KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, ending)| *ending);
    let text = || {
        let start = bytes.get(..bytes.len().min(1_000))?;
        String::from_utf8_lossy(start).contains("<svg").then_some("svg")
    };
    known.or_else(text)
}
