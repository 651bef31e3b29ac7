// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! How deep a decode has come, and how much it may still try in vain.
//!
//! `serde_json` bounds the nesting of a text, but the members of unions are texts of their own to it, and each would start anew:
//! a few kilobytes could use up the stack. So what is open is counted across them all, per thread.

use std::cell::Cell;

/// Objects and arrays may be nested so deep, as in `serde_json`.
const DEEPEST: usize = 128;
/// How many bytes of the stack a decode may take, so that large structs do not use up that of a small thread: some have 512 KiB.
const STACK: usize = 440 * 1024;
/// How many bytes members that fail may read, for each byte of the outermost union: overlapping members of a recursive union
/// multiply.
const TRIES: usize = 64;
/// So many bytes more, for small texts of unions with many members.
const TRIES_AT_LEAST: usize = 64 * 1024;

#[derive(Clone, Copy)]
struct State {
    objects: usize,
    unions: usize,
    /// The address of the stack where the decode began.
    stack: usize,
    /// Bytes that members which fail may still read.
    budget: usize,
    quiet: bool,
}

thread_local! {
    static STATE: Cell<State> = const { Cell::new(State { objects: 0, unions: 0, stack: 0, budget: 0, quiet: false }) };
}

fn change<R>(change: impl FnOnce(&mut State) -> R) -> R {
    STATE.with(|cell| {
        let mut state = cell.get();
        let result = change(&mut state);
        cell.set(state);
        result
    })
}

/// An object or a union that is being read.
pub struct DepthGuard {
    is_union: bool,
}

impl DepthGuard {
    /// An object is read.
    ///
    /// # Errors
    /// When no stack is left for it.
    pub fn object() -> Result<Self, &'static str> {
        change(|state| {
            check_stack(state)?;
            state.objects += 1;
            Ok(Self { is_union: false })
        })
    }

    /// A union is read.
    ///
    /// # Errors
    /// When its text is nested too deeply, or no stack is left for it.
    #[allow(dead_code)] // not every API has unions
    pub fn union(text: &str) -> Result<Self, String> {
        change(|state| {
            check_stack(state)?;
            if state.unions == 0 {
                check_nesting(text, DEEPEST.saturating_sub(state.objects))?;
                state.budget = text.len().saturating_mul(TRIES).saturating_add(TRIES_AT_LEAST);
            }
            state.unions += 1;
            Ok(Self { is_union: true })
        })
    }
}

impl Drop for DepthGuard {
    fn drop(&mut self) {
        change(|state| {
            let open = if self.is_union { &mut state.unions } else { &mut state.objects };
            *open = open.saturating_sub(1);
        });
    }
}

/// Whether a decode may go deeper. The stack grows by what the structs of the API need, which no count of levels tells.
fn check_stack(state: &mut State) -> Result<(), &'static str> {
    let mark = 0_u8;
    let here = std::ptr::addr_of!(mark) as usize;
    if state.objects + state.unions == 0 {
        state.stack = here;
    }
    if here.abs_diff(state.stack) > STACK { Err("nested too deeply for the stack") } else { Ok(()) }
}

#[allow(dead_code)] // not every API has unions
fn check_nesting(text: &str, allowed: usize) -> Result<(), String> {
    let Some(offset) = too_deep(text.as_bytes(), allowed) else { return Ok(()) };
    let path = super::decode::path_at(text.as_bytes(), offset);
    Err(format!("`{path}` is nested more than {DEEPEST} levels deep"))
}

/// Where a text opens more arrays and objects than are allowed.
fn too_deep(json: &[u8], allowed: usize) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = json.get(at) {
        match byte {
            b'"' => {
                at = super::decode::string_end(json, at);
                continue;
            }
            b'[' | b'{' if depth == allowed => return Some(at),
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Takes note that a member read so many bytes in vain; whether more may be tried.
#[allow(dead_code)] // not every API has unions
pub fn tried_in_vain(bytes: usize) -> bool {
    change(|state| {
        let left = state.budget.checked_sub(bytes);
        state.budget = left.unwrap_or(0);
        left.is_some()
    })
}

/// Reads something only to see whether it can be read: errors need not say why it cannot.
pub fn quietly<R>(read: impl FnOnce() -> R) -> R {
    struct Restore(bool);

    impl Drop for Restore {
        fn drop(&mut self) {
            change(|state| state.quiet = self.0);
        }
    }

    let _restore = Restore(change(|state| std::mem::replace(&mut state.quiet, true)));
    read()
}

/// Whether errors need not say why.
#[allow(dead_code)] // not every API has unions
pub fn is_quiet() -> bool {
    change(|state| state.quiet)
}
