//! The municipality's own colour, made dark enough to carry white text and to be text on white, and light enough to be
//! read on a dark page.

use nianbao_model::Site;

/// WCAG asks for 4.5; the rest is for the faint tints that text also stands on.
const CONTRAST: f64 = 5.0;
/// The luminance of white paper, and of the dark page in style.css.
const WHITE: f64 = 1.0;
const DARK: f64 = 0.0096;

/// The municipality's own colour (主题色) on white paper and on a dark page, each as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    light: [u8; 3],
    dark: [u8; 3],
}

impl Theme {
    /// The colour that site.yaml says, if it says one.
    pub(crate) fn of(site: &Site) -> Option<Self> {
        let colour = channels(site.theme.as_deref()?)?;
        Some(Self { light: readable(colour, WHITE), dark: readable(colour, DARK) })
    }

    /// The stylesheet that sets the colour.
    pub(crate) fn stylesheet(self) -> String {
        let [light, dark] = [self.light, self.dark].map(hexadecimal);
        format!(":root {{ --theme-light: {light}; --theme-dark: {dark}; }}\n")
    }
}

/// The colour, made darker or lighter until it stands out from a paper of this luminance.
fn readable(mut channels: [u8; 3], paper: f64) -> [u8; 3] {
    while contrast(channels, paper) < CONTRAST {
        channels = if paper > 0.5 {
            channels.map(|channel| channel - channel.div_ceil(16))
        } else {
            channels.map(|channel| channel + (u8::MAX - channel).div_ceil(16))
        };
    }
    channels
}

fn hexadecimal([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn channels(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let number = digits.chars().try_fold(0, |number, digit| Some(number * 16 + digit.to_digit(16)?))?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

/// The contrast ratio of WCAG 2.
fn contrast([red, green, blue]: [u8; 3], paper: f64) -> f64 {
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    (luminance.max(paper) + 0.05) / (luminance.min(paper) + 0.05)
}

fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(colour: &str) -> Option<String> {
        Theme::of(&Site { theme: Some(colour.to_owned()), ..Site::default() }).map(Theme::stylesheet)
    }

    #[test]
    fn a_dark_colour_stays_as_it_is_on_white() {
        assert_eq!(made("#A4161A").as_deref(), Some(":root { --theme-light: #a4161a; --theme-dark: #cb7779; }\n"));
    }

    #[test]
    fn a_colour_changes_until_it_can_be_read() {
        for colour in ["#ffffff", "#ffd400", "#00ffff", "#d7000f", "#000000", "#1d4f91"] {
            let colour = channels(colour).expect("a colour");
            for paper in [WHITE, DARK] {
                assert!(contrast(readable(colour, paper), paper) >= CONTRAST, "{colour:?} on {paper}");
            }
        }
    }

    #[test]
    fn what_is_no_colour_is_left_out() {
        for text in ["", "red", "#fff", "#12345g", "#+12345", "#1234567", "#ff0000;x"] {
            assert_eq!(made(text), None, "{text}");
        }
    }
}
