//! Rows to lines, lines to paragraphs: a line goes on the paragraph before it
//! unless white space, indent, type or a mark says otherwise, or the line
//! before had room for its first word.

use super::column::Region;
use super::repair;
use super::row::Segment;
use super::word::{Word, Words};

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Running text, or a line by itself.
    Paragraph,
    /// Larger or bolder than the text around it.
    Heading,
    /// Starts with a bullet or a number.
    Item,
    /// A row of a table.
    Row,
    /// Set apart below the text.
    Footnote,
    /// Runs in another direction than the page.
    Turned,
}

/// A line of text: a range of its region's word order.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Page, from 0.
    pub page: usize,
    /// Region of the page, in reading order.
    pub region: usize,
    /// First word in the region's order.
    pub start: usize,
    /// End in the region's order.
    pub end: usize,
    /// Left edge.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// Baseline.
    pub y: f32,
    /// Font size of most of its characters.
    pub size: f32,
    /// All of it is bold.
    bold: bool,
    first_bold: bool,
    last_bold: bool,
    /// Width of its first word.
    first_width: f32,
    /// First and last character.
    ends: (char, char),
    mark: Mark,
    /// Starts with a raised number or sign, as a footnote does.
    note: bool,
    tabular: bool,
    /// Its first word is a short number.
    figures: bool,
    /// Ends in the groups of a telephone number.
    telephone: bool,
    /// Has no small letter.
    capitals: bool,
    /// Holds an electronic address.
    address: bool,
    /// Row in the region.
    row: usize,
}

/// What a line starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    /// A bullet: always a new item.
    Bullet,
    /// A dash or a number: an item if the place fits.
    Maybe,
}

/// Lines that belong together.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Its lines in order.
    pub lines: Vec<Line>,
    /// What it is.
    pub kind: Kind,
    /// Belongs to the block of the paragraph before it (as lines of an address do).
    pub attached: bool,
    /// Right edge that its last line could have reached.
    edge: f32,
}

impl Line {
    fn words(&self) -> usize {
        self.end - self.start
    }

    fn lower_start(&self) -> bool {
        self.ends.0.is_lowercase()
    }

    /// Ends like a sentence.
    fn terminal(&self) -> bool {
        matches!(self.ends.1, '.' | '!' | '?' | ':' | ';' | '…' | '»')
    }

    fn hyphenated(&self) -> bool {
        super::hyphen::is_hyphen(self.ends.1)
    }
}

/// Cuts a region's rows into paragraphs. `body` is the size of the document's text.
pub fn paragraphs(page: &Words, region: &Region, at: (usize, usize), body: f32) -> Vec<Paragraph> {
    let lines = lines(page, region, at);
    if lines.is_empty() {
        return Vec::new();
    }
    let view = View::of(&lines, region, page.recognised);
    let mut out: Vec<Paragraph> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        if i > 0
            && view.continues(i - 1, i, out.last())
            && let Some(last) = out.last_mut()
        {
            last.lines.push(*line);
            last.edge = view.edge(i);
            continue;
        }
        let kind = if line.tabular {
            Kind::Row
        } else if line.mark == Mark::Bullet || line.mark == Mark::Maybe && i > 0 {
            Kind::Item
        } else if line.size > 1.12 * body || line.bold {
            Kind::Heading
        } else {
            Kind::Paragraph
        };
        out.push(Paragraph {
            lines: vec![*line],
            kind,
            attached: false,
            edge: view.edge(i),
        });
    }
    mark_footnotes(&mut out, body);
    attach(&mut out, &view);
    out
}

/// Short lines under each other without white space between are one block.
fn attach(out: &mut [Paragraph], view: &View<'_>) {
    const SHORT: usize = 8;
    for i in 1..out.len() {
        let (before, this) = (&out[i - 1], &out[i]);
        let short = |p: &Paragraph| p.lines.len() == 1 && p.lines[0].words() < SHORT;
        let (a, b) = (before.lines[before.lines.len() - 1], this.lines[0]);
        let near = a.row != b.row && a.y - b.y < 1.25 * view.leading(b.size) * b.size;
        let same = before.kind == this.kind && (a.size - b.size).abs() < 0.06 * b.size;
        out[i].attached = short(before) && short(this) && near && same;
    }
}

