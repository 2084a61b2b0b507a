//! The stages of the street and the whole of it, over the texts of the
//! fixtures. Figures are bytes of text a second on one core.

#![allow(missing_docs, reason = "what the macros of criterion make")]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use greffier::evaluate::Fixture;
use greffier::grammar::{Lattice, Unit};
use greffier::ingest::Document;
use greffier::layout;
use greffier::pipeline::{Config, Engine};
use greffier::record::Record;
use greffier::segment::tokenize;

/// As in the program: otherwise its allocations would be measured with another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn texts() -> Vec<String> {
    let files = Fixture::files(Path::new("fixtures")).unwrap();
    files
        .iter()
        .map(|f| Fixture::read(f).unwrap().text)
        .collect()
}

fn street(c: &mut Criterion) {
    let engine = Engine::new(Config::default()).unwrap();
    let texts = texts();
    let (segment, lists, grammar) = (
        engine.segment_data(),
        engine.layout_data(),
        engine.grammar(),
    );
    let mut group = c.benchmark_group("street");
    group.throughput(Throughput::Bytes(
        texts.iter().map(|t| t.len() as u64).sum(),
    ));
    group.bench_function("tokens", |b| {
        b.iter(|| {
            texts
                .iter()
                .map(|t| tokenize(t, segment).tokens.len())
                .sum::<usize>()
        });
    });
    group.bench_function("tokens, layout, sentences", |b| {
        b.iter(|| {
            for text in &texts {
                let mut tokens = tokenize(text, segment);
                black_box(layout::analyse(text, &mut tokens, segment, lists));
            }
        });
    });
    let mut ready: Vec<_> = texts
        .iter()
        .map(|text| {
            let mut tokens = tokenize(text, segment);
            let layout = layout::analyse(text, &mut tokens, segment, lists);
            let units: Vec<Unit> = layout
                .units
                .iter()
                .map(|u| Unit {
                    start: u.tokens.start,
                    end: u.tokens.end,
                    label: "body",
                })
                .collect();
            (text, tokens.tokens, units)
        })
        .collect();
    group.bench_function("lexicon look-up", |b| {
        b.iter(|| {
            for (text, tokens, _) in &mut ready {
                black_box(grammar.lexicon.look_up(text, tokens));
            }
        });
    });
    let hits: Vec<_> = ready
        .iter_mut()
        .map(|(text, tokens, _)| grammar.lexicon.look_up(text, tokens))
        .collect();
    for (at, phase) in grammar.phases.iter().enumerate() {
        group.bench_function(format!("rules up to {}", phase.name), |b| {
            b.iter(|| {
                for ((text, tokens, units), hits) in ready.iter().zip(&hits) {
                    let mut lattice = Lattice::new(text, tokens, hits);
                    for phase in 0..=at {
                        if grammar.is_due(phase, &lattice) {
                            grammar.run_phase(phase, &mut lattice, units, None);
                        }
                    }
                    black_box(lattice.annotations.len());
                }
            });
        });
    }
    group.bench_function("document to record", |b| {
        b.iter(|| {
            for text in &texts {
                black_box::<Record>(engine.read(Document::from_text("x.txt", text)));
            }
        });
    });
    let records: Vec<Record> = texts
        .iter()
        .map(|t| engine.read(Document::from_text("x.txt", t)))
        .collect();
    group.bench_function("record to JSON", |b| {
        b.iter(|| {
            records
                .iter()
                .map(|r| serde_json::to_vec(r).unwrap().len())
                .sum::<usize>()
        });
    });
    group.finish();
}

fn start(c: &mut Criterion) {
    c.bench_function("start: rules and lexicons read from the image", |b| {
        b.iter(|| Engine::new(Config::default()).unwrap());
    });
    c.bench_function("start: rules and lexicons compiled", |b| {
        b.iter(|| Engine::from_sources(Config::default()).unwrap());
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = street, start
}
criterion_main!(benches);
