//! From ruling lines to the cells between them.

use kurbo::{Point, Rect};

use super::ruling::Ruling;
use super::stroke::Stroke;

/// How close edges are one: double lines, and cells narrower than any letter.
pub(super) const CLOSE: f64 = 4.0;
/// How far ends of lines must stand over the outermost edge to be an edge without a line.
const OVER: f64 = 7.0;
/// How many places a table may have.
const PLACES: usize = 100_000;

/// A table by its lines.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Lattice {
    /// The edges of its columns.
    pub(super) across: Vec<f64>,
    /// The edges of its rows.
    pub(super) down: Vec<f64>,
    /// Its cells, row by row.
    pub(super) fields: Vec<LatticeField>,
    /// The field at each place, row by row.
    places: Vec<usize>,
}

/// A cell by its lines.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct LatticeField {
    /// Its first row, from 0.
    pub(super) row: usize,
    /// Its first column, from 0.
    pub(super) column: usize,
    /// How many rows it spans.
    pub(super) rows: usize,
    /// How many columns it spans.
    pub(super) columns: usize,
    /// Whether lines are missing around it.
    pub(super) broken: bool,
}

impl Lattice {
    /// The table that `ruling` draws; nothing where it is a frame or no table at all.
    pub(super) fn of(ruling: &Ruling) -> Option<Self> {
        let across = edges(&ruling.upright, &ruling.level);
        let down = edges(&ruling.level, &ruling.upright);
        let (columns, rows) = (across.len().checked_sub(1)?, down.len().checked_sub(1)?);
        if columns == 0 || rows == 0 || columns.saturating_mul(rows) > PLACES {
            return None;
        }
        let sides =
            Sides { upright: walls(&ruling.upright, &across, &down), level: walls(&ruling.level, &down, &across) };
        let mut lattice = Self { across, down, ..Self::default() };
        lattice.fill(rows, columns, &sides);
        (lattice.fields.len() > 1).then_some(lattice)
    }

    /// The area of the whole table.
    pub(super) fn area(&self) -> Rect {
        let ends =
            |edges: &[f64]| (edges.first().copied().unwrap_or_default(), edges.last().copied().unwrap_or_default());
        let ((left, right), (top, bottom)) = (ends(&self.across), ends(&self.down));
        Rect::new(left, top, right, bottom)
    }

    /// The area of a field.
    pub(super) fn area_of(&self, field: &LatticeField) -> Rect {
        let at = |edges: &[f64], place: usize| edges.get(place).copied().unwrap_or_default();
        Rect::new(
            at(&self.across, field.column),
            at(&self.down, field.row),
            at(&self.across, field.column + field.columns),
            at(&self.down, field.row + field.rows),
        )
    }

    /// The number of the field around a point.
    pub(super) fn field_at(&self, point: Point) -> Option<usize> {
        let place = |edges: &[f64], at: f64| edges.partition_point(|edge| *edge <= at).checked_sub(1);
        let (column, row) = (place(&self.across, point.x)?, place(&self.down, point.y)?);
        let columns = self.across.len().saturating_sub(1);
        if column >= columns {
            return None;
        }
        self.places.get(row * columns + column).copied()
    }

    /// Joins the places between which no line runs.
    fn fill(&mut self, rows: usize, columns: usize, sides: &Sides) {
        const NONE: usize = usize::MAX;
        self.places = vec![NONE; rows * columns];
        for place in 0..rows * columns {
            if self.places.get(place).is_none_or(|field| *field != NONE) {
                continue;
            }
            let (row, column) = (place / columns, place % columns);
            let free =
                |row: usize, column: usize| self.places.get(row * columns + column).is_some_and(|field| *field == NONE);
            let wide =
                (column + 1..columns).take_while(|next| free(row, *next) && !sides.upright(*next, row)).count() + 1;
            let open =
                |next: usize| (column..column + wide).all(|column| free(next, column) && !sides.level(next, column));
            let whole = |next: usize| (column + 1..column + wide).all(|column| !sides.upright(column, next));
            let high = (row + 1..rows).take_while(|next| open(*next) && whole(*next)).count() + 1;
            let field =
                LatticeField { row, column, rows: high, columns: wide, broken: sides.broken(row, column, high, wide) };
            let number = self.fields.len();
            for row in row..row + high {
                for column in column..column + wide {
                    if let Some(place) = self.places.get_mut(row * columns + column) {
                        *place = number;
                    }
                }
            }
            self.fields.push(field);
        }
    }
}

