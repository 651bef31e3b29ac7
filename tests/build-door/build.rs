//! Generates the modules of this crate from the repository's own pages.

fn main() -> Result<(), tablature::BuildError> {
    tablature::Builder::new().docs("../../specs").name("authlete-api").compile()
}
