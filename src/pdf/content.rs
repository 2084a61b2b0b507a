//! The content stream interpreter: runs a page's operators and collects the
//! glyphs it draws, in drawing order, with their places on the page.

use std::rc::Rc;
use std::time::Instant;

use rustc_hash::{FxHashMap, FxHashSet};

use super::font::{Font, Text};
use super::geometry::{Matrix, Rect};
use super::lexer::{Lexer, Token};
use super::object::{Dictionary, Object, ObjectId, Stream};
use super::source::Source;

/// Forms within forms are followed this deep.
const MAX_FORM_DEPTH: usize = 12;
/// Saved graphics states at most.
const MAX_STATES: usize = 512;
/// Operands kept for one operator.
const MAX_OPERANDS: usize = 1 << 16;
/// Glyphs of one page at most; a dense page has ten thousand.
const MAX_GLYPHS: usize = 400_000;

/// One character where it is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Glyph {
    /// Origin, in points on the page as displayed, y upwards.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// Advance along the writing direction.
    pub width: f32,
    /// Height of the font on the page.
    pub size: f32,
    /// The character; U+FFFD where the file does not tell.
    pub char: char,
    /// Direction of writing.
    pub turn: Turn,
    /// Bold face.
    pub bold: bool,
    /// Within an `/Artifact`.
    pub artifact: bool,
    /// Drawn invisibly (text render mode 3), as OCR layers are.
    pub hidden: bool,
}

/// The direction a line of text runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Turn {
    /// Left to right.
    Right,
    /// Upwards.
    Up,
    /// Upside down.
    Left,
    /// Downwards.
    Down,
    /// Slanted, as watermarks are.
    Oblique,
}

/// What a page draws.
#[derive(Debug, Default)]
pub struct Drawing {
    /// Characters in drawing order.
    pub glyphs: Vec<Glyph>,
    /// Thin horizontal or vertical strokes and bars.
    pub rules: Vec<Rect>,
    /// Places of images, and which they are.
    pub images: Vec<(Rect, Option<ObjectId>)>,
    /// Slopes of the invisible strings that run to the right.
    pub slopes: Vec<f32>,
    /// A limit was hit: something is missing.
    pub truncated: bool,
}

/// Fonts of the document, loaded once each.
#[derive(Debug, Default)]
pub struct Fonts {
    by_id: FxHashMap<ObjectId, Rc<Font>>,
}

#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    char_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    hidden: bool,
}

/// An open marked-content sequence.
struct Marked {
    artifact: bool,
    off: bool,
    /// Text that stands for all glyphs from this index on.
    actual: Option<(usize, Vec<char>)>,
}

/// Runs content streams over one page.
pub struct Interpreter<'a, 's> {
    source: &'s Source<'a>,
    fonts: &'s mut Fonts,
    off_layers: &'s FxHashSet<ObjectId>,
    deadline: Option<Instant>,
    /// What has been drawn so far.
    pub drawing: Drawing,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    marked: Vec<Marked>,
    path: Vec<Rect>,
    pen: (f32, f32),
    steps: u32,
    stopped: bool,
}

type Resources<'a> = Option<&'a Dictionary>;

impl<'a, 's> Interpreter<'a, 's> {
    /// An interpreter for a page whose space maps to the displayed page by `base`.
    pub fn new(
        source: &'s Source<'a>,
        fonts: &'s mut Fonts,
        off_layers: &'s FxHashSet<ObjectId>,
        deadline: Option<Instant>,
        base: Matrix,
    ) -> Self {
        Self {
            source,
            fonts,
            off_layers,
            deadline,
            drawing: Drawing::default(),
            state: State {
                ctm: base,
                font: None,
                size: 0.0,
                char_space: 0.0,
                word_space: 0.0,
                stretch: 1.0,
                leading: 0.0,
                rise: 0.0,
                hidden: false,
            },
            saved: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            marked: Vec::new(),
            path: Vec::new(),
            pen: (0.0, 0.0),
            steps: 0,
            stopped: false,
        }
    }

    /// Whether the deadline passed.
    pub fn timed_out(&self) -> bool {
        self.deadline.is_some_and(|d| Instant::now() >= d)
    }

