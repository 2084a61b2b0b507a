//! Sets of word classes.

use bytemuck::{Pod, Zeroable};

/// How many classes a grammar may use at most.
pub const MAX_CLASSES: usize = 512;

/// The number of a class: a lexicon that rules name, as a whole or cut down by
/// a feature (`{function.gender=f}`).
pub type Class = u16;

/// A set of classes, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Pod, Zeroable)]
#[repr(transparent)]
pub struct ClassSet([u64; MAX_CLASSES / 64]);

impl ClassSet {
    /// Adds a class.
    ///
    /// # Panics
    /// If the class is not under [`MAX_CLASSES`], which the grammar's compiler checks.
    pub fn insert(&mut self, class: Class) {
        self.0[usize::from(class) / 64] |= 1 << (class % 64);
    }

    /// Whether the class is in the set.
    #[must_use]
    pub fn has(&self, class: Class) -> bool {
        self.0[usize::from(class) / 64] & (1 << (class % 64)) != 0
    }

    /// Adds all classes of another set.
    pub fn extend(&mut self, other: &ClassSet) {
        for (a, b) in self.0.iter_mut().zip(other.0) {
            *a |= b;
        }
    }

    /// Whether the set has no class.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|w| *w == 0)
    }

    /// The classes of the set, in order.
    pub fn iter(&self) -> impl Iterator<Item = Class> + '_ {
        let words = self.0.iter().enumerate();
        words.flat_map(|(at, word)| {
            let some = |bits: u64| (bits != 0).then_some(bits);
            std::iter::successors(some(*word), move |bits| some(bits & (bits - 1)))
                .map(move |bits| (at * 64) as Class + bits.trailing_zeros() as Class)
        })
    }
}