/// Which sides of the places have lines, by edge and place along it.
struct Sides {
    upright: Vec<Vec<bool>>,
    level: Vec<Vec<bool>>,
}

impl Sides {
    fn upright(&self, edge: usize, row: usize) -> bool {
        self.upright.get(edge).and_then(|edge| edge.get(row)).copied().unwrap_or_default()
    }

    fn level(&self, edge: usize, column: usize) -> bool {
        self.level.get(edge).and_then(|edge| edge.get(column)).copied().unwrap_or_default()
    }

    /// Whether a side of a field within the table has a line in part only.
    fn broken(&self, row: usize, column: usize, rows: usize, columns: usize) -> bool {
        let partly = |lines: Vec<bool>| lines.iter().any(|line| *line) && !lines.iter().all(|line| *line);
        let upright = |edge: usize| partly((row..row + rows).map(|row| self.upright(edge, row)).collect());
        let level = |edge: usize| partly((column..column + columns).map(|column| self.level(edge, column)).collect());
        let missing = |lines: Vec<bool>| !lines.iter().all(|line| *line);
        let inner = |edge: usize, count: usize| edge > 0 && edge + 1 < count;
        upright(column)
            || upright(column + columns)
            || level(row)
            || level(row + rows)
            || (inner(column, self.upright.len())
                && missing((row..row + rows).map(|row| self.upright(column, row)).collect()))
            || (inner(column + columns, self.upright.len())
                && missing((row..row + rows).map(|row| self.upright(column + columns, row)).collect()))
            || (inner(row, self.level.len())
                && missing((column..column + columns).map(|column| self.level(row, column)).collect()))
            || (inner(row + rows, self.level.len())
                && missing((column..column + columns).map(|column| self.level(row + rows, column)).collect()))
    }
}

/// The places of `lines`, and those where several of the `crossing` ones end together without a line.
fn edges(lines: &[Stroke], crossing: &[Stroke]) -> Vec<f64> {
    let mut edges = clustered(lines.iter().map(|line| line.at).collect());
    let (Some(first), Some(last)) = (edges.first().copied(), edges.last().copied()) else { return edges };
    let begins: Vec<f64> = crossing.iter().map(|line| line.from).filter(|from| *from < first - OVER).collect();
    let ends: Vec<f64> = crossing.iter().map(|line| line.to).filter(|to| *to > last + OVER).collect();
    let (begins, ends) = (clustered_ends(&begins), clustered_ends(&ends));
    edges.splice(0..0, begins.first().copied());
    edges.extend(ends.last().copied());
    edges
}

/// Places close to each other made one, each the mean of them.
pub(super) fn clustered(mut places: Vec<f64>) -> Vec<f64> {
    places.sort_by(f64::total_cmp);
    let mut clusters: Vec<(f64, f64, f64)> = Vec::new();
    for place in places {
        match clusters.last_mut() {
            Some((first, sum, count)) if place <= *first + CLOSE => {
                *sum += place;
                *count += 1.0;
            }
            _ => clusters.push((place, place, 1.0)),
        }
    }
    clusters.into_iter().map(|(_, sum, count)| sum / count).collect()
}

/// Places where at least two lines end.
fn clustered_ends(places: &[f64]) -> Vec<f64> {
    let ends = clustered(places.to_vec());
    ends.into_iter().filter(|end| places.iter().filter(|place| (**place - end).abs() <= CLOSE).count() > 1).collect()
}

/// For each of `edges`, which of the places between the edges `along` it have one of `lines`.
fn walls(lines: &[Stroke], edges: &[f64], along: &[f64]) -> Vec<Vec<bool>> {
    let mut walls = vec![vec![false; along.len().saturating_sub(1)]; edges.len()];
    for line in lines {
        let nearest =
            edges.iter().enumerate().min_by(|(_, a), (_, b)| (*a - line.at).abs().total_cmp(&(*b - line.at).abs()));
        let Some(wall) = nearest.and_then(|(edge, _)| walls.get_mut(edge)) else { continue };
        for (place, ends) in wall.iter_mut().zip(along.windows(2)) {
            if let [from, to] = ends {
                let covered = line.to.min(*to) - line.from.max(*from);
                *place |= covered > 0.5 * (to - from);
            }
        }
    }
    walls
}
