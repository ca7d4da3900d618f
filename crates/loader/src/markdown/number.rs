//! The numbers that editors type before headings: 一、 （一） 1. （1）.

use nianbao_model::Inline;
use nianbao_model::numbering::from_chinese_numeral;

/// Takes the typed number off a heading.
pub(super) fn strip(content: &mut Vec<Inline>) -> Option<u32> {
    let (number, empty) = match content.first_mut()? {
        Inline::Text { text, span } => {
            let (number, length) = split(text)?;
            // Only an entity is not what the file holds; then its whole place stays.
            if text.len() == span.end - span.start {
                span.start += length;
            }
            text.drain(..length);
            (number, text.is_empty())
        }
        Inline::Emphasis(inner) | Inline::Strong(inner) => (strip(inner)?, inner.is_empty()),
        _ => return None,
    };
    if empty {
        content.remove(0);
    }
    Some(number)
}

/// Takes off a first text in which nothing is left.
pub(super) fn drop_empty(content: &mut Vec<Inline>) {
    if matches!(content.first(), Some(Inline::Text { text, .. }) if text.is_empty()) {
        content.remove(0);
    }
}

/// A typed number and how many bytes it takes, white space included.
pub(super) fn split(text: &str) -> Option<(u32, usize)> {
    let body = text.trim_start();
    let (number, rest) = bracketed(body).or_else(|| dotted(body))?;
    Some((number, text.len() - rest.trim_start().len()))
}

/// （一） (1).
fn bracketed(text: &str) -> Option<(u32, &str)> {
    let inner = text.strip_prefix(['（', '('])?;
    let (number, rest) = inner.split_once(['）', ')'])?;
    Some((value(number.trim())?, rest))
}

/// 一、 1. 1．
fn dotted(text: &str) -> Option<(u32, &str)> {
    let end = text.find(['、', '.', '．', '）', ')'])?;
    let (number, mark) = text.split_at_checked(end)?;
    let rest = mark.get(mark.chars().next()?.len_utf8()..)?;
    let number = value(number.trim())?;
    // 1.5 is a figure.
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some((number, rest))
}

fn value(text: &str) -> Option<u32> {
    if !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    from_chinese_numeral(text)
}

#[cfg(test)]
mod tests {
    use super::split;

    fn parts(text: &str) -> Option<(u32, &str)> {
        split(text).map(|(number, length)| (number, &text[length..]))
    }

    #[test]
    fn typed_numbers_come_off() {
        assert_eq!(parts("（一）主动公开"), Some((1, "主动公开")));
        assert_eq!(parts("(二) 依申请公开"), Some((2, "依申请公开")));
        assert_eq!(parts("十一、总体情况"), Some((11, "总体情况")));
        assert_eq!(parts("3. 强化监督"), Some((3, "强化监督")));
        assert_eq!(parts("（4）具体做法"), Some((4, "具体做法")));
        assert_eq!(parts("（五）"), Some((5, "")));
    }

    #[test]
    fn words_that_look_alike_stay() {
        for text in ["主动公开", "一是加强领导", "1.5万件", "2024年工作", "（附件）说明", "第一、二季度", "五、", ""]
        {
            if text == "五、" {
                assert_eq!(parts(text), Some((5, "")));
            } else {
                assert_eq!(parts(text), None, "{text}");
            }
        }
    }
}
