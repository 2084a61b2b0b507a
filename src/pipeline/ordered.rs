//! Many threads, one order: a parallel map whose results come out in the order
//! in which the items went in, in bounded memory.
//!
//! One thread produces, `jobs` threads work, the caller's thread consumes.
//! Between them stand two limits. *Waiting*: items produced and not yet worked
//! on, by number and weight. *Ahead*: results that wait for a slower one before
//! them. The producer sleeps while either is reached, so that one slow document
//! among fast ones costs neither memory nor, up to the limit, time.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, OnceLock};
use std::thread::{self, Thread};
use std::time::Duration;

/// Items that wait for a thread, for each thread.
const WAITING_ITEMS: usize = 64;
/// Items that wait, on however many threads: each may hold an open file, of
/// which a process often may have 256 only.
const WAITING_FILES: usize = 192;
/// Bytes of the items that wait or are being worked on.
const WAITING_BYTES: usize = 64 << 20;
/// Items that are ahead of the oldest unfinished one.
const AHEAD_ITEMS: usize = 1 << 16;
/// Bytes of results that are ahead of the oldest unfinished one.
const AHEAD_BYTES: usize = 64 << 20;
/// How often the consumer looks whether it shall stop.
const LOOK: Duration = Duration::from_millis(50);
/// Stack of a worker, ample for libraries that recurse over nested input.
const STACK: usize = 16 << 20;

/// A wish to stop, shared between threads and signal handlers.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks every thread to stop.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What holds memory while it waits.
pub trait Weight {
    /// Bytes of memory held, roughly.
    fn weight(&self) -> usize;
}

/// Counters that the producer looks at. No lock: the others only add, subtract
/// and wake it.
#[derive(Default)]
struct Gate {
    waiting_items: AtomicUsize,
    waiting_bytes: AtomicUsize,
    ahead_items: AtomicUsize,
    ahead_bytes: AtomicUsize,
    closed: AtomicBool,
    producer: OnceLock<Thread>,
}

impl Gate {
    /// Waits until an item may be produced; whether it may.
    fn wait(&self, jobs: usize) -> bool {
        loop {
            if self.closed.load(Ordering::Acquire) {
                return false;
            }
            let waiting = self.waiting_items.load(Ordering::Acquire);
            let fits = waiting == 0
                || waiting < waiting_items(jobs)
                    && self.waiting_bytes.load(Ordering::Acquire) < WAITING_BYTES;
            let near = self.ahead_items.load(Ordering::Acquire) < AHEAD_ITEMS
                && self.ahead_bytes.load(Ordering::Acquire) < AHEAD_BYTES;
            if fits && near {
                return true;
            }
            thread::park();
        }
    }

    fn wake(&self) {
        if let Some(producer) = self.producer.get() {
            producer.unpark();
        }
    }

    fn enter(&self, weight: usize) {
        self.waiting_items.fetch_add(1, Ordering::AcqRel);
        self.waiting_bytes.fetch_add(weight, Ordering::AcqRel);
        self.ahead_items.fetch_add(1, Ordering::AcqRel);
    }

    fn worked(&self, weight: usize, result: usize) {
        self.ahead_bytes.fetch_add(result, Ordering::AcqRel);
        self.waiting_bytes.fetch_sub(weight, Ordering::AcqRel);
        self.waiting_items.fetch_sub(1, Ordering::AcqRel);
        self.wake();
    }

    fn left(&self, result: usize) {
        self.ahead_bytes.fetch_sub(result, Ordering::AcqRel);
        self.ahead_items.fetch_sub(1, Ordering::AcqRel);
        self.wake();
    }

    fn close(&self) {
        self.closed.store(true, Ordering::Release);
        self.wake();
    }
}

/// How many items may wait or be worked on.
fn waiting_items(jobs: usize) -> usize {
    (WAITING_ITEMS * jobs).min(WAITING_FILES.max(jobs))
}

