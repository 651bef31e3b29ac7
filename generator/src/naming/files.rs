//! Names that no file can have on every system.
//!
//! In: a name in lower case. Out: whether it is such a name. It must not know what files are named after.

/// What Windows takes for a device, whatever ending stands behind it.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// What Windows takes for a device with a digit behind it.
const NUMBERED_DEVICES: &[&str] = &["com", "lpt"];

/// Whether a file or a folder of this name could not be checked out on Windows.
#[must_use]
pub fn is_device(name: &str) -> bool {
    let is_digit = |rest: &str| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit());
    DEVICES.contains(&name) || NUMBERED_DEVICES.iter().find_map(|it| name.strip_prefix(*it)).is_some_and(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_known_by_their_whole_name() {
        assert!(["con", "com1"].into_iter().all(is_device));
        assert!(!["console", "com_1", "com10"].into_iter().any(is_device));
    }
}
