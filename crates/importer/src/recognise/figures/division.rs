//! How a run of digits divides into the cells of a row so that the totals among them hold.

/// So many steps are taken; what is not found by then is not looked for any longer.
const STEPS: usize = 60_000;

/// A figure of a report has no more digits.
const LONGEST: usize = 9;

/// What the places between the pieces of a row say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pieces {
    /// Pieces hold several cells: a figure ends where a piece ends.
    Parted,
    /// Cells were torn into pieces: a figure ends nowhere else.
    Joined,
    /// Nothing.
    Free,
}

/// Digits to be divided.
#[derive(Debug, Clone, Copy)]
pub(super) struct Division<'d> {
    pub(super) digits: &'d [u8],
    /// Where their pieces end.
    pub(super) cuts: &'d [usize],
    pub(super) pieces: Pieces,
    /// How many cells each total closes, itself the last of them; empty where there are no totals.
    pub(super) groups: &'d [usize],
    /// The figure of each cell where something else tells it.
    pub(super) wanted: &'d [Option<u64>],
}

impl Division<'_> {
    /// All ways, none where they are not among them; nothing if there are more than `most` or looking for them takes long.
    pub(super) fn ways(self, most: usize) -> Option<Vec<Vec<u64>>> {
        let mut search = Dividing { of: self, most, steps: STEPS, cells: Vec::new(), ways: Vec::new() };
        if self.groups.is_empty() {
            search.parts(Stretch { from: 0, until: self.digits.len(), cells: self.wanted.len() }, None, None);
        } else {
            search.group(0, 0);
        }
        (search.steps > 0 && search.ways.len() <= most).then_some(search.ways)
    }

    /// The number that stands between two places, if one can.
    fn number(&self, from: usize, until: usize) -> Option<u64> {
        let digits = self.digits.get(from..until).filter(|digits| !digits.is_empty() && digits.len() <= LONGEST)?;
        if digits.len() > 1 && digits.first() == Some(&0) {
            return None;
        }
        let is_cut = |at: usize| at == 0 || self.cuts.contains(&at);
        let stands = match self.pieces {
            Pieces::Parted => !(from + 1..until).any(is_cut),
            Pieces::Joined => is_cut(from) && is_cut(until),
            Pieces::Free => true,
        };
        stands.then(|| digits.iter().fold(0, |number: u64, digit| number * 10 + u64::from(*digit)))
    }
}

/// Digits that some cells are to share.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    from: usize,
    until: usize,
    cells: usize,
}

/// A total that is known before its parts.
#[derive(Debug, Clone, Copy)]
struct KnownTotal {
    group: usize,
    value: u64,
    end: usize,
}

struct Dividing<'d> {
    of: Division<'d>,
    most: usize,
    steps: usize,
    cells: Vec<u64>,
    ways: Vec<Vec<u64>>,
}

impl Dividing<'_> {
    /// Whether there is reason to go on.
    fn goes_on(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.steps > 0 && self.ways.len() <= self.most
    }

    /// Whether the next cells, so many of them on, may hold `value`.
    fn may(&self, ahead: usize, value: u64) -> bool {
        self.of.wanted.get(self.cells.len() + ahead).is_none_or(|wanted| wanted.is_none_or(|wanted| wanted == value))
    }

    /// Divides what is left from `from` on among the groups from number `group` on: the total first, since it bounds its parts.
    fn group(&mut self, group: usize, from: usize) {
        let length = self.of.digits.len();
        let Some(cells) = self.of.groups.get(group).copied() else {
            if from == length {
                self.ways.push(self.cells.clone());
            }
            return;
        };
        let behind: usize = self.of.groups.iter().skip(group + 1).sum();
        let first = if behind == 0 { length } else { from + cells };
        for end in first..=length.saturating_sub(behind) {
            for begin in (end.saturating_sub(LONGEST).max(from + cells - 1)..end).rev() {
                if !self.goes_on() {
                    return;
                }
                if let Some(value) = self.of.number(begin, end).filter(|value| self.may(cells - 1, *value)) {
                    let parts = Stretch { from, until: begin, cells: cells - 1 };
                    self.parts(parts, Some(value), Some(KnownTotal { group, value, end }));
                }
            }
        }
    }

    /// Divides digits among cells that add up to `rest`, if that is known.
    fn parts(&mut self, span: Stretch, rest: Option<u64>, total: Option<KnownTotal>) {
        if !self.goes_on() {
            return;
        }
        let Stretch { from, until, cells } = span;
        let length = until.saturating_sub(from);
        if cells == 0 {
            if length == 0 && rest.unwrap_or(0) == 0 {
                self.close(total);
            }
            return;
        }
        if length < cells || rest.is_some_and(|rest| !fits(length, cells, rest)) {
            return;
        }
        for end in from + 1..=(until + 1 - cells).min(from + LONGEST) {
            let Some(value) = self.of.number(from, end).filter(|value| self.may(0, *value)) else { continue };
            let Some(rest) = rest.map_or(Some(None), |rest| rest.checked_sub(value).map(Some)) else { break };
            self.cells.push(value);
            self.parts(Stretch { from: end, until, cells: cells - 1 }, rest, total);
            self.cells.pop();
        }
    }

    /// Goes on behind a group, or ends.
    fn close(&mut self, total: Option<KnownTotal>) {
        match total {
            Some(KnownTotal { group, value, end }) => {
                self.cells.push(value);
                self.group(group + 1, end);
                self.cells.pop();
            }
            None => self.ways.push(self.cells.clone()),
        }
    }
}

