//! A font as text extraction needs it: how to cut a string into codes, what
//! each code says, and how wide it is.
//!
//! Sources of text in order of trust: `ToUnicode`; the names of
//! `/Differences`; the font file's own encoding; the base encoding; and last
//! the font file's `cmap` read backwards.

mod cmap;
mod names;
mod program;

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::geometry::Matrix;
use super::object::{Dictionary, Object};
use super::source::Source;
use cmap::{CMap, Mapped};
use names::Base;
use program::Program;

/// What one code says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Text<'a> {
    /// Nothing is known.
    Unknown,
    /// One character.
    Char(char),
    /// Several characters, or none.
    Chars(&'a [char]),
}

/// One code of a string, decoded.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    /// Its value.
    pub value: u32,
    /// Its length in bytes.
    pub len: usize,
}

/// What is known of one code, worked out when it is first met.
#[derive(Debug)]
struct Known {
    text: Letter,
    width: f32,
}

#[derive(Debug)]
enum Letter {
    Unknown,
    Char(char),
    Chars(Box<[char]>),
}

/// 256 codes that share their high byte.
type Sheet = [OnceCell<Known>; 256];

/// A loaded font.
#[derive(Debug)]
pub struct Font {
    kind: Kind,
    /// Codes met so far, by high and low byte.
    known: Box<[OnceCell<Box<Sheet>>]>,
    /// Bold, by its flags or its name.
    pub bold: bool,
    /// Written from top to bottom.
    pub vertical: bool,
    /// Glyph space to text space (Type 3 fonts choose their own).
    pub scale: f32,
    /// A Type 3 font: its glyph procedures, by code, may hold text themselves.
    pub type3: bool,
    /// Glyph space to text space, of a Type 3 font.
    pub matrix: Matrix,
}

#[derive(Debug)]
enum Kind {
    Simple(Box<Simple>),
    Composite(Box<Composite>),
}

#[derive(Debug)]
struct Simple {
    to_unicode: Option<CMap>,
    encoding: SimpleEncoding,
    /// Codes that the font says it has.
    used: std::ops::RangeInclusive<u8>,
    widths: Widths,
}

/// Widths of a simple font's codes.
#[derive(Debug)]
enum Widths {
    /// As its dictionary lists them.
    Listed(Box<[f32; 256]>),
    /// Those of the standard font of this name, or of the font file.
    Own { base_font: String, missing: f32 },
}

#[derive(Debug)]
struct Composite {
    encoding: CMap,
    /// Every code has two bytes.
    pairs: bool,
    to_unicode: CMap,
    /// How codes are text by themselves, where the encoding says so.
    charset: Option<Charset>,
    widths: FxHashMap<u32, f32>,
    default_width: f32,
    program: Option<Program>,
    cid_to_gid: Option<Vec<u8>>,
}

/// An encoding whose codes are text in a known character set.
#[derive(Debug, Clone, Copy)]
enum Charset {
    Utf16,
    Legacy(&'static encoding_rs::Encoding),
}

fn predefined(name: &[u8]) -> Option<Charset> {
    let has = |part: &str| memchr::memmem::find(name, part.as_bytes()).is_some();
    if has("UCS2") || has("UTF16") {
        Some(Charset::Utf16)
    } else if has("RKSJ") {
        Some(Charset::Legacy(encoding_rs::SHIFT_JIS))
    } else if has("GBK") || has("GB-EUC") {
        Some(Charset::Legacy(encoding_rs::GBK))
    } else if has("B5") {
        Some(Charset::Legacy(encoding_rs::BIG5))
    } else if has("KSC") {
        Some(Charset::Legacy(encoding_rs::EUC_KR))
    } else if name == b"EUC-H" || name == b"EUC-V" {
        Some(Charset::Legacy(encoding_rs::EUC_JP))
    } else {
        None
    }
}

impl Font {
    /// Loads a font dictionary. Never fails: what is missing stays unknown.
    pub fn load(source: &Source<'_>, dict: &Dictionary) -> Self {
        let subtype = source.name(dict, b"Subtype").unwrap_or(b"");
        let base_font = source
            .name(dict, b"BaseFont")
            .map(|n| String::from_utf8_lossy(n).into_owned())
            .unwrap_or_default();
        let mut font = if subtype == b"Type0" {
            Self::composite(source, dict)
        } else {
            Self::simple(source, dict, subtype, &base_font)
        };
        font.bold = is_bold(source, dict, &base_font);
        font
    }

