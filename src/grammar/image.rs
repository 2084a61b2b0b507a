//! A compiled grammar as an image: written when the program is built, embedded
//! in it, and read at its start in a fraction of the time that compiling takes.

use super::compile::Grammar;
use crate::lexicon::Lexicon;
use crate::lexicon::pack::{Reader, Writer};

impl Grammar {
    /// The image of this grammar: without the rules as they were written and
    /// without the texts of the lists. The same sources always give the same bytes.
    ///
    /// # Errors
    /// Never, as far as memory lasts.
    pub fn encode(&self) -> Result<Vec<u8>, postcard::Error> {
        let mut out = Writer::default();
        self.lexicon.encode(&mut out)?;
        out.rows(&postcard::to_stdvec(self)?);
        Ok(out.finish())
    }

    /// Reads an image; `text` gives the text of each list. `None` if it was made
    /// on another kind of machine, of other lists, or by another program.
    #[must_use]
    pub fn decode(
        image: &'static [u8],
        text: impl Fn(&str) -> Option<&'static str>,
    ) -> Option<Grammar> {
        let mut image = Reader::new(image)?;
        let lexicon = Lexicon::decode(&mut image, text)?;
        let mut grammar: Grammar = postcard::from_bytes(image.bytes()?).ok()?;
        grammar.lexicon = lexicon;
        Some(grammar)
    }
}
