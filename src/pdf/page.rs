//! The pages of a file: their order, their boxes, and what they draw,
//! annotations included.

use std::time::Instant;

use rustc_hash::FxHashSet;

use super::content::{Drawing, Fonts, Interpreter};
use super::field;
use super::geometry::{Matrix, Rect};
use super::object::{Dictionary, Object, ObjectId};
use super::source::Source;

/// Ancestors a page may inherit from.
const MAX_ANCESTORS: usize = 64;

/// Levels of the page tree.
const MAX_LEVELS: usize = 256;

/// The page objects in order; where the page tree is broken, every object
/// that says it is a page.
pub fn page_ids(source: &Source<'_>, max: usize) -> Vec<ObjectId> {
    let mut tree = Tree {
        source,
        max,
        ids: Vec::new(),
        seen: FxHashSet::default(),
    };
    let root = source
        .dict(source.objects.trailer(), b"Root")
        .and_then(|root| source.dict(root, b"Pages"));
    if let Some(root) = root {
        tree.walk(root, 0);
    }
    if tree.ids.is_empty() {
        let mut stray = source.objects.stray_pages();
        stray.truncate(max);
        return stray;
    }
    tree.ids
}

struct Tree<'s, 'a> {
    source: &'s Source<'a>,
    max: usize,
    ids: Vec<ObjectId>,
    seen: FxHashSet<ObjectId>,
}

impl Tree<'_, '_> {
    fn walk(&mut self, node: &Dictionary, level: usize) {
        for kid in self.source.array(node, b"Kids").unwrap_or(&[]) {
            let Object::Reference(id) = kid else { continue };
            if self.ids.len() >= self.max || !self.seen.insert(*id) {
                continue;
            }
            let kid = self.source.dict_of(*id);
            match kid.map(|kid| (kid, self.source.name(kid, b"Type"))) {
                Some((kid, Some(b"Pages"))) if level < MAX_LEVELS => self.walk(kid, level + 1),
                Some((_, Some(b"Page"))) => self.ids.push(*id),
                Some((kid, _)) if kid.has(b"Kids") && level < MAX_LEVELS => {
                    self.walk(kid, level + 1);
                }
                // What cannot be read still counts as a page.
                _ => self.ids.push(*id),
            }
        }
    }
}

/// The layers that are switched off when the file is opened.
pub fn off_layers(source: &Source<'_>) -> FxHashSet<ObjectId> {
    let off = || {
        let root = source.dict(source.objects.trailer(), b"Root")?;
        let properties = source.dict(root, b"OCProperties")?;
        source.array(source.dict(properties, b"D")?, b"OFF")
    };
    off()
        .unwrap_or_default()
        .iter()
        .filter_map(Object::as_reference)
        .collect()
}

/// A page's drawing and its size as displayed.
pub struct PageDrawing {
    /// What it draws.
    pub drawing: Drawing,
    /// From (0, 0) to its width and height.
    pub bounds: Rect,
}

