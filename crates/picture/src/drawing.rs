//! A clean drawing as dots, for programs that show no drawings.

use std::path::Path;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, ImageHrefResolver, ImageKind, Options, Tree};

use crate::fault::Fault;
use crate::format::Format;
use crate::{guard, limits};

mod cost;

/// A drawing that can be rendered.
pub struct Drawing(Tree);

/// Why a drawing cannot be rendered.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// Something is wrong with the drawing.
    #[error("它{0}")]
    Fault(#[from] Fault),
    /// A font cannot be read.
    #[error("字体无法读取：{0}")]
    Font(#[from] std::io::Error),
}

impl Drawing {
    /// The drawing whose bytes are `clean`; its text is set in the fonts of these files, in the first where it names none
    /// of them.
    ///
    /// # Errors
    ///
    /// It is no drawing, costs too much, or a font cannot be read.
    pub fn open<'p>(clean: &[u8], fonts: impl IntoIterator<Item = &'p Path>) -> Result<Self, DrawError> {
        let mut options = options();
        for font in fonts {
            options.fontdb_mut().load_font_file(font)?;
        }
        let first = options.fontdb.faces().next().and_then(|face| face.families.first());
        if let Some((family, _)) = first.cloned() {
            let fonts = options.fontdb_mut();
            fonts.set_serif_family(&family);
            fonts.set_sans_serif_family(&family);
            fonts.set_monospace_family(&family);
        }
        Ok(Self::read(clean, &options)?)
    }

    /// The same without its text: enough to know whether it is sound.
    pub(crate) fn without_fonts(clean: &[u8]) -> Result<Self, Fault> {
        Self::read(clean, &options())
    }

    fn read(clean: &[u8], options: &Options<'_>) -> Result<Self, Fault> {
        guard::guarded(|| {
            let tree = Tree::from_data(clean, options).map_err(|error| match error {
                usvg::Error::InvalidSize => Fault::Broken("没有宽和高".to_owned()),
                usvg::Error::ElementsLimitReached => Fault::Complex("图形过多"),
                _ => Fault::undecodable(Format::Svg),
            })?;
            cost::check(&tree)?;
            Ok(Self(tree))
        })
    }

    /// Its width and height by nature.
    pub fn size(&self) -> (f64, f64) {
        (f64::from(self.0.size().width()), f64::from(self.0.size().height()))
    }

    /// The drawing as PNG, `scale` dots for each of its units.
    ///
    /// # Errors
    ///
    /// It would have too many dots.
    pub fn to_png(&self, scale: f64) -> Result<Vec<u8>, Fault> {
        #[expect(clippy::cast_possible_truncation, reason = "a scale is a small number")]
        let scale = scale as f32;
        let (width, height) = (self.0.size().width() * scale, self.0.size().height() * scale);
        if width * height > limits::CANVAS {
            return Err(Fault::Complex("画面过大"));
        }
        guard::guarded(|| {
            let mut dots = Pixmap::new(whole(width), whole(height)).ok_or(Fault::Complex("画面过大"))?;
            resvg::render(&self.0, Transform::from_scale(scale, scale), &mut dots.as_mut());
            dots.encode_png().map_err(|_| Fault::undecodable(Format::Svg))
        })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded above")]
fn whole(length: f32) -> u32 {
    length.round().max(1.0) as u32
}

/// Nothing is read but what the drawing itself holds.
fn options() -> Options<'static> {
    let within = |kind: &str, data: Arc<Vec<u8>>, _: &Options<'_>| match kind {
        "image/png" => Some(ImageKind::PNG(data)),
        "image/jpeg" => Some(ImageKind::JPEG(data)),
        _ => None,
    };
    let image_href_resolver =
        ImageHrefResolver { resolve_data: Box::new(within), resolve_string: Box::new(|_, _| None) };
    Options { resources_dir: None, image_href_resolver, ..Options::default() }
}
