//! Fuzzes `targets::front_page`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tablature_fuzz::targets::front_page(bytes));
