//! Text that is put together from marked-up parts: paragraphs with a blank
//! line between them, list items and table rows on lines of their own.

/// What is owed before the next word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    #[default]
    None,
    /// A tab, between the cells of a row.
    Cell,
    /// A line end.
    Line,
    /// A blank line, between paragraphs.
    Blank,
}

/// A text that grows.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    gap: Gap,
    /// A blank was seen since the last word.
    space: bool,
    /// The next word begins a list item.
    item: bool,
}

impl Flow {
    /// Asks for at least this gap before the next word.
    pub fn gap(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
        self.space = false;
    }

    /// Makes a blank line that is owed a line end only.
    pub fn tighten(&mut self) {
        self.gap = self.gap.min(Gap::Line);
    }

    /// Begins a list item.
    pub fn item(&mut self) {
        self.gap(Gap::Line);
        self.item = true;
    }

    /// Adds text whose white space is layout of the source: each run of it
    /// counts as one blank.
    pub fn words(&mut self, text: &str) {
        for (index, word) in text.split([' ', '\t', '\n', '\r', '\x0C']).enumerate() {
            self.space |= index > 0;
            if !word.is_empty() {
                self.settle();
                self.text.push_str(word);
            }
        }
    }

    /// Adds text whose white space counts.
    pub fn verbatim(&mut self, text: &str) {
        if !text.is_empty() {
            self.settle();
            self.text.push_str(text);
        }
    }

    /// The text, without white space around it.
    pub fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text
    }

    /// Pays what is owed.
    fn settle(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        let space = std::mem::take(&mut self.space);
        if !self.text.is_empty() {
            match gap {
                Gap::None if space => self.text.push(' '),
                Gap::None => {}
                Gap::Cell => self.text.push('\t'),
                Gap::Line => self.text.push('\n'),
                Gap::Blank => self.text.push_str("\n\n"),
            }
        }
        if std::mem::take(&mut self.item) {
            self.text.push_str("- ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_paid_once() {
        let mut flow = Flow::default();
        flow.gap(Gap::Blank);
        flow.words("  Bonjour \n à ");
        flow.words("tous");
        flow.gap(Gap::Line);
        flow.gap(Gap::Blank);
        flow.item();
        flow.words(" un ");
        flow.gap(Gap::Cell);
        flow.words("deux");
        assert_eq!(flow.finish(), "Bonjour à tous\n\n- un\tdeux");
    }
}
