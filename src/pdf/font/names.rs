//! Text of a glyph name, or of a code in one of the base encodings.

use pdfboss_encoding as enc;

/// The 256-code encodings a simple font can start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Adobe's standard encoding.
    Standard,
    /// Windows 1252.
    WinAnsi,
    /// Mac OS Roman.
    MacRoman,
    /// The Symbol font.
    Symbol,
    /// The Zapf Dingbats font.
    Dingbats,
}

impl Base {
    /// The encoding with this PDF name.
    pub fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            b"StandardEncoding" => Some(Self::Standard),
            _ => None,
        }
    }

    /// The character of a code.
    pub fn char(self, code: u8) -> Option<char> {
        match self {
            Self::Standard => enc::standard(code),
            // NBSP and soft hyphen have no glyph name of their own there.
            Self::WinAnsi if code == 0xa0 => Some('\u{a0}'),
            Self::WinAnsi if code == 0xad => Some('\u{ad}'),
            // So the standard: what is not in use is a bullet.
            Self::WinAnsi => enc::win_ansi(code).or((code > 0x20).then_some('•')),
            Self::MacRoman if code == 0xca => Some('\u{a0}'),
            Self::MacRoman => enc::mac_roman(code),
            Self::Symbol => enc::symbol(code),
            Self::Dingbats => enc::zapf_dingbats(code),
        }
    }

    /// The glyph name of a code, for the standard widths.
    pub fn glyph_name(self, code: u8) -> Option<&'static str> {
        match self {
            Self::Standard => enc::standard_encoding_name(code),
            Self::WinAnsi => enc::win_ansi_glyph_name(code),
            Self::MacRoman => enc::mac_roman_glyph_name(code),
            Self::Symbol => enc::symbol_glyph_name(code),
            Self::Dingbats => enc::zapf_dingbats_glyph_name(code),
        }
    }
}

/// The text of a glyph name. Beyond the Adobe list: guillemets and quotes of
/// the cyrillic-derived TeX fonts, small-capital variants, and names that
/// only number the glyph (`a233`, `c65`, `g12`), which mean a code.
pub fn text(name: &str) -> Option<String> {
    match name {
        // What TeX takes for guillemets where its font has none.
        "lessmuch" => return Some("«".to_owned()),
        "greatermuch" => return Some("»".to_owned()),
        _ => {}
    }
    if let Some(text) = enc::glyph_to_text(name) {
        return Some(text);
    }
    let text = match name {
        "visiblespace" | "nbspace" | "nonbreakingspace" => "\u{a0}",
        "softhyphen" | "sfthyphen" | "hyphenchar" => "\u{ad}",
        "guilsinglleft" => "‹",
        "guilsinglright" => "›",
        "guillemetleft" => "«",
        "guillemetright" => "»",
        "compwordmark" | "cwm" => "",
        "ff" => "ff",
        "ffi" => "ffi",
        "ffl" => "ffl",
        "st" | "slongt" => "st",
        "ct" => "ct",
        _ => return small_capital(name),
    };
    Some(text.to_owned())
}

/// `Asmall`, `Eacutesmall`, `eacute_sc`: the letter itself.
fn small_capital(name: &str) -> Option<String> {
    let base = name
        .strip_suffix("small")
        .or_else(|| name.strip_suffix("oldstyle"))
        .or_else(|| name.strip_suffix("inferior"))
        .or_else(|| name.strip_suffix("superior"))?;
    enc::glyph_to_text(base)
}

/// The code in a glyph name that is only a letter and a number.
pub fn numbered(name: &str) -> Option<u8> {
    let digits = name.strip_prefix(|c: char| c.is_ascii_alphabetic())?;
    (!digits.is_empty() && digits.len() <= 3)
        .then(|| digits.parse().ok())
        .flatten()
}

/// The T1 (Cork) encoding of TeX, for bitmap fonts whose glyph names only number the codes.
pub fn cork(code: u8) -> Option<&'static str> {
    const LOW: [&str; 32] = [
        "`", "´", "ˆ", "˜", "¨", "˝", "˚", "ˇ", "˘", "¯", "˙", "¸", "˛", "‚", "‹", "›", "“", "”",
        "„", "«", "»", "–", "—", "", "0", "ı", "ȷ", "ff", "fi", "fl", "ffi", "ffl",
    ];
    const HIGH: [&str; 64] = [
        "Ă", "Ą", "Ć", "Č", "Ď", "Ě", "Ę", "Ğ", "Ĺ", "Ľ", "Ł", "Ń", "Ň", "Ŋ", "Ő", "Ŕ", "Ř", "Ś",
        "Š", "Ş", "Ť", "Ţ", "Ű", "Ů", "Ÿ", "Ź", "Ž", "Ż", "IJ", "İ", "đ", "§", "ă", "ą", "ć", "č",
        "ď", "ě", "ę", "ğ", "ĺ", "ľ", "ł", "ń", "ň", "ŋ", "ő", "ŕ", "ř", "ś", "š", "ş", "ť", "ţ",
        "ű", "ů", "ÿ", "ź", "ž", "ż", "ij", "¡", "¿", "£",
    ];
    match code {
        0..=31 => Some(LOW[usize::from(code)]),
        0x27 => Some("’"),
        0x60 => Some("‘"),
        0x7f => Some("\u{ad}"),
        0x80..=0xbf => Some(HIGH[usize::from(code - 0x80)]),
        0xd7 => Some("Œ"),
        0xdf => Some("SS"),
        0xf7 => Some("œ"),
        0xff => Some("ß"),
        _ => None,
    }
}

/// The OT1 encoding of TeX where it differs from ASCII.
pub fn ot1(code: u8) -> Option<&'static str> {
    const LOW: [&str; 22] = [
        "ff", "fi", "fl", "ffi", "ffl", "ı", "ȷ", "`", "´", "ˇ", "˘", "¯", "˚", "¸", "ß", "æ", "œ",
        "ø", "Æ", "Œ", "Ø", "",
    ];
    match code {
        0x0b..=0x20 => Some(LOW[usize::from(code - 0x0b)]),
        0x22 => Some("”"),
        0x27 => Some("’"),
        0x3c => Some("¡"),
        0x3e => Some("¿"),
        0x5c => Some("“"),
        0x5e => Some("ˆ"),
        0x5f => Some("˙"),
        0x60 => Some("‘"),
        0x7b => Some("–"),
        0x7c => Some("—"),
        0x7d => Some("˝"),
        0x7e => Some("˜"),
        0x7f => Some("¨"),
        _ => None,
    }
}
