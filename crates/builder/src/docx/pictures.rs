//! Pictures: PNG and JPEG as they are, drawings (SVG) as PNG, since many programs show no others.

use std::collections::BTreeMap;
use std::fmt::Display;

use nianbao_model::Report;
use nianbao_model::report::Image;
use nianbao_picture::{DrawError, Drawing};

use super::DocxError;
use super::package::Package;
use super::page::{HEIGHT, WIDTH};
use super::xml::Xml;
use crate::pdf::{FontFolders, FontLibrary};

/// English metric units: so many are a point.
const POINT: f64 = 12_700.0;

/// How fine a drawing becomes as dots, to a point: 300 an inch.
const DOTS: f64 = 300.0 / 72.0;

/// The pictures of a report, by the names that its narrative gives them.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    pictures: BTreeMap<String, Picture>,
    drawn: usize,
}

#[derive(Debug)]
struct Picture {
    bytes: Vec<u8>,
    ending: &'static str,
    /// How wide it is by nature, in points.
    width: f64,
    /// How high it is by nature, in points.
    height: f64,
}

impl Pictures {
    pub(super) fn load(report: &Report, fonts: &FontFolders) -> Result<Self, DocxError> {
        let load = |(file, image): (&String, &Image)| Ok((file.clone(), load(file, &image.bytes, fonts)?));
        Ok(Self { pictures: report.images.iter().map(load).collect::<Result<_, DocxError>>()?, drawn: 0 })
    }

    /// The drawing that shows `file`; it is added to the package.
    pub(super) fn draw(&mut self, file: &str, alt: &str, package: &mut Package) -> Option<Xml> {
        let picture = self.pictures.get(file)?;
        self.drawn += 1;
        let number = self.drawn;
        let path = format!("media/image{number}.{}", picture.ending);
        package.file(&format!("word/{path}"), picture.bytes.clone());
        let id = package.relationships.part("image", &path);
        Some(picture.xml(&id, number, file, alt))
    }
}

fn load(file: &str, clean: &[u8], fonts: &FontFolders) -> Result<Picture, DocxError> {
    let Some((width, height)) = nianbao_picture::size(clean) else {
        let fault = |error: DrawError| DocxError::Image { file: file.to_owned(), reason: error.to_string() };
        return drawing(clean, &FontLibrary::load(fonts)?).map_err(fault);
    };
    let ending = if clean.starts_with(b"\x89PNG") { "png" } else { "jpeg" };
    Ok(Picture { bytes: clean.to_vec(), ending, width: width.into(), height: height.into() })
}

fn drawing(clean: &[u8], fonts: &FontLibrary) -> Result<Picture, DrawError> {
    let mut roles = fonts.roles();
    // The text's own font first, that of titles last.
    roles.rotate_left(1);
    let faces: Vec<_> = roles.into_iter().filter_map(|role| role.face).collect();
    let drawing = Drawing::open(clean, faces.iter().map(|face| face.path.as_path()))?;
    let (width, height) = drawing.size();
    Ok(Picture { bytes: drawing.to_png(DOTS * shrunk(width, height))?, ending: "png", width, height })
}

/// A picture is as large as it is by nature, at most as wide as the text and three fifths of a page high.
fn shrunk(width: f64, height: f64) -> f64 {
    let room = |twentieths: u32| f64::from(twentieths) / 20.0;
    (room(WIDTH) / width).min(0.6 * room(HEIGHT) / height).min(1.0)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the size of a picture on a page")]
fn whole(length: f64) -> u32 {
    length.round().max(1.0) as u32
}

impl Picture {
    fn xml(&self, id: &str, number: usize, name: &str, alt: &str) -> Xml {
        const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
        let scale = shrunk(self.width, self.height) * POINT;
        let (width, height) = (whole(self.width * scale), whole(self.height * scale));
        let size: [(&str, &dyn Display); 2] = [("cx", &width), ("cy", &height)];
        let inline: [(&str, &dyn Display); 5] = [
            ("xmlns:wp", &format!("{DRAWING}/wordprocessingDrawing")),
            ("distT", &0),
            ("distB", &0),
            ("distL", &0),
            ("distR", &0),
        ];
        let mut xml = Xml::default();
        xml.element("w:drawing", &[], |xml| {
            xml.element("wp:inline", &inline, |xml| {
                xml.empty("wp:extent", &size);
                xml.empty("wp:docPr", &[("id", &number), ("name", &name), ("descr", &alt)]);
                xml.element("a:graphic", &[("xmlns:a", &format!("{DRAWING}/main"))], |xml| {
                    let kind = format!("{DRAWING}/picture");
                    xml.element("a:graphicData", &[("uri", &kind)], |xml| {
                        xml.element("pic:pic", &[("xmlns:pic", &kind)], |xml| {
                            xml.element("pic:nvPicPr", &[], |xml| {
                                xml.empty("pic:cNvPr", &[("id", &number), ("name", &name), ("descr", &alt)]);
                                xml.empty("pic:cNvPicPr", &[]);
                            });
                            xml.element("pic:blipFill", &[], |xml| {
                                xml.empty("a:blip", &[("r:embed", &id)]);
                                xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                            });
                            xml.element("pic:spPr", &[], |xml| {
                                xml.element("a:xfrm", &[], |xml| {
                                    xml.empty("a:off", &[("x", &0), ("y", &0)]);
                                    xml.empty("a:ext", &size);
                                });
                                xml.element("a:prstGeom", &[("prst", &"rect")], |xml| xml.empty("a:avLst", &[]));
                            });
                        });
                    });
                });
            });
        });
        xml
    }
}