    /// Runs one content stream.
    pub fn run(&mut self, data: &[u8], resources: Resources<'a>, depth: usize) {
        // As many glyphs as such content draws at most, but for some that writes no places.
        self.drawing.glyphs.reserve((data.len() / 2).min(1 << 15));
        let mut lexer = Lexer::new(data);
        let mut arena = Vec::with_capacity(256);
        let mut operands: Vec<Token> = Vec::with_capacity(32);
        while let Some(token) = lexer.next(&mut arena) {
            let Token::Word(start, end) = token else {
                if operands.len() < MAX_OPERANDS {
                    operands.push(token);
                }
                continue;
            };
            let operator = lexer.word(start, end);
            if operator == b"ID" {
                lexer.skip_inline_image();
                let unit = Rect::of(0.0, 0.0, 1.0, 1.0);
                let place = unit.mapped(self.state.ctm);
                self.drawing.images.push((place, None));
            } else if matches!(operator, b"true" | b"false" | b"null")
                || is_within_array(operator, &operands)
            {
                continue;
            } else {
                self.operate(operator, &operands, &arena, resources, depth);
            }
            operands.clear();
            arena.clear();
            self.steps = self.steps.wrapping_add(1);
            if self.steps.is_multiple_of(512)
                && (self.timed_out() || self.drawing.glyphs.len() > MAX_GLYPHS)
            {
                self.stopped = true;
                self.drawing.truncated = true;
            }
            if self.stopped {
                break;
            }
        }
    }