/// Small lines that end a region and start with a raised mark or a number.
fn mark_footnotes(out: &mut [Paragraph], body: f32) {
    let small = |p: &Paragraph| p.lines.iter().all(|l| l.size < 0.93 * body);
    let mut i = out.len();
    let mut first = None;
    while i > 0 && small(&out[i - 1]) {
        i -= 1;
        if out[i].lines[0].note {
            first = Some(i);
        }
    }
    // A region of nothing but small print is a box, not notes.
    if let Some(first) = first
        && (first > 0 || out[first].lines[0].note)
    {
        for p in &mut out[first..] {
            p.kind = Kind::Footnote;
        }
    }
}

fn lines(page: &Words, region: &Region, at: (usize, usize)) -> Vec<Line> {
    const APART: f32 = 6.0;
    let rows = &region.rows;
    let mut out = Vec::with_capacity(rows.len());
    for r in 0..rows.len() {
        let segments = rows.row(r);
        let tabular = is_tabular(page, region, r);
        let mut from = 0;
        for to in 1..=segments.len() {
            let apart = to == segments.len()
                || !tabular && {
                    let (a, b) = (&segments[to - 1], &segments[to]);
                    b.x0 - a.x1 > APART * a.size.max(b.size) && !is_mark(page, region, a)
                };
            if apart {
                out.push(line(page, region, &segments[from..to], at, tabular, r));
                from = to;
            }
        }
    }
    out
}

fn is_mark(page: &Words, region: &Region, segment: &Segment) -> bool {
    segment.len() == 1 && {
        let word = &page.words[region.rows.order[segment.start] as usize];
        word.end - word.start <= 3
    }
}

/// A row with cells that stand below or above the cells of its neighbours.
fn is_tabular(page: &Words, region: &Region, r: usize) -> bool {
    let rows = &region.rows;
    let cells = |r: usize| -> &[Segment] {
        let row = rows.row(r);
        if row.first().is_some_and(|s| is_mark(page, region, s)) {
            &row[1..]
        } else {
            row
        }
    };
    let here = cells(r);
    if here.len() < 2 {
        return false;
    }
    let aligned = |a: &Segment, b: &Segment| {
        (a.x0 - b.x0).abs() < 3.0
            || (a.x1 - b.x1).abs() < 3.0
            || (a.x0 + a.x1 - b.x0 - b.x1).abs() < 8.0
    };
    // Cells that stand clear of the one before: not merely a stretched space,
    // which all spaces of its row would be.
    let apart = |r: usize| {
        let row = rows.row(r);
        let word = |k: usize| &page.words[rows.order[k] as usize];
        let (start, end) = (row[0].start, row[row.len() - 1].end);
        let mut gaps: Vec<f32> = (start + 1..end)
            .map(|k| word(k).x0 - word(k - 1).x1)
            .filter(|g| *g > 0.0)
            .collect();
        gaps.sort_by(f32::total_cmp);
        let usual = gaps.get(gaps.len() / 4).copied().unwrap_or(0.0);
        cells(r)
            .windows(2)
            .filter(move |w| {
                let gap = w[1].x0 - w[0].x1;
                let size = w[1].size;
                gap > 1.2 * size && (gap > 2.0 * usual || gap > 2.5 * size)
            })
            .map(|w| &w[1])
            .collect::<Vec<&Segment>>()
    };
    let mine = apart(r);
    if mine.is_empty() {
        return false;
    }
    let near = |other: usize| {
        let there = cells(other);
        let gap = (here[0].y - there.first().map_or(f32::MAX, |s| s.y)).abs();
        there.len() >= 2
            && gap < 6.0 * here[0].size
            && apart(other)
                .iter()
                .any(|b| mine.iter().any(|a| aligned(a, b)))
    };
    let before = (1..=2).any(|d| r >= d && near(r - d));
    let after = (1..=2).any(|d| r + d < rows.len() && near(r + d));
    before || after
}

