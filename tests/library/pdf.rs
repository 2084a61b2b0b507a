//! The PDF text layer on whole files: golden texts of several producers, and
//! small files that are damaged, cyclic, nested or oversized on purpose.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use greffier::pdf::{Code, Error, Limits, PdfText, extract};

fn read(bytes: &[u8]) -> Result<PdfText, Error> {
    extract(bytes, &Limits::default())
}

/// A PDF of these numbered objects, with a correct cross-reference table.
fn pdf(objects: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n".to_vec();
    let mut offsets = Vec::new();
    for (number, body) in objects {
        offsets.push((*number, out.len()));
        out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        out.extend_from_slice(body);
        out.extend_from_slice(b"\nendobj\n");
    }
    let start = out.len();
    let size = objects.iter().map(|o| o.0).max().unwrap_or(0) + 1;
    let mut table = String::from("xref\n0 1\n0000000000 65535 f \n");
    for (number, offset) in offsets {
        let _ = write!(table, "{number} 1\n{offset:010} 00000 n \n");
    }
    let _ = write!(
        table,
        "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    out.extend_from_slice(table.as_bytes());
    out
}

fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<< {dict} /Length {} >>\nstream\n", data.len()).into_bytes();
    out.extend_from_slice(data);
    out.extend_from_slice(b"\nendstream");
    out
}

/// One page in Helvetica with this content; more objects may follow.
fn page(content: Vec<u8>, resources: &str, more: Vec<(u32, Vec<u8>)>) -> Vec<u8> {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> {resources} >> >>"
    );
    let mut objects = vec![
        (1, b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()),
        (2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec()),
        (3, page.into_bytes()),
        (4, content),
        (5, font.as_bytes().to_vec()),
    ];
    objects.extend(more);
    pdf(&objects)
}

fn simple(content: &str) -> Vec<u8> {
    page(stream("", content.as_bytes()), "", Vec::new())
}

fn squeezed(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(|p| {
            p.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .replace('’', "'")
                .replace("• ", "")
        })
        .filter(|p| p.split(' ').count() >= 8)
        .collect()
}

#[test]
fn prose_of_every_producer_comes_out_whole() {
    let mut checked = 0;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pdf");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "pdf") {
            continue;
        }
        let wanted = std::fs::read_to_string(path.with_extension("txt")).unwrap();
        let got = read(&std::fs::read(&path).unwrap()).unwrap();
        let found = squeezed(&got.text);
        for paragraph in squeezed(&wanted) {
            assert!(
                found.contains(&paragraph),
                "{}: {paragraph}\nfound: {found:#?}",
                path.display()
            );
        }
        checked += 1;
        check_places(&got);
    }
    assert!(checked >= 8);
}

/// A PDF of the sample archive, which may be packed.
fn of_the_archive(path: &str) -> Vec<u8> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let Some((archive, member)) = path.split_once("!/") else {
        return std::fs::read(corpus.join(path)).unwrap();
    };
    let mut archive = zip::ZipArchive::new(File::open(corpus.join(archive)).unwrap()).unwrap();
    let mut bytes = Vec::new();
    archive
        .by_name(member)
        .unwrap()
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

