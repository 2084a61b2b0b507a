//! Rows to regions: a page is cut along its gutters, so that each region can
//! be read from top to bottom by itself.
//!
//! A gutter is a blank vertical strip with text on both sides over several
//! rows, none of which crosses it. A strip between short cells that share
//! their baselines is the inside of a table, which is read row by row.

use super::geometry::Rect;
use super::repair;
use super::row::{Rows, Segment};
use super::word::Words;

/// Cuts within cuts.
const MAX_DEPTH: usize = 10;

/// A part of the page that is read from top to bottom.
#[derive(Debug)]
pub struct Region {
    /// Its rows.
    pub rows: Rows,
    /// Left edge of the column.
    pub left: f32,
    /// Right edge of the column.
    pub right: f32,
}

/// The regions of a page in reading order.
///
/// `margins` are the left and right edges of text on all pages of this width.
pub fn regions(page: &Words, all: Vec<u32>, rules: &[Rect], margins: (f32, f32)) -> Vec<Region> {
    let mut out = Vec::new();
    let (left, right) = margins;
    let cutter = Cutter { page, rules };
    cutter.cut(all, left, right, 0, &mut out);
    out
}

struct Cutter<'a> {
    page: &'a Words,
    rules: &'a [Rect],
}

/// A gutter found: its right edge and the rows it runs through.
#[derive(Debug, Clone, Copy)]
struct Gutter {
    x: f32,
    /// Right edge of what stands left of it.
    left_end: f32,
    first: usize,
    last: usize,
    weight: usize,
}