    fn operate(
        &mut self,
        operator: &[u8],
        operands: &[Token],
        arena: &[u8],
        resources: Resources<'a>,
        depth: usize,
    ) {
        let number = |back: usize| match operands.len().checked_sub(back).map(|i| operands[i]) {
            Some(Token::Number(n)) => n,
            _ => 0.0,
        };
        let matrix = || {
            Matrix::new(
                number(6),
                number(5),
                number(4),
                number(3),
                number(2),
                number(1),
            )
        };
        match operator {
            b"q" if self.saved.len() < MAX_STATES => {
                self.saved.push(self.state.clone());
            }
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => self.state.ctm = matrix().then(self.state.ctm),
            b"BT" => {
                self.text = Matrix::IDENTITY;
                self.line = Matrix::IDENTITY;
            }
            b"Tf" => {
                self.state.size = number(1);
                if let [.., name, Token::Number(_)] = operands
                    && let Some(name) = name.name(arena)
                {
                    self.state.font = self.font(name, resources);
                }
            }
            b"Td" => self.next_line(number(2), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(2), number(1));
            }
            b"Tm" => {
                self.text = matrix();
                self.line = self.text;
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tc" => self.state.char_space = number(1),
            b"Tw" => self.state.word_space = number(1),
            b"Tz" => self.state.stretch = number(1) / 100.0,
            b"TL" => self.state.leading = number(1),
            b"Ts" => self.state.rise = number(1),
            b"Tr" => self.state.hidden = number(1) as i32 == 3,
            b"Tj" => self.show_last(operands, arena),
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                self.show_last(operands, arena);
            }
            b"\"" => {
                self.state.word_space = number(3);
                self.state.char_space = number(2);
                self.next_line(0.0, -self.state.leading);
                self.show_last(operands, arena);
            }
            b"TJ" => self.show(operands, arena),
            b"Do" => {
                if let Some(name) = operands.last().and_then(|o| o.name(arena)) {
                    self.draw_object(name, resources, depth);
                }
            }
            b"BMC" | b"BDC" => self.begin_marked(operands, arena, resources),
            b"EMC" => self.end_marked(),
            b"re" => {
                let (x, y) = (number(4), number(3));
                let rect = Rect::of(x, y, x + number(2), y + number(1));
                self.add_rule(rect.mapped(self.state.ctm));
            }
            b"m" => self.pen = self.state.ctm.apply(number(2), number(1)),
            b"l" => {
                let to = self.state.ctm.apply(number(2), number(1));
                self.add_rule(Rect::of(self.pen.0, self.pen.1, to.0, to.1));
                self.pen = to;
            }
            b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => {
                self.drawing.rules.append(&mut self.path);
            }
            b"n" => self.path.clear(),
            b"gs" => {
                if let Some(name) = operands.last().and_then(|o| o.name(arena)) {
                    self.graphics_state(name, resources);
                }
            }
            _ => {}
        }
    }

    fn add_rule(&mut self, rect: Rect) {
        const THIN: f32 = 2.5;
        const MAX_RULES: usize = 4096;
        let thin = rect.width().min(rect.height()) <= THIN;
        let long = rect.width().max(rect.height()) >= 12.0;
        if thin && long && self.path.len() + self.drawing.rules.len() < MAX_RULES {
            self.path.push(rect);
        }
    }

    fn graphics_state(&mut self, name: &[u8], resources: Resources<'a>) {
        let found = (|| {
            let states = self.source.dict(resources?, b"ExtGState")?;
            let font = self
                .source
                .array(self.source.dict(states, name)?, b"Font")?;
            let size = self.source.as_number(font.get(1)?)?;
            Some((font.first()?, size))
        })();
        if let Some((font, size)) = found {
            self.state.font = self.load_font(font);
            self.state.size = size;
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = self.line.moved(x, y);
        self.text = self.line;
    }

    fn font(&mut self, name: &[u8], resources: Resources<'a>) -> Option<Rc<Font>> {
        let fonts = self.source.dict(resources?, b"Font")?;
        self.load_font(fonts.get(name)?)
    }

    fn load_font(&mut self, object: &'a Object) -> Option<Rc<Font>> {
        let id = object.as_reference();
        if let Some(font) = id.and_then(|id| self.fonts.by_id.get(&id)) {
            return Some(Rc::clone(font));
        }
        let font = Rc::new(Font::load(self.source, self.source.as_dict(object)?));
        if let Some(id) = id {
            self.fonts.by_id.insert(id, Rc::clone(&font));
        }
        Some(font)
    }

    fn show_last(&mut self, operands: &[Token], arena: &[u8]) {
        self.show(&operands[operands.len().saturating_sub(1)..], arena);
    }

    /// Shows strings; numbers between them move the next one.
    #[inline(never)]
    fn show(&mut self, operands: &[Token], arena: &[u8]) {
        let state = &self.state;
        let Some(font) = state.font.as_deref() else {
            return;
        };
        let m = self.text.then(state.ctm);
        // Lengths of one text unit along and across the line, on the page.
        let along = (m.a * m.a + m.b * m.b).sqrt();
        let across = (m.c * m.c + m.d * m.d).sqrt();
        let size = (state.size * across).abs() * if font.type3 { font.type3_size() } else { 1.0 };
        let off = self.marked.iter().any(|m| m.off);
        let mut glyph = Glyph {
            x: 0.0,
            y: 0.0,
            width: state.size * along,
            size,
            char: ' ',
            turn: turn_of(m),
            bold: font.bold,
            artifact: self.marked.iter().any(|m| m.artifact),
            hidden: state.hidden,
        };
        if glyph.hidden && glyph.turn == Turn::Right {
            self.drawing.slopes.push(m.b / m.a);
        }
        let glyphs = &mut self.drawing.glyphs;
        let rise = state.rise;
        let char_space = state.char_space;
        let both_spaces = state.char_space + state.word_space;
        let unit = font.scale * state.size;
        let stretch = if font.vertical { 1.0 } else { state.stretch };
        let mut shift = 0.0f32;
        for operand in operands {
            let mut bytes = match *operand {
                Token::String(a, b) => &arena[a as usize..b as usize],
                Token::Number(n) => {
                    shift -= n / 1000.0 * state.size * stretch;
                    continue;
                }
                _ => continue,
            };
            while !bytes.is_empty() {
                let code = font.next_code(bytes);
                bytes = &bytes[code.len.max(1).min(bytes.len())..];
                let space = code.value == 32 && code.len == 1;
                let extra = if space { both_spaces } else { char_space };
                let (text, width) = font.glyph(code);
                if font.vertical {
                    (glyph.x, glyph.y) = m.apply(-state.size * 0.5, shift - state.size * 0.88);
                    shift += -state.size + extra;
                } else {
                    let width = width * unit;
                    (glyph.x, glyph.y) = m.apply(shift, rise);
                    glyph.width = width * stretch * along;
                    shift += (width + extra) * stretch;
                }
                if off {
                    continue;
                }
                match text {
                    Text::Char(char) => glyphs.push(Glyph { char, ..glyph }),
                    Text::Unknown => glyphs.push(Glyph {
                        char: char::REPLACEMENT_CHARACTER,
                        ..glyph
                    }),
                    Text::Chars(chars) => push_all(glyphs, chars, glyph),
                }
            }
        }
        self.text = if font.vertical {
            self.text.moved(0.0, shift)
        } else {
            self.text.moved(shift, 0.0)
        };
    }

    fn draw_object(&mut self, name: &[u8], resources: Resources<'a>, depth: usize) {
        let objects = resources.and_then(|r| self.source.dict(r, b"XObject"));
        let found = objects.and_then(|x| self.source.get(x, name));
        let Some(Object::Stream(stream)) = found else {
            return;
        };
        match self.source.name(&stream.dict, b"Subtype") {
            Some(b"Image") => {
                let unit = Rect::of(0.0, 0.0, 1.0, 1.0);
                let place = unit.mapped(self.state.ctm);
                let named = objects.and_then(|x| x.get(name));
                let id = named.and_then(Object::as_reference);
                self.drawing.images.push((place, id));
            }
            _ => {
                if !self.layer_off(stream.dict.get(b"OC")) {
                    self.form(stream, Matrix::IDENTITY, resources, depth);
                }
            }
        }
    }

    /// Draws a form (or an annotation's appearance, placed by `place`).
    pub fn form(
        &mut self,
        stream: &'a Stream,
        place: Matrix,
        resources: Resources<'a>,
        depth: usize,
    ) {
        if depth >= MAX_FORM_DEPTH || self.saved.len() >= MAX_STATES {
            self.drawing.truncated = true;
            return;
        }
        let data = self.source.inflate(stream);
        let own = self.source.dict(&stream.dict, b"Resources").or(resources);
        let matrix = self
            .source
            .matrix(&stream.dict, b"Matrix")
            .unwrap_or(Matrix::IDENTITY);
        let state = self.state.clone();
        let saved = std::mem::take(&mut self.saved);
        let (text, line) = (self.text, self.line);
        let marked = self.marked.len();
        self.state.ctm = matrix.then(place).then(self.state.ctm);
        self.run(&data, own, depth + 1);
        while self.marked.len() > marked {
            self.end_marked();
        }
        self.state = state;
        self.saved = saved;
        (self.text, self.line) = (text, line);
    }

    /// Writes lines from the top of a place down, in a font of usual width.
    pub fn write(&mut self, text: &[char], place: Rect, size: f32) {
        const WIDTH: f32 = 0.5;
        const LEADING: f32 = 1.2;
        let m = self.state.ctm;
        let width = WIDTH * size;
        let along = (m.a * m.a + m.b * m.b).sqrt();
        let across = (m.c * m.c + m.d * m.d).sqrt();
        for (row, line) in text.split(|&c| c == '\r' || c == '\n').enumerate() {
            let down = size * (0.8 + LEADING * row as f32);
            for (column, &char) in line.iter().enumerate() {
                let (x, y) = m.apply(place.x0 + 2.0 + width * column as f32, place.y1 - down);
                self.drawing.glyphs.push(Glyph {
                    x,
                    y,
                    width: width * along,
                    size: size * across,
                    char,
                    turn: turn_of(m),
                    bold: false,
                    artifact: false,
                    hidden: false,
                });
            }
        }
    }

    fn layer_off(&self, object: Option<&Object>) -> bool {
        let Some(object) = object else { return false };
        if self.off_layers.is_empty() {
            return false;
        }
        if let Some(id) = object.as_reference()
            && self.off_layers.contains(&id)
        {
            return true;
        }
        // A membership dictionary: off if all its groups are.
        let groups = self.source.as_dict(object).and_then(|d| d.get(b"OCGs"));
        match groups {
            Some(Object::Reference(id)) => self.off_layers.contains(id),
            Some(Object::Array(all)) => {
                !all.is_empty()
                    && all.iter().all(|o| {
                        o.as_reference()
                            .is_some_and(|id| self.off_layers.contains(&id))
                    })
            }
            _ => false,
        }
    }

    fn begin_marked(&mut self, operands: &[Token], arena: &[u8], resources: Resources<'a>) {
        const MAX_MARKED: usize = 256;
        if self.marked.len() >= MAX_MARKED {
            return;
        }
        let name = |at: usize| operands.get(at).and_then(|o| o.name(arena));
        let tag = name(0).unwrap_or(b"");
        let mut mark = Marked {
            artifact: tag == b"Artifact",
            off: false,
            actual: None,
        };
        let start = self.drawing.glyphs.len();
        if operands.len() == 2
            && let Some(name) = name(1)
        {
            let properties = resources
                .and_then(|r| self.source.dict(r, b"Properties"))
                .and_then(|p| p.get(name));
            if tag == b"OC" {
                mark.off = self.layer_off(properties);
            }
            if let Some(dict) = properties.and_then(|p| self.source.as_dict(p))
                && let Some(Object::String(text)) = self.source.get(dict, b"ActualText")
            {
                mark.actual = Some((start, text_string(text)));
            }
        } else {
            let key = Some(&b"ActualText"[..]);
            let at = operands.iter().position(|t| t.name(arena) == key);
            let text = at.and_then(|at| operands.get(at + 1)?.string(arena));
            mark.actual = text.map(|text| (start, text_string(text)));
        }
        self.marked.push(mark);
    }

    fn end_marked(&mut self) {
        let Some(mark) = self.marked.pop() else {
            return;
        };
        if let Some((start, text)) = mark.actual {
            self.replace(start, &text);
        }
    }

    /// Puts the replacement text in the place of the glyphs from `start` on,
    /// if they are few and on one line; else the glyphs speak for themselves.
    fn replace(&mut self, start: usize, text: &[char]) {
        let glyphs = &mut self.drawing.glyphs;
        let Some(drawn) = glyphs.get(start..).filter(|d| !d.is_empty()) else {
            return;
        };
        let first = drawn[0];
        let one_line = drawn.iter().all(|g| {
            g.turn == first.turn
                && (g.y - first.y).abs() + (g.x - first.x).abs() * 0.01 < first.size * 0.9
        });
        if !one_line || text.len() > 3 * drawn.len() + 8 || drawn.len() > 2 * text.len() + 16 {
            return;
        }
        let last = drawn[drawn.len() - 1];
        let (dx, dy) = (last.x - first.x, last.y - first.y);
        let extent = dx.abs().max(dy.abs()) + last.width;
        glyphs.truncate(start);
        let n = text.len().max(1) as f32;
        for (i, &char) in text.iter().enumerate() {
            let along = extent * i as f32 / n;
            let (x, y) = match first.turn {
                Turn::Right | Turn::Oblique => (first.x + along, first.y),
                Turn::Left => (first.x - along, first.y),
                Turn::Up => (first.x, first.y + along),
                Turn::Down => (first.x, first.y - along),
            };
            glyphs.push(Glyph {
                x,
                y,
                width: extent / n,
                char,
                ..first
            });
        }
    }
}

