//! Writes a minimal record for each text file named: text, sentences, title,
//! kind, dateline and sections. `--bare` reads them as prose without layout,
//! `--show` prints what was found for people instead.

use greffier::layout::{Layout, LayoutData, UnitKind, analyse, bare};
use greffier::segment::{SegmentData, Tokens, tokenize};
use std::io::Write;

fn main() -> std::io::Result<()> {
    let data = SegmentData::builtin();
    let layout_data = LayoutData::builtin(&data);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut prose, mut show) = (false, false);
    for path in std::env::args().skip(1) {
        match path.as_str() {
            "--bare" => prose = true,
            "--show" => show = true,
            _ => {
                let text = std::fs::read_to_string(&path)?;
                let mut tokens = tokenize(&text, &data);
                let read = if prose { bare } else { analyse };
                let layout = read(&text, &mut tokens, &data, &layout_data);
                if show {
                    writeln!(out, "=== {path}")?;
                    print(&mut out, &text, &tokens, &layout)?;
                } else {
                    writeln!(out, "{}", record(&path, &text, &tokens, &layout))?;
                }
            }
        }
    }
    Ok(())
}

fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn record(path: &str, text: &str, tokens: &Tokens, layout: &Layout) -> serde_json::Value {
    let mut chars = vec![0u32; text.len() + 1];
    for (n, (i, c)) in (0..).zip(text.char_indices()) {
        chars[i] = n;
        chars[i + c.len_utf8()] = n + 1;
    }
    let span = |range: std::ops::Range<u32>| {
        let b = tokens.span(text, &range);
        serde_json::json!({"start": chars[b.start], "end": chars[b.end]})
    };
    let part = |(start, end): (u32, u32)| clean(&text[tokens.span(text, &(start..end))]);
    serde_json::json!({
        "source": {"path": path},
        "text": text,
        "kind": layout.kind,
        "title": layout.headline,
        "dateline": layout.dateline.as_ref().map(|d| serde_json::json!({
            "place": d.place.map(part),
            "date": d.day.map(|day| day.to_string()),
        })),
        "sentences": layout.sentences().map(span).collect::<Vec<_>>(),
    })
}

fn print(
    out: &mut impl Write,
    text: &str,
    tokens: &Tokens,
    layout: &Layout,
) -> std::io::Result<()> {
    for unit in &layout.units {
        let kind = layout.sections[unit.section as usize].kind;
        let sign = if unit.kind == UnitKind::Sentence {
            's'
        } else {
            '-'
        };
        let words = clean(&text[tokens.span(text, &unit.tokens)]);
        writeln!(out, "{:10} {sign} {words}", format!("{kind:?}"))?;
    }
    writeln!(
        out,
        "-- kind {:?} dateline {:?}",
        layout.kind,
        layout
            .dateline
            .as_ref()
            .map(|d| d.day.map(|d| d.to_string()))
    )
}
