//! Writes a minimal record for each text file named: text and sentences.

use greffier::segment::{SegmentData, split, tokenize};
use std::io::Write;

fn main() -> std::io::Result<()> {
    let data = SegmentData::builtin();
    let mut out = std::io::stdout().lock();
    let mut bare = false;
    for path in std::env::args().skip(1) {
        if path == "--bare" {
            bare = true;
            continue;
        }
        let text = std::fs::read_to_string(&path)?;
        let out_tokens = tokenize(&text, &data);
        let tokens = &out_tokens.tokens;
        let mut sentences = Vec::new();
        if bare {
            split(&text, tokens, 0..tokens.len() as u32, &data, &mut sentences);
        }
        let mut chars = vec![0u32; text.len() + 1];
        let mut n = 0;
        for (i, c) in text.char_indices() {
            chars[i] = n;
            n += 1;
            chars[i + c.len_utf8()] = n;
        }
        let sentences: Vec<_> = sentences
            .iter()
            .map(|s| {
                let (a, b) = (
                    tokens[s.start as usize].start,
                    tokens[s.end as usize - 1].end,
                );
                serde_json::json!({"start": chars[a as usize], "end": chars[b as usize]})
            })
            .collect();
        let record =
            serde_json::json!({"source": {"path": path}, "text": text, "sentences": sentences});
        writeln!(out, "{record}")?;
    }
    Ok(())
}