impl Font {
    /// Size of a Type 3 font of size 1: its glyph space need not be a
    /// thousandth, so its height is told by its matrix and a usual em.
    fn type3_size(&self) -> f32 {
        let em = self.matrix.d.abs() * 1000.0;
        // Bitmap fonts draw in device pixels and scale them by the matrix:
        // the size of Tf is then the size of the font.
        if em > 0.2 && em < 5.0 { em } else { 1.0 }
    }
}

/// Whether a text state operator stands within the array of a `TJ`, where
/// some programs write it: the array goes on.
fn is_within_array(operator: &[u8], operands: &[Token]) -> bool {
    matches!(operator, [b'T', b'c' | b'w' | b's' | b'z' | b'L'])
        && operands.first() == Some(&Token::ArrayStart)
        && !operands.contains(&Token::ArrayEnd)
}

/// Adds the characters that one glyph stands for; they share out its width.
#[inline(never)]
fn push_all(glyphs: &mut Vec<Glyph>, chars: &[char], glyph: Glyph) {
    let width = glyph.width / chars.len().max(1) as f32;
    for (i, &char) in chars.iter().enumerate() {
        let along = width * i as f32;
        let (dx, dy) = match glyph.turn {
            Turn::Right | Turn::Oblique => (along, 0.0),
            Turn::Left => (-along, 0.0),
            Turn::Up => (0.0, along),
            Turn::Down => (0.0, -along),
        };
        glyphs.push(Glyph {
            x: glyph.x + dx,
            y: glyph.y + dy,
            width,
            char,
            ..glyph
        });
    }
}

