//! The forms that the reports of a workspace may stand on.

use std::iter::successors;
use std::sync::LazyLock;

use super::{Declaration, Form};

static FORMAT_2019: LazyLock<Form> = LazyLock::new(|| Form::new(&Declaration::FORMAT_2019));
static FORMAT_2021: LazyLock<Form> = LazyLock::new(|| Form::new(&Declaration::FORMAT_2021));

/// A set of forms, each from a reporting year on; the official ones unless others are added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    latest: &'static Form,
    /// The others, the newest first.
    older: Vec<&'static Form>,
}

impl Default for Forms {
    fn default() -> Self {
        Self { latest: &FORMAT_2021, older: vec![&FORMAT_2019] }
    }
}

impl Forms {
    /// These forms with one that is newer than any of them.
    #[must_use]
    pub fn followed_by(self, newer: &'static Form) -> Self {
        let older = [vec![self.latest], self.older].concat();
        Self { latest: newer, older }
    }

    /// The form for a reporting year, if there is one.
    pub fn of_year(&self, year: i16) -> Option<&'static Form> {
        self.by_year().find(|form| year >= form.since)
    }

    /// The newest form.
    pub fn latest(&self) -> &'static Form {
        self.latest
    }

    /// Every form, the newest first, each followed by its sibling with （六）其他处理 in one row.
    pub fn all(&self) -> impl Iterator<Item = &'static Form> {
        self.by_year().flat_map(|form| successors(Some(form), |form| form.divides_other().then(|| form.undivided())))
    }

    /// Every form, the newest first, without their siblings.
    pub fn by_year(&self) -> impl Iterator<Item = &'static Form> {
        std::iter::once(self.latest).chain(self.older.iter().copied())
    }
}
