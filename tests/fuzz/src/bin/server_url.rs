//! Fuzzes `targets::server_url`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tablature_fuzz::targets::server_url(bytes));
