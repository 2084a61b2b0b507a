//! Conditions on the first token of what a pattern matches, wherever it begins.

use super::ast::{Narrowing, Node};
use super::compile::nullable;

/// Puts conditions on the first token of whatever a pattern matches, and glues it
/// to what stands before. False, and the pattern is of no use, if it may match
/// nothing: then there is no such token.
pub fn narrow(node: &mut Node, asked: &Narrowing) -> bool {
    if nullable(node) {
        return false;
    }
    match node {
        Node::Test(test) => {
            test.glued |= asked.glued;
            test.conditions.extend_from_slice(&asked.conditions);
            true
        }
        Node::Capture(_, inner) => narrow(inner, asked),
        Node::Alt(items) => items.iter_mut().all(|item| narrow(item, asked)),
        Node::Repeat(inner, min, max) => {
            // The first time with the conditions, the others without.
            let mut first = inner.as_ref().clone();
            let fits = narrow(&mut first, asked);
            let others = Node::Repeat(inner.clone(), *min - 1, *max - 1);
            *node = Node::Seq(vec![first, others]);
            fits
        }
        Node::Seq(items) => narrow_all(items, asked).is_some_and(|narrowed| {
            *node = narrowed;
            true
        }),
        // None of these is left in a pattern whose names are replaced, or matches a token.
        Node::Anchor(_) | Node::Name(..) | Node::Narrowed(..) => false,
    }
}

/// The same for one part after the other; none if a part that may be left out may
/// match nothing even where it is not.
fn narrow_all(items: &[Node], asked: &Narrowing) -> Option<Node> {
    let (first, rest) = items.split_first()?;
    let after = |first: Node| Node::Seq(std::iter::once(first).chain(rest.to_vec()).collect());
    match first {
        Node::Anchor(_) => narrow_all(rest, asked).map(|rest| Node::Seq(vec![first.clone(), rest])),
        // With the part, which then has the conditions, or without it.
        Node::Repeat(inner, 0, max) => {
            let mut with = Node::Repeat(inner.clone(), 1, *max);
            let without = narrow_all(rest, asked)?;
            narrow(&mut with, asked).then(|| Node::Alt(vec![after(with), without]))
        }
        _ => {
            let mut first = first.clone();
            narrow(&mut first, asked).then(|| after(first))
        }
    }
}