fn line(
    page: &Words,
    region: &Region,
    segments: &[Segment],
    (at_page, at_region): (usize, usize),
    tabular: bool,
    row: usize,
) -> Line {
    let first = segments[0];
    let last = segments[segments.len() - 1];
    let order = &region.rows.order[first.start..last.end];
    let word = |i: usize| -> &Word { &page.words[order[i] as usize] };
    // The size that most characters have.
    let (mut size, mut most) = (first.size, 0u32);
    let mut bold = true;
    let mut address = false;
    let (mut letters, mut capitals) = (0, true);
    for i in 0..order.len() {
        let w = word(i);
        let n = w.end - w.start;
        if n > most && !w.raised {
            (size, most) = (w.size, n);
        }
        bold &= w.bold;
        let text = page.text(w);
        if capitals {
            letters += text.iter().filter(|&&c| repair::is_letter(c)).count();
            capitals = !text.iter().any(|c| c.is_lowercase());
        }
        address |= text.contains(&'@') || text.starts_with(&['w', 'w', 'w', '.']);
    }
    let start = word(0);
    let end = word(order.len() - 1);
    let text = page.text(start);
    let ends = (
        text.first().copied().unwrap_or(' '),
        page.text(end).last().copied().unwrap_or(' '),
    );
    // What must fit on the line before: up to the first space that breaks.
    let mut first_end = start.x1;
    for i in 1..order.len() {
        let breaks = super::word::separator(word(i - 1), word(i)).is_some_and(|c| c == ' ');
        if breaks {
            break;
        }
        first_end = word(i).x1;
    }
    let mark = mark_of(text, order.len() > 1);
    let digits = text.iter().take_while(|c| c.is_ascii_digit()).count();
    let numbered = (1..=2).contains(&digits)
        && (text.len() == digits
            || matches!(text[digits], '.' | ')')
            || text[digits].is_uppercase()
            || start.raised);
    let note =
        start.raised || numbered || matches!(text.first(), Some('*' | '†' | '¹' | '²' | '³'));
    Line {
        page: at_page,
        region: at_region,
        start: first.start,
        end: last.end,
        x0: first.x0,
        x1: segments.iter().fold(last.x1, |v, s| v.max(s.x1)),
        y: first.y,
        size,
        bold,
        first_bold: start.bold,
        last_bold: end.bold,
        first_width: first_end - start.x0,
        ends,
        mark,
        note,
        tabular,
        address,
        figures: digits == text.len() && digits <= 3,
        telephone: order.len() > 3
            && (order.len() - 3..order.len()).all(|i| is_pair(page.text(word(i)))),
        capitals: letters > 7 && capitals,
        row,
    }
}

/// Two figures, as French telephone numbers are grouped.
fn is_pair(text: &[char]) -> bool {
    text.len() == 2 && text.iter().all(char::is_ascii_digit)
}

fn mark_of(text: &[char], more: bool) -> Mark {
    const BULLETS: &str =
        "•‣◦▪▫■□●○·∙►▶▸➢➤➔➡✓✔✦❖◆◇⁃*→\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f076}\u{f02d}\u{2751}";
    match text {
        [c] if more && BULLETS.contains(*c) => Mark::Bullet,
        [c, ..] if BULLETS.contains(*c) && *c != '*' && *c != '·' => Mark::Bullet,
        ['-' | '–' | '—' | '\u{2010}' | '\u{2212}'] if more => Mark::Maybe,
        [.., '.' | ')' | '°'] if more && text.len() <= 4 => {
            let body = &text[..text.len() - 1];
            let number = body.iter().all(|c| c.is_ascii_digit() || *c == '.');
            let letter = matches!(body, [c] if c.is_lowercase());
            if number || letter {
                Mark::Maybe
            } else {
                Mark::None
            }
        }
        _ => Mark::None,
    }
}

/// A region's lines with what is usual among them.
struct View<'a> {
    lines: &'a [Line],
    left: f32,
    right: f32,
    /// Usual distance of baselines in ems, by size.
    leadings: Vec<(f32, f32)>,
    edges: Vec<f32>,
    /// Share by which the sizes of one text may differ.
    tolerance: f32,
}

/// Recognised text has no sizes of its own, only estimates.
fn tolerance(loose: bool) -> f32 {
    if loose { 0.3 } else { 0.06 }
}

impl<'a> View<'a> {
    fn of(lines: &'a [Line], region: &Region, loose: bool) -> Self {
        let long = |l: &&Line| l.words() >= 5 && !l.tabular;
        let right = lines
            .iter()
            .filter(long)
            .fold(f32::NEG_INFINITY, |v, l| v.max(l.x1));
        let right = if right > region.left + 0.5 * (region.right - region.left) {
            right
        } else {
            region.right
        };
        let mut view = Self {
            lines,
            left: region.left,
            right,
            leadings: leadings(lines, tolerance(loose)),
            tolerance: tolerance(loose),
            edges: Vec::new(),
        };
        view.edges = view.all_edges();
        view
    }