/// Maps `work` over what `produce` hands out, on `jobs` threads, and gives each
/// result to `consume` in order, on this thread. `consume` gets `None` when
/// nothing is ready just now: time to flush.
///
/// Ends when everything is consumed, when `consume` breaks, or when `stop` is
/// asked for; then what is unfinished is dropped, and a producer that waits for
/// input is left behind, not waited for.
///
/// # Errors
///
/// If threads cannot be started.
pub fn in_order<I, O>(
    jobs: usize,
    stop: &Stop,
    produce: impl FnOnce(&mut dyn FnMut(I) -> ControlFlow<()>) + Send + 'static,
    work: impl Fn(I) -> O + Send + Sync + 'static,
    mut consume: impl FnMut(Option<O>) -> ControlFlow<()>,
) -> std::io::Result<()>
where
    I: Weight + Send + 'static,
    O: Weight + Send + 'static,
{
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .stack_size(STACK)
        .thread_name(|number| format!("{WORKER}{number}"))
        .build()
        .map_err(std::io::Error::other)?;
    let gate = Arc::new(Gate::default());
    let (sender, results) = mpsc::channel::<(u64, O)>();
    let work = Arc::new(work);
    let producer = {
        let (gate, stop) = (Arc::clone(&gate), stop.clone());
        move || {
            let _ = gate.producer.set(thread::current());
            let mut number = 0;
            produce(&mut |item: I| {
                if stop.is_stopped() || !gate.wait(jobs) {
                    return ControlFlow::Break(());
                }
                let weight = item.weight();
                gate.enter(weight);
                let (gate, work) = (Arc::clone(&gate), Arc::clone(&work));
                let (sender, stop) = (sender.clone(), stop.clone());
                pool.spawn_fifo(move || {
                    if !stop.is_stopped() {
                        let result = work(item);
                        gate.worked(weight, result.weight());
                        let _ = sender.send((number, result));
                    }
                });
                number += 1;
                ControlFlow::Continue(())
            });
        }
    };
    thread::Builder::new()
        .name("greffier-reader".to_owned())
        .spawn(producer)?;
    let ended = reorder(&results, stop, |result| {
        let weight = result.as_ref().map(Weight::weight);
        let flow = consume(result);
        if let Some(weight) = weight {
            gate.left(weight);
        }
        flow
    });
    if ended.is_break() {
        stop.stop();
    }
    gate.close();
    Ok(())
}

/// What the names of worker threads begin with.
pub(super) const WORKER: &str = "greffier-worker-";

/// Brings numbered results into order.
fn reorder<O>(
    results: &mpsc::Receiver<(u64, O)>,
    stop: &Stop,
    mut consume: impl FnMut(Option<O>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut first = 0;
    let mut early: VecDeque<Option<O>> = VecDeque::new();
    loop {
        let (number, result) = if let Ok(numbered) = results.try_recv() {
            numbered
        } else {
            consume(None)?;
            loop {
                match results.recv_timeout(LOOK) {
                    Ok(numbered) => break numbered,
                    Err(RecvTimeoutError::Disconnected) => return ControlFlow::Continue(()),
                    Err(RecvTimeoutError::Timeout) if stop.is_stopped() => {
                        return ControlFlow::Break(());
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                }
            }
        };
        if stop.is_stopped() {
            return ControlFlow::Break(());
        }
        let index = (number - first) as usize;
        if early.len() <= index {
            early.resize_with(index + 1, || None);
        }
        early[index] = Some(result);
        while let Some(Some(_)) = early.front() {
            let result = early.pop_front().flatten();
            first += 1;
            consume(result)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Weight for u64 {
        fn weight(&self) -> usize {
            8
        }
    }

    fn squares(jobs: usize, count: u64, delay: impl Fn(u64) + Send + Sync + 'static) -> Vec<u64> {
        let mut out = Vec::new();
        in_order(
            jobs,
            &Stop::default(),
            move |emit| {
                for number in 0..count {
                    assert!(emit(number).is_continue());
                }
            },
            move |number: u64| {
                delay(number);
                number * number
            },
            |square| {
                out.extend(square);
                ControlFlow::Continue(())
            },
        )
        .unwrap();
        out
    }

    #[test]
    fn results_come_in_order() {
        let expected: Vec<u64> = (0..5000).map(|n| n * n).collect();
        for jobs in [1, 2, 7] {
            assert_eq!(squares(jobs, 5000, |_| ()), expected);
        }
    }

    #[test]
    fn a_slow_item_holds_nothing_back() {
        let out = squares(2, 100_000, |number| {
            if number % 50_000 == 0 {
                thread::sleep(Duration::from_millis(100));
            }
        });
        assert_eq!(out.len(), 100_000);
        assert!(out.is_sorted());
    }

    #[test]
    fn an_end_of_interest_ends_the_run() {
        let mut seen = 0;
        in_order(
            2,
            &Stop::default(),
            |emit| {
                let mut number = 0u64;
                while emit(number).is_continue() {
                    number += 1;
                }
            },
            |number| number,
            |result| {
                seen += u64::from(result.is_some());
                if seen == 10 {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            },
        )
        .unwrap();
        assert_eq!(seen, 10);
    }

    #[test]
    fn a_producer_that_waits_for_input_is_not_waited_for() {
        let stop = Stop::default();
        let asked = stop.clone();
        let run = in_order(
            1,
            &stop,
            move |_emit| {
                asked.stop();
                thread::sleep(Duration::from_mins(1));
            },
            |number: u64| number,
            |_| ControlFlow::Continue(()),
        );
        run.unwrap();
        assert!(stop.is_stopped());
    }
}
