//! A page as a canvas: what is drawn on it, noted instead of painted.

use std::panic::resume_unwind;
use std::sync::Arc;

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_syntax::Filter;
use hayro_interpret::hayro_syntax::object::Stream;
use hayro_interpret::{BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask};
use kurbo::{Affine, BezPath, Point, Rect, Shape, Vec2};

use super::characters::shown;
use super::fonts::Fonts;
use super::glyph::{Glyph, Misgiving, Turn, is_wide};
use super::stroke::{Stroke, filled, stroked, thin};

/// How many glyphs a page may have.
const GLYPHS: usize = 60_000;
/// How many ruling lines a page may have.
const STROKES: usize = 60_000;
/// How many pictures a page may have.
const PLATES: usize = 500;
/// How many coloured areas of a page are looked at, on which white letters are seen.
const GROUNDS: usize = 500;
/// From this on, of 255, a colour is white.
const WHITE: u8 = 250;
/// How many bytes the pictures of a page may have that are kept.
const BYTES: usize = 16 << 20;
/// How many drawings within drawings a page may have, each counted as often as it is deep. Those that hold themselves twice
/// are drawn without end otherwise, and the deeper they stand the longer each takes.
const DRAWINGS: usize = 100_000;
/// Units of a font's outlines in its size.
const UNITS: f64 = 1000.0;

/// A page that is not drawn to its end: what the drawing of it is unwound with, since nothing else stops it.
#[derive(Debug)]
pub(super) struct Endless;

/// A picture where it stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plate {
    /// Where it stands.
    pub(super) area: Rect,
    /// Its bytes if it is a JPEG.
    pub(super) jpeg: Option<Vec<u8>>,
}

/// What is drawn on a page.
#[derive(Debug)]
pub(super) struct Canvas<'f> {
    fonts: &'f Fonts,
    /// Its size.
    pub(super) area: Rect,
    /// Its glyphs in the order in which they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// Its ruling lines.
    pub(super) strokes: Vec<Stroke>,
    /// Its pictures.
    pub(super) plates: Vec<Plate>,
    /// How many bytes the pictures have.
    bytes: usize,
    /// How many drawings were begun within it, each counted as often as it is deep.
    drawings: usize,
    /// Its coloured areas.
    grounds: Vec<Rect>,
    /// What is shown of what is drawn, the innermost last.
    clips: Vec<Rect>,
    /// Text that runs slantwise over it, as watermarks do.
    pub(super) slanted: String,
    /// Whether there is more on it than is read.
    pub(super) overfull: bool,
}

impl<'f> Canvas<'f> {
    /// An empty page of the size of `area`.
    pub(super) fn new(fonts: &'f Fonts, area: Rect) -> Self {
        Self {
            fonts,
            area,
            glyphs: Vec::new(),
            strokes: Vec::new(),
            plates: Vec::new(),
            bytes: 0,
            drawings: 0,
            grounds: Vec::new(),
            clips: Vec::new(),
            slanted: String::new(),
            overfull: false,
        }
    }

    /// The turn of most of its text.
    pub(super) fn usual_turn(&self) -> Turn {
        let count = |turn: Turn| self.glyphs.iter().filter(|glyph| glyph.turn == turn).count();
        let others = [Turn::Down, Turn::Up, Turn::Over].into_iter().max_by_key(|turn| count(*turn));
        others.filter(|turn| count(*turn) * 2 > self.glyphs.len()).unwrap_or_default()
    }

    /// Lets the text in `area` lead to `address`.
    pub(super) fn link(&mut self, area: Rect, address: &str) {
        let address: Arc<str> = Arc::from(address);
        for glyph in self.glyphs.iter_mut().filter(|glyph| area.contains(glyph.shape())) {
            glyph.link = Some(Arc::clone(&address));
        }
    }

    fn rule(&mut self, strokes: Vec<Stroke>) {
        for stroke in strokes {
            if self.strokes.len() >= STROKES {
                self.overfull = true;
                return;
            }
            let finite = stroke.at.is_finite() && stroke.from.is_finite() && stroke.to.is_finite();
            let (side, length) = if stroke.level {
                (self.area.height(), self.area.width())
            } else {
                (self.area.width(), self.area.height())
            };
            if finite && (-2.0..=side + 2.0).contains(&stroke.at) && stroke.to >= 0.0 && stroke.from <= length {
                self.strokes.push(stroke);
            }
        }
    }

    /// Whether nobody sees a letter in the middle of which is `point`.
    fn hides(&self, point: Point, white: bool) -> bool {
        let is_cut = self.clips.last().is_some_and(|clip| !clip.inflate(2.0, 2.0).contains(point));
        is_cut || white && !self.grounds.iter().any(|ground| ground.contains(point))
    }

