//! Entries of several words: a trie over folds. Nodes are numbered level by
//! level, so that the children of a node stand together, sorted by their folds.

use bytemuck::{Pod, Zeroable};
use rustc_hash::FxHashMap;

use super::lookup::SetId;
use super::pack::{Reader, Rows, Writer};

/// A node; its children and entries end where those of the next node begin.
#[derive(Clone, Copy, Debug, Default, Pod, Zeroable)]
#[repr(C)]
struct Node {
    children: u32,
    entries: u32,
    sets: [SetId; 2],
}

/// The trie. Node 0 is the root; behind the last node stands one that only ends it.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    nodes: Rows<Node>,
    /// The fold that leads to each node.
    folds: Rows<u32>,
    entries: Rows<u32>,
}

impl Phrases {
    pub fn encode(&self, out: &mut Writer) {
        out.rows(&self.nodes);
        out.rows(&self.folds);
        out.rows(&self.entries);
    }

    pub fn decode(image: &mut Reader) -> Option<Phrases> {
        Some(Phrases {
            nodes: image.rows()?,
            folds: image.rows()?,
            entries: image.rows()?,
        })
    }

    /// The node that a fold leads to.
    pub fn child(&self, node: u32, fold: u32) -> Option<u32> {
        let from = self.nodes[node as usize].children as usize;
        let to = self.nodes[node as usize + 1].children as usize;
        let at = self.folds[from..to].binary_search(&fold).ok()?;
        Some((from + at) as u32)
    }

    /// The sets of the phrase that ends at a node, as of a word; 0 where none does.
    pub fn sets(&self, node: u32) -> [SetId; 2] {
        self.nodes[node as usize].sets
    }

    /// The entries that end at a node.
    pub fn entries(&self, node: u32) -> &[u32] {
        let from = self.nodes[node as usize].entries;
        let to = self.nodes[node as usize + 1].entries;
        &self.entries[from as usize..to as usize]
    }

    /// The folds that phrases begin with, each with its node.
    pub fn firsts(&self) -> impl Iterator<Item = (u32, u32)> {
        let end = self.nodes.get(1).map_or(0, |node| node.children);
        (1..end).map(|node| (self.folds[node as usize], node))
    }
}

/// Gathers phrases; its nodes are numbered as they come.
#[derive(Default)]
pub(super) struct PhraseBuilder {
    known: FxHashMap<(u32, u32), u32>,
    /// Node, fold and the node that it leads to.
    edges: Vec<(u32, u32, u32)>,
    /// Node and entry.
    entries: Vec<(u32, u32)>,
    /// Of the phrases that end at a node, a number for each case; 0 where none do.
    pub sets: Vec<[u32; 2]>,
}

impl PhraseBuilder {
    pub fn insert(&mut self, path: impl Iterator<Item = u32>, entry: u32) -> u32 {
        let mut node = 0;
        for fold in path {
            let next = self.edges.len() as u32 + 1;
            let to = *self.known.entry((node, fold)).or_insert(next);
            if to == next {
                self.edges.push((node, fold, next));
            }
            node = to;
        }
        self.entries.push((node, entry));
        self.sets.resize(self.edges.len() + 1, [0; 2]);
        node
    }

    /// The trie, with the sets that the numbers of `sets` stand for.
    pub fn seal(mut self, mut set: impl FnMut(u32) -> SetId) -> Phrases {
        let count = self.edges.len() + 1;
        self.sets.resize(count, [0; 2]);
        let sets: Vec<[SetId; 2]> = self.sets.iter().map(|both| both.map(&mut set)).collect();
        self.edges.sort_unstable();
        // Entries of one node keep the order of their files.
        self.entries.sort_by_key(|(node, _)| *node);
        let (mut nodes, mut folds) = (Vec::with_capacity(count + 1), vec![0]);
        let mut entries = Vec::with_capacity(self.entries.len());
        // The old numbers in the new order.
        let mut order = vec![0];
        for number in 0..count {
            let old: u32 = order[number];
            nodes.push(Node {
                children: order.len() as u32,
                entries: entries.len() as u32,
                sets: sets[old as usize],
            });
            let from = self.edges.partition_point(|(node, ..)| *node < old);
            for (_, fold, to) in self.edges[from..].iter().take_while(|(n, ..)| *n == old) {
                folds.push(*fold);
                order.push(*to);
            }
            let from = self.entries.partition_point(|(node, _)| *node < old);
            let own = self.entries[from..].iter().take_while(|(n, _)| *n == old);
            entries.extend(own.map(|(_, entry)| *entry));
        }
        nodes.push(Node {
            children: count as u32,
            entries: entries.len() as u32,
            ..Node::default()
        });
        Phrases {
            nodes: nodes.into(),
            folds: folds.into(),
            entries: entries.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PhraseBuilder;

    #[test]
    fn phrases_are_found_by_their_folds() {
        let mut builder = PhraseBuilder::default();
        let paths = [&[5, 3][..], &[5, 3, 9], &[2, 7], &[5, 1], &[5, 3]];
        for (entry, path) in paths.into_iter().enumerate() {
            let node = builder.insert(path.iter().copied(), entry as u32);
            builder.sets[node as usize][1] = 10 + entry as u32;
        }
        let phrases = builder.seal(|set| set * 2);
        let find = |path: &[u32]| {
            path.iter()
                .try_fold(0, |node, fold| phrases.child(node, *fold))
        };
        assert_eq!(phrases.entries(find(&[5, 3]).unwrap()), [0, 4]);
        assert_eq!(phrases.sets(find(&[5, 3]).unwrap()), [0, 28]);
        assert_eq!(phrases.entries(find(&[5, 3, 9]).unwrap()), [1]);
        assert_eq!(phrases.entries(find(&[5, 1]).unwrap()), [3]);
        assert!(phrases.entries(find(&[2]).unwrap()).is_empty());
        assert_eq!(find(&[5, 2]), None);
        let firsts: Vec<u32> = phrases.firsts().map(|(fold, _)| fold).collect();
        assert_eq!(firsts, [2, 5]);
    }
}
