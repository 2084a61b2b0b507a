//! Rules as they are written: the tree that the parser makes.

/// A place in a rule file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// A rule file.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// Path relative to the rules folder, as shown in messages.
    pub path: String,
    /// First part of its rules' names: the folder or the stem (`people`).
    pub subject: String,
    /// Named parts of patterns.
    pub lets: Vec<Let>,
    /// Rules in order.
    pub rules: Vec<Rule>,
}

/// A named part of a pattern.
#[derive(Clone, Debug)]
pub struct Let {
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub pattern: Node,
    /// Where it is written.
    pub place: Place,
}

/// A rule.
#[derive(Clone, Debug, Default)]
pub struct Rule {
    /// Its name within the subject (`civility-name`).
    pub name: String,
    /// The phase it runs in.
    pub phase: String,
    /// What it is for, one line.
    pub about: String,
    /// What it matches.
    pub pattern: Option<Node>,
    /// Conditions on what stands around the match.
    pub contexts: Vec<Context>,
    /// Labels of units in which alone it runs; empty for all.
    pub only_in: Vec<String>,
    /// Labels of units in which it does not run.
    pub not_in: Vec<String>,
    /// What a match makes.
    pub makes: Vec<Make>,
    /// What a match teaches: class and capture.
    pub learns: Vec<(String, String, Place)>,
    /// Decides between matches of one length; 0 if not given.
    pub priority: i32,
    /// Whether the shortest match is wanted, not the longest.
    pub shortest: bool,
    /// Texts in which it must fire, and those in which it must not.
    pub examples: Vec<Example>,
    /// Where it begins.
    pub place: Place,
    /// Where its pattern begins.
    pub pattern_place: Place,
    /// Whether a line of it could not be read: what it lacks may stand there.
    pub faulty: bool,
    /// The rule as written.
    pub written: String,
}

/// On which side of a match a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Side {
    /// Ends where the match starts.
    Prev,
    /// Starts where the match ends.
    Next,
    /// Starts where the match starts.
    Here,
}

/// A condition on the surroundings of a match.
#[derive(Clone, Debug)]
pub struct Context {
    /// Where it looks.
    pub side: Side,
    /// Whether the pattern must be absent.
    pub unless: bool,
    /// What it looks for.
    pub pattern: Node,
}

/// An annotation that a match makes.
#[derive(Clone, Debug)]
pub struct Make {
    /// Kind of the annotation.
    pub kind: String,
    /// The capture that it covers; the whole match if there is none.
    pub capture: Option<String>,
    /// Its fields.
    pub fields: Vec<(String, FieldValue)>,
    /// Where it is written.
    pub place: Place,
}

/// Where the value of a field comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// The words of a capture.
    Capture(String),
    /// A feature of the lexicon entry, or a field of the annotation, that a capture is.
    Feature(String, String),
    /// A constant.
    Constant(String),
}

/// An example of a rule at work, or a near miss.
#[derive(Clone, Debug)]
pub struct Example {
    /// The text without brackets.
    pub text: String,
    /// Byte ranges of `text` that stood in brackets: what the rule must make. Empty for a near miss.
    pub spans: Vec<(usize, usize)>,
    /// Fields that the first annotation must have.
    pub fields: Vec<(String, String)>,
    /// Where it is written.
    pub place: Place,
}

/// A pattern.
#[derive(Clone, Debug)]
pub enum Node {
    /// One after the other.
    Seq(Vec<Node>),
    /// One of them; the earlier is preferred.
    Alt(Vec<Node>),
    /// Repeated between `min` and `max` times.
    Repeat(Box<Node>, u32, u32),
    /// A named part.
    Capture(String, Box<Node>),
    /// The pattern of a `let`.
    Name(String, Place),
    /// A part with conditions on the first token of what it matches.
    Narrowed(Box<Node>, Narrowing),
    /// Something that is consumed.
    Test(Test),
    /// A condition on a position.
    Anchor(Anchor),
}

/// What is asked of the first token of what a part of a pattern matches.
#[derive(Clone, Debug)]
pub struct Narrowing {
    /// No white space before it.
    pub glued: bool,
    /// Conditions on it; the flag tells those that must fail.
    pub conditions: Vec<(bool, Condition)>,
    /// Where the part is written.
    pub place: Place,
}

/// A position between tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Anchor {
    /// Start of the unit (`^`).
    UnitStart,
    /// End of the unit (`$`).
    UnitEnd,
    /// Start of a line (`bol`).
    LineStart,
    /// End of a line (`eol`).
    LineEnd,
}

/// One step of a pattern.
#[derive(Clone, Debug)]
pub struct Test {
    /// What it moves over.
    pub step: Step,
    /// No white space before it.
    pub glued: bool,
    /// Conditions on its first token; the flag tells those that must fail.
    pub conditions: Vec<(bool, Condition)>,
    /// Where it is written.
    pub place: Place,
}

/// What a test moves over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// One token.
    Token,
    /// A word or a phrase of a lexicon.
    Class(ClassName),
    /// An annotation of an earlier phase.
    Annotation(String, Vec<(String, Vec<String>)>),
}

/// A lexicon, and the values of one of its features that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassName {
    /// Name of the lexicon or of a learned class.
    pub lexicon: String,
    /// Feature and values.
    pub feature: Option<(String, Vec<String>)>,
}

/// A condition on one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A word, whatever its case (`"signé"`).
    Word(String),
    /// A form to the letter (`'Mars'`).
    Exact(String),
    /// Any of these shapes (bits of [`crate::segment::Shape`]).
    Shape(u16),
    /// Any of these flags (bits of [`crate::segment::Flags`]).
    Flag(u16),
    /// A whole number between two bounds, with so many characters if given.
    Number(u32, u32, Option<u32>),
    /// A word of a class.
    Class(ClassName),
    /// Inside or at an annotation of a kind.
    Inside(String),
    /// Anything.
    Any,
}