/// A text as the comparison sees it: kinds of spaces, apostrophes, dashes and bullets are alike.
fn folded(text: &str) -> String {
    let plain = text
        .replace('’', "'")
        .replace(['–', '—', '‑', '\u{2010}'], "-");
    let words = plain.split_whitespace();
    let words = words.filter(|w| !matches!(*w, "•" | "-" | "◦" | "▪"));
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_archive_reads_as_it_was_written() {
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pdf");
    let index = std::fs::read_to_string(expected.join("index.tsv")).unwrap();
    let mut producers = BTreeSet::new();
    for line in index.lines() {
        let [name, producer, path] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let got = read(&of_the_archive(path)).unwrap();
        check_places(&got);
        let found: Vec<String> = got.text.lines().map(folded).collect();
        let whole = found.join(" ");
        // A kerned line may leave no room for a space that one can see.
        let spaceless: Vec<String> = found.iter().map(|p| p.replace(' ', "")).collect();
        let wanted = std::fs::read_to_string(expected.join(format!("{name}.txt"))).unwrap();
        for paragraph in wanted.lines().map(folded).filter(|p| !p.is_empty()) {
            let prose = paragraph.split(' ').count() >= 8;
            assert!(
                found.contains(&paragraph)
                    || !prose && whole.contains(&paragraph)
                    || spaceless.contains(&paragraph.replace(' ', "")),
                "{name}: {paragraph}\nfound: {found:#?}"
            );
        }
        if let Ok(floats) = std::fs::read_to_string(expected.join(format!("{name}.float.txt"))) {
            for line in floats.lines().map(folded) {
                assert!(whole.contains(&line), "{name}: {line}\nfound: {found:#?}");
            }
        }
        producers.insert(producer.to_owned());
    }
    assert_eq!(producers.len(), 8);
}

/// Pages, blocks and words lie in the text, in order.
fn check_places(pdf: &PdfText) {
    let mut end = 0;
    for range in &pdf.pages {
        assert!(range.start >= end && range.start <= range.end);
        assert!(pdf.text.is_char_boundary(range.start) && pdf.text.is_char_boundary(range.end));
        end = range.end;
    }
    assert!(end <= pdf.text.len());
    for block in &pdf.layout.blocks {
        assert!(!pdf.text[block.range.clone()].is_empty());
    }
    for pair in pdf.layout.lines.windows(2) {
        assert!(pair[0].end <= pair[1].start);
    }
    for pair in pdf.layout.words.windows(2) {
        assert!(pair[0].end <= pair[1].start);
        assert!(!pdf.text[pair[0].start..pair[0].end].contains('\n'));
    }
}

#[test]
fn a_word_can_be_traced_to_its_box() {
    let got = read(&simple("BT /F1 12 Tf 72 700 Td (Bonjour le monde) Tj ET")).unwrap();
    assert_eq!(got.text, "Bonjour le monde");
    let at = got.text.find("monde").unwrap();
    let boxes = got.layout.boxes(at..at + 5);
    assert_eq!(boxes.len(), 1);
    let (page, bbox) = boxes[0];
    assert_eq!(page, 0);
    assert!(bbox.x0 > 110.0 && bbox.x1 < 180.0 && bbox.y0 < 700.0 && bbox.y1 > 700.0);
}

#[test]
fn text_after_a_damaged_operator_is_read() {
    let got = read(&simple(
        "BT /F1 12 Tf 72 700 Td (avant) Tj ET ] >> ) <zz> - BT /F1 12 Tf 72 600 Td (apres) Tj ET",
    ))
    .unwrap();
    assert_eq!(got.text, "avant\n\napres");
}

#[test]
fn objects_are_found_without_a_table() {
    let whole = simple("BT /F1 12 Tf 72 700 Td (Bonjour) Tj ET");
    let table = memchr::memmem::find(&whole, b"xref").unwrap();
    let mut cut = whole[..table].to_vec();
    cut.extend_from_slice(b"trailer << /Root 1 0 R >>");
    let mut moved = b"%PDF-1.5\n% something that was not there before\n".to_vec();
    moved.extend_from_slice(&whole[9..]);
    for damaged in [cut, moved] {
        let got = read(&damaged).unwrap();
        assert_eq!(got.text, "Bonjour");
        assert_eq!(got.warnings[0].code, Code::Recovered);
    }
    // A later object with the same number is the newer one.
    let mut newer = whole.clone();
    let content = stream("", b"BT /F1 12 Tf 72 700 Td (Bonsoir) Tj ET");
    newer.extend_from_slice(b"\n4 0 obj\n");
    newer.extend_from_slice(&content);
    newer.extend_from_slice(b"\nendobj\nstartxref\n7\n%%EOF");
    assert_eq!(read(&newer).unwrap().text, "Bonsoir");
}

#[test]
fn a_stream_of_unknown_length_ends_where_it_says() {
    for length in ["", "/Length 3", "/Length 99 0 R"] {
        let content =
            format!("<< {length} >>\nstream\nBT /F1 12 Tf 72 700 Td (Bonjour) Tj ET\nendstream");
        let got = read(&page(content.into_bytes(), "", Vec::new())).unwrap();
        assert_eq!(got.text, "Bonjour", "{length}");
        assert_eq!(got.warnings[0].code, Code::Recovered, "{length}");
    }
}

#[test]
fn operators_within_an_array_of_strings_do_not_end_it() {
    let got = read(&simple(
        "BT /F1 12 Tf 72 700 Td [(Grande) 0 Tc -250 (surface) 0 Tc] TJ ET",
    ))
    .unwrap();
    assert_eq!(got.text, "Grande surface");
}

#[test]
fn a_field_without_an_appearance_is_read() {
    let field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /V (Mme Odile Ferrand) \
        /Rect [120 695 300 715] /DA (/F1 12 Tf) >>";
    let file = page(
        stream("", b"BT /F1 12 Tf 72 700 Td (Nom :) Tj ET"),
        ">> /Annots [6 0 R] /PieceInfo <<",
        vec![(6, field.to_vec())],
    );
    assert_eq!(read(&file).unwrap().text, "Nom : Mme Odile Ferrand");
}

#[test]
fn a_file_of_nothing_but_a_header_keeps_it() {
    let got = read(&simple("BT /F1 9 Tf 72 820 Td (Page 1 sur 1) Tj ET")).unwrap();
    assert_eq!(got.text, "Page 1 sur 1");
    assert!(got.layout.furniture.is_empty());
}

#[test]
fn actual_text_and_superscripts() {
    let got = read(&simple(
        "BT /F1 12 Tf 72 700 Td (le 1) Tj 7 Tf /F1 7 Tf 5 Ts (er) Tj 0 Ts /F1 12 Tf ( mars ) Tj \
         /Span << /ActualText (mardi) >> BDC (xyz) Tj EMC ET",
    ))
    .unwrap();
    assert_eq!(got.text, "le 1er mars mardi");
}

#[test]
fn a_broken_word_is_joined_over_lines() {
    let lines = [
        "La convention engage la collectivité dans un programme de réno-",
        "vation des écoles pour une durée de dix ans et sans condition",
        "particulière, a dit le maire de Saint-Aubin.",
    ];
    let mut content = String::from("BT /F1 12 Tf 14 TL 72 700 Td ");
    for line in lines {
        content.push('<');
        for c in line.chars() {
            let _ = write!(content, "{:02x}", c as u32);
        }
        content.push_str("> Tj T* ");
    }
    content.push_str("ET");
    let got = read(&simple(&content)).unwrap();
    assert!(
        got.text.contains("programme de rénovation des écoles"),
        "{}",
        got.text
    );
    assert!(!got.text.contains('\n'));
}

#[test]
fn what_is_no_pdf_is_an_error() {
    assert_eq!(read(b"").unwrap_err(), Error::NotPdf);
    assert_eq!(read(b"Bonjour").unwrap_err(), Error::NotPdf);
    let limits = Limits {
        max_bytes: 10,
        ..Limits::default()
    };
    let error = extract(&simple("BT ET"), &limits).unwrap_err();
    assert!(matches!(error, Error::TooLarge { limit: 10, .. }));
}

#[test]
fn every_truncation_ends_in_text_or_an_error() {
    let whole = simple("BT /F1 12 Tf 72 700 Td (Bonjour) Tj ET");
    for end in 0..whole.len() {
        let _ = read(&whole[..end]);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pdf/word_like.pdf");
    let real = std::fs::read(path).unwrap();
    for step in 1..40 {
        let cut = real.len() * step / 40;
        assert_ne!(
            read(&real[..cut]).err(),
            Some(Error::Failed),
            "cut at {cut}"
        );
    }
}

#[test]
fn flipped_bytes_never_break_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pdf/latex_twocol.pdf");
    let real = std::fs::read(path).unwrap();
    let mut seed = 0x9e37_79b9_u64;
    for _ in 0..60 {
        let mut bytes = real.clone();
        for _ in 0..20 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let at = (seed >> 20) as usize % bytes.len();
            bytes[at] ^= (seed >> 11) as u8;
        }
        assert_ne!(read(&bytes).err(), Some(Error::Failed));
    }
}

