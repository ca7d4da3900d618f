//! How much two texts differ.

/// Whether one text becomes the other by at most `most` characters left out, added or replaced.
pub(super) fn within(one: &str, other: &str, most: usize) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return false;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, character) in one.iter().enumerate() {
        let mut next = vec![at + 1];
        for (column, another) in other.iter().enumerate() {
            let replaced = row[column] + usize::from(character != another);
            next.push(replaced.min(row[column + 1] + 1).min(next[column] + 1));
        }
        row = next;
    }
    row.last().is_some_and(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn left_out_added_and_replaced_characters_count() {
        assert!(within("条例", "条例", 0) && within("条列", "条例", 1) && within("条", "条例", 1));
        assert!(within("管理办法", "管办", 2) && !within("管理办法", "管办", 1));
        assert!(within("", "条例", 2) && !within("", "条例", 1));
    }
}
