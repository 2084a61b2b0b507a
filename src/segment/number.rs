//! Numbers in digits and in Roman capitals.

use super::chars::is_group_blank;

/// Reads the number that starts at `start` (a digit): its end, and its value if
/// it is whole and below 2³².
///
/// Groups of three after blanks, stops or commas are one number (`1 200 000`,
/// `1.200.000`), so are decimals (`3,5`); a stop or a comma between other groups
/// parts numbers (`12.06.2024`, `1,2,3`).
pub(super) fn scan(text: &str, start: usize) -> (usize, u32) {
    let bytes = text.as_bytes();
    let digits = |at: usize| {
        bytes[at.min(bytes.len())..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let first = digits(start);
    let mut end = start + first;
    // « 06 » in « 12.06.2024 », « 30 » in « 9:30 » go on with what is before.
    let inside = start > 1
        && matches!(bytes[start - 1], b'.' | b',' | b'/' | b':')
        && bytes[start - 2].is_ascii_digit();
    if inside {
        return (end, value_of(&bytes[start..end]));
    }
    let groupable = first <= 3 && bytes[start] != b'0';
    if groupable {
        while let Some(blank) = text[end..]
            .chars()
            .next()
            .filter(|&c| is_group_blank(c) || c == '\n')
        {
            let group = end + blank.len_utf8();
            // Over a line end only where a unit follows: « 29 / 000 euros ».
            let goes_on = blank != '\n'
                || bytes.get(group + 3) == Some(&b' ')
                    && bytes.get(group + 4).is_some_and(u8::is_ascii_lowercase);
            if digits(group) != 3 || !goes_on {
                break;
            }
            end = group + 3;
        }
    }
    let mut whole = true;
    if let Some(&sign @ (b'.' | b',')) = bytes.get(end) {
        let mut stop = end;
        let mut groups = 0;
        let mut threes = true;
        while bytes.get(stop) == Some(&sign) && digits(stop + 1) > 0 {
            let length = digits(stop + 1);
            groups += 1;
            threes &= length == 3;
            stop += 1 + length;
        }
        if groups == 1 || groups > 1 && threes && end == start + first && groupable {
            // « 1.200 » is a thousand and more, « 1,200 » is a decimal.
            whole = threes && groupable && end == start + first && (sign == b'.' || groups > 1);
            end = stop;
        }
    }
    (
        end,
        if whole {
            value_of(&bytes[start..end])
        } else {
            u32::MAX
        },
    )
}

fn value_of(number: &[u8]) -> u32 {
    number
        .iter()
        .filter(|b| b.is_ascii_digit())
        .try_fold(0u32, |n, b| {
            n.checked_mul(10)?.checked_add(u32::from(b - b'0'))
        })
        .unwrap_or(u32::MAX)
}

/// The value of a Roman numeral in capitals, below 400 (beyond, it would be a
/// word far more often than a number).
#[must_use]
pub(super) fn roman(word: &str) -> Option<u32> {
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    const TENS: [&str; 10] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
    const HUNDREDS: [&str; 4] = ["", "C", "CC", "CCC"];
    let mut rest = word;
    let mut value = 0;
    for (figures, worth) in [(&HUNDREDS[..], 100), (&TENS[..], 10), (&UNITS[..], 1)] {
        // The longest figure of this rank; each value has one spelling.
        let (figure, spelling) = (0..)
            .zip(figures)
            .filter(|(_, f)| rest.starts_with(**f))
            .max_by_key(|(_, f)| f.len())?;
        rest = &rest[spelling.len()..];
        value += figure * worth;
    }
    (rest.is_empty() && value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_whole() {
        for (text, number, value) in [
            ("1 200 000 euros", "1 200 000", 1_200_000),
            ("1\u{202f}200,50", "1\u{202f}200,50", u32::MAX),
            ("1.200.000", "1.200.000", 1_200_000),
            ("3,5 %", "3,5", u32::MAX),
            ("12.06.2024", "12", 12),
            ("1.2.3", "1", 1),
            ("1.2 Titre", "1.2", u32::MAX),
            ("2024 100", "2024", 2024),
            ("01 42 19", "01", 1),
            ("75 009 1", "75 009", 75_009),
            ("12 3456", "12", 12),
            ("15.", "15", 15),
            ("99999999999", "99999999999", u32::MAX),
        ] {
            let (end, found) = scan(text, 0);
            assert_eq!((&text[..end], found), (number, value), "{text}");
        }
    }

    #[test]
    fn roman_numerals_have_one_spelling() {
        assert_eq!(roman("XIV"), Some(14));
        assert_eq!(roman("CXLIX"), Some(149));
        for no in ["", "IIII", "VX", "IXV", "XLX", "CIVIL", "M", "VIE"] {
            assert_eq!(roman(no), None, "{no}");
        }
    }
}