    /// The first code of `bytes` (not empty).
    pub fn next_code(&self, bytes: &[u8]) -> Code {
        match &self.kind {
            Kind::Simple(_) => Code {
                value: u32::from(bytes[0]),
                len: 1,
            },
            Kind::Composite(c) => {
                let (value, len) = match c.charset {
                    Some(Charset::Utf16) => {
                        let pair = [bytes[0], *bytes.get(1).unwrap_or(&0)];
                        (u32::from(u16::from_be_bytes(pair)), bytes.len().min(2))
                    }
                    Some(Charset::Legacy(_)) if bytes[0] >= 0x81 && bytes.len() > 1 => {
                        (u32::from(u16::from_be_bytes([bytes[0], bytes[1]])), 2)
                    }
                    Some(Charset::Legacy(_)) => (u32::from(bytes[0]), 1),
                    None if c.pairs && bytes.len() > 1 => {
                        (u32::from(u16::from_be_bytes([bytes[0], bytes[1]])), 2)
                    }
                    None => c.encoding.next_code(bytes),
                };
                Code { value, len }
            }
        }
    }

    /// Text of a code, and its width in thousandths of the text unit.
    pub fn glyph(&self, code: Code) -> (Text<'_>, f32) {
        let [_, _, high, low] = code.value.to_be_bytes();
        let Some(sheet) = self
            .known
            .get(usize::from(high))
            .filter(|_| code.value < 1 << 16)
        else {
            let text = match self.letter(code) {
                Letter::Char(c) => Text::Char(c),
                _ => Text::Unknown,
            };
            return (text, self.width(code));
        };
        let sheet = sheet.get_or_init(|| Box::new([const { OnceCell::new() }; 256]));
        let known = sheet[usize::from(low)].get_or_init(|| Known {
            text: self.letter(code),
            width: self.width(code),
        });
        let text = match &known.text {
            Letter::Unknown => Text::Unknown,
            Letter::Char(c) => Text::Char(*c),
            Letter::Chars(chars) => Text::Chars(chars),
        };
        (text, known.width)
    }

    fn width(&self, code: Code) -> f32 {
        match &self.kind {
            Kind::Simple(s) => s.width((code.value & 0xff) as u8),
            Kind::Composite(c) => {
                let cid = c.encoding.number(code.value).unwrap_or(code.value);
                c.widths.get(&cid).copied().unwrap_or(c.default_width)
            }
        }
    }

    fn letter(&self, code: Code) -> Letter {
        match &self.kind {
            Kind::Simple(s) => s.letter((code.value & 0xff) as u8),
            Kind::Composite(c) => c.letter(code),
        }
    }

    fn composite(source: &Source<'_>, dict: &Dictionary) -> Self {
        let descendant = source
            .array(dict, b"DescendantFonts")
            .and_then(|a| a.first())
            .and_then(|o| source.as_dict(o))
            .or_else(|| source.dict(dict, b"DescendantFonts"));
        let mut charset = None;
        let encoding = match source.get(dict, b"Encoding") {
            Some(Object::Stream(stream)) => CMap::parse(&source.inflate(stream), false),
            Some(Object::Name(name)) => {
                charset = predefined(name);
                CMap::identity(name.ends_with(b"-V") || name == b"V")
            }
            _ => CMap::identity(false),
        };
        let to_unicode = to_unicode(source, dict).unwrap_or_default();
        let mut out = Composite {
            pairs: encoding.is_pairs(),
            encoding,
            to_unicode,
            charset,
            widths: FxHashMap::default(),
            default_width: 1000.0,
            program: None,
            cid_to_gid: None,
        };
        if let Some(descendant) = descendant {
            if let Some(width) = source.number(descendant, b"DW") {
                out.default_width = width;
            }
            if let Some(array) = source.array(descendant, b"W") {
                out.widths = cid_widths(source, array);
            }
            if out.to_unicode.is_empty() && charset.is_none() {
                out.program = cid_program(source, descendant);
                if let Some(Object::Stream(stream)) = source.get(descendant, b"CIDToGIDMap") {
                    out.cid_to_gid = Some(source.inflate(stream));
                }
            }
        }
        Self {
            vertical: out.encoding.vertical,
            kind: Kind::Composite(Box::new(out)),
            known: std::iter::repeat_with(OnceCell::new).take(256).collect(),
            bold: false,
            scale: 0.001,
            type3: false,
            matrix: Matrix::IDENTITY,
        }
    }