/// Draws a page. `None` if the object is no page.
pub fn draw(
    source: &Source<'_>,
    fonts: &mut Fonts,
    layers: &FxHashSet<ObjectId>,
    deadline: Option<Instant>,
    id: ObjectId,
) -> Option<PageDrawing> {
    let page = source.dict_of(id)?;
    let chain = ancestors(source, page);
    let inherited = |key: &[u8]| chain.iter().find(|d| d.has(key)).copied();
    let boxed = |key: &[u8]| inherited(key).and_then(|d| source.rect(d, key));
    let usable = |r: &Rect| r.width() > 1.0 && r.height() > 1.0;
    let media = boxed(b"MediaBox")
        .filter(usable)
        .unwrap_or(Rect::of(0.0, 0.0, 612.0, 792.0));
    let crop = boxed(b"CropBox").filter(usable).unwrap_or(media);
    let crop = Rect {
        x0: crop.x0.max(media.x0),
        y0: crop.y0.max(media.y0),
        x1: crop.x1.min(media.x1),
        y1: crop.y1.min(media.y1),
    };
    let crop = if usable(&crop) { crop } else { media };
    let rotate = inherited(b"Rotate")
        .and_then(|d| source.number(d, b"Rotate"))
        .unwrap_or(0.0) as i32;
    let (base, bounds) = displayed(crop, rotate);
    let resources = inherited(b"Resources").and_then(|d| source.dict(d, b"Resources"));

    let mut interpreter = Interpreter::new(source, fonts, layers, deadline, base);
    let content = contents(source, page);
    interpreter.run(&content, resources, 0);
    let mut drawing = std::mem::take(&mut interpreter.drawing);
    drop(interpreter);
    // Annotations start from a clean state, whatever the page left behind.
    if let Some(annotations) = source.array(page, b"Annots") {
        for annotation in annotations.iter().take(2000) {
            let mut interpreter = Interpreter::new(source, fonts, layers, deadline, base);
            interpreter.drawing = drawing;
            if let Some(dict) = source.as_dict(annotation) {
                annotate(source, &mut interpreter, dict);
            }
            drawing = interpreter.drawing;
        }
    }
    // Text beside the visible page (printer's marks) is not on it.
    let inside = |x: f32, y: f32| {
        x >= bounds.x0 - 2.0 && x <= bounds.x1 + 2.0 && y >= bounds.y0 - 2.0 && y <= bounds.y1 + 2.0
    };
    drawing.glyphs.retain(|g| inside(g.x, g.y));
    straighten(&mut drawing, bounds);
    Some(PageDrawing { drawing, bounds })
}

/// Turns the text laid over a scan about the middle of the page so that its
/// lines are level: on a page that lay askew, the end of one line may stand as
/// high as the start of the next.
fn straighten(drawing: &mut Drawing, bounds: Rect) {
    /// Over the width of a page, less than a tenth of a line.
    const LEVEL: f32 = 0.002;
    let mut slopes = std::mem::take(&mut drawing.slopes);
    // Short lines are often written as if they were level.
    slopes.retain(|slope| slope.abs() > LEVEL / 4.0);
    let middle = slopes.len() / 2;
    if slopes.is_empty() {
        return;
    }
    let (_, &mut slope, _) = slopes.select_nth_unstable_by(middle, f32::total_cmp);
    if slope.abs() <= LEVEL {
        return;
    }
    let (x, y) = (bounds.width() / 2.0, bounds.height() / 2.0);
    for glyph in drawing.glyphs.iter_mut().filter(|g| g.hidden) {
        let (along, up) = (glyph.x - x, glyph.y - y);
        glyph.x += slope * up;
        glyph.y -= slope * along;
    }
}

fn ancestors<'d>(source: &Source<'d>, page: &'d Dictionary) -> Vec<&'d Dictionary> {
    let mut chain = vec![page];
    while chain.len() < MAX_ANCESTORS {
        match source.dict(chain[chain.len() - 1], b"Parent") {
            Some(parent) => chain.push(parent),
            None => break,
        }
    }
    chain
}

/// The map from page space to the page as displayed, and its size then.
fn displayed(crop: Rect, rotate: i32) -> (Matrix, Rect) {
    let (w, h) = (crop.width(), crop.height());
    let turned = Rect::of(0.0, 0.0, h, w);
    let upright = Rect::of(0.0, 0.0, w, h);
    match rotate.rem_euclid(360) {
        90 => (Matrix::new(0.0, -1.0, 1.0, 0.0, -crop.y0, crop.x1), turned),
        180 => (Matrix::new(-1.0, 0.0, 0.0, -1.0, crop.x1, crop.y1), upright),
        270 => (Matrix::new(0.0, 1.0, -1.0, 0.0, crop.y1, -crop.x0), turned),
        _ => (Matrix::new(1.0, 0.0, 0.0, 1.0, -crop.x0, -crop.y0), upright),
    }
}

