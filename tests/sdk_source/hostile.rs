//! Source that is none, and source that leads elsewhere.

use super::fixture::{fleet, model};

const SHIP: &str = "src/main/java/com/fleet/models/components/Ship.java";

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let fixture = fleet();
    let text = fixture.read(SHIP);
    std::fs::remove_file(fixture.path(SHIP)).expect("removed");
    fixture.write("elsewhere/Ship.java", &text);
    std::os::unix::fs::symlink(fixture.path("elsewhere/Ship.java"), fixture.path(SHIP)).expect("a link");
    let fields = &model(&fixture, &[])["types"]["components/Ship"]["shape"]["struct"]["fields"];
    assert_eq!(fields[0]["wire"]["value"], "hullNumber");
}

#[test]
fn a_file_that_is_too_large_is_a_warning() {
    let fixture = fleet();
    fixture.write(SHIP, &" ".repeat((4 << 20) + 1));
    let ran = fixture.run(&["generate"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("T0004") && ran.stderr.contains("at most 4 are read"), "{}", ran.stderr);
}

#[test]
fn bytes_that_are_no_text_are_harmless() {
    let fixture = fleet();
    std::fs::write(fixture.path(SHIP), [b"@JsonProperty(\"", &[0xff, 0xfe, 0x00][..], b"\")\n}{"].concat())
        .expect("written");
    fixture.write(".speakeasy/gen.lock", "examples:\n  listShips:\n    - {\n      \u{0}: :\n");
    model(&fixture, &[]);
}