    fn simple(source: &Source<'_>, dict: &Dictionary, subtype: &[u8], base_font: &str) -> Self {
        let type3 = subtype == b"Type3";
        let mut matrix = Matrix::new(0.001, 0.0, 0.0, 0.001, 0.0, 0.0);
        if type3 && let Some(m) = source.matrix(dict, b"FontMatrix") {
            matrix = m;
        }
        let map = to_unicode(source, dict);
        let encoding = SimpleEncoding::read(source, dict, subtype, base_font, map.is_some());
        let widths = simple_widths(source, dict, base_font);
        let first = source.number(dict, b"FirstChar").unwrap_or(0.0) as u8;
        let last = source.number(dict, b"LastChar").unwrap_or(255.0) as u8;
        let simple = Simple {
            to_unicode: map,
            encoding,
            used: if first < last { first..=last } else { 0..=255 },
            widths,
        };
        Self {
            kind: Kind::Simple(Box::new(simple)),
            known: Box::new([OnceCell::new()]),
            bold: false,
            vertical: false,
            scale: if type3 { matrix.a.abs() } else { 0.001 },
            type3,
            matrix,
        }
    }
}

impl Simple {
    fn width(&self, code: u8) -> f32 {
        let (base_font, missing) = match &self.widths {
            Widths::Listed(widths) => return widths[usize::from(code)],
            Widths::Own { base_font, missing } => (base_font, *missing),
        };
        let encoding = &self.encoding;
        let standard = encoding
            .glyph_name(code)
            .and_then(|name| pdfboss_encoding::standard_14_width(base_font, name));
        let own = || {
            let program = encoding.program.as_ref()?;
            program.advance(*program.codes.get(&code)?)
        };
        standard.or_else(own).unwrap_or(missing)
    }

    fn letter(&self, code: u8) -> Letter {
        if let Some(map) = &self.to_unicode {
            match map.text(u32::from(code)) {
                Some(Mapped::Char(c)) if trusted(c) => return Letter::Char(c),
                Some(Mapped::Text(t)) if t.iter().all(|&c| trusted(c)) => {
                    return Letter::Chars(t.into());
                }
                _ if !self.used.contains(&code) => return Letter::Unknown,
                _ => {}
            }
        }
        let Some(text) = self.encoding.text(code) else {
            return Letter::Unknown;
        };
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Letter::Char(c),
            _ => Letter::Chars(text.chars().collect()),
        }
    }
}

/// Values that a `ToUnicode` is better not believed for.
fn trusted(c: char) -> bool {
    c != char::REPLACEMENT_CHARACTER && (c >= ' ' || c == '\t') && c != '\u{ffff}'
}

impl Composite {
    fn letter(&self, code: Code) -> Letter {
        match self.to_unicode.text(code.value) {
            Some(Mapped::Char(c)) if trusted(c) => return Letter::Char(c),
            Some(Mapped::Text(t)) => return Letter::Chars(t.into()),
            _ => {}
        }
        match self.charset {
            Some(Charset::Utf16) => {
                return char::from_u32(code.value).map_or(Letter::Unknown, Letter::Char);
            }
            Some(Charset::Legacy(encoding)) => {
                let bytes = (code.value as u16).to_be_bytes();
                let (text, _) =
                    encoding.decode_without_bom_handling(&bytes[2 - code.len.clamp(1, 2)..]);
                return text
                    .chars()
                    .next()
                    .filter(|&c| trusted(c))
                    .map_or(Letter::Unknown, Letter::Char);
            }
            None => {}
        }
        let Some(program) = &self.program else {
            return Letter::Unknown;
        };
        let cid = self.encoding.number(code.value).unwrap_or(code.value);
        let gid = match (&self.cid_to_gid, &program.cids) {
            (Some(map), _) => match map.get(cid as usize * 2..cid as usize * 2 + 2) {
                Some(pair) => u32::from(u16::from_be_bytes([pair[0], pair[1]])),
                None => return Letter::Unknown,
            },
            (None, Some(cids)) => cids.get(&cid).copied().unwrap_or(cid),
            (None, None) => cid,
        };
        program.glyph(gid).map_or(Letter::Unknown, Letter::Char)
    }
}

fn to_unicode(source: &Source<'_>, dict: &Dictionary) -> Option<CMap> {
    match source.get(dict, b"ToUnicode")? {
        Object::Stream(stream) => {
            Some(CMap::parse(&source.inflate(stream), true)).filter(|m| !m.is_empty())
        }
        Object::Name(name) if name.starts_with(b"Identity") => Some(CMap::identity(false)),
        _ => None,
    }
}

