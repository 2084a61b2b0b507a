//! From files to documents: finds inputs, tells formats apart, decodes, and
//! hands on the text. Knows nothing of French.
//!
//! [`find`] walks over files, folders, archives and standard input and hands
//! out each [`Entry`] as it comes, members of archives one by one, so that
//! memory does not grow with the number of inputs. [`Raw::load`] reads an
//! entry's bytes and takes their fingerprint; [`Raw::into_document`] turns them
//! into text. The last two are made to run on many threads.

mod archive;
mod decode;
mod document;
mod docx;
mod entry;
mod find;
mod flow;
mod format;
mod html;
mod limits;
mod lines;
mod pdf;
mod read;

pub use document::Document;
pub use entry::{Body, Entry};
pub use find::{Finder, STDIN, resolved};
pub use format::InputFormat;
pub use limits::{Deadline, Limits};
pub use read::Raw;
pub(crate) use read::hex;
