//! The parallel run over many inputs.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;

use super::ordered::{Stop, WORKER, Weight, in_order};
use crate::ingest::{Entry, Finder, InputFormat, Limits, Raw};
use crate::record::{ErrorCode, Failure, Problem};

/// What a run reads, and how.
#[derive(Clone, Debug)]
pub struct Run {
    /// Files, folders, archives; `-` for standard input.
    pub inputs: Vec<PathBuf>,
    /// What the user says of their format.
    pub input_format: InputFormat,
    /// Limits of one document.
    pub limits: Limits,
    /// Threads that work, at least one.
    pub jobs: usize,
    /// Files never to be taken as inputs, the run's own outputs, as
    /// [`resolved`](crate::ingest::resolved) gives them.
    pub exclude: Vec<PathBuf>,
    /// Which part of the inputs to read: number from 0, of how many.
    pub shard: Option<(u64, u64)>,
}

/// What came of one input.
#[derive(Debug)]
pub struct Outcome<T> {
    /// Its path.
    pub path: String,
    /// Bytes on disk that it stands for.
    pub progress: u64,
    /// What was found in it.
    pub found: Found<T>,
}

/// What was found in one input.
#[derive(Debug)]
pub enum Found<T> {
    /// What the work gave.
    Result(T),
    /// A failure.
    Failure(Failure),
    /// Nothing: it belongs to another shard.
    Skipped,
}

impl Weight for Entry {
    fn weight(&self) -> usize {
        Entry::weight(self)
    }
}

impl<T: Weight> Weight for Outcome<T> {
    fn weight(&self) -> usize {
        // What the queues themselves need.
        let overhead = 128;
        overhead
            + self.path.len()
            + match &self.found {
                Found::Result(result) => result.weight(),
                Found::Failure(failure) => failure.message.len() + failure.path.len(),
                Found::Skipped => 0,
            }
    }
}

/// Does `work` on every document of the inputs, in parallel, and hands each
/// outcome to `consume` in the order of the inputs; `None` says that nothing
/// more is ready just now. A panic in `work` is the failure of its document.
///
/// # Errors
///
/// If threads cannot be started.
pub fn run<T: Weight + Send + 'static>(
    run: Run,
    stop: &Stop,
    work: impl Fn(Raw) -> Result<T, Failure> + Send + Sync + 'static,
    consume: impl FnMut(Option<Outcome<T>>) -> ControlFlow<()>,
) -> std::io::Result<()> {
    let Run {
        inputs,
        input_format,
        limits,
        jobs,
        exclude,
        shard,
    } = run;
    let limits = Arc::new(limits);
    let finder_limits = Limits::clone(&limits);
    let produce = move |emit: &mut dyn FnMut(Entry) -> ControlFlow<()>| {
        let mut finder = Finder {
            input_format,
            limits: finder_limits,
            exclude,
            emit,
        };
        let _ = finder.run(&inputs);
    };
    let one = move |entry: Entry| {
        let (path, progress) = (entry.path.clone(), entry.progress);
        let found = if shard.is_some_and(|(number, count)| shard_of(&path, count) != number) {
            Found::Skipped
        } else {
            let done = caught(&path, || Raw::load(entry, &limits).and_then(&work));
            done.map_or_else(Found::Failure, Found::Result)
        };
        Outcome {
            path,
            progress,
            found,
        }
    };
    in_order(jobs.max(1), stop, produce, one, consume)
}

/// The shard that a path belongs to: the same on every machine and for ever.
fn shard_of(path: &str, count: u64) -> u64 {
    // FNV-1a, with a last mix because neighbouring names differ in few bits.
    let hash = path.bytes().fold(0xCBF2_9CE4_8422_2325u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    let mixed = (hash ^ (hash >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) % count
}

thread_local! {
    /// Words of the last panic on this thread.
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs `work`, a panic in which becomes a failure.
fn caught<T>(path: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let words = LAST_PANIC.take();
        Err(Problem::new(
            ErrorCode::Internal,
            format!("a fault in the program: {words} (please report it with the file)"),
        )
        .at(path))
    })
}

/// Keeps panics on worker threads from printing; they become failures. To be
/// called once, at the start of a program.
pub fn quiet_panics() {
    let default = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if std::thread::current()
            .name()
            .is_some_and(|name| name.starts_with(WORKER))
        {
            let message = info.payload_as_str().unwrap_or("panic");
            let place = info
                .location()
                .map(|at| format!(" at {}:{}", at.file(), at.line()));
            LAST_PANIC.set(format!("{message}{}", place.unwrap_or_default()));
        } else {
            default(info);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shards_share_evenly() {
        let mut counts = [0; 4];
        for number in 0..4000 {
            counts[shard_of(&format!("archive/{number}.pdf"), 4) as usize] += 1;
        }
        assert!(
            counts.iter().all(|count| (900..1100).contains(count)),
            "{counts:?}"
        );
    }

    #[test]
    fn a_panic_is_a_failure() {
        let failure = caught::<()>("a.pdf", || panic!("lost")).unwrap_err();
        assert_eq!(
            (failure.path.as_str(), failure.code),
            ("a.pdf", ErrorCode::Internal)
        );
    }
}
