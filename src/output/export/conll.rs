//! Words with BIO tags, a line a word, a blank line after each sentence.
//!
//! Columns: word, first code point, code point after the last, then one tag
//! without overlaps (the outermost mark), then a tag for each kind of mark, so
//! that nothing is lost where a place lies within an organisation.

use std::io::Write;

use super::spans::{Label, Marked, marked, outermost, words};
use super::{ExportError, text_of};
use crate::record::Record;

/// The lines of one record.
pub(super) fn write(record: &Record, out: &mut Vec<u8>) -> Result<(), ExportError> {
    let text: Vec<char> = text_of(record)?.chars().collect();
    let marks = marked(record);
    let words = words(&text, &marks);
    let outer = outermost(&marks);
    let mut columns = vec![Column::new(outer)];
    for label in Label::ALL {
        let of_kind = marks.iter().filter(|m| m.label == label);
        columns.push(Column::new(outermost(of_kind)));
    }
    let path = record.source.path.replace(['\n', '\r'], " ");
    writeln!(out, "# newdoc id = {}\n# path = {path}", record.id)?;
    let mut sentences = record.sentences.iter().peekable();
    let mut last_end = 0;
    for word in words {
        let begins = sentences.next_if(|s| s.start <= word.start).is_some();
        let is_paragraph = text[last_end as usize..word.start as usize]
            .windows(2)
            .any(|pair| pair == ['\n', '\n']);
        if last_end > 0 && (begins || is_paragraph) {
            out.push(b'\n');
        }
        last_end = word.end;
        let form: String = text[word.start as usize..word.end as usize]
            .iter()
            .collect();
        write!(out, "{form}\t{}\t{}", word.start, word.end)?;
        for column in &mut columns {
            column.tag(word.start, out);
        }
        out.push(b'\n');
    }
    out.push(b'\n');
    Ok(())
}

/// Marks without overlaps, as tags of the words in order.
struct Column<'r> {
    marks: std::iter::Peekable<std::vec::IntoIter<&'r Marked<'r>>>,
}

impl<'r> Column<'r> {
    fn new(marks: Vec<&'r Marked<'r>>) -> Self {
        Column {
            marks: marks.into_iter().peekable(),
        }
    }

    fn tag(&mut self, start: u32, out: &mut Vec<u8>) {
        while self.marks.next_if(|mark| mark.end <= start).is_some() {}
        out.push(b'\t');
        match self.marks.peek() {
            Some(mark) if mark.start <= start => {
                out.extend_from_slice(if mark.start == start { b"B-" } else { b"I-" });
                out.extend_from_slice(mark.label.short().as_bytes());
            }
            _ => out.push(b'O'),
        }
    }
}
