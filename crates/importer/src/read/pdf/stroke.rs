//! The ruling lines of a page, as they are drawn: strokes, edges of boxes, and boxes so thin that they look like lines.

use kurbo::{Affine, BezPath, PathEl, Point, Rect};

/// How thick a box may be to be a line.
const THIN: f64 = 3.0;
/// How thick a stroke may be to be a line rather than a shade.
const THICK: f64 = 6.0;
/// How far the ends of a line may be off to be level.
const LEVEL: f64 = 1.0;

/// A level or upright line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    /// Whether it is level.
    pub(super) level: bool,
    /// Its height on the page if it is level, else its distance from the left.
    pub(super) at: f64,
    /// Where it begins.
    pub(super) from: f64,
    /// Where it ends.
    pub(super) to: f64,
}

impl Stroke {
    /// The line between two points, if it is level or upright.
    fn between(a: Point, b: Point) -> Option<Self> {
        let (width, height) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        if height <= LEVEL && width >= height {
            Some(Self { level: true, at: f64::midpoint(a.y, b.y), from: a.x.min(b.x), to: a.x.max(b.x) })
        } else if width <= LEVEL {
            Some(Self { level: false, at: f64::midpoint(a.x, b.x), from: a.y.min(b.y), to: a.y.max(b.y) })
        } else {
            None
        }
    }
}

/// The lines that stroking `path` with a pen of `width` draws.
pub(super) fn stroked(path: &BezPath, transform: Affine, width: f64) -> Vec<Stroke> {
    let scale = transform.determinant().abs().sqrt();
    if !(width * scale).is_finite() || width * scale > THICK {
        return Vec::new();
    }
    let mut strokes = Vec::new();
    let (mut start, mut last) = (Point::ZERO, Point::ZERO);
    for element in path.elements() {
        let next = match *element {
            PathEl::MoveTo(point) => {
                (start, last) = (transform * point, transform * point);
                continue;
            }
            PathEl::LineTo(point) => transform * point,
            PathEl::ClosePath => start,
            PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => {
                last = transform * point;
                continue;
            }
        };
        strokes.extend(Stroke::between(last, next));
        last = next;
    }
    strokes
}

/// The lines that filling `path` draws: its thin pieces.
pub(super) fn filled(path: &BezPath, transform: Affine) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut piece: Option<Rect> = None;
    for element in path.elements() {
        let (fresh, point) = match *element {
            PathEl::MoveTo(point) => (true, point),
            PathEl::LineTo(point) | PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => (false, point),
            PathEl::ClosePath => continue,
        };
        let point = transform * point;
        if fresh {
            strokes.extend(piece.take().map(thin).into_iter().flatten());
        }
        piece = Some(piece.map_or(Rect::from_points(point, point), |piece| piece.union_pt(point)));
    }
    strokes.extend(piece.map(thin).into_iter().flatten());
    strokes
}

/// The line that a box is if it is thin; a dot is one both ways.
pub(super) fn thin(piece: Rect) -> Vec<Stroke> {
    let level = Stroke { level: true, at: piece.center().y, from: piece.x0, to: piece.x1 };
    let upright = Stroke { level: false, at: piece.center().x, from: piece.y0, to: piece.y1 };
    match (piece.height() <= THIN, piece.width() <= THIN) {
        (true, true) => vec![level, upright],
        (true, false) => vec![level],
        (false, true) => vec![upright],
        (false, false) => Vec::new(),
    }
}
