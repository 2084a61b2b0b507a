//! Images of a file as image files: a scanned page is one.

use super::object::{Dictionary, Object, ObjectId};
use super::source::Source;

/// Dots of the largest image that is taken out: a page at 600 dots an inch.
const MAX_DOTS: usize = 36_000_000;

/// An image as a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Image {
    /// The file.
    pub bytes: Vec<u8>,
    /// What its name should end in.
    pub extension: &'static str,
    /// Width in dots.
    pub width: usize,
}

/// The image with this identifier; `None` for kinds that are not known.
pub fn of(source: &Source<'_>, id: ObjectId) -> Option<Image> {
    let Object::Stream(stream) = source.objects.get(id)? else {
        return None;
    };
    let dict = &stream.dict;
    let whole = |key: &[u8]| source.number(dict, key).map(|n| n as usize);
    let (width, height) = (whole(b"Width")?, whole(b"Height")?);
    if width == 0 || height == 0 || width.checked_mul(height)? > MAX_DOTS {
        return None;
    }
    let filters = stream.filters()?;
    let data = source.data(stream);
    let image = |bytes, extension| {
        Some(Image {
            bytes,
            extension,
            width,
        })
    };
    match filters[..] {
        [b"DCTDecode" | b"DCT"] => image(data.to_vec(), "jpg"),
        [b"JPXDecode"] => image(data.to_vec(), "jp2"),
        [b"CCITTFaxDecode" | b"CCF"] => {
            let parameters = match source.get(dict, b"DecodeParms") {
                Some(Object::Array(all)) => all.last().and_then(|o| source.as_dict(o)),
                Some(object) => source.as_dict(object),
                None => None,
            };
            let get = |key: &[u8]| parameters.and_then(|p| source.number(p, key));
            let kind = get(b"K").unwrap_or(0.0);
            let columns = get(b"Columns").map_or(1728, |n| n as usize);
            let black_is_one = parameters
                .and_then(|p| source.get(p, b"BlackIs1"))
                .is_some_and(|o| *o == Object::Boolean(true));
            let white_is_zero = !(black_is_one ^ inverted(source, dict));
            image(fax(data, columns, height, kind, white_is_zero), "tif")
        }
        _ if filters.iter().all(|f| is_plain(f)) => {
            let data = source.inflate(stream);
            image(raw(source, dict, &data, width, height)?, "pnm")
        }
        _ => None,
    }
}

/// Whether a filter leaves plain dots.
fn is_plain(filter: &[u8]) -> bool {
    matches!(
        filter,
        b"FlateDecode" | b"Fl" | b"LZWDecode" | b"LZW" | b"RunLengthDecode" | b"RL"
    ) || matches!(
        filter,
        b"ASCII85Decode" | b"A85" | b"ASCIIHexDecode" | b"AHx"
    )
}

/// Whether `/Decode` turns black and white around.
fn inverted(source: &Source<'_>, dict: &Dictionary) -> bool {
    source
        .array(dict, b"Decode")
        .and_then(|d| source.as_number(d.first()?))
        .is_some_and(|n| n > 0.5)
}

/// A fax image in a TIFF file: the least header that names its compression.
fn fax(data: &[u8], columns: usize, rows: usize, kind: f32, white_is_zero: bool) -> Vec<u8> {
    const LONG: u16 = 4;
    let compression = if kind < 0.0 { 4 } else { 3 };
    let options = u32::from(kind > 0.0);
    let photometric = u32::from(!white_is_zero);
    let fields = [
        (256u16, columns as u32),
        (257, rows as u32),
        (258, 1),
        (259, compression),
        (262, photometric),
        (273, 8 + 2 + 12 * 10 + 4),
        (277, 1),
        (278, rows as u32),
        (279, data.len() as u32),
        (if kind < 0.0 { 293 } else { 292 }, options),
    ];
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    out.extend((fields.len() as u16).to_le_bytes());
    for (tag, value) in fields {
        out.extend(tag.to_le_bytes());
        out.extend(LONG.to_le_bytes());
        out.extend(1u32.to_le_bytes());
        out.extend(value.to_le_bytes());
    }
    out.extend([0; 4]);
    out.extend(data);
    out
}

/// How the dots of an image are colours.
enum Colours {
    Grey,
    Rgb,
    Cmyk,
    /// Numbers of colours in a table of red, green and blue.
    Table(Vec<u8>),
}

fn colours(source: &Source<'_>, space: &Object, depth: usize) -> Option<Colours> {
    if depth > 4 {
        return None;
    }
    match space {
        Object::Name(name) => match name.as_slice() {
            b"DeviceGray" | b"CalGray" | b"G" => Some(Colours::Grey),
            b"DeviceRGB" | b"CalRGB" | b"RGB" => Some(Colours::Rgb),
            b"DeviceCMYK" | b"CMYK" => Some(Colours::Cmyk),
            _ => None,
        },
        Object::Array(parts) => {
            let Some(Object::Name(kind)) = source.resolve(parts.first()?) else {
                return None;
            };
            match kind.as_slice() {
                b"ICCBased" => match source.number(source.as_dict(parts.get(1)?)?, b"N")? as u32 {
                    1 => Some(Colours::Grey),
                    3 => Some(Colours::Rgb),
                    4 => Some(Colours::Cmyk),
                    _ => None,
                },
                b"Indexed" | b"I" => {
                    let base = source.resolve(parts.get(1)?)?;
                    let table = match source.resolve(parts.get(3)?)? {
                        Object::String(bytes) => bytes.clone(),
                        Object::Stream(stream) => source.inflate(stream),
                        _ => return None,
                    };
                    match colours(source, base, depth + 1)? {
                        Colours::Rgb => Some(Colours::Table(table)),
                        Colours::Grey => {
                            Some(Colours::Table(table.iter().flat_map(|&g| [g; 3]).collect()))
                        }
                        _ => None,
                    }
                }
                _ => colours(source, source.resolve(parts.first()?)?, depth + 1),
            }
        }
        _ => None,
    }
}

