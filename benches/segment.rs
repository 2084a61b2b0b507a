//! Tokens, layout and sentences over the sample archive, in bytes a second.

#![allow(missing_docs)] // criterion's macros make public functions

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use greffier::layout::{LayoutData, analyse, bare};
use greffier::segment::{SegmentData, tokenize};
use std::hint::black_box;
use std::path::Path;

/// As in the program: otherwise its allocations would be measured with another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The text files under a folder, in order.
fn texts(folder: &Path, out: &mut Vec<String>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            texts(&path, out);
        } else if path.extension().is_some_and(|e| e == "txt" || e == "md") {
            out.extend(std::fs::read_to_string(&path));
        }
    }
}

fn segment(c: &mut Criterion) {
    let data = SegmentData::builtin();
    let layout = LayoutData::builtin(&data);
    let mut documents = Vec::new();
    texts(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"),
        &mut documents,
    );
    let bytes = documents.iter().map(String::len).sum::<usize>() as u64;

    let mut group = c.benchmark_group("segment");
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("tokens", |b| {
        b.iter(|| {
            for text in &documents {
                black_box(tokenize(text, &data));
            }
        });
    });
    group.bench_function("tokens and sentences of bare prose", |b| {
        b.iter(|| {
            for text in &documents {
                let mut tokens = tokenize(text, &data);
                black_box(bare(text, &mut tokens, &data, &layout));
            }
        });
    });
    group.bench_function("tokens, layout and sentences", |b| {
        b.iter(|| {
            for text in &documents {
                let mut tokens = tokenize(text, &data);
                black_box(analyse(text, &mut tokens, &data, &layout));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, segment);
criterion_main!(benches);
