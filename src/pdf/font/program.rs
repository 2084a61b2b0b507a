//! What an embedded font file says about its own glyphs, for fonts whose PDF
//! dictionary says too little: code to glyph name (Type 1, CFF), code or
//! glyph to Unicode (the `cmap` and `post` tables of TrueType).

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;
use skrifa::raw::ps::cff::CffFontRef;
use skrifa::raw::{FontRef, TableProvider};
use skrifa::{GlyphId, GlyphNames, MetadataProvider};

/// Mappings read from one `cmap` at most.
const MAX_MAPPINGS: usize = 100_000;

/// Text of each code of a simple font and of each glyph, as far as the file tells.
#[derive(Debug, Default)]
pub struct Program {
    /// Glyph name by code (the built-in encoding).
    pub names: FxHashMap<u8, String>,
    /// Character by glyph identifier.
    pub glyphs: FxHashMap<u32, char>,
    /// Glyph by code, of a symbolic TrueType font.
    pub codes: FxHashMap<u8, u32>,
    /// Glyph identifier by CID, where the two differ (CID-keyed CFF).
    pub cids: Option<FxHashMap<u32, u32>>,
    /// Advance by glyph in thousandths of an em.
    pub advances: Vec<f32>,
}

impl Program {
    /// Reads a font file of any kind; an unreadable one gives nothing.
    pub fn read(data: &[u8]) -> Self {
        match data {
            [0x80, ..] | [b'%', b'!', ..] => Self::type1(data),
            [1, 0, n, _, ..] if *n >= 4 && *n < 32 => Self::cff(data).unwrap_or_default(),
            _ => Self::truetype(data).unwrap_or_default(),
        }
    }

    fn type1(data: &[u8]) -> Self {
        let mut out = Self::default();
        // The encoding stands in the clear-text part at the start.
        let clear = &data[..data.len().min(64 << 10)];
        if let Some(table) = pdfboss_encoding::type1_builtin_encoding(clear) {
            for (code, name) in table.iter().enumerate() {
                if let Some(name) = name {
                    out.names.insert(code as u8, name.clone());
                }
            }
        }
        out
    }

    fn cff(data: &[u8]) -> Option<Self> {
        let mut out = Self::default();
        let font = CffFontRef::new_cff(data, 0, None).ok()?;
        let charset = font.charset()?;
        if font.is_cid() {
            let cids = charset
                .iter()
                .map(|(gid, sid)| (u32::from(sid.to_u16()), gid.to_u32()))
                .collect();
            out.cids = Some(cids);
            return Some(out);
        }
        let name = |gid: GlyphId| {
            let bytes = font.string(charset.string_id(gid)?)?;
            std::str::from_utf8(bytes).ok()
        };
        for (gid, _) in charset.iter() {
            if let Some(c) = name(gid).and_then(pdfboss_encoding::glyph_to_unicode) {
                out.glyphs.insert(gid.to_u32(), c);
            }
        }
        if let Some(encoding) = font.encoding() {
            for code in 0..=255u8 {
                if let Some(gid) = encoding.map(code)
                    && let Some(name) = name(gid)
                    && name != ".notdef"
                {
                    out.names.insert(code, name.to_owned());
                }
            }
        }
        Some(out)
    }

    fn truetype(data: &[u8]) -> Option<Self> {
        let mut out = Self::default();
        let font = FontRef::from_index(data, 0).ok()?;
        if let Ok(cff) = font.cff()
            && let Some(inner) = Self::cff(cff.offset_data().as_bytes())
        {
            out = inner;
        }
        for (code, gid) in font.charmap().mappings().take(MAX_MAPPINGS) {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            // Several codes may share a glyph (space and NBSP, hyphen and
            // soft hyphen): the first, the lower, is the plain one.
            if !('\u{e000}'..='\u{f8ff}').contains(&c) {
                out.glyphs.entry(gid.to_u32()).or_insert(c);
            }
        }
        if let Ok(cmap) = font.cmap() {
            for record in cmap.encoding_records() {
                let Ok(table) = record.subtable(cmap.offset_data()) else {
                    continue;
                };
                for code in 0..=255u8 {
                    let gid = [u32::from(code), 0xf000 + u32::from(code)]
                        .into_iter()
                        .find_map(|c| table.map_codepoint(c).filter(|g| g.to_u32() != 0));
                    if let Some(gid) = gid {
                        out.codes.entry(code).or_insert(gid.to_u32());
                    }
                }
            }
        }
        let names = GlyphNames::new(&font);
        for (gid, name) in names.iter().take(MAX_MAPPINGS) {
            if !name.is_synthesized()
                && let Entry::Vacant(entry) = out.glyphs.entry(gid.to_u32())
                && let Some(c) = pdfboss_encoding::glyph_to_unicode(name.as_str())
            {
                entry.insert(c);
            }
        }
        if let (Ok(hmtx), Ok(head)) = (font.hmtx(), font.head()) {
            let scale = 1000.0 / f32::from(head.units_per_em().max(1));
            out.advances = hmtx
                .h_metrics()
                .iter()
                .map(|m| f32::from(m.advance()) * scale)
                .collect();
        }
        Some(out)
    }

    /// The character of a glyph.
    pub fn glyph(&self, gid: u32) -> Option<char> {
        self.glyphs.get(&gid).copied()
    }

    /// The advance of a glyph, if the file has metrics.
    pub fn advance(&self, gid: u32) -> Option<f32> {
        self.advances
            .get(gid as usize)
            .or(self.advances.last())
            .copied()
    }
}

/// Where the `cmap` table of a TrueType file ends, by the directory at its start.
pub fn cmap_end(data: &[u8]) -> Option<usize> {
    let count = usize::from(u16::from_be_bytes(*data.get(4..)?.first_chunk()?));
    let records = data.get(12..)?.chunks_exact(16).take(count);
    let record = records
        .into_iter()
        .find(|record| record.starts_with(b"cmap"))?;
    let number = |at: usize| Some(u32::from_be_bytes(*record[at..].first_chunk()?) as usize);
    number(8)?.checked_add(number(12)?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_directory_of_a_font_says_where_its_cmap_ends() {
        let mut file = b"\0\x01\0\0\0\x02\0\0\0\0\0\0".to_vec();
        for (name, offset, length) in [(b"OS/2", 44u32, 96u32), (b"cmap", 140, 60)] {
            file.extend(name);
            file.extend([0; 4]);
            file.extend(offset.to_be_bytes());
            file.extend(length.to_be_bytes());
        }
        assert_eq!(super::cmap_end(&file), Some(200));
        assert_eq!(super::cmap_end(&file[..40]), None);
        assert_eq!(super::cmap_end(b""), None);
    }
}