/// Whether so many digits can be so many numbers that add up to `sum`: the longest of them is not too large, and none is longer
/// than the sum.
fn fits(length: usize, cells: usize, sum: u64) -> bool {
    let width = sum.to_string().len();
    let longest = length.div_ceil(cells);
    let least = u32::try_from(longest - 1).ok().and_then(|zeros| 10_u64.checked_pow(zeros));
    length <= cells * width && (longest == 1 || least.is_some_and(|least| least <= sum))
}

#[cfg(test)]
mod tests {
    use super::{Division, Pieces};

    fn ways(shown: &[&str], pieces: Pieces, groups: &[usize], wanted: &[Option<u64>]) -> Option<Vec<Vec<u64>>> {
        let digits: Vec<u8> = shown.concat().bytes().map(|byte| byte - b'0').collect();
        let cuts: Vec<usize> = shown
            .iter()
            .scan(0, |end, piece| {
                *end += piece.len();
                Some(*end)
            })
            .collect();
        Division { digits: &digits, cuts: &cuts, pieces, groups, wanted }.ways(3)
    }

    const UNKNOWN: [Option<u64>; 15] = [None; 15];

    #[test]
    fn digits_are_divided_so_that_the_total_holds() {
        assert_eq!(ways(&["1000001"], Pieces::Parted, &[7], &UNKNOWN[..7]), Some(vec![vec![1, 0, 0, 0, 0, 0, 1]]));
        let found = ways(&["5812000070"], Pieces::Parted, &[7], &UNKNOWN[..7]);
        assert_eq!(found, Some(vec![vec![58, 12, 0, 0, 0, 0, 70]]));
        assert_eq!(ways(&["1000009"], Pieces::Parted, &[7], &UNKNOWN[..7]), Some(Vec::new()));
    }

    #[test]
    fn torn_figures_are_joined() {
        let pieces = ["20", "0", "1", "0", "0", "0", "0", "201"];
        assert_eq!(ways(&pieces, Pieces::Joined, &[7], &UNKNOWN[..7]), Some(vec![vec![200, 1, 0, 0, 0, 0, 201]]));
    }

    #[test]
    fn each_group_has_its_total() {
        let zeros = ["0".repeat(15)];
        let found = ways(&[&zeros[0]], Pieces::Parted, &[5, 5, 5], &UNKNOWN);
        assert_eq!(found, Some(vec![vec![0; 15]]));
        let found = ways(&["30104", "000001200315"], Pieces::Parted, &[5, 5, 5], &UNKNOWN);
        assert_eq!(found, Some(vec![vec![3, 0, 1, 0, 4, 0, 0, 0, 0, 0, 12, 0, 0, 3, 15]]));
    }

    #[test]
    fn other_sums_choose_among_many_ways() {
        let many = ways(&["11111115"], Pieces::Parted, &[7], &UNKNOWN[..7]);
        assert_eq!(many.map(|ways| ways.len()), Some(0));
        assert_eq!(ways(&["11211117"], Pieces::Parted, &[], &UNKNOWN[..7]), None);
        let wanted = [Some(1), Some(12), None, None, None, None, None];
        assert_eq!(ways(&["11211117"], Pieces::Parted, &[], &wanted), Some(vec![vec![1, 12, 1, 1, 1, 1, 7]]));
    }

    #[test]
    fn long_runs_end_soon() {
        let long = "1".repeat(80);
        assert_eq!(ways(&[&long], Pieces::Free, &[7], &UNKNOWN[..7]).filter(|ways| !ways.is_empty()), None);
        assert_eq!(ways(&["1231231231231231"], Pieces::Parted, &[], &UNKNOWN[..9]), None);
    }
}
