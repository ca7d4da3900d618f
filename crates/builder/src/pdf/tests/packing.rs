//! The packed file shows what Typst made.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use super::press;
use super::sample::city;
use crate::pdf::Sheet;
use crate::pdf::compact::compact;
use crate::pdf::hints::without_hints;

#[test]
fn packing_changes_no_pixel() {
    let (agency, report) = city();
    let (press, sheet) = (press(), Sheet::new(&agency, &report, None));
    let loose = press.typeset(&sheet).expect("a PDF").bytes;
    let packed = compact(&loose).expect("a sound file");
    assert!(packed.len() < loose.len() * 9 / 10, "{} of {}", packed.len(), loose.len());
    let folder = env::temp_dir().join(format!("nianbao-packing-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a temporary folder");
    let same = pictures(&folder, "loose", &loose) == pictures(&folder, "packed", &packed);
    fs::remove_dir_all(&folder).expect("an own folder");
    assert!(same);
}

/// Every page as a picture.
fn pictures(folder: &Path, name: &str, pdf: &[u8]) -> Vec<Vec<u8>> {
    let file = folder.join(name).with_extension("pdf");
    fs::write(&file, pdf).expect("a writable folder");
    let made = Command::new("pdftoppm").args(["-r", "80"]).arg(&file).arg(folder.join(name)).status();
    assert!(made.expect("pdftoppm, which `./just test` installs").success());
    let files = fs::read_dir(folder).expect("a readable folder").map(|file| file.expect("a file").path());
    let is_page = |file: &PathBuf| {
        file.extension().is_some_and(|kind| kind == "ppm") && file.to_string_lossy().contains(&format!("/{name}-"))
    };
    let mut pages: Vec<PathBuf> = files.filter(is_page).collect();
    pages.sort_unstable();
    assert!(pages.len() > 5, "{pages:?}");
    pages.into_iter().map(|page| fs::read(page).expect("a picture")).collect()
}

#[test]
fn fonts_lose_their_hints() {
    let (agency, report) = city();
    let (press, sheet) = (press(), Sheet::new(&agency, &report, None));
    let loose = press.typeset(&sheet).expect("a PDF").bytes;
    let document = lopdf::Document::load_mem(&loose).expect("a sound file");
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let is_font = |stream: &&lopdf::Stream| {
        stream.dict.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|kind| kind == b"CIDFontType0C")
    };
    let fonts: Vec<Vec<u8>> = streams.filter(is_font).map(|font| font.get_plain_content().expect("a font")).collect();
    assert!(fonts.len() > 3);
    let lighter: Vec<Vec<u8>> =
        fonts.iter().map(|font| without_hints(font).expect("a font as Typst writes it")).collect();
    let size = |fonts: &[Vec<u8>]| fonts.iter().map(Vec::len).sum::<usize>();
    assert!(size(&lighter) < size(&fonts) - 10_000, "{} of {}", size(&lighter), size(&fonts));
}