/// The encoding of a simple font, before `ToUnicode`.
#[derive(Debug)]
struct SimpleEncoding {
    base: Option<Base>,
    differences: FxHashMap<u8, String>,
    program: Option<Program>,
    symbolic: bool,
    truetype: bool,
    /// All names of `/Differences` only number their glyphs.
    numbered: Option<fn(u8) -> Option<&'static str>>,
}

impl SimpleEncoding {
    fn read(
        source: &Source<'_>,
        dict: &Dictionary,
        subtype: &[u8],
        base_font: &str,
        mapped: bool,
    ) -> Self {
        let flags = source
            .dict(dict, b"FontDescriptor")
            .and_then(|d| source.number(d, b"Flags"))
            .unwrap_or(0.0) as u32;
        let mut out = Self {
            base: None,
            differences: FxHashMap::default(),
            program: None,
            symbolic: flags & 4 != 0,
            truetype: subtype == b"TrueType",
            numbered: None,
        };
        match source.get(dict, b"Encoding") {
            Some(Object::Name(name)) => out.base = Base::named(name),
            Some(Object::Dictionary(encoding)) => {
                out.base = source.name(encoding, b"BaseEncoding").and_then(Base::named);
                if let Some(array) = source.array(encoding, b"Differences") {
                    out.read_differences(source, array);
                }
            }
            _ => {}
        }
        let plain = base_font
            .split_once('+')
            .map_or(base_font, |(_, name)| name);
        if out.base.is_none() {
            if plain.starts_with("Symbol") {
                out.base = Some(Base::Symbol);
            } else if plain.starts_with("ZapfDingbats") {
                out.base = Some(Base::Dingbats);
            }
        }
        let complete = out.base.is_some() && !(out.truetype && out.symbolic);
        // The font file is large: opened only where the dictionary does not tell.
        if !complete && !mapped && subtype != b"Type3" {
            out.program = font_file(source, dict).map(|data| Program::read(&data));
        }
        out.numbered = out.numbering();
        out
    }