#[test]
fn cycles_end() {
    // A form that draws itself, and a page tree that is its own parent.
    let form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >>",
        b"BT /F1 9 Tf (a) Tj ET /X Do /X Do",
    );
    let file = page(
        stream("", b"/X Do"),
        "/XObject << /X 6 0 R >>",
        vec![(6, form)],
    );
    let start = Instant::now();
    let got = read(&file).unwrap();
    assert!(start.elapsed() < Duration::from_secs(5));
    assert!(got.warnings.iter().any(|w| w.code == Code::Truncated));

    let tree = pdf(&[
        (1, b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()),
        (
            2,
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >>".to_vec(),
        ),
        (
            3,
            b"<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>".to_vec(),
        ),
    ]);
    assert_ne!(read(&tree).err(), Some(Error::Failed));
}

#[test]
fn deep_nesting_ends() {
    let deep = "[".repeat(200_000) + &"q ".repeat(100_000) + &"/A BMC ".repeat(50_000);
    let _ = read(&simple(&deep)).unwrap();
    let nested = format!("<< /A {} >>", "[".repeat(50_000));
    let file = page(stream("", b"BT ET"), "", vec![(6, nested.into_bytes())]);
    assert_ne!(read(&file).err(), Some(Error::Failed));
}

#[test]
fn a_bomb_is_not_inflated() {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let block = vec![b' '; 1 << 20];
    for _ in 0..600 {
        encoder.write_all(&block).unwrap();
    }
    let bomb = stream("/Filter /FlateDecode", &encoder.finish().unwrap());
    let start = Instant::now();
    let limits = Limits {
        max_inflated: 8 << 20,
        ..Limits::default()
    };
    let got = extract(&page(bomb, "", Vec::new()), &limits).unwrap();
    assert!(start.elapsed() < Duration::from_secs(5));
    assert!(got.text.is_empty());
    assert!(got.warnings.iter().any(|w| w.code == Code::Recovered));
}

