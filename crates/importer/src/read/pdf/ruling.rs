//! From the strokes of a page to its ruling lines: pieces of one line joined, lines that meet in one group.

use super::stroke::Stroke;

/// How far two strokes of one line may be beside each other.
const BESIDE: f64 = 1.3;
/// How long a gap in a line may be.
const GAP: f64 = 4.0;
/// How far lines may miss each other where they meet.
const MEET: f64 = 3.5;
/// How many lines each way a page may have; what has more is a drawing.
const LINES: usize = 1500;

/// The lines of one table.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Ruling {
    /// The level ones.
    pub(super) level: Vec<Stroke>,
    /// The upright ones.
    pub(super) upright: Vec<Stroke>,
}

/// The groups of lines that meet; nothing if there are more than tables have.
pub(super) fn rulings(strokes: &[Stroke]) -> Option<Vec<Ruling>> {
    let level = joined(strokes.iter().filter(|stroke| stroke.level).copied().collect());
    let upright = joined(strokes.iter().filter(|stroke| !stroke.level).copied().collect());
    if level.len() > LINES || upright.len() > LINES {
        return None;
    }
    Some(grouped(&level, &upright))
}

/// Strokes in one line joined.
fn joined(mut strokes: Vec<Stroke>) -> Vec<Stroke> {
    strokes.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut lines = Vec::new();
    let mut rest = strokes.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.partition_point(|stroke| stroke.at <= first.at + BESIDE);
        let (row, after) = rest.split_at(count.max(1));
        lines.extend(end_to_end(row.to_vec()));
        rest = after;
    }
    lines.retain(|line| line.to - line.from > MEET);
    lines
}

fn end_to_end(mut row: Vec<Stroke>) -> Vec<Stroke> {
    row.sort_by(|a, b| a.from.total_cmp(&b.from));
    let mut lines: Vec<Stroke> = Vec::new();
    for stroke in row {
        match lines.last_mut() {
            Some(last) if stroke.from <= last.to + GAP => last.to = last.to.max(stroke.to),
            _ => lines.push(stroke),
        }
    }
    lines
}

fn grouped(level: &[Stroke], upright: &[Stroke]) -> Vec<Ruling> {
    let mut group: Vec<usize> = (0..level.len()).collect();
    let mut members: Vec<(usize, Stroke)> = Vec::new();
    for line in upright {
        let met: Vec<usize> =
            level.iter().zip(&group).filter(|(other, _)| meet(other, line)).map(|(_, group)| *group).collect();
        let Some(&into) = met.iter().min() else { continue };
        for number in &mut group {
            if met.contains(number) {
                *number = into;
            }
        }
        for (number, _) in &mut members {
            if met.contains(number) {
                *number = into;
            }
        }
        members.push((into, *line));
    }
    let mut rulings: Vec<(usize, Ruling)> = Vec::new();
    for (number, line) in members {
        match rulings.iter_mut().find(|(known, _)| *known == number) {
            Some((_, ruling)) => ruling.upright.push(line),
            None => rulings.push((number, Ruling { upright: vec![line], level: Vec::new() })),
        }
    }
    for (number, line) in group.iter().zip(level) {
        if let Some((_, ruling)) = rulings.iter_mut().find(|(known, _)| known == number) {
            ruling.level.push(*line);
        }
    }
    rulings.into_iter().map(|(_, ruling)| ruling).collect()
}

fn meet(level: &Stroke, upright: &Stroke) -> bool {
    level.at >= upright.from - MEET
        && level.at <= upright.to + MEET
        && upright.at >= level.from - MEET
        && upright.at <= level.to + MEET
}
