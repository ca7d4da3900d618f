//! Number formats: where what a cell shows is not what it holds.

use calamine::Style;

use super::sheet::ShownCell;
use super::value::decimal;
use crate::document::Certainty;

/// What a cell with this `style` shows that holds `shown`.
pub(super) fn formatted(mut shown: ShownCell, style: &Style) -> ShownCell {
    let doubt = if style.font.as_ref().is_some_and(|font| font.strikethrough) {
        Some("有画了删除线的内容，不知道算不算数".to_owned())
    } else {
        let code = style.number_format.as_ref().map_or("General", |format| format.format_code.as_str());
        let number = shown.text.parse::<f64>().ok();
        number.and_then(|number| by_code(&mut shown.text, number, code))
    };
    if let (Some(doubt), Certainty::Certain) = (doubt, &shown.certainty) {
        shown.certainty = Certainty::Doubtful(doubt);
    }
    shown
}

/// Writes a share in percent as one; says what is doubtful of another number.
fn by_code(text: &mut String, number: f64, code: &str) -> Option<String> {
    let code = bare(code);
    if code.contains('%') {
        if let Some(share) = decimal(number * 100.0) {
            *text = format!("{share}%");
        }
        return None;
    }
    let (whole, decimals) = code.split_once('.').unwrap_or((code.as_str(), ""));
    if code.trim_end_matches([' ', '_', ')']).ends_with(',') || whole.ends_with(',') || code.contains('!') {
        return Some(format!("这一格用格式改变了显示的数，存的是 {text}；请核对"));
    }
    let held = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let fixed = decimals.chars().take_while(|sign| *sign == '0').count();
    let rounds = code.contains('0') && !decimals.contains(['#', '?']) && held > fixed;
    rounds.then(|| format!("这一格显示的是四舍五入以后的数，存的是 {text}；请核对"))
}

/// The first section of a format, for positive numbers, without the texts in it and without colours.
fn bare(code: &str) -> String {
    let (mut bare, mut quoted, mut bracketed) = (String::new(), false, false);
    for sign in code.chars() {
        match sign {
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            ';' if !quoted => break,
            _ if !quoted && !bracketed => bare.push(sign),
            _ => {}
        }
    }
    if bare.eq_ignore_ascii_case("general") || bare == "@" { String::new() } else { bare }
}

#[cfg(test)]
mod tests {
    use super::by_code;

    #[test]
    fn formats_that_change_numbers_are_doubts() {
        for (text, code, shown, is_doubt) in [
            ("0.256", "0.0%", "25.6%", false),
            ("592372449", "0!.0,", "592372449", true),
            ("592372449", "#,##0,", "592372449", true),
            ("12.3456", "0.00", "12.3456", true),
            ("12.6", "0", "12.6", true),
            ("12.3456", "0.####", "12.3456", false),
            ("12.3456", "General", "12.3456", false),
            ("1234", "#,##0", "1234", false),
            ("12.5", "0.00_ ", "12.5", false),
            ("5", "0\"件\"", "5", false),
            ("5", "[Red]0;-0", "5", false),
            ("5", "@", "5", false),
        ] {
            let mut written = text.to_owned();
            let doubt = by_code(&mut written, text.parse().expect("a number"), code);
            assert_eq!((written.as_str(), doubt.is_some()), (shown, is_doubt), "{text} {code}");
        }
    }
}