#[test]
fn the_deadline_holds() {
    let mut content = String::from("BT /F1 1 Tf ");
    for i in 0..200_000 {
        let _ = write!(content, "1 0 0 1 {} {} Tm (a) Tj ", i % 500, i / 500);
    }
    let start = Instant::now();
    let limits = Limits {
        deadline: Some(start + Duration::from_millis(50)),
        ..Limits::default()
    };
    let _ = extract(&simple(&content), &limits);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_page_that_is_an_image_needs_recognition() {
    let image = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        b"\x00",
    );
    let file = page(
        stream("", b"q 595 0 0 842 0 0 cm /X Do Q"),
        "/XObject << /X 6 0 R >>",
        vec![(6, image)],
    );
    let got = read(&file).unwrap();
    assert_eq!(got.text, "");
    assert_eq!(got.warnings[0].code, Code::NoTextLayer);
    assert_eq!(got.warnings[0].pages, [1]);
}

/// A file whose trailer holds the encryption itself and no empty password opens.
#[test]
fn an_encryption_in_the_trailer_is_seen() {
    let (long, short) = ("00".repeat(48), "00".repeat(32));
    let body = "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
                2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n";
    let (first, second) = (body.find("1 0 obj").unwrap(), body.find("2 0 obj").unwrap());
    let file = format!(
        "{body}xref\n0 3\n0000000000 65535 f \n{first:010} 00000 n \n{second:010} 00000 n \n\
         trailer <</Size 3/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 5/R 6/Length 256\
         /CF<</StdCF<</Length 32/AuthEvent/DocOpen/CFM/AESV3>>>>/StmF/StdCF/StrF/StdCF/P -4\
         /O<{long}>/U<{long}>/OE<{short}>/UE<{short}>/Perms<{}>>>>>\nstartxref\n{}\n%%EOF\n",
        "00".repeat(16),
        body.len()
    );
    let read = extract(file.as_bytes(), &Limits::default());
    assert!(matches!(read, Err(Error::Encrypted)));
}

