//! Pictures: PNG and JPEG as they are, drawings (SVG) as PNG, since many programs show no others.

use std::collections::BTreeMap;
use std::fmt::Display;

use nianbao_model::Report;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

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
        let load = |(file, image): (&String, &nianbao_model::report::Image)| {
            let fault = |reason: String| DocxError::Image { file: file.clone(), reason };
            let picture = match ending(&image.bytes) {
                Some(ending) => photograph(&image.bytes, ending).map_err(fault)?,
                None => drawing(&image.bytes, &FontLibrary::load(fonts)?).map_err(fault)?,
            };
            Ok((file.clone(), picture))
        };
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

/// What Word calls a picture that it shows as it is.
fn ending(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [0xFF, 0xD8, ..] => Some("jpeg"),
        _ => None,
    }
}

fn photograph(bytes: &[u8], ending: &'static str) -> Result<Picture, String> {
    let size = imagesize::blob_size(bytes).map_err(|error| error.to_string())?;
    let points = |dots: usize| u32::try_from(dots).map_or(0.0, f64::from);
    Ok(Picture { bytes: bytes.to_vec(), ending, width: points(size.width), height: points(size.height) })
}

fn drawing(bytes: &[u8], fonts: &FontLibrary) -> Result<Picture, String> {
    let mut options = Options::default();
    for face in fonts.roles().into_iter().filter_map(|role| role.face) {
        options.fontdb_mut().load_font_file(&face.path).map_err(|error| error.to_string())?;
    }
    let tree = Tree::from_data(bytes, &options).map_err(|error| error.to_string())?;
    let (width, height) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let scale = DOTS * shrunk(width, height);
    let mut dots = Pixmap::new(whole(width * scale), whole(height * scale)).ok_or("它没有大小")?;
    #[expect(clippy::cast_possible_truncation, reason = "a picture is not enlarged a million times")]
    let transform = Transform::from_scale(scale as f32, scale as f32);
    resvg::render(&tree, transform, &mut dots.as_mut());
    Ok(Picture { bytes: dots.encode_png().map_err(|error| error.to_string())?, ending: "png", width, height })
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