impl Cutter<'_> {
    fn cut(&self, words: Vec<u32>, left: f32, right: f32, depth: usize, out: &mut Vec<Region>) {
        if words.is_empty() {
            return;
        }
        let rows = Rows::of(self.page, words);
        let gutter = if depth < MAX_DEPTH {
            self.gutter(&rows, left)
        } else {
            None
        };
        let Some(gutter) = gutter else {
            out.push(Region { rows, left, right });
            return;
        };
        let mut parts: [Vec<u32>; 4] = Default::default();
        for segment in &rows.segments {
            let part = if segment.row < gutter.first {
                0
            } else if segment.row > gutter.last {
                3
            } else if segment.x0 < gutter.x - 2.0 {
                1
            } else {
                2
            };
            parts[part].extend_from_slice(&rows.order[segment.start..segment.end]);
        }
        let [above, west, east, below] = parts;
        self.cut(above, left, right, depth + 1, out);
        self.cut(west, left, gutter.left_end, depth + 1, out);
        self.cut(east, gutter.x, right, depth + 1, out);
        self.cut(below, left, right, depth + 1, out);
    }

    /// The best gutter of a region.
    fn gutter(&self, rows: &Rows, left: f32) -> Option<Gutter> {
        const MAX_CANDIDATES: usize = 40;
        let mut edges: Vec<f32> = rows
            .segments
            .iter()
            .map(|s| s.x0)
            .filter(|&x| x > left + 20.0)
            .collect();
        if edges.len() < 2 {
            return None;
        }
        edges.sort_by(f32::total_cmp);
        // Left edges that several segments share: (support, x).
        let mut shared: Vec<(usize, f32)> = Vec::new();
        let mut i = 0;
        while i < edges.len() {
            let mut j = i + 1;
            while j < edges.len() && edges[j] - edges[i] < 3.0 {
                j += 1;
            }
            if j - i >= 2 {
                shared.push((j - i, edges[i]));
            }
            i = j;
        }
        shared.sort_by_key(|s| std::cmp::Reverse(s.0));
        shared
            .iter()
            .take(MAX_CANDIDATES)
            .filter_map(|&(_, x)| self.best_band(rows, x))
            .max_by_key(|g| g.weight)
    }

    /// The heaviest band of rows through which a gutter ending at `x` runs.
    fn best_band(&self, rows: &Rows, x: f32) -> Option<Gutter> {
        let mut best: Option<Gutter> = None;
        let mut first = 0;
        for row in 0..=rows.len() {
            let crossed = row == rows.len()
                || rows
                    .row(row)
                    .iter()
                    .any(|s| s.x0 < x - 2.0 && s.x1 > x - (0.6 * s.size).max(5.0));
            if !crossed {
                continue;
            }
            if row > first
                && let Some(found) = self.band(rows, x, first, row - 1)
                && best.is_none_or(|b| found.weight > b.weight)
            {
                best = Some(found);
            }
            first = row + 1;
        }
        best
    }

    /// Whether the rows from `first` to `last` are two columns parted at `x`.
    fn band(&self, rows: &Rows, x: f32, first: usize, last: usize) -> Option<Gutter> {
        let (first, last) = trim(rows, x, first, last)?;
        let band = &rows.segments[rows.starts[first]..rows.starts[last + 1]];
        let (west, east): (Vec<Segment>, Vec<Segment>) = band.iter().partition(|s| s.x0 < x - 2.0);
        let west_side = Side::of(self.page, rows, &west)?;
        let east_side = Side::of(self.page, rows, &east)?;
        let left_end = west.iter().fold(f32::NEG_INFINITY, |v, s| v.max(s.x1));
        let gutter = Gutter {
            x,
            // A ragged column reaches up to the gutter.
            left_end: if west_side.prose {
                left_end
            } else {
                x - west_side.size
            },
            first,
            last,
            weight: band.iter().map(Segment::len).sum(),
        };
        self.are_columns(rows, x, &west_side, &east_side, (first, last))
            .then_some(gutter)
    }

    fn are_columns(
        &self,
        rows: &Rows,
        x: f32,
        west: &Side,
        east: &Side,
        (first, last): (usize, usize),
    ) -> bool {
        if west.marks * 2 > west.lines {
            // Bullets or numbers with their items.
            return false;
        }
        // The cells of a table share their baselines exactly.
        let both = (first..=last)
            .filter(|&r| {
                let (a, b): (Vec<&Segment>, Vec<&Segment>) =
                    rows.row(r).iter().partition(|s| s.x0 < x - 2.0);
                a.iter().any(|a| b.iter().any(|b| (a.y - b.y).abs() < 0.6))
            })
            .count();
        let fewer = west.lines.min(east.lines);
        // Over few rows, chance alone may leave a narrow strip blank.
        if fewer < 4 && x - west.right < 1.2 * west.size {
            return false;
        }
        let aligned = both as f32 / fewer.max(1) as f32;
        let top = rows.row(first).iter().fold(f32::MIN, |v, s| v.max(s.top()));
        let bottom = rows
            .row(last)
            .iter()
            .fold(f32::MAX, |v, s| v.min(s.bottom()));
        let ruled = self
            .rules
            .iter()
            .filter(|r| {
                r.height() < 2.6
                    && r.x0 < x - 20.0
                    && r.x1 > x + 20.0
                    && r.y0 < top + 3.0
                    && r.y1 > bottom - 3.0
            })
            .count();
        if ruled >= 3 && aligned > 0.4 {
            return false;
        }
        if west.prose && east.prose {
            return fewer >= 3 || aligned < 0.5;
        }
        if west.contact && east.contact {
            return true;
        }
        if aligned < 0.5 {
            return fewer >= 2;
        }
        if (west.prose || east.prose) && fewer * 2 <= west.lines.max(east.lines) {
            return true;
        }
        // A letterhead: few lines, far apart, each side a block of its own.
        let few = west.lines.max(east.lines) <= 4 && fewer >= 2;
        // The rows of a table stand further apart than the lines of a block.
        let (high, low) = (rows.row(first)[0].y, rows.row(last)[0].y);
        let close = high - low < 1.6 * west.size * (last - first) as f32;
        few && close && x - west.right > 5.0 * west.size && east.words >= 1.5 && !east.numeric
    }
}

