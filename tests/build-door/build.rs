//! Generates the modules of this crate from the repository's own pages.

fn main() -> Result<(), tablature::BuildError> {
    tablature::Builder::new().docs("../../specs").config("tablature.toml").name("authlete-api").compile()
}
