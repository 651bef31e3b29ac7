//! An allocator that counts: work and memory of a run as figures that are the same on any machine.
//!
//! In: allocations. Out: how many bytes were asked for in all, and how many at most at once.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

static ASKED: AtomicUsize = AtomicUsize::new(0);
static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counted.
pub struct Counted;

fn taken(size: usize) {
    ASKED.fetch_add(size, Relaxed);
    MOST.fetch_max(HELD.fetch_add(size, Relaxed) + size, Relaxed);
}

// SAFETY: each call goes to the system's allocator as it is; numbers are counted beside it.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        taken(size);
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.realloc(place, layout, size) }
    }
}

/// What a computation asks for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    /// Bytes in all: its work.
    pub work: usize,
    /// Bytes at most at once, beside those that were held before.
    pub memory: usize,
}

/// A computation, and what it asks for. No other may run meanwhile.
pub fn counted<R>(compute: impl FnOnce() -> R) -> (R, Cost) {
    let (asked, held) = (ASKED.load(Relaxed), HELD.load(Relaxed));
    MOST.store(held, Relaxed);
    let result = compute();
    let cost = Cost { work: ASKED.load(Relaxed) - asked, memory: MOST.load(Relaxed).saturating_sub(held) };
    (result, cost)
}
