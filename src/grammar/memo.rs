//! A table from pairs of numbers to numbers, for what was worked out once and
//! is asked for at each step of a run over a text.
//!
//! Keys and values lie side by side in one row that is searched from the place
//! to which the key is hashed (Knuth 6.4, algorithm L): a question costs a
//! multiplication and mostly one line of the processor's cache, where the maps
//! of the standard library, whose tags stand apart, touch two.

/// The first number of a key that marks an empty place.
const EMPTY: u32 = u32::MAX;
const SMALLEST: usize = 64;

/// See the module's description. The first number of a key is never `u32::MAX`.
pub struct Memo<V> {
    places: Vec<(u32, u32, V)>,
    len: usize,
}

impl<V: Copy + Default> Default for Memo<V> {
    fn default() -> Self {
        Memo {
            places: vec![(EMPTY, 0, V::default()); SMALLEST],
            len: 0,
        }
    }
}

impl<V: Copy + Default> Memo<V> {
    /// How many pairs it knows.
    pub fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub fn get(&self, a: u32, b: u32) -> Option<V> {
        let mask = self.places.len() - 1;
        let mut at = hash(a, b) & mask;
        loop {
            let (own_a, own_b, value) = self.places[at];
            if own_a == a && own_b == b {
                return Some(value);
            }
            if own_a == EMPTY {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// Adds a pair that it does not know.
    pub fn insert(&mut self, a: u32, b: u32, value: V) {
        if self.len * 2 >= self.places.len() {
            let wider = vec![(EMPTY, 0, V::default()); self.places.len() * 2];
            let old = std::mem::replace(&mut self.places, wider);
            self.len = 0;
            for (a, b, value) in old.into_iter().filter(|(a, ..)| *a != EMPTY) {
                self.insert(a, b, value);
            }
        }
        let mask = self.places.len() - 1;
        let mut at = hash(a, b) & mask;
        while self.places[at].0 != EMPTY {
            at = (at + 1) & mask;
        }
        self.places[at] = (a, b, value);
        self.len += 1;
    }
}

/// Fibonacci hashing of both numbers; its upper half is the better one.
#[inline]
fn hash(a: u32, b: u32) -> usize {
    let key = u64::from(a) << 32 | u64::from(b);
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn pairs_are_found_again() {
        let mut memo = Memo::default();
        for a in 0..60_u32 {
            for b in 0..60 {
                assert_eq!(memo.get(a, b << 20), None);
                memo.insert(a, b << 20, u64::from(a * 60 + b));
            }
        }
        assert_eq!(memo.len(), 3600);
        for a in 0..60 {
            for b in 0..60 {
                assert_eq!(memo.get(a, b << 20), Some(u64::from(a * 60 + b)));
            }
        }
        assert_eq!(memo.get(60, 0), None);
    }
}