/// Plain dots as a PNM file.
fn raw(
    source: &Source<'_>,
    dict: &Dictionary,
    data: &[u8],
    width: usize,
    height: usize,
) -> Option<Vec<u8>> {
    let mask = source.get(dict, b"ImageMask") == Some(&Object::Boolean(true));
    let colours = if mask {
        Colours::Grey
    } else {
        colours(source, source.get(dict, b"ColorSpace")?, 0)?
    };
    let bits = if mask {
        1
    } else {
        source.number(dict, b"BitsPerComponent")? as usize
    };
    let turn = inverted(source, dict);
    let header = |kind: &str, most: &str| format!("{kind}\n{width} {height}\n{most}").into_bytes();
    let padded = |bytes: usize| {
        // A cut image is white below.
        let mut data = data[..data.len().min(bytes)].to_vec();
        data.resize(bytes, 255);
        data
    };
    match (colours, bits) {
        (Colours::Grey, 1) => {
            // In this format black is one; in a PDF it is zero.
            let mut out = header("P4", "");
            let dots = padded(width.div_ceil(8) * height);
            out.extend(dots.iter().map(|&b| if turn { b } else { !b }));
            Some(out)
        }
        (Colours::Grey, 8) => {
            let mut out = header("P5", "255\n");
            let dots = padded(width * height);
            out.extend(dots.iter().map(|&b| if turn { !b } else { b }));
            Some(out)
        }
        (Colours::Rgb, 8) => {
            let mut out = header("P6", "255\n");
            out.extend(padded(width * height * 3));
            Some(out)
        }
        (Colours::Cmyk, 8) => {
            let mut out = header("P6", "255\n");
            for dot in padded(width * height * 4).chunks_exact(4) {
                let light = 255 - u32::from(dot[3]);
                let shade = |ink: u8| ((255 - u32::from(ink)) * light / 255) as u8;
                out.extend([shade(dot[0]), shade(dot[1]), shade(dot[2])]);
            }
            Some(out)
        }
        (Colours::Table(table), 1 | 2 | 4 | 8) => {
            let mut out = header("P6", "255\n");
            let line = (width * bits).div_ceil(8);
            let dots = padded(line * height);
            for row in dots.chunks_exact(line) {
                for x in 0..width {
                    let at = x * bits;
                    let shift = 8 - bits - at % 8;
                    let number = usize::from(row[at / 8] >> shift) & ((1 << bits) - 1);
                    let colour = table.get(number * 3..number * 3 + 3);
                    out.extend(colour.unwrap_or(&[255; 3]));
                }
            }
            Some(out)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Limits;
    use super::super::objects::Objects;
    use super::*;

    /// The image of these dots, by what its dictionary says.
    fn file_of(entries: &str, dots: &[u8]) -> Option<Image> {
        let mut pdf = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
            2 0 obj\n<< /Type /Pages /Kids [] >>\nendobj\n3 0 obj\n"
            .to_vec();
        pdf.extend(format!("<< {entries} /Length {} >>\nstream\n", dots.len()).bytes());
        pdf.extend_from_slice(dots);
        pdf.extend_from_slice(b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n");
        let objects = Objects::lazy(&pdf, &Limits::default())?;
        of(&Source::new(&objects, 1 << 20), (3, 0))
    }

    #[test]
    fn a_fax_in_a_tiff_file_points_to_its_data() {
        let file = fax(b"data", 16, 1, -1.0, true);
        let at = 8 + 2 + 12 * 10 + 4;
        assert_eq!(&file[at..], b"data");
        assert_eq!(&file[..4], b"II*\0");
    }

    #[test]
    fn dots_become_a_picture() {
        let size = "/Width 3 /Height 2 /BitsPerComponent";
        let black = file_of(&format!("{size} 1 /ColorSpace /DeviceGray"), &[0x40, 0xe0]);
        let black = black.unwrap();
        assert_eq!(
            (&black.bytes[..], black.width),
            (&b"P4\n3 2\n\xbf\x1f"[..], 3)
        );
        let grey = file_of(&format!("{size} 8 /ColorSpace /DeviceGray"), b"abcdef").unwrap();
        assert_eq!(grey.bytes, b"P5\n3 2\n255\nabcdef");
        let table = "/ColorSpace [/Indexed /DeviceRGB 1 <000000 ff0000>]";
        let table = file_of(&format!("{size} 1 {table}"), &[0x40, 0x00]).unwrap();
        assert_eq!(table.bytes[11..17], *b"\0\0\0\xff\0\0");
    }

    #[test]
    fn what_is_not_known_is_no_picture() {
        let size = "/Width 3 /Height 2 /BitsPerComponent 8 /ColorSpace";
        assert_eq!(
            file_of(&format!("{size} /DeviceGray /Filter /JBIG2Decode"), b"x"),
            None
        );
        assert_eq!(file_of(&format!("{size} /Pattern"), b"abcdef"), None);
        let huge = "/Width 90000 /Height 90000 /BitsPerComponent 8 /ColorSpace /DeviceGray";
        assert_eq!(file_of(huge, b"x"), None);
    }
}