    fn write(&mut self, drawn: &Drawn<'_>, transform: Affine, white: bool, mode: &GlyphDrawMode) {
        if self.glyphs.len() >= GLYPHS {
            self.overfull = true;
            return;
        }
        let (text, misgiving) = shown(self.fonts.characters(drawn));
        let [along_x, along_y, down_x, down_y, ..] = transform.as_coeffs();
        let (along, down) = (Vec2::new(along_x, along_y), Vec2::new(down_x, down_y));
        let (stretch, size) = (along.hypot() * UNITS, down.hypot() * UNITS);
        let origin = transform * Point::ZERO;
        if text.is_empty() || !(origin.is_finite() && size.is_finite() && stretch.is_finite()) || size <= 0.5 {
            return;
        }
        let Some(turn) = Turn::of(along.x, along.y) else {
            self.slanted.push_str(&text);
            return;
        };
        let advance = match drawn {
            Drawn::Outline(glyph) => glyph.advance_width().map(f64::from).filter(|width| *width > 0.0),
            Drawn::Type3(_) => None,
        };
        let wide = text.chars().any(is_wide);
        let width = advance.map_or(if wide { stretch } else { stretch / 2.0 }, |advance| advance / UNITS * stretch);
        let middle = origin + along.normalize() * (width / 2.0) + down.normalize() * (size * 0.35);
        if !self.area.inflate(1.0, 1.0).contains(middle) {
            return;
        }
        let (look, seen) = (self.fonts.look(drawn), turn.seen(origin));
        let misgiving = misgiving
            .or((!look.named).then_some(Misgiving::Renamed))
            .or(matches!(mode, GlyphDrawMode::Invisible).then_some(Misgiving::Recognised))
            .or(self.hides(middle, white).then_some(Misgiving::Hidden));
        let misgiving = misgiving.filter(|_| !text.trim().is_empty());
        self.glyphs.push(Glyph {
            text,
            turn,
            left: seen.x,
            right: seen.x + width,
            base: seen.y,
            size,
            middle,
            bold: look.bold,
            italic: look.italic,
            guessed: advance.is_none(),
            link: None,
            misgiving,
        });
    }
}

impl<'a> Device<'a> for Canvas<'_> {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn draw_path(&mut self, path: &BezPath, transform: Affine, paint: &Paint<'a>, mode: &PathDrawMode) {
        if matches!(mode, PathDrawMode::Fill(_)) && !is_white(paint) && self.grounds.len() < GROUNDS {
            self.grounds.push(transform.transform_rect_bbox(path.bounding_box()));
        }
        let strokes = match mode {
            PathDrawMode::Stroke(pen) => stroked(path, transform, f64::from(pen.line_width)),
            PathDrawMode::Fill(_) => filled(path, transform),
        };
        self.rule(strokes);
    }

    /// Every drawing within another begins with one.
    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.drawings += 1 + self.clips.len();
        if self.drawings > DRAWINGS {
            resume_unwind(Box::new(Endless));
        }
        let outer = self.clips.last().copied().unwrap_or(self.area);
        self.clips.push(clip.path.bounding_box().intersect(outer));
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph(
        &mut self,
        glyph: &Drawn<'a>,
        transform: Affine,
        glyph_transform: Affine,
        paint: &Paint<'a>,
        mode: &GlyphDrawMode,
    ) {
        self.write(glyph, transform * glyph_transform, is_white(paint), mode);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, transform: Affine) {
        let pixels = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let area = transform.transform_rect_bbox(pixels);
        if !area.is_finite() {
            return;
        }
        let lines = thin(area);
        if !lines.is_empty() {
            self.rule(lines);
        } else if self.plates.len() < PLATES {
            let jpeg = match &image {
                Image::Raster(raster) => jpeg(raster.stream()).filter(|bytes| self.bytes + bytes.len() <= BYTES),
                Image::Stencil(_) => None,
            };
            self.bytes += jpeg.as_ref().map_or(0, Vec::len);
            self.plates.push(Plate { area, jpeg });
        }
    }

    fn pop_clip_path(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {}
}

/// Whether a colour cannot be seen on a page.
fn is_white(paint: &Paint<'_>) -> bool {
    let Paint::Color(color) = paint else { return false };
    let [red, green, blue, opacity] = color.to_rgba().to_rgba8();
    red.min(green).min(blue) >= WHITE || opacity == 0
}

/// The bytes of a picture that is stored as a JPEG file is.
fn jpeg(stream: &Stream<'_>) -> Option<Vec<u8>> {
    matches!(stream.filters().as_slice(), [Filter::DctDecode]).then(|| stream.raw_data().into_owned())
}
