//! Small raised digits.

/// Small raised digits as characters of their own, so that 22 with a mark 1 is not 221; other text stays as it is.
pub(super) fn raised(text: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raise = |character: char| {
        let digit = character.to_digit(10).and_then(|digit| RAISED.get(usize::try_from(digit).ok()?));
        digit.copied().unwrap_or(character)
    };
    text.chars().map(raise).collect()
}
