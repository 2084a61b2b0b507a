//! Web pages to text.
//!
//! Works on the tokens of HTML, not on a tree: text needs no tree, and so no
//! page can nest deep enough to matter. What is no content of the page is left
//! out: scripts, styles, navigation, forms' controls, hidden parts.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, EndTag, StartTag, Tag, TagToken, Token, TokenSink,
    TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::flow::{Flow, Gap};

/// The text of a page.
pub(super) fn text(page: &str) -> String {
    let sink = Page(RefCell::new(State::default()));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(page));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.into_inner().flow.finish()
}

/// The encoding that a page declares in its first bytes, if any.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<&[u8]> {
    let head = &bytes[..bytes.len().min(2048)];
    let lower = head.to_ascii_lowercase();
    let at = memchr::memmem::find(&lower, b"charset=")? + b"charset=".len();
    let label = head[at..].trim_ascii_start();
    let label = label
        .strip_prefix(b"\"")
        .or(label.strip_prefix(b"'"))
        .unwrap_or(label);
    let end = label
        .iter()
        .position(|b| !b.is_ascii_alphanumeric() && !b"-_:".contains(b));
    Some(&label[..end.unwrap_or(label.len())])
}

struct Page(RefCell<State>);

#[derive(Default)]
struct State {
    flow: Flow,
    /// The element being left out, and how many of its name are open.
    skipped: Option<(String, usize)>,
    /// Lists that are open.
    lists: usize,
    /// Preformatted parts that are open.
    verbatim: usize,
}

/// Elements without an end tag.
const VOID: [&str; 9] = [
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta",
];
/// Elements whose content is no text of the page.
const SKIPPED: [&str; 14] = [
    "head", "nav", "noscript", "template", "svg", "math", "select", "button", "iframe", "object",
    "audio", "video", "canvas", "datalist",
];
/// Elements that stand as blocks of their own.
const BLOCKS: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "p",
    "pre",
    "section",
    "table",
];

impl State {
    fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if let Some((skipped, open)) = &mut self.skipped {
            *open += usize::from(skipped == name && !tag.self_closing);
            // A head whose end is left out ends where the body begins.
            if skipped == "head" && name == "body" {
                self.skipped = None;
            }
            return;
        }
        if !VOID.contains(&name) && (SKIPPED.contains(&name) || is_hidden(tag)) {
            if !tag.self_closing {
                self.skipped = Some((name.to_owned(), 1));
            }
            return;
        }
        match name {
            "br" | "tr" => self.flow.gap(Gap::Line),
            "li" => self.flow.item(),
            "ul" | "ol" => {
                self.block();
                self.lists += 1;
            }
            "td" | "th" => self.flow.gap(Gap::Cell),
            "pre" => {
                self.block();
                self.verbatim += 1;
            }
            _ => self.edge(name),
        }
    }

    fn end(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if let Some((skipped, open)) = &mut self.skipped {
            if skipped == name {
                *open -= 1;
                if *open == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        match name {
            "li" | "tr" => self.flow.gap(Gap::Line),
            "ul" | "ol" => {
                self.lists = self.lists.saturating_sub(1);
                self.block();
            }
            "pre" => {
                self.verbatim = self.verbatim.saturating_sub(1);
                self.block();
            }
            _ => self.edge(name),
        }
    }

    /// The start or end of an element that may be a block.
    fn edge(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.block();
        }
    }

    /// The edge of a block; inside a list, items stay together.
    fn block(&mut self) {
        self.flow.gap(if self.lists > 0 {
            Gap::Line
        } else {
            Gap::Blank
        });
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
        } else if self.verbatim > 0 {
            self.flow.verbatim(text);
        } else {
            self.flow.words(text);
        }
    }
}

/// Whether an element is marked as hidden or as navigation.
fn is_hidden(tag: &Tag) -> bool {
    tag.attrs.iter().any(|attribute| {
        let value = attribute.value.trim();
        match &*attribute.name.local {
            "hidden" => !value.eq_ignore_ascii_case("until-found"),
            "aria-hidden" => value.eq_ignore_ascii_case("true"),
            "role" => value.eq_ignore_ascii_case("navigation"),
            _ => false,
        }
    })
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            CharacterTokens(text) => state.text(&text),
            TagToken(tag) if tag.kind == StartTag => {
                let raw = match &*tag.name {
                    "script" => Some(RawKind::ScriptData),
                    "style" | "xmp" | "noembed" | "noframes" => Some(RawKind::Rawtext),
                    "title" | "textarea" => Some(RawKind::Rcdata),
                    _ => None,
                };
                if let Some(raw) = raw {
                    state
                        .skipped
                        .get_or_insert_with(|| (tag.name.to_string(), 1));
                    return TokenSinkResult::RawData(raw);
                }
                state.start(&tag);
            }
            TagToken(tag) if tag.kind == EndTag => state.end(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_lists_and_tables() {
        let page = "<!DOCTYPE html><html><head><title>T</title><style>p{}</style><body>\
            <nav><ul><li>Accueil</ul></nav><h1>Un\n  titre</h1><p>L&rsquo;&eacute;t&eacute; <b>2026</b>&nbsp;!<br>Suite\
            <ul><li>un<li><p>deux</p></ul><script>if (a < b) x('<p>')</script>\
            <table><tr><td>a<td>b<tr><td>c</table><div hidden>caché<div></div></div>fin";
        assert_eq!(
            text(page),
            "Un titre\n\nL’été 2026\u{A0}!\nSuite\n\n- un\n- deux\n\na\tb\nc\n\nfin"
        );
    }

    #[test]
    fn a_script_or_style_leaves_nothing() {
        assert_eq!(
            text("a<style>b</style><textarea>c</textarea><svg><text>d</text></svg> e"),
            "a e"
        );
    }

    #[test]
    fn depth_is_no_matter() {
        let page = format!("{}x{}", "<div>".repeat(100_000), "</ul>".repeat(100_000));
        assert_eq!(text(&page), "x");
    }

    #[test]
    fn declared_encodings() {
        assert_eq!(
            declared_encoding(b"<meta charset=\"iso-8859-1\">"),
            Some(&b"iso-8859-1"[..])
        );
        assert_eq!(
            declared_encoding(b"<META content='text/html; CHARSET=windows-1252'>"),
            Some(&b"windows-1252"[..])
        );
        assert_eq!(declared_encoding(b"<p>"), None);
    }
}
