//! Source that is none, and source that leads elsewhere.

use super::bench::{fleet, model};

const SHIP: &str = "src/main/java/com/fleet/models/components/Ship.java";

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let bench = fleet();
    let text = bench.read(SHIP);
    std::fs::remove_file(bench.path(SHIP)).expect("removed");
    bench.write("elsewhere/Ship.java", &text);
    std::os::unix::fs::symlink(bench.path("elsewhere/Ship.java"), bench.path(SHIP)).expect("a link");
    let fields = &model(&bench, &[])["types"]["components/Ship"]["shape"]["struct"]["fields"];
    assert_eq!(fields[0]["wire"]["value"], "hullNumber");
}

#[test]
fn a_file_that_is_too_large_is_a_warning() {
    let bench = fleet();
    bench.write(SHIP, &" ".repeat((4 << 20) + 1));
    let ran = bench.run(&["generate"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("T0004") && ran.stderr.contains("at most 4 are read"), "{}", ran.stderr);
}

#[test]
fn bytes_that_are_no_text_are_harmless() {
    let bench = fleet();
    std::fs::write(bench.path(SHIP), [b"@JsonProperty(\"", &[0xff, 0xfe, 0x00][..], b"\")\n}{"].concat())
        .expect("written");
    bench.write(".speakeasy/gen.lock", "examples:\n  listShips:\n    - {\n      \u{0}: :\n");
    model(&bench, &[]);
}
