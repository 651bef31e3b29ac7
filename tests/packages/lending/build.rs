//! Generates the modules of this crate from the pages in `docs/`.

fn main() -> Result<(), tablature::BuildError> {
    tablature::Builder::new().config("tablature.toml").compile()
}
