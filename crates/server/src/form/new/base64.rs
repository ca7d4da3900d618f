//! Files within JSON, as browsers write them.

/// The bytes that `text` stands for; nothing where it is no base64.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(digits.len());
    let (mut bits, mut held) = (0_u32, 0_u32);
    for digit in digits.bytes() {
        bits = (bits << 6 | value(digit)?) & 0xFFFF;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xFF).ok()?);
        }
    }
    // A digit alone is no byte.
    (held < 6).then_some(bytes)
}

fn value(digit: u8) -> Option<u32> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn what_browsers_write_is_read() {
        for (text, bytes) in [("", ""), ("QQ==", "A"), ("QUI=", "AB"), ("QUJD", "ABC"), ("5rW35bee", "海州")] {
            assert_eq!(decoded(text).as_deref(), Some(bytes.as_bytes()), "{text}");
        }
        assert_eq!(decoded("+/8="), Some(vec![0xFB, 0xFF]));
        for wrong in ["Q", "QUJDQ", "QU-J", "Q Q=", "=QQ", "海"] {
            assert_eq!(decoded(wrong), None, "{wrong}");
        }
    }
}
