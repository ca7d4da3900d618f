//! How much room a cell of a narrative's table asks for, so that no column is squeezed to a character a line.

/// What stays on one line, in characters: a name, a number, 其他.
const SHORT: usize = 4;

/// From how many characters on a cell is text to be read.
const LONG: usize = 12;

/// The class of a cell with this HTML in it: nothing for what stays on one line.
pub(super) fn class(html: &str) -> &'static str {
    match half_widths(html).div_ceil(2) {
        0..=SHORT => "",
        length if length <= LONG => "some",
        _ => "long",
    }
}

/// How wide a text is without its tags, letters and digits counted once and other characters twice.
fn half_widths(html: &str) -> usize {
    let mut within = false;
    html.chars()
        .map(|letter| {
            let outside = !within && letter != '<';
            within = (within || letter == '<') && letter != '>';
            match outside {
                true if letter.is_ascii() => 1,
                true => 2,
                false => 0,
            }
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::class;

    #[test]
    fn tags_take_no_room() {
        assert_eq!(class("<strong>序号</strong>"), "");
        assert_eq!(class("12,345"), "");
        assert_eq!(class("<a href=\"https://www.example.gov.cn/\">政府网站</a>"), "");
        assert_eq!(class("行政机关名称"), "some");
        assert_eq!(class("公开内容不够全面，深度有待提高"), "long");
    }
}
