//! What an address of a form means.

/// The folder of all forms.
pub(crate) const FOLDER: &str = "_form/";

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FormTarget {
    /// The list of all forms.
    List,
    /// Something of one form: the agency's address, the year, what.
    Of(String, i16, Part),
    /// The address of a form without the stroke at its end.
    Unfinished,
}

/// What is asked of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The page.
    Page,
    /// What is on the disk.
    State,
    /// What it would be with changes.
    Judge,
    /// Writing them.
    Save,
}

impl FormTarget {
    /// What stands at `path` below the folder of all forms.
    pub(super) fn of(path: &str) -> Option<Self> {
        if path.is_empty() {
            return Some(Self::List);
        }
        let (folder, last) = path.rsplit_once('/').unwrap_or(("", path));
        let part = match last {
            "" => Part::Page,
            "state" => Part::State,
            "judge" => Part::Judge,
            "save" => Part::Save,
            year if is_year(year) => return Some(Self::Unfinished),
            _ => return None,
        };
        let (agency, year) = folder.rsplit_once('/')?;
        let year = Some(year).filter(|year| is_year(year))?.parse().ok()?;
        (!agency.is_empty()).then(|| Self::Of(agency.to_owned(), year, part))
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{FormTarget, Part};

    #[test]
    fn addresses_say_what_is_asked_for() {
        let of = |path| FormTarget::of(path);
        assert_eq!(of(""), Some(FormTarget::List));
        assert_eq!(of("yi/jtj/2024/"), Some(FormTarget::Of("yi/jtj".to_owned(), 2024, Part::Page)));
        assert_eq!(of("jia/2024/save"), Some(FormTarget::Of("jia".to_owned(), 2024, Part::Save)));
        assert_eq!(of("jia/2024"), Some(FormTarget::Unfinished));
        for nothing in ["jia/", "2024/", "jia/2024/other", "jia/20240/", "jia/-024/state", "//"] {
            assert_eq!(of(nothing), None, "{nothing}");
        }
    }
}
