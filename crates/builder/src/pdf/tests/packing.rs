//! The packed file shows what Typst made.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use lopdf::{Document, Object, Stream};

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
    let packed = compact(&loose).expect("a file as Typst writes it");
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
fn packing_keeps_every_object_and_what_streams_hold() {
    let (agency, report) = city();
    let loose = press().typeset(&Sheet::new(&agency, &report, None)).expect("a PDF").bytes;
    let packed = compact(&loose).expect("a file as Typst writes it");
    let [before, after] = [&loose, &packed].map(|pdf| Document::load_mem(pdf).expect("a sound file"));
    assert!(before.objects.len() > 500, "{}", before.objects.len());
    for (id, object) in &before.objects {
        let kept = after.get_object(*id).expect("the same number");
        match (object.as_stream(), kept.as_stream()) {
            (Ok(stream), _) if is_font(stream) => assert!(kept.as_stream().is_ok_and(is_font)),
            (Ok(stream), Ok(kept)) => assert_eq!(content(stream), content(kept), "{id:?}"),
            _ => assert_eq!(object, kept, "{id:?}"),
        }
    }
    for key in [&b"Root"[..], b"Info", b"ID"] {
        assert_eq!(before.trailer.get(key).ok(), after.trailer.get(key).ok());
    }
}

#[test]
fn what_is_no_pdf_is_refused() {
    assert_eq!(compact(b"no PDF"), None);
}

fn is_font(stream: &Stream) -> bool {
    stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"CIDFontType0C")
}

fn content(stream: &Stream) -> Vec<u8> {
    stream.get_plain_content().unwrap_or_else(|_| stream.content.clone())
}

#[test]
fn fonts_lose_their_hints() {
    let (agency, report) = city();
    let (press, sheet) = (press(), Sheet::new(&agency, &report, None));
    let loose = press.typeset(&sheet).expect("a PDF").bytes;
    let document = Document::load_mem(&loose).expect("a sound file");
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let fonts: Vec<Vec<u8>> = streams.filter(|stream| is_font(stream)).map(content).collect();
    assert!(fonts.len() > 3);
    let lighter: Vec<Vec<u8>> =
        fonts.iter().map(|font| without_hints(font).expect("a font as Typst writes it")).collect();
    let size = |fonts: &[Vec<u8>]| fonts.iter().map(Vec::len).sum::<usize>();
    assert!(size(&lighter) < size(&fonts) - 10_000, "{} of {}", size(&lighter), size(&fonts));
}