    fn leading(&self, size: f32) -> f32 {
        self.leadings
            .iter()
            .find(|(s, _)| (s - size).abs() < self.tolerance * size)
            .map_or(1.35, |(_, leading)| *leading)
    }

    fn edge(&self, i: usize) -> f32 {
        self.edges[i]
    }

    /// How far right each line could have gone: the edge of its column, or
    /// nearer if it stands in a run of lines that are all set narrower.
    fn all_edges(&self) -> Vec<f32> {
        let n = self.lines.len();
        let mut edges = vec![self.right; n];
        let mut from = 0;
        while from < n {
            let mut to = from + 1;
            while to < n && self.same_run(to - 1, to) {
                to += 1;
            }
            let run = &self.lines[from..to];
            let max = run.iter().fold(f32::NEG_INFINITY, |v, l| v.max(l.x1));
            let tol = 0.2 * run[0].size;
            let flush = run.iter().filter(|l| max - l.x1 < tol).count();
            let wide = max > self.left + 0.6 * (self.right - self.left);
            let justified = flush >= 2 && flush * 2 >= run.len() - 1;
            if justified && run.iter().any(|l| l.words() >= 4) || wide && run.len() >= 4 {
                edges[from..to].fill(max);
            }
            from = to;
        }
        edges
    }

    fn same_run(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.lines[a], &self.lines[b]);
        (a.size - b.size).abs() < self.tolerance * a.size
            && a.row != b.row
            && !a.tabular
            && !b.tabular
            && a.y - b.y < 1.3 * self.leading(b.size) * b.size
            && (a.x0 - b.x0).abs() < 3.0 * a.size
    }

    fn continues(&self, a: usize, b: usize, open: Option<&Paragraph>) -> bool {
        let i = a;
        let (a, b) = (&self.lines[a], &self.lines[b]);
        if a.tabular || b.tabular || a.row == b.row || b.mark == Mark::Bullet {
            return false;
        }
        let size = b.size;
        if (a.size - size).abs() > self.tolerance * a.size.max(size) {
            return false;
        }
        let dy = a.y - b.y;
        if dy > 1.22 * self.leading(size) * size + 0.5 || dy < 0.4 * size {
            return false;
        }
        if a.bold != b.bold && a.last_bold != b.first_bold {
            return false;
        }
        let room = self.room(i);
        let centred = centred(a, b);
        let tight = a.hyphenated() || b.lower_start() && !a.terminal();
        if b.mark == Mark::Maybe && (a.terminal() || room > 1.5 * size || a.mark == Mark::Maybe) {
            return false;
        }
        // A first line set in from the lines above.
        let hanging = open.is_some_and(|p| p.lines[0].mark != Mark::None && p.lines.len() == 1);
        let set_in = b.x0 - a.x0;
        if set_in > 0.7 * size && !centred && !hanging && !tight {
            return false;
        }
        // A new left edge far off: another block.
        if set_in.abs() > 6.0 * size && !centred {
            return false;
        }
        // The last groups of a telephone number.
        if b.figures && b.words() <= 2 && a.ends.1.is_ascii_digit() && set_in.abs() < size {
            return true;
        }
        // A word broken at the end of the line.
        if a.hyphenated() && a.words() > 1 && set_in.abs() < size {
            return true;
        }
        // A telephone number ends what is said of one, a title in capitals itself.
        let first = b.ends.0;
        let other = first.is_uppercase() || b.address && first.is_alphabetic();
        if a.telephone && other || a.capitals && !b.capitals {
            return false;
        }
        // Short lines, each a statement of its own.
        let narrow = a.x1 - a.x0 < 0.65 * self.width() && room > 0.5 * size;
        if narrow && (b.address && b.words() <= 3 || a.address && a.words() <= 3) {
            return false;
        }
        if narrow && !b.lower_start() && !a.hyphenated() && a.words() < 7 {
            return false;
        }
        let need = b.first_width + 0.28 * size;
        let heading = a.bold && b.bold || size > 1.12 * self.body();
        if heading && b.lower_start() && !a.terminal() {
            return true;
        }
        let room = if centred {
            self.width() - (a.x1 - a.x0)
        } else {
            room
        };
        let loose = self.tolerance > 0.1;
        let slack = match (tight, loose) {
            (true, false) => 2.2 * size,
            (true, true) => 4.0 * size,
            (false, true) => 0.8 * size,
            (false, false) => 0.1 * size,
        };

        room < need + slack
    }

    fn room(&self, i: usize) -> f32 {
        self.edges[i] - self.lines[i].x1
    }

    fn width(&self) -> f32 {
        self.right - self.left
    }

    /// The size of the region's text: that of the first line that has its like.
    fn body(&self) -> f32 {
        let has_like = |l: &&Line| {
            let like = |(size, _): &(f32, f32)| (size - l.size).abs() < 0.06 * l.size;
            self.leadings.iter().any(like)
        };
        self.lines.iter().find(has_like).map_or(1000.0, |l| l.size)
    }
}

