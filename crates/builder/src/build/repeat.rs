//! A build that is asked for once more while nothing that it is made of and nothing that it left has changed: then nothing is
//! even read.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use nianbao_cache::Key;
use serde::{Deserialize, Serialize};

use crate::kept::{Keeper, Keeping, font_files};
use crate::pdf::FontFolders;
use crate::publish::{Appearance, WorkFolder};

/// What changed so shortly before it was looked at may change once more at what clocks take for the same time.
const JUST_NOW: Duration = Duration::from_millis(20);

/// What is remembered of builds that are asked for in the same way.
pub struct Repeat {
    cache: PathBuf,
    asked: String,
    out: PathBuf,
    /// The folders that are read.
    sources: Vec<PathBuf>,
    /// How they looked before; nothing where that does not tell whether they change meanwhile.
    looks: Option<Vec<String>>,
}

/// What is remembered of a build.
#[derive(Serialize, Deserialize)]
struct Memory {
    sources: Vec<String>,
    published: String,
    fonts: Option<Fonts>,
    told: String,
}

/// Where fonts were looked for, and how it looked there.
#[derive(Serialize, Deserialize)]
struct Fonts {
    named: Vec<PathBuf>,
    supplied: Option<PathBuf>,
    system: bool,
    look: String,
}

impl Repeat {
    /// For builds to `out` that read the folders `sources` and are `asked` for so; to be made before anything is read. `cache` is
    /// where what was made is kept. Nothing where a folder cannot be looked at.
    pub fn new(cache: &Path, sources: Vec<PathBuf>, out: &Path, asked: String) -> Option<Self> {
        let now = SystemTime::now();
        let (looks, changed) = looks(&sources)?;
        let settled = now.duration_since(changed).is_ok_and(|past| past > JUST_NOW);
        let (cache, out) = (cache.to_owned(), out.to_owned());
        Some(Self { cache, asked, out, sources, looks: Some(looks).filter(|_| settled) })
    }

    /// What was told of the last such build, where it would find the same and make nothing: nothing has changed since that it was
    /// made of, and what it published stands there as it was left.
    pub fn told(&self) -> Option<String> {
        let (keeper, key) = self.keeper()?;
        let Memory { sources, published, fonts, told } = serde_json::from_slice(&keeper.take(&key)?.bytes).ok()?;
        let is_same = self.looks.as_ref() == Some(&sources)
            && fonts.is_none_or(|fonts| fonts.are_there(&keeper))
            && !WorkFolder::is_left(&self.out)
            && Appearance::of(&self.out).is_ok_and(|now| now.key.digits() == published);
        is_same.then_some(told)
    }

    /// Remembers what is to be told of such builds from now on, after one that printed with fonts from `fonts`.
    pub fn remember(&self, fonts: Option<&FontFolders>, told: String) {
        let Some((keeper, key)) = self.keeper() else { return };
        let memory = self.memory(&keeper, fonts, told).and_then(|memory| serde_json::to_vec(&memory).ok());
        if let Some(memory) = memory {
            keeper.put(&key, &memory);
        }
    }

    /// Where it is kept, if anything is.
    fn keeper(&self) -> Option<(Keeper, Key)> {
        let keeper = self.cache.is_dir().then(|| Keeper::open(&self.cache))?;
        let out = self.out.to_string_lossy();
        let key = keeper.maker(Keeping::Repeat)?.with(&self.asked).with(out.as_bytes()).key();
        Some((keeper, key))
    }

    /// Nothing where somebody changed what was read meanwhile.
    fn memory(&self, keeper: &Keeper, fonts: Option<&FontFolders>, told: String) -> Option<Memory> {
        let (now, _) = looks(&self.sources)?;
        let sources = self.looks.clone().filter(|before| *before == now)?;
        let fonts = match fonts {
            Some(folders) => Some(Fonts::of(keeper, folders)?),
            None => None,
        };
        Some(Memory { sources, published: Appearance::of(&self.out).ok()?.key.digits(), fonts, told })
    }
}

impl Fonts {
    fn of(keeper: &Keeper, folders: &FontFolders) -> Option<Self> {
        let FontFolders { named, supplied, system } = folders.clone();
        Some(Self { look: font_files(keeper, folders)?.digits(), named, supplied, system })
    }

    fn are_there(self, keeper: &Keeper) -> bool {
        let Self { named, supplied, system, look } = self;
        font_files(keeper, &FontFolders { named, supplied, system }).is_some_and(|now| now.digits() == look)
    }
}

/// How folders look, which may be missing, and when the last file in them was changed; nothing where one cannot be looked at.
fn looks(folders: &[PathBuf]) -> Option<(Vec<String>, SystemTime)> {
    let (mut looks, mut last) = (Vec::new(), SystemTime::UNIX_EPOCH);
    for folder in folders {
        match Appearance::of(folder) {
            Ok(look) => {
                looks.push(look.key.digits());
                last = last.max(look.changed);
            }
            Err(error) if error.kind() == ErrorKind::NotFound => looks.push(String::new()),
            Err(_) => return None,
        }
    }
    Some((looks, last))
}
