//! Texts and files made to exhaust their reader, at a size that a test can
//! afford: what takes time out of proportion shows as a time limit passed.
//! `scripts/worst-cases` has the same at full size, with measurements.

use std::io::Write;

use crate::tool::Folder;

/// Stretches that are hard on tokens, layout, rules or facts when repeated.
const STRETCHES: [&str; 24] = [
    "ministre ",
    "« ( ",
    "MINISTRE DE LA ",
    "A",
    "1",
    ".",
    ". ",
    "a@b.fr ",
    "a.b@",
    "https://x.fr/a ",
    "www.a.",
    "\" ",
    "l'",
    "a-",
    "- a\n",
    "MINISTRE\n",
    "MINISTRE DES ARMÉES\n",
    "M. Jean Dupont, ministre, ",
    "le 3 mars 2025, ",
    "a signé un accord avec la France ",
    "01 02 03 04 05 ",
    "J. ",
    "e\u{301}",
    "**a** ",
];

#[test]
fn repeated_stretches_end_in_time() {
    let folder = Folder::new();
    for (number, stretch) in STRETCHES.iter().enumerate() {
        let text = stretch.repeat((48 << 10) / stretch.len());
        folder.put(&format!("in/{number:02}.txt"), format!("Un mot.\n\n{text}"));
    }
    let done = folder.run(&["extract", "in", "--no-text", "--timeout", "60"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(done.records().len(), STRETCHES.len());
}

#[test]
fn a_document_over_its_time_is_an_error() {
    let folder = Folder::new();
    let names = "M. Jean Dupont et Mme Anne Martin ont signé un accord avec la France. ";
    folder.put("in/a.txt", names.repeat(20_000));
    folder.put("in/b.txt", "Bonjour");
    let done = folder.run(&["extract", "in", "--timeout", "0.1", "--no-text"]);
    assert_eq!(done.code, 1);
    assert_eq!(done.paths(), ["in/b.txt"]);
    assert!(done.stderr.contains("--timeout"), "{}", done.stderr);
}

#[test]
fn a_page_of_deep_elements_is_read() {
    let folder = Folder::new();
    let deep = 50_000;
    let page = |open: &str, close: &str| {
        let (open, close) = (open.repeat(deep), close.repeat(deep));
        format!("<!doctype html><p>{open}Bonjour{close}")
    };
    folder.put("a.html", page("<div>", "</div>"));
    folder.put("b.html", page("<b><i>", ""));
    folder.put("c.html", page("<table><td>", ""));
    let done = folder.run(&["extract", ".", "--timeout", "60"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(done.texts(), ["Bonjour"; 3]);
}

#[test]
fn a_word_document_that_expands_is_refused() {
    let folder = Folder::new();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("word/document.xml", options).unwrap();
    archive.write_all(b"<w:document><w:body>").unwrap();
    let paragraph = b"<w:p><w:r><w:t>Bonjour</w:t></w:r></w:p>".repeat(1 << 10);
    for _ in 0..100 {
        archive.write_all(&paragraph).unwrap();
    }
    archive.write_all(b"</w:body></w:document>").unwrap();
    folder.put("a.docx", archive.finish().unwrap().into_inner());
    let done = folder.run(&["extract", "a.docx", "--max-bytes", "1M"]);
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("--max-bytes"), "{}", done.stderr);
}

#[test]
fn a_tar_archive_that_lies_about_sizes_ends() {
    let folder = Folder::new();
    let mut header = tar::Header::new_gnu();
    header.set_path("a.txt").unwrap();
    header.set_entry_type(tar::EntryType::Regular);
    header.set_size(1 << 60);
    header.set_cksum();
    let mut bytes = header.as_bytes().to_vec();
    bytes.extend_from_slice(b"Bonjour");
    folder.put("lie.tar", bytes);
    let done = folder.run(&["extract", "lie.tar"]);
    assert_eq!(done.code, 1);
    assert!(
        done.stderr.starts_with("greffier: lie.tar"),
        "{}",
        done.stderr
    );
}