fn turn_of(m: Matrix) -> Turn {
    let (a, b) = (m.a, m.b);
    if b.abs() <= 0.1 * a.abs() {
        if a >= 0.0 { Turn::Right } else { Turn::Left }
    } else if a.abs() <= 0.1 * b.abs() {
        if b > 0.0 { Turn::Up } else { Turn::Down }
    } else {
        Turn::Oblique
    }
}

/// A PDF text string: UTF-16 or UTF-8 with a mark, else nearly Latin-1.
pub fn text_string(bytes: &[u8]) -> Vec<char> {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest
                .chunks_exact(2)
                .map(|c| u16::from_be_bytes([c[0], c[1]]));
            char::decode_utf16(units)
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        [0xff, 0xfe, rest @ ..] => {
            let units = rest
                .chunks_exact(2)
                .map(|c| u16::from_le_bytes([c[0], c[1]]));
            char::decode_utf16(units)
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).chars().collect(),
        _ => bytes
            .iter()
            .map(|&b| match b {
                0x84 => '—',
                0x85 => '–',
                0x8f => '‘',
                0x90 => '’',
                0x93 => '\u{fb01}',
                0x94 => '\u{fb02}',
                0x9c => 'œ',
                0x96 => 'Œ',
                0xa0 => '€',
                _ => char::from(b),
            })
            .collect(),
    }
}
