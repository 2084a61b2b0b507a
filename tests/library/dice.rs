//! Chance that is the same each time.

/// A small generator of numbers that look random (xorshift64*).
pub struct Dice(pub u64);

impl Dice {
    /// A number below a bound, 0 where there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % bound.max(1)
    }
}
