//! The municipality's own colour, made dark enough to carry white text and to be text on white.

/// WCAG asks for 4.5; the rest is for the faint tints that text also stands on.
const CONTRAST_WITH_WHITE: f64 = 5.0;

/// `#rrggbb` as it may be used on a page, darkened where it is too light; nothing if it is no colour.
pub(super) fn readable(colour: &str) -> Option<String> {
    let mut channels = channels(colour)?;
    while contrast_with_white(channels) < CONTRAST_WITH_WHITE {
        channels = channels.map(|channel| channel - channel.div_ceil(16));
    }
    let [red, green, blue] = channels;
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}

fn channels(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let number = digits.chars().try_fold(0, |number, digit| Some(number * 16 + digit.to_digit(16)?))?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

/// The contrast ratio of WCAG 2.
fn contrast_with_white([red, green, blue]: [u8; 3]) -> f64 {
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    1.05 / (luminance + 0.05)
}

fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dark_colour_stays_as_it_is() {
        assert_eq!(readable("#A4161A").as_deref(), Some("#a4161a"));
        assert_eq!(readable("#000000").as_deref(), Some("#000000"));
    }

    #[test]
    fn a_light_colour_is_darkened_until_it_can_be_read() {
        for colour in ["#ffffff", "#ffd400", "#00ffff", "#d7000f"] {
            let dark = readable(colour).expect("a colour");
            assert!(contrast_with_white(channels(&dark).expect("a colour")) >= CONTRAST_WITH_WHITE, "{dark}");
        }
    }

    #[test]
    fn what_is_no_colour_is_left_out() {
        for text in ["", "red", "#fff", "#12345g", "#+12345", "#1234567", "#ff0000;x"] {
            assert_eq!(readable(text), None, "{text}");
        }
    }
}
