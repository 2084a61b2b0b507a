//! The `greffier` command.

fn main() {}
