//! What rendering a drawing costs, in hundredths of a second; the factors are measured on a drawing as wide as the text.

#![expect(clippy::cast_precision_loss, reason = "an estimate")]

use resvg::tiny_skia::PathSegment;
use resvg::usvg::{Group, Image, ImageKind, Node, Paint, Path, Pattern, Rect, Stroke, Text, Tree};

use crate::fault::Fault;
use crate::limits;

/// Layers are cut off at so many times the drawing.
const LAYER: f32 = 9.0;
/// Dots of a whole drawing as it is printed.
const PRINTED: f32 = 3_000_000.0;

/// # Errors
///
/// It costs too much.
pub(super) fn check(tree: &Tree) -> Result<(), Fault> {
    let size = tree.size();
    let mut cost = Cost { area: size.width() * size.height(), spent: 0.0 };
    cost.group(tree.root(), None, 0)
}

struct Cost {
    area: f32,
    spent: f32,
}

impl Cost {
    fn spend(&mut self, amount: f32) -> Result<(), Fault> {
        // What is no number is no drawing either.
        self.spent += amount;
        if self.spent <= limits::RENDERING { Ok(()) } else { Err(Fault::Complex("显示它太费时间")) }
    }

    /// The part of the drawing that a box covers.
    fn share(&self, area: Rect) -> f32 {
        (area.width() * area.height() / self.area).min(LAYER)
    }

    /// A group; `within` is the share of what it is drawn on, if that is not the drawing itself.
    fn group(&mut self, group: &Group, within: Option<f32>, layers: usize) -> Result<(), Fault> {
        let share = within.unwrap_or_else(|| self.share(group.abs_layer_bounding_box().to_rect()));
        let mut deeper = layers;
        if group.should_isolate() {
            deeper += 1;
            if deeper > 16 {
                return Err(Fault::Complex("半透明的图形层层相套"));
            }
            self.spend(8.0 * share)?;
        }
        for filter in group.filters() {
            for primitive in filter.primitives() {
                self.spend(0.1 + share * primitive_cost(primitive.kind()))?;
            }
        }
        if let Some(clip) = group.clip_path() {
            self.spend(12.0 * share)?;
            self.group(clip.root(), Some(share), deeper)?;
            let mut above = clip.clip_path();
            while let Some(clip) = above {
                self.spend(12.0 * share)?;
                self.group(clip.root(), Some(share), deeper)?;
                above = clip.clip_path();
            }
        }
        let mut mask = group.mask();
        while let Some(one) = mask {
            self.spend(20.0 * share)?;
            self.group(one.root(), Some(share), deeper)?;
            mask = one.mask();
        }
        group.children().iter().try_for_each(|node| self.node(node, within, deeper))
    }

    fn node(&mut self, node: &Node, within: Option<f32>, layers: usize) -> Result<(), Fault> {
        self.spend(0.0005)?;
        match node {
            Node::Group(group) => self.group(group, within, layers),
            Node::Path(path) => self.path(path, within, layers),
            Node::Image(image) => self.image(image, within),
            Node::Text(text) => self.text(text, within, layers),
        }
    }

    fn path(&mut self, path: &Path, within: Option<f32>, layers: usize) -> Result<(), Fault> {
        let share = within.unwrap_or_else(|| self.share(path.abs_stroke_bounding_box()).min(1.0));
        let segments = path.data().len() as f32;
        self.spend(segments / 5000.0)?;
        if let Some(fill) = path.fill() {
            self.paint(fill.paint(), share, layers)?;
        }
        if let Some(stroke) = path.stroke() {
            self.paint(stroke.paint(), share, layers)?;
            self.spend(segments / 2000.0 + dashes(path, stroke) / 1000.0)?;
        }
        Ok(())
    }

    fn paint(&mut self, paint: &Paint, share: f32, layers: usize) -> Result<(), Fault> {
        match paint {
            Paint::Color(_) => self.spend(6.0 * share),
            Paint::LinearGradient(_) | Paint::RadialGradient(_) => self.spend(20.0 * share),
            Paint::Pattern(pattern) => {
                self.spend(40.0 * share)?;
                self.pattern(pattern, layers)
            }
        }
    }

    /// A tile is drawn as a picture of its own, each time.
    fn pattern(&mut self, pattern: &Pattern, layers: usize) -> Result<(), Fault> {
        let (across, down) = pattern.transform().get_scale();
        let tile = pattern.rect().width() * pattern.rect().height() * across * down / self.area;
        if tile > 4.0 || layers > 16 {
            return Err(Fault::Complex("底纹过大"));
        }
        self.spend(tile)?;
        self.group(pattern.root(), Some(tile), layers + 1)
    }

    fn image(&mut self, image: &Image, within: Option<f32>) -> Result<(), Fault> {
        let share = within.unwrap_or_else(|| self.share(image.abs_bounding_box()).min(1.0));
        let (ImageKind::JPEG(bytes) | ImageKind::PNG(bytes)) = image.kind() else {
            return Err(Fault::Complex("图中有图"));
        };
        let dots = crate::raster::size(bytes).map_or(0.0, |(width, height)| width as f32 * height as f32);
        self.spend(20.0 * share + 10.0 * dots / PRINTED)
    }

    fn text(&mut self, text: &Text, within: Option<f32>, layers: usize) -> Result<(), Fault> {
        self.group(text.flattened(), within, layers)
    }
}

fn primitive_cost(kind: &resvg::usvg::filter::Kind) -> f32 {
    use resvg::usvg::filter::Kind;
    match kind {
        Kind::GaussianBlur(_) | Kind::DropShadow(_) => 90.0,
        _ => 20.0,
    }
}

/// How many dashes the line of a path is cut into.
fn dashes(path: &Path, stroke: &Stroke) -> f32 {
    let Some(lengths) = stroke.dasharray() else { return 0.0 };
    let period: f32 = lengths.iter().sum();
    let (mut total, mut at) = (0.0, None::<(f32, f32)>);
    for segment in path.data().segments() {
        let to = match segment {
            PathSegment::MoveTo(to) => {
                at = Some((to.x, to.y));
                continue;
            }
            PathSegment::LineTo(to) | PathSegment::QuadTo(_, to) | PathSegment::CubicTo(_, _, to) => (to.x, to.y),
            PathSegment::Close => continue,
        };
        total += at.map_or(0.0, |(x, y)| (to.0 - x).hypot(to.1 - y));
        at = Some(to);
    }
    total / period.max(f32::MIN_POSITIVE) * lengths.len() as f32
}
