//! Full-width letters, digits and marks (１, Ａ, －), which input methods for Chinese write.

/// The ASCII character that a full-width one stands for; any other stays as it is.
pub fn half_width(character: char) -> char {
    match character {
        '！'..='～' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::half_width;

    #[test]
    fn full_width_ones_alone_are_changed() {
        assert_eq!("１２％（Ａ～".chars().map(half_width).collect::<String>(), "12%(A~");
        assert_eq!("1、件。".chars().map(half_width).collect::<String>(), "1、件。");
    }
}