    fn read_differences(&mut self, source: &Source<'_>, array: &[Object]) {
        let mut code = 0i64;
        for item in array {
            match source.resolve(item) {
                Some(Object::Integer(n)) => code = *n,
                Some(Object::Real(n)) => code = *n as i64,
                Some(Object::Name(name)) => {
                    if let (Ok(at), Ok(name)) = (u8::try_from(code), std::str::from_utf8(name)) {
                        self.differences.insert(at, name.to_owned());
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }

    /// Bitmap fonts of TeX name a glyph `a` and its code: which TeX encoding?
    fn numbering(&self) -> Option<fn(u8) -> Option<&'static str>> {
        let mut codes = Vec::new();
        for name in self.differences.values().filter(|n| *n != ".notdef") {
            codes.push(names::numbered(name)?);
        }
        let low = |range: std::ops::RangeInclusive<u8>| codes.iter().any(|c| range.contains(c));
        if codes.is_empty() {
            None
        } else if !low(0x80..=0xff) && low(0x0b..=0x12) && !low(0x1b..=0x1f) {
            Some(names::ot1)
        } else {
            Some(names::cork)
        }
    }

    fn text(&self, code: u8) -> Option<String> {
        if let Some(name) = self.differences.get(&code)
            && name != ".notdef"
        {
            if let Some(table) = self.numbered {
                let code = names::numbered(name)?;
                return table(code)
                    .map(str::to_owned)
                    .or_else(|| Some(char::from(code).to_string()));
            }
            if let Some(text) = names::text(name) {
                return Some(text);
            }
        }
        if let Some(program) = &self.program {
            let gid = program.codes.get(&code);
            if self.truetype
                && (self.symbolic || self.base.is_none())
                && let Some(c) = gid.and_then(|&g| program.glyph(g))
            {
                return Some(c.to_string());
            }
            if self.base.is_none()
                && let Some(text) = program.names.get(&code).and_then(|n| names::text(n))
            {
                return Some(text);
            }
        }
        let base = self.base.unwrap_or(if self.truetype {
            Base::WinAnsi
        } else {
            Base::Standard
        });
        base.char(code).map(String::from)
    }

    fn glyph_name(&self, code: u8) -> Option<&str> {
        match self.differences.get(&code) {
            Some(name) => Some(name),
            None => self.base.unwrap_or(Base::Standard).glyph_name(code),
        }
    }
}

fn simple_widths(source: &Source<'_>, dict: &Dictionary, base_font: &str) -> Widths {
    let descriptor = source.dict(dict, b"FontDescriptor");
    let missing = descriptor
        .and_then(|d| source.number(d, b"MissingWidth"))
        .unwrap_or(0.0);
    let Some(array) = source.array(dict, b"Widths") else {
        return Widths::Own {
            base_font: base_font.to_owned(),
            missing: if missing > 0.0 { missing } else { 500.0 },
        };
    };
    let mut widths = Box::new([missing; 256]);
    let first = source.number(dict, b"FirstChar").unwrap_or(0.0) as usize;
    for (i, item) in array.iter().take(256).enumerate() {
        if let (Some(slot), Some(width)) = (widths.get_mut(first + i), source.as_number(item)) {
            *slot = width;
        }
    }
    Widths::Listed(widths)
}

fn cid_widths(source: &Source<'_>, array: &[Object]) -> FxHashMap<u32, f32> {
    const MAX: usize = 1 << 17;
    let mut widths = FxHashMap::default();
    let mut i = 0;
    while i + 1 < array.len() && widths.len() < MAX {
        let Some(first) = source.as_number(&array[i]).map(|n| n as u32) else {
            i += 1;
            continue;
        };
        match source.resolve(&array[i + 1]) {
            Some(Object::Array(list)) => {
                for (step, item) in list.iter().take(MAX).enumerate() {
                    if let Some(width) = source.as_number(item) {
                        widths.insert(first.saturating_add(step as u32), width);
                    }
                }
                i += 2;
            }
            Some(last) => {
                let last = source.as_number(last).map_or(first, |n| n as u32);
                if let Some(width) = array.get(i + 2).and_then(|o| source.as_number(o)) {
                    for cid in (first..=last).take(MAX - widths.len()) {
                        widths.insert(cid, width);
                    }
                }
                i += 3;
            }
            None => i += 2,
        }
    }
    widths
}

fn font_file(source: &Source<'_>, dict: &Dictionary) -> Option<Vec<u8>> {
    /// The part of a Type 1 font that is not encrypted, and names the glyphs.
    const CLEAR: usize = 16 << 10;
    let descriptor = source.dict(dict, b"FontDescriptor")?;
    let stream = |key| match source.get(descriptor, key) {
        Some(Object::Stream(stream)) => Some(stream),
        _ => None,
    };
    if let Some(stream) = stream(&b"FontFile2"[..]).or_else(|| stream(b"FontFile3")) {
        return Some(source.inflate(stream));
    }
    let stream = stream(b"FontFile")?;
    let stated = source.number(&stream.dict, b"Length1").unwrap_or(0.0) as usize;
    if (1..CLEAR).contains(&stated) {
        let data = source.inflate_some(stream, stated);
        if memchr::memmem::find(&data, b"eexec").is_some() {
            return Some(data);
        }
    }
    Some(source.inflate_some(stream, CLEAR))
}

/// The font file of a composite font. Its `cmap` alone tells what its glyphs
/// say, and stands near its start, before the outlines: these stay packed.
fn cid_program(source: &Source<'_>, dict: &Dictionary) -> Option<Program> {
    const START: usize = 8 << 10;
    let outlines = source
        .dict(dict, b"FontDescriptor")
        .and_then(|descriptor| source.get(descriptor, b"FontFile2"));
    if let Some(Object::Stream(stream)) = outlines {
        let mut data = source.inflate_some(stream, START);
        if let Some(end) = program::cmap_end(&data) {
            if end > data.len() {
                data = source.inflate_some(stream, end);
            }
            let program = Program::read(&data);
            if !program.glyphs.is_empty() {
                return Some(program);
            }
        }
    }
    font_file(source, dict).map(|data| Program::read(&data))
}

fn is_bold(source: &Source<'_>, dict: &Dictionary, base_font: &str) -> bool {
    const FORCE_BOLD: u32 = 1 << 18;
    let name = base_font
        .split_once('+')
        .map_or(base_font, |(_, name)| name);
    let lower = name.to_ascii_lowercase();
    let named = [
        "bold", "black", "heavy", "demi", "-medi", "cmbx", "sfbx", "ecbx",
    ]
    .iter()
    .any(|part| lower.contains(part));
    let descriptor = source.dict(dict, b"FontDescriptor");
    let weight = descriptor
        .and_then(|d| source.number(d, b"FontWeight"))
        .unwrap_or(0.0);
    let flags = descriptor
        .and_then(|d| source.number(d, b"Flags"))
        .unwrap_or(0.0) as u32;
    named || weight >= 600.0 || flags & FORCE_BOLD != 0
}
