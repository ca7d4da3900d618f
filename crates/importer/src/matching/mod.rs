//! Which agency of a city a document belongs to, by the names that it and its file bear.

mod names;
mod phrase;
#[cfg(test)]
mod tests;
mod vote;

use nianbao_model::{Agency, AgencyId};

use names::Name;
use vote::Vote;

/// What is known of a document, to find its agency by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts<'a> {
    /// The path of its file below the folder that is read, with `/` between its steps: folders tell as much as the name.
    pub file: &'a str,
    /// Its title as written, if there is one.
    pub title: Option<&'a str>,
    /// The agency that it names, as written ([`crate::Imported::agency`]).
    pub agency: Option<&'a str>,
    /// The reporting year, which former names depend on.
    pub year: Option<i16>,
}

/// Where a document belongs.
#[derive(Debug, Clone, PartialEq)]
pub enum Placement<'a> {
    /// To this agency, beyond doubt.
    Exact {
        /// The agency.
        agency: &'a Agency,
        /// By what it was found, in words for an editor.
        reason: String,
    },
    /// To one of these, as far as can be told; a person has to choose.
    Unsure {
        /// The likeliest first.
        candidates: Vec<&'a Agency>,
        /// What is not certain and what to do, in words for an editor.
        reason: String,
    },
    /// To none that is known.
    Unknown {
        /// What is missing and what to do, in words for an editor.
        reason: String,
    },
}

/// The agencies of a city by all their names.
#[derive(Debug, Clone)]
pub struct Directory<'a> {
    agencies: Vec<&'a Agency>,
    names: Vec<Name>,
}

impl<'a> Directory<'a> {
    /// The names of `agencies`, in their order.
    pub fn new(agencies: impl IntoIterator<Item = &'a Agency>) -> Self {
        let agencies: Vec<&Agency> = agencies.into_iter().collect();
        let names = names::of(&agencies);
        Self { agencies, names }
    }

    /// Where a document of which `facts` are known belongs. What the document says of itself counts most; the name of its
    /// file, and then those of the folders around it, decide where it says nothing and may not say otherwise.
    pub fn place(&self, facts: &Facts<'_>) -> Placement<'a> {
        let inside = self.inside(facts);
        let outside = self.outside(facts);
        let decided = self.decided(facts, &inside, &outside);
        let said = facts.agency.or(facts.title).unwrap_or("").trim().to_owned();
        match decided {
            Vote::One(at, reason) => match self.agencies.get(at) {
                Some(agency) => Placement::Exact { agency, reason },
                None => Placement::Unknown { reason },
            },
            Vote::Several(all, reason) => {
                let candidates = all.into_iter().filter_map(|at| self.agencies.get(at).copied()).collect();
                Placement::Unsure { candidates, reason }
            }
            Vote::None if said.is_empty() => {
                let reason = "文件里和文件名里都没有写是哪个机关；请在清单里填上机关".to_owned();
                Placement::Unknown { reason }
            }
            Vote::None => Placement::Unknown {
                reason: format!(
                    "“{said}”不在机关名单里；请在清单里填上机关，或者先把它加进名单（也可以写成简称、曾用名）"
                ),
            },
        }
    }

    /// Whether `name` is one of the names of the agency `id`, or made of one by leaving out the city.
    pub fn is_called(&self, id: &AgencyId, name: &str) -> bool {
        let name = names::folded(name);
        let own = |known: &Name| self.agencies.get(known.agency).is_some_and(|agency| agency.id == *id);
        self.names.iter().any(|known| known.text == name && own(known))
    }

    /// The agency `id`, if there is one.
    pub fn agency(&self, id: &str) -> Option<&'a Agency> {
        self.agencies.iter().find(|agency| agency.id.as_str() == id).copied()
    }

    /// What the document says of itself.
    fn inside(&self, facts: &Facts<'_>) -> Vote {
        let named =
            facts.agency.map(|agency| vote::of(&self.names, &[agency.to_owned()], facts.year, "文件里写的机关"));
        let titled =
            || facts.title.map(|title| vote::of(&self.names, &phrase::phrases(title), facts.year, "标题里的机关"));
        named.filter(|vote| *vote != Vote::None).or_else(titled).unwrap_or(Vote::None)
    }

    /// What its file and the folders around it are called, the nearest first.
    fn outside(&self, facts: &Facts<'_>) -> Vote {
        let mut steps = facts.file.rsplit(['/', '\\']);
        let name = steps.next().unwrap_or("");
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let of_file = vote::of(&self.names, &phrase::phrases(stem), facts.year, "文件名里的机关");
        let mut folders =
            steps.map(|folder| vote::of(&self.names, &phrase::phrases(folder), facts.year, "文件夹名里的机关"));
        // lucheng/jtj is a folder within a folder.
        let whole = self.by_path(facts.file);
        match of_file {
            Vote::One(..) => of_file,
            Vote::None => whole.unwrap_or_else(|| folders.find(|vote| *vote != Vote::None).unwrap_or(Vote::None)),
            Vote::Several(..) => {
                let decided = folders.find(|vote| matches!(vote, Vote::One(at, _) if of_file.holds(*at)));
                decided.unwrap_or(of_file)
            }
        }
    }

    /// The agency whose folder is the folder that the file lies in.
    fn by_path(&self, file: &str) -> Option<Vote> {
        let folder = file.rsplit_once('/')?.0.replace("agencies/", "");
        let folder = folder.strip_prefix("content/").unwrap_or(&folder);
        let steps: Vec<&str> = folder.split('/').filter(|step| !step.chars().all(|c| c.is_ascii_digit())).collect();
        let folder = steps.join("/");
        let at = self.agencies.iter().position(|agency| !folder.is_empty() && agency.id.as_str() == folder)?;
        Some(Vote::One(at, format!("文件夹“{folder}”")))
    }

    /// Both together.
    fn decided(&self, facts: &Facts<'_>, inside: &Vote, outside: &Vote) -> Vote {
        let name = |at: usize| self.agencies.get(at).map_or("", |agency| agency.name.value.as_str());
        match (inside, outside) {
            (Vote::One(one, _), Vote::One(other, _)) if one != other => Vote::Several(
                vec![*one, *other],
                format!("文件里写的是“{}”，文件名或文件夹名是“{}”；请在清单里填上是哪一个", name(*one), name(*other)),
            ),
            (Vote::Several(all, _), Vote::One(at, _)) if all.contains(at) => outside.clone(),
            (Vote::One(..) | Vote::Several(..), _) => inside.clone(),
            (Vote::None, Vote::One(at, _)) if facts.agency.is_some() => Vote::Several(
                vec![*at],
                format!(
                    "文件名像是“{}”，文件里写的却是“{}”，不在机关名单里；请在清单里填上机关",
                    name(*at),
                    facts.agency.unwrap_or("")
                ),
            ),
            (Vote::None, outside) => outside.clone(),
        }
    }
}
