//! Single values, and what those without quotes mean. `serde_yaml` decides, so that other YAML tools see the same.

/// Longer values are text, whatever they look like.
const LONGEST_WORD: usize = 64;

/// A single value as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scalar {
    pub(crate) text: String,
    /// Without quotes; only then may it mean more than its text.
    pub(crate) plain: bool,
}

/// What kind of value it is to YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Null,
    Bool,
    Number,
    Text,
}

impl Scalar {
    pub(crate) fn meaning(&self) -> Meaning {
        // Every word of YAML that is more than its text is short and ASCII.
        if !self.plain || self.text.len() > LONGEST_WORD || !self.text.is_ascii() {
            return Meaning::Text;
        }
        match serde_yaml::from_str(&self.text) {
            Ok(serde_yaml::Value::Null) => Meaning::Null,
            Ok(serde_yaml::Value::Bool(_)) => Meaning::Bool,
            Ok(serde_yaml::Value::Number(_)) => Meaning::Number,
            _ => Meaning::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(text: &str, plain: bool) -> Meaning {
        Scalar { text: text.into(), plain }.meaning()
    }

    #[test]
    fn plain_words_mean_what_yaml_says() {
        assert_eq!(meaning("", true), Meaning::Null);
        assert_eq!(meaning("~", true), Meaning::Null);
        assert_eq!(meaning("true", true), Meaning::Bool);
        assert_eq!(meaning("0x10", true), Meaning::Number);
        assert_eq!(meaning("1.50", true), Meaning::Number);
        assert_eq!(meaning("无", true), Meaning::Text);
        assert_eq!(meaning("", false), Meaning::Text);
        assert_eq!(meaning("12", false), Meaning::Text);
    }
}
