//! The numbers that Word puts before paragraphs, as characters.

/// `number` in the format that Word calls `format`; one that is not known gives plain digits, as Word shows it.
pub(super) fn numeral(number: u64, format: &str) -> String {
    let one_of = |signs: &str| pick(signs, number);
    let special = match format {
        "none" | "bullet" => Some(String::new()),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting"
        | "ideographLegalTraditional" => counted(number, &PLAIN),
        "chineseLegalSimplified" | "japaneseLegal" => counted(number, &LEGAL),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" | "koreanDigital2" => {
            Some(digits(number, "〇一二三四五六七八九"))
        }
        "decimalFullWidth" | "decimalFullWidth2" => Some(digits(number, "０１２３４５６７８９")),
        "decimalZero" => Some(format!("{number:02}")),
        "numberInDash" => Some(format!("- {number} -")),
        "ideographTraditional" => one_of("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => one_of("子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => one_of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalEnclosedParen" => one_of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "decimalEnclosedFullstop" => one_of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "ideographEnclosedCircle" => one_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
        "lowerLetter" => letters(number, b'a'),
        "upperLetter" => letters(number, b'A'),
        "lowerRoman" => roman(number).map(|text| text.to_lowercase()),
        "upperRoman" => roman(number),
        _ => None,
    };
    special.unwrap_or_else(|| number.to_string())
}

/// The signs of a way to count, for 0 to 9 and for ten, a hundred and a thousand.
struct Signs {
    digits: &'static str,
    places: [&'static str; 4],
    /// Whether eleven begins with ten itself: 十一, not 一十一.
    short: bool,
}

const PLAIN: Signs = Signs { digits: "零一二三四五六七八九", places: ["", "十", "百", "千"], short: true };
const LEGAL: Signs =
    Signs { digits: "零壹贰叁肆伍陆柒捌玖", places: ["", "拾", "佰", "仟"], short: false };

/// A number below ten thousand as it is spoken.
fn counted(number: u64, signs: &Signs) -> Option<String> {
    if number >= 10_000 {
        return None;
    }
    let digit = |value: u64| usize::try_from(value).ok().and_then(|at| signs.digits.chars().nth(at));
    if number == 0 {
        return digit(0).map(String::from);
    }
    let mut text = String::new();
    let mut gap = false;
    for (place, unit) in [(1000, 3), (100, 2), (10, 1), (1, 0)] {
        let value = number / place % 10;
        if value == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.extend(digit(0));
        }
        if !(signs.short && text.is_empty() && place == 10 && value == 1) {
            text.extend(digit(value));
        }
        text.push_str(signs.places.get(unit).copied().unwrap_or_default());
    }
    Some(text)
}

fn digits(number: u64, signs: &str) -> String {
    let signs: Vec<char> = signs.chars().collect();
    let digit = |digit: char| digit.to_digit(10).and_then(|at| signs.get(usize::try_from(at).ok()?).copied());
    number.to_string().chars().filter_map(digit).collect()
}

/// The sign for a number from 1.
fn pick(signs: &str, number: u64) -> Option<String> {
    let at = usize::try_from(number.checked_sub(1)?).ok()?;
    signs.chars().nth(at).map(String::from)
}

/// `a` to `z`, then `aa`, `bb`.
fn letters(number: u64, first: u8) -> Option<String> {
    let at = number.checked_sub(1).filter(|at| *at < 26 * 8)?;
    let letter = char::from(first + u8::try_from(at % 26).ok()?);
    let times = usize::try_from(at / 26 + 1).ok()?;
    Some(std::iter::repeat_n(letter, times).collect())
}

fn roman(number: u64) -> Option<String> {
    const SIGNS: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number >= 4000 {
        return None;
    }
    let (mut left, mut text) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            text += sign;
            left -= value;
        }
    }
    Some(text)
}
