//! A program as a net of positions: which tests may come after which.
//!
//! A position stands behind a test that was passed (position 0 is the start).
//! From each lead edges, in the order of the pattern: the test that comes next
//! and what is to be done before it is tried. This is the position automaton of
//! the pattern (Glushkov 1961), its edges in order and with captures. A run
//! looks at one list of edges for each token that it moves over, however many
//! options and alternatives the pattern has in between.

use super::ast::Anchor;
use super::program::{ALWAYS, Check, Inst, Program};

/// See the module's description.
#[derive(Clone, Debug)]
pub struct Net {
    /// Of each position, where its edges begin; they end where those of the next begin.
    first_edge: Vec<u32>,
    edges: Vec<Edge>,
    /// Runs of actions, each ended by [`Action::End`]; the first is empty.
    actions: Vec<Action>,
}

/// An edge from a position.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    /// The position that it leads to.
    pub to: u16,
    /// The test to pass, by its number in the phase, with [`Edge::OPEN`] where
    /// the symbol does not settle it.
    test: u16,
    /// Where its actions begin.
    actions: u32,
}

impl Edge {
    /// Leads to no position: the pattern has matched, whatever comes next.
    pub const ACCEPT: u16 = u16::MAX;
    const OPEN: u16 = 1 << 15;

    /// The test to pass, by its number in the phase.
    #[inline]
    pub fn test(self) -> u16 {
        self.test & !Edge::OPEN
    }

    /// Whether anything is to be done before the test.
    #[inline]
    pub fn has_actions(self) -> bool {
        self.actions != 0
    }

    /// Whether more has to be looked at than the symbol.
    #[inline]
    pub fn is_open(self) -> bool {
        self.test & Edge::OPEN != 0
    }
}

/// What is to be done on an edge before its test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Note the position, as [`Inst::Save`] says.
    Save(u8),
    /// Go on only at such a position.
    Anchor(Anchor),
    /// No more.
    End,
}

impl Net {
    /// The net of a program whose tests are numbered as in `checks`.
    pub fn new(program: &Program, checks: &[Check]) -> Net {
        let numbered = program.insts.iter().enumerate();
        let tests = numbered.filter(|(_, inst)| matches!(inst, Inst::Test(_)));
        let mut position_of = vec![0; program.insts.len()];
        // From where in the program each position goes on.
        let mut from = vec![0];
        for (pc, _) in tests {
            position_of[pc] = from.len() as u16;
            from.push(pc + 1);
        }
        let mut net = Net {
            first_edge: Vec::with_capacity(from.len() + 1),
            edges: Vec::new(),
            actions: vec![Action::End],
        };
        let mut walk = Walk {
            program,
            checks,
            position_of: &position_of,
            net: &mut net,
            path: Vec::new(),
            seen: vec![0; program.insts.len()],
            reached: Vec::new(),
        };
        for pc in from {
            walk.net.first_edge.push(walk.net.edges.len() as u32);
            walk.go(pc, 0);
            for pc in walk.reached.drain(..) {
                walk.seen[pc] = 0;
            }
        }
        net.first_edge.push(net.edges.len() as u32);
        net
    }

    /// How many positions it has.
    pub fn len(&self) -> usize {
        self.first_edge.len() - 1
    }

    /// Number of the first edge from a position, and the edges.
    #[inline]
    pub fn edges(&self, position: u16) -> (u32, &[Edge]) {
        let (from, to) = (
            self.first_edge[usize::from(position)],
            self.first_edge[usize::from(position) + 1],
        );
        (from, &self.edges[from as usize..to as usize])
    }

    /// The edge of a number.
    #[inline]
    pub fn edge(&self, number: u32) -> Edge {
        self.edges[number as usize]
    }

    /// What is to be done on an edge, up to [`Action::End`].
    #[inline]
    pub fn actions(&self, edge: Edge) -> &[Action] {
        &self.actions[edge.actions as usize..]
    }
}

/// Of each set of the four anchors, the sets (bits) that are part of it.
const PARTS: [u16; 16] = {
    let mut parts = [0; 16];
    let mut set = 0;
    while set < 16 {
        let mut part = 0;
        while part < 16 {
            if part & set == part {
                parts[set] |= 1 << part;
            }
            part += 1;
        }
        set += 1;
    }
    parts
};

/// Finds the edges from positions.
struct Walk<'w> {
    program: &'w Program,
    checks: &'w [Check],
    position_of: &'w [u16],
    net: &'w mut Net,
    path: Vec<Action>,
    /// Of each instruction, the sets of anchors (bits) with which it was reached.
    seen: Vec<u16>,
    /// The instructions that were reached: few of those that a long program has.
    reached: Vec<usize>,
}

impl Walk<'_> {
    /// Follows the program from an instruction; `held` are the anchors on the path.
    fn go(&mut self, mut pc: usize, mut held: u16) {
        let length = self.path.len();
        loop {
            // A later path can only bring what an earlier one brings, unless
            // that had to hold at more anchors.
            if self.seen[pc] & PARTS[usize::from(held)] != 0 {
                break;
            }
            if self.seen[pc] == 0 {
                self.reached.push(pc);
            }
            self.seen[pc] |= 1 << held;
            match self.program.insts[pc] {
                Inst::Jump(to) => pc = usize::from(to),
                Inst::Save(slot) => {
                    self.path.push(Action::Save(slot));
                    pc += 1;
                }
                Inst::Anchor(anchor) => {
                    self.path.push(Action::Anchor(anchor));
                    held |= 1 << anchor as u16;
                    pc += 1;
                }
                Inst::Choice(choice) => {
                    for branch in &self.program.choices[usize::from(choice)] {
                        self.go(usize::from(*branch), held);
                    }
                    break;
                }
                Inst::Test(test) => {
                    let open = if self.checks[usize::from(test)].open {
                        Edge::OPEN
                    } else {
                        0
                    };
                    self.add(self.position_of[pc], test | open);
                    break;
                }
                Inst::Accept => {
                    self.add(Edge::ACCEPT, ALWAYS);
                    break;
                }
            }
        }
        self.path.truncate(length);
    }

    fn add(&mut self, to: u16, test: u16) {
        let actions = if self.path.is_empty() {
            0
        } else {
            let at = self.net.actions.len() as u32;
            self.net.actions.extend_from_slice(&self.path);
            self.net.actions.push(Action::End);
            at
        };
        self.net.edges.push(Edge { to, test, actions });
    }
}