fn contents(source: &Source<'_>, page: &Dictionary) -> Vec<u8> {
    match source.get(page, b"Contents") {
        Some(Object::Stream(stream)) => source.inflate(stream),
        Some(Object::Array(parts)) => {
            let mut all = Vec::new();
            for part in parts {
                if let Some(Object::Stream(stream)) = source.resolve(part) {
                    all.extend(source.inflate(stream));
                    all.push(b'\n');
                }
            }
            all
        }
        _ => Vec::new(),
    }
}

/// Draws the normal appearance of a visible annotation.
fn annotate<'a>(
    source: &Source<'a>,
    interpreter: &mut Interpreter<'a, '_>,
    annotation: &'a Dictionary,
) {
    const HIDDEN: u32 = 2;
    const NO_VIEW: u32 = 32;
    let flags = source.number(annotation, b"F").unwrap_or(0.0) as u32;
    let popup = source.name(annotation, b"Subtype") == Some(b"Popup");
    if flags & (HIDDEN | NO_VIEW) != 0 || popup {
        return;
    }
    let Some(normal) = source
        .dict(annotation, b"AP")
        .and_then(|ap| source.get(ap, b"N"))
    else {
        field::draw(source, interpreter, annotation);
        return;
    };
    let stream = match normal {
        Object::Stream(stream) => stream,
        // One appearance a state: the current one.
        Object::Dictionary(states) => {
            let state = source.name(annotation, b"AS").unwrap_or(b"Off");
            match source.get(states, state) {
                Some(Object::Stream(stream)) => stream,
                _ => return,
            }
        }
        _ => return,
    };
    let Some(rect) = source.rect(annotation, b"Rect") else {
        return;
    };
    let matrix = source
        .matrix(&stream.dict, b"Matrix")
        .unwrap_or(Matrix::IDENTITY);
    let bbox = source
        .rect(&stream.dict, b"BBox")
        .unwrap_or(Rect::of(0.0, 0.0, rect.width(), rect.height()))
        .mapped(matrix);
    let scale = |to: f32, from: f32| if from.abs() > 1e-3 { to / from } else { 1.0 };
    let (sx, sy) = (
        scale(rect.width(), bbox.width()),
        scale(rect.height(), bbox.height()),
    );
    let place = Matrix::new(
        sx,
        0.0,
        0.0,
        sy,
        rect.x0 - bbox.x0 * sx,
        rect.y0 - bbox.y0 * sy,
    );
    interpreter.form(stream, place, None, 0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::content::{Glyph, Turn};

    #[test]
    fn the_lines_of_a_skewed_scan_are_made_level() {
        let slope = 0.02;
        let glyph = |x: f32, line: f32| Glyph {
            x,
            y: 700.0 - 12.0 * line + slope * x,
            width: 5.0,
            size: 11.0,
            char: 'a',
            turn: Turn::Right,
            bold: false,
            artifact: false,
            hidden: true,
        };
        let mut drawing = Drawing {
            glyphs: vec![glyph(50.0, 0.0), glyph(550.0, 0.0), glyph(50.0, 1.0)],
            slopes: vec![0.0, slope, slope],
            ..Drawing::default()
        };
        straighten(&mut drawing, Rect::of(0.0, 0.0, 595.0, 842.0));
        let y = |drawing: &Drawing, i: usize| drawing.glyphs[i].y;
        let (first, end, second) = (y(&drawing, 0), y(&drawing, 1), y(&drawing, 2));
        assert!((first - end).abs() < 0.5, "{first} {end}");
        assert!((first - second - 12.0).abs() < 0.1, "{first} {second}");
        // What is drawn in sight stays where it is.
        drawing.glyphs.iter_mut().for_each(|g| g.hidden = false);
        drawing.slopes = vec![slope];
        straighten(&mut drawing, Rect::of(0.0, 0.0, 595.0, 842.0));
        assert_eq!(y(&drawing, 1).to_bits(), end.to_bits());
    }
}
