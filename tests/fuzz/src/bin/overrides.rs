//! Fuzzes `targets::overrides`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tablature_fuzz::targets::overrides(bytes));
