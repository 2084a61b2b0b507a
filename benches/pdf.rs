//! Pages a second of the PDF text layer, beside `lopdf`'s own `extract_text`
//! and a run of `pdftotext` a file (where it is installed).
//!
//! `PDF_SET=DIR cargo bench --bench pdf` reads another folder of PDFs.

#![allow(missing_docs, reason = "what the macros of criterion make")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use greffier::pdf::{Limits, extract};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn files() -> Vec<(PathBuf, Vec<u8>)> {
    let folder = std::env::var_os("PDF_SET")
        .map_or_else(|| Path::new("fixtures/pdf").to_path_buf(), PathBuf::from);
    let mut files: Vec<(PathBuf, Vec<u8>)> = std::fs::read_dir(folder)
        .expect("a folder of PDFs")
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "pdf"))
        .map(|path| {
            let bytes = std::fs::read(&path).expect("a readable PDF");
            (path, bytes)
        })
        .collect();
    files.sort();
    files
}

fn bench(c: &mut Criterion) {
    let files = files();
    let pages: usize = files
        .iter()
        .filter_map(|(_, bytes)| extract(bytes, &Limits::default()).ok())
        .map(|pdf| pdf.page_count)
        .sum();
    let mut group = c.benchmark_group("pdf");
    group.throughput(Throughput::Elements(pages as u64));
    group.bench_function("greffier", |b| {
        b.iter(|| {
            for (_, bytes) in &files {
                let _ = black_box(extract(bytes, &Limits::default()));
            }
        });
    });
    group.bench_function("lopdf_extract_text", |b| {
        b.iter(|| {
            for (_, bytes) in &files {
                let Ok(document) = lopdf::Document::load_mem(bytes) else {
                    continue;
                };
                let pages: Vec<u32> = document.get_pages().into_keys().collect();
                let _ = black_box(document.extract_text(&pages));
            }
        });
    });
    let pdftotext = |path: &Path| {
        Command::new("pdftotext")
            .arg("-q")
            .arg(path)
            .arg("-")
            .stdout(Stdio::null())
            .status()
    };
    if files
        .first()
        .is_some_and(|(path, _)| pdftotext(path).is_ok())
    {
        group.sample_size(10);
        group.bench_function("pdftotext_process", |b| {
            b.iter(|| {
                for (path, _) in &files {
                    let _ = black_box(pdftotext(path));
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