/// Two lines of different length with the same middle.
fn centred(a: &Line, b: &Line) -> bool {
    let off = (a.x0 + a.x1 - b.x0 - b.x1).abs();
    off < 0.5 * a.size && (a.x0 - b.x0).abs() > 0.7 * a.size
}

/// The usual distance between baselines for each size, most lines first.
fn leadings(lines: &[Line], tolerance: f32) -> Vec<(f32, f32)> {
    let mut sizes: Vec<(f32, Vec<f32>, usize)> = Vec::new();
    for pair in lines.windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        let ratio = (a.y - b.y) / b.size.max(0.1);
        if (a.size - b.size).abs() > tolerance * b.size || !(0.7..3.2).contains(&ratio) {
            continue;
        }
        match sizes
            .iter_mut()
            .find(|(s, ..)| (*s - b.size).abs() < tolerance * b.size)
        {
            Some((_, ratios, n)) => {
                ratios.push(ratio);
                *n += b.words();
            }
            None => sizes.push((b.size, vec![ratio], b.words())),
        }
    }
    sizes.sort_by_key(|(_, _, n)| std::cmp::Reverse(*n));
    sizes
        .into_iter()
        .map(|(size, mut ratios, _)| {
            ratios.sort_by(f32::total_cmp);
            (size, usual(&ratios))
        })
        .collect()
}

/// The smallest ratio that a good part of the lines share.
fn usual(sorted: &[f32]) -> f32 {
    let need = (sorted.len() / 4).max(if sorted.len() > 3 { 2 } else { 1 });
    for (i, &ratio) in sorted.iter().enumerate() {
        let alike = sorted[i..]
            .iter()
            .take_while(|&&r| r < ratio * 1.08)
            .count();
        if alike >= need {
            return if sorted.len() == 1 {
                ratio.min(1.7)
            } else {
                ratio
            };
        }
    }
    1.35
}

/// Whether `next`, at the start of another column or page, goes on `last`.
pub fn joins(last: &Paragraph, next: &Paragraph) -> bool {
    let (Some(a), Some(b)) = (last.lines.last(), next.lines.first()) else {
        return false;
    };
    let plain = |k: Kind| matches!(k, Kind::Paragraph | Kind::Item | Kind::Heading);
    if !plain(last.kind) || next.kind != Kind::Paragraph && next.kind != last.kind {
        return false;
    }
    if (a.size - b.size).abs() > 0.06 * a.size || a.bold != b.bold || b.mark != Mark::None {
        return false;
    }
    if a.hyphenated() && b.lower_start() {
        return true;
    }
    let prose = last.lines.len() >= 2 || a.words() >= 5;
    if !prose {
        return false;
    }
    let set_in = next
        .lines
        .get(1)
        .is_some_and(|second| b.x0 - second.x0 > 0.7 * b.size);
    if a.terminal() {
        // Justified to the very edge: seldom the end of a paragraph.
        let flush = (last.edge - a.x1).abs() < 0.1 * a.size && last.lines.len() >= 2;
        return flush && !set_in && next.lines.len() >= 2;
    }
    let full = last.edge - a.x1 < b.first_width + 0.3 * a.size;
    b.lower_start() && last.edge - a.x1 < b.first_width + 3.0 * a.size || full && !set_in
}

impl Paragraph {
    /// Takes the lines of a paragraph that goes on this one.
    pub fn absorb(&mut self, next: Self) {
        self.edge = next.edge;
        self.lines.extend(next.lines);
    }
}
