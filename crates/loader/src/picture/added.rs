//! A picture that somebody adds to a report: sound, and called so that it can lie in a folder of any system.

use nianbao_disk::is_portable;
use nianbao_picture::{Fault, clean};

use super::LIMIT;

/// No name is longer, in characters, but for its ending.
const LONGEST: usize = 40;

/// What a picture is called that has no name of its own.
const UNNAMED: &str = "图";

/// What programs call whatever is on the clipboard.
const NO_NAMES: [&str; 2] = ["image", "blob"];

/// The picture that was `called` so where it came from, as it is published, and the name that it gets.
///
/// # Errors
///
/// What is wrong with it, and what to do, in words for whoever adds it.
pub fn added_picture(called: &str, bytes: Vec<u8>) -> Result<(String, Vec<u8>), String> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LIMIT) {
        return Err("这张图片超过 10 MB。请用看图软件缩小，另存一份再放。".to_owned());
    }
    let (stem, ending) = called.rsplit_once('.').unwrap_or((called, ""));
    let name = format!("{}.{}", safe(stem), ending.to_ascii_lowercase());
    // What it is counts, whatever it was called.
    let outcome = match clean(&name, bytes.clone()) {
        Err(Fault::Name { name, .. }) => clean(&name, bytes).map(|clean| (name, clean)),
        outcome => outcome.map(|clean| (name, clean)),
    };
    outcome.map_err(|fault| {
        let help = fault.help().replace("，替换这个文件", "，再放一次");
        format!("这张图片{fault}。{help}")
    })
}

/// Names for a picture, the first its own, those for when it is taken after it.
pub fn picture_names(name: &str) -> impl Iterator<Item = String> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "png"));
    let (stem, ending) = (stem.to_owned(), ending.to_owned());
    let others = (2..100).map(move |number| format!("{stem}-{number}.{ending}"));
    std::iter::once(name.to_owned()).chain(others)
}

/// Whether a picture that is added under this name gets it.
pub fn keeps_its_name(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        let is_picture = ["png", "jpg", "jpeg", "svg"].contains(&ending);
        is_picture && safe(stem) == stem
    })
}

/// The letters and figures of a name.
fn safe(stem: &str) -> String {
    let kept: String =
        stem.chars().filter(|mark| mark.is_alphanumeric() || *mark == '-' || *mark == '_').take(LONGEST).collect();
    let kept = kept.trim_matches(['-', '_']);
    let plain = kept.to_ascii_lowercase();
    let is_name = !kept.is_empty() && is_portable(kept) && !NO_NAMES.contains(&plain.as_str());
    if is_name { kept } else { UNNAMED }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{added_picture, keeps_its_name, picture_names, safe};

    const DRAWING: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>1</script><rect width=\"9\" height=\"9\"/></svg>";

    #[test]
    fn a_picture_is_cleaned_and_called_by_what_it_is() {
        let (name, bytes) = added_picture("../a b/统计 图（1）.PNG", DRAWING.to_vec()).expect("a picture");
        assert_eq!(name, "ab统计图1.svg");
        assert!(!String::from_utf8_lossy(&bytes).contains("script"));
        let told = added_picture("图.png", b"GIF89a".to_vec()).expect_err("no picture of ours");
        assert!(told.starts_with("这张图片的内容是") && told.ends_with("再放一次。"), "{told}");
        assert!(added_picture("图.png", Vec::new()).is_err());
        assert!(added_picture("图.png", vec![0; (10 << 20) + 1]).is_err_and(|told| told.contains("10 MB")));
    }

    #[test]
    fn names_are_those_that_any_system_takes() {
        for (called, name) in [
            ("统计图", "统计图"),
            ("a.b/c\\d", "abcd"),
            ("", "图"),
            ("CON", "图"),
            ("lpt1", "图"),
            ("image", "图"),
            ("--", "图"),
        ] {
            assert_eq!(safe(called), name);
        }
        assert!(keeps_its_name("统计图-2.png") && keeps_its_name("a.svg"));
        for other in ["图 1.png", "a.PNG", "a.gif", "con.png", ".png", "png", "report.yaml", "a/b.png"] {
            assert!(!keeps_its_name(other), "{other}");
        }
        assert_eq!(safe(&"长".repeat(99)).chars().count(), 40);
        assert_eq!(picture_names("图.png").take(3).collect::<Vec<_>>(), ["图.png", "图-2.png", "图-3.png"]);
    }
}
