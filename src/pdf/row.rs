//! Words to rows: what stands on one baseline, cut where a gap is too wide
//! for a space between words.

use super::word::{Word, Words};

/// A gap this wide, in ems, may be a gutter or the space between two cells.
pub const WIDE: f32 = 0.7;

/// A run of words on one baseline without a wide gap.
#[derive(Debug, Clone, Copy)]
pub struct Segment {
    /// Left edge.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// Baseline.
    pub y: f32,
    /// Largest font.
    pub size: f32,
    /// First word in [`Rows::order`].
    pub start: usize,
    /// End in [`Rows::order`].
    pub end: usize,
    /// Index of its row.
    pub row: usize,
}

impl Segment {
    /// Number of words.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// Top of its letters.
    pub fn top(&self) -> f32 {
        self.y + 0.75 * self.size
    }

    /// Bottom of its letters.
    pub fn bottom(&self) -> f32 {
        self.y - 0.22 * self.size
    }
}

/// Rows from top to bottom, words in each from left to right.
#[derive(Debug, Default)]
pub struct Rows {
    /// Word indices, row after row.
    pub order: Vec<u32>,
    /// Segments, row after row, left to right.
    pub segments: Vec<Segment>,
    /// First segment of each row, and the end.
    pub starts: Vec<usize>,
}

impl Rows {
    /// Rows of the words with these indices.
    pub fn of(page: &Words, mut order: Vec<u32>) -> Self {
        let word = |i: u32| -> &Word { &page.words[i as usize] };
        order.sort_by(|&a, &b| word(b).y.total_cmp(&word(a).y));
        let mut rows = Self {
            segments: Vec::with_capacity(order.len() / 4 + 1),
            ..Self::default()
        };
        let mut from = 0;
        while from < order.len() {
            let first = word(order[from]);
            let (mut y, mut size) = (first.y, first.size);
            let mut to = from + 1;
            while to < order.len() {
                let next = word(order[to]);
                // Small letters may hang a little off the baseline of large ones.
                if y - next.y > 0.28 * size.min(next.size) {
                    break;
                }
                if next.size > size {
                    (y, size) = (next.y, next.size);
                }
                to += 1;
            }
            order[from..to].sort_by(|&a, &b| word(a).x0.total_cmp(&word(b).x0));
            rows.starts.push(rows.segments.len());
            rows.cut(page, &order, from, to);
            from = to;
        }
        rows.starts.push(rows.segments.len());
        rows.order = order;
        rows
    }

    fn cut(&mut self, page: &Words, order: &[u32], from: usize, to: usize) {
        let row = self.starts.len() - 1;
        let mut start = from;
        while start < to {
            let first = &page.words[order[start] as usize];
            let mut segment = Segment {
                x0: first.x0,
                x1: first.x1,
                y: first.y,
                size: first.size,
                start,
                end: start + 1,
                row,
            };
            while segment.end < to {
                let next = &page.words[order[segment.end] as usize];
                let last = &page.words[order[segment.end - 1] as usize];
                if next.x0 - segment.x1 > WIDE * next.size.min(last.size) {
                    break;
                }
                segment.x1 = segment.x1.max(next.x1);
                if next.size > segment.size {
                    segment.size = next.size;
                    segment.y = next.y;
                }
                segment.end += 1;
            }
            start = segment.end;
            self.segments.push(segment);
        }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Segments of a row.
    pub fn row(&self, row: usize) -> &[Segment] {
        &self.segments[self.starts[row]..self.starts[row + 1]]
    }
}