/// Drops rows at the top that stand only on the right (they would be read
/// too late), and rows at the ends that are set apart by white space.
fn trim(rows: &Rows, x: f32, mut first: usize, mut last: usize) -> Option<(usize, usize)> {
    let has = |r: usize, west: bool| rows.row(r).iter().any(|s| (s.x0 < x - 2.0) == west);
    let extent = |west: bool, first: usize, last: usize| {
        let mut hits = (first..=last).filter(|&r| has(r, west));
        let top = hits.next()?;
        Some((top, hits.next_back().unwrap_or(top)))
    };
    let segment = |r: usize, west: bool| rows.row(r).iter().find(|s| (s.x0 < x - 2.0) == west);
    let (west_top, west_last) = extent(true, first, last)?;
    let (east_top, east_last) = extent(false, first, last)?;
    // One side alone above the other: keep it only if it runs on without a break.
    let west_first = west_top < east_top;
    first = west_top.min(east_top);
    let mut above = segment(first, west_first)?;
    let until = if west_first { west_last } else { east_last };
    for r in first + 1..=until {
        let Some(next) = segment(r, west_first) else {
            continue;
        };
        if above.row >= west_top.max(east_top) {
            break;
        }
        let styled = (above.size - next.size).abs() > 0.12 * next.size;
        if above.y - next.y > 2.0 * next.size || styled {
            first = r;
        }
        above = next;
    }
    // And below it.
    let west_ends = west_last > east_last;
    let from = if west_ends { east_last } else { west_last };
    let mut above = (first..=from).rev().find_map(|r| segment(r, west_ends));
    for r in from + 1..=last {
        let Some(next) = segment(r, west_ends) else {
            continue;
        };
        if above.is_none_or(|a| a.y - next.y > 2.2 * next.size) {
            last = r - 1;
            break;
        }
        above = Some(next);
    }
    (first <= last).then_some((first, last))
}

/// What one side of a gutter looks like.
#[derive(Debug)]
struct Side {
    lines: usize,
    /// Most lines fill the column with several words.
    prose: bool,
    /// Lines that are only a mark: a bullet, a number.
    marks: usize,
    /// Has an electronic address.
    contact: bool,
    /// Mostly figures.
    numeric: bool,
    right: f32,
    size: f32,
    /// Words a line.
    words: f32,
}

impl Side {
    fn of(page: &Words, rows: &Rows, segments: &[Segment]) -> Option<Self> {
        let first = segments.first()?;
        let left = segments.iter().fold(f32::MAX, |v, s| v.min(s.x0));
        let right = segments.iter().fold(f32::MIN, |v, s| v.max(s.x1));
        let mut side = Self {
            lines: 0,
            prose: false,
            marks: 0,
            contact: false,
            numeric: false,
            right,
            size: first.size,
            words: 0.0,
        };
        let (mut digits, mut letters, mut total) = (0usize, 0usize, 0usize);
        let (mut full, mut cells) = (0usize, 0usize);
        for line in segments.chunk_by(|a, b| a.row == b.row) {
            let words: usize = line.iter().map(Segment::len).sum();
            let reach = line[line.len() - 1].x1 - line[0].x0;
            full += usize::from(reach > 0.72 * (right - left) && words >= 3);
            cells += line
                .windows(2)
                .filter(|w| w[1].x0 - w[0].x1 > 1.3 * w[1].size)
                .count();
            let mut chars = 0;
            for s in line {
                for &i in &rows.order[s.start..s.end] {
                    let text = page.text(&page.words[i as usize]);
                    chars += text.len();
                    side.contact |= text.contains(&'@');
                    digits += text.iter().filter(|c| c.is_ascii_digit()).count();
                    letters += text.iter().filter(|&&c| repair::is_letter(c)).count();
                }
            }
            side.lines += 1;
            side.marks += usize::from(chars <= 3);
            total += words;
        }
        if side.lines < 2 {
            return None;
        }
        side.words = total as f32 / side.lines as f32;
        side.numeric = digits * 2 > letters;
        side.prose = full * 100 >= side.lines * 55 && side.words >= 3.0 && cells * 4 <= side.lines;
        Some(side)
    }
}