/// Files encrypted in every way, for the user `é-user` and the owner `owner`.
fn encrypted() -> Vec<(&'static str, Vec<u8>)> {
    use lopdf::encryption::crypt_filters::{Aes128CryptFilter, Aes256CryptFilter, CryptFilter};
    use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions};
    use std::collections::BTreeMap;
    use std::sync::Arc;

    let plain = page(
        stream("", b"BT /F1 11 Tf 50 700 Td (Bonjour) Tj ET"),
        "",
        vec![],
    );
    let mut document = Document::load_mem(&plain).unwrap();
    let id = Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", vec![id.clone(), id]);
    let filters = |filter: Arc<dyn CryptFilter>| BTreeMap::from([(b"StdCF".to_vec(), filter)]);
    let (owner_password, user_password) = ("owner", "é-user");
    let permissions = Permissions::all();
    let new = |stream_filter: &[u8], string_filter: &[u8]| EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: filters(Arc::new(Aes256CryptFilter)),
        file_encryption_key: &[7; 32],
        stream_filter: stream_filter.to_vec(),
        string_filter: string_filter.to_vec(),
        owner_password,
        user_password,
        permissions,
    };
    let old = |encrypt_metadata, string_filter: &[u8]| EncryptionVersion::V4 {
        document: &document,
        encrypt_metadata,
        crypt_filters: filters(Arc::new(Aes128CryptFilter)),
        stream_filter: b"StdCF".to_vec(),
        string_filter: string_filter.to_vec(),
        owner_password,
        user_password,
        permissions,
    };
    let versions = [
        (
            "RC4, 40 bits",
            EncryptionVersion::V1 {
                document: &document,
                owner_password,
                user_password,
                permissions,
            },
        ),
        (
            "RC4, 128 bits",
            EncryptionVersion::V2 {
                document: &document,
                owner_password,
                user_password,
                key_length: 128,
                permissions,
            },
        ),
        ("AES, 128 bits", old(true, b"StdCF")),
        ("AES, streams alone", old(false, b"Identity")),
        ("AES, 256 bits", new(b"StdCF", b"StdCF")),
        ("AES, strings in the clear", new(b"StdCF", b"Identity")),
    ];
    versions
        .into_iter()
        .map(|(name, version)| {
            let mut locked = document.clone();
            locked
                .encrypt(&EncryptionState::try_from(version).unwrap())
                .unwrap();
            let mut bytes = Vec::new();
            locked.save_to(&mut bytes).unwrap();
            (name, bytes)
        })
        .collect()
}

fn read_with(bytes: &[u8], passwords: &[&str]) -> Result<String, Error> {
    let passwords: Vec<String> = passwords.iter().map(ToString::to_string).collect();
    let limits = Limits {
        passwords: passwords.into(),
        ..Limits::default()
    };
    extract(bytes, &limits).map(|read| read.text)
}

#[test]
fn an_encrypted_file_opens_with_the_password_of_its_user_or_owner() {
    for (name, file) in encrypted() {
        for passwords in [&["é-user"][..], &["owner"], &["no", "", "owner", "no"]] {
            let text = read_with(&file, passwords);
            assert_eq!(text.as_deref(), Ok("Bonjour"), "{name} {passwords:?}");
        }
        for passwords in [&[][..], &["no"], &["Owner", "é-user "]] {
            let text = read_with(&file, passwords);
            assert_eq!(text, Err(Error::Encrypted), "{name} {passwords:?}");
        }
    }
}

/// The file was made by another program.
#[test]
fn the_protected_file_of_the_sample_archive_opens_with_its_password() {
    let path = "corpus/2025/Ministères/Intérieur/CONFIDENTIEL - projet de communiqué.pdf";
    let file = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    assert_eq!(read_with(&file, &[]), Err(Error::Encrypted));
    let text = read_with(&file, &["greffier"]).unwrap();
    assert!(
        text.contains("signera jeudi 13 novembre, à Athènes"),
        "{text}"
    );
    // What needs no password is none the worse for one.
    let path = "fixtures/pdf/qpdf_aes256.pdf";
    let open = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let text = read_with(&open, &["greffier"]);
    assert_eq!(text, Ok(read(&open).unwrap().text));
}
