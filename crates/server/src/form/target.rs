//! What an address of a form means.

/// The folder of all forms.
pub(crate) const FOLDER: &str = "_form/";

/// Where a list of agencies is sent as a file.
pub(super) const NEW_LIST: &str = "new/list";

/// Where agencies are made.
pub(super) const NEW_AGENCIES: &str = "new/agencies";

/// Where reports are made.
pub(super) const NEW_REPORTS: &str = "new/reports";

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FormTarget {
    /// The list of all forms.
    List,
    /// Something of one form: the agency's address, the year, what.
    Of(String, i16, Part),
    /// Making agencies and reports anew.
    New(NewPart),
    /// The address of a form without the stroke at its end.
    Unfinished,
}

/// What is made anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NewPart {
    /// The agencies of a list that is sent as a file.
    List,
    /// Agencies.
    Agencies,
    /// Reports.
    Reports,
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
    /// Adding a picture.
    Picture,
    /// Taking away a picture that no text shows.
    SparePicture,
}

/// What a picture is sent to, below a report.
const PICTURE: &str = "picture";

/// Whether a picture is sent to `path`.
pub(super) fn is_picture(path: &str) -> bool {
    path.rsplit_once('/').is_some_and(|(_, last)| last == PICTURE)
}

impl FormTarget {
    /// What stands at `path` below the folder of all forms.
    pub(super) fn of(path: &str) -> Option<Self> {
        match path {
            "" => return Some(Self::List),
            NEW_LIST => return Some(Self::New(NewPart::List)),
            NEW_AGENCIES => return Some(Self::New(NewPart::Agencies)),
            NEW_REPORTS => return Some(Self::New(NewPart::Reports)),
            _ => {}
        }
        let (folder, last) = path.rsplit_once('/').unwrap_or(("", path));
        let part = match last {
            "" => Part::Page,
            "state" => Part::State,
            "judge" => Part::Judge,
            "save" => Part::Save,
            PICTURE => Part::Picture,
            "spare" => Part::SparePicture,
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
    use super::{FormTarget, NewPart, Part};

    #[test]
    fn addresses_say_what_is_asked_for() {
        let of = |path| FormTarget::of(path);
        assert_eq!(of(""), Some(FormTarget::List));
        assert_eq!(of("yi/jtj/2024/"), Some(FormTarget::Of("yi/jtj".to_owned(), 2024, Part::Page)));
        assert_eq!(of("jia/2024/save"), Some(FormTarget::Of("jia".to_owned(), 2024, Part::Save)));
        assert_eq!(of("jia/2024/picture"), Some(FormTarget::Of("jia".to_owned(), 2024, Part::Picture)));
        assert_eq!(of("jia/2024/spare"), Some(FormTarget::Of("jia".to_owned(), 2024, Part::SparePicture)));
        assert_eq!(of("jia/2024"), Some(FormTarget::Unfinished));
        assert_eq!(of("new/reports"), Some(FormTarget::New(NewPart::Reports)));
        assert_eq!(
            of("new/2024/"),
            Some(FormTarget::Of("new".to_owned(), 2024, Part::Page)),
            "an agency may be called so"
        );
        for nothing in ["new/", "new/other", "jia/", "2024/", "jia/2024/other", "jia/20240/", "jia/-024/state", "//"] {
            assert_eq!(of(nothing), None, "{nothing}");
        }
    }
}
