//! What `tablature.toml` and `overrides.toml` make of models built by hand.
//!
//! In: a model, and texts of the two files. Out: the model as it is then, and what is found.

mod files;
mod findings;
mod merged;
mod rules;
mod selected;

use tablature::{
    config::{Config, parse_config, parse_overrides},
    model::Model,
    source::{Diagnostics, Sources},
};

/// The model after a run with these files, and each finding as `code text-at-its-place: message (help)`.
fn configured(mut model: Model, config: &str, overrides: &str) -> (Model, Vec<String>) {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let config = read(config, overrides, &mut sources, &mut found);
    let applied = config.settle(&mut model);
    config.finish(&mut model, applied, &mut found);
    (model, shown(&found, &sources))
}

/// The configuration of two texts.
fn read(config: &str, overrides: &str, sources: &mut Sources, found: &mut Diagnostics) -> Config {
    let file = sources.attach("tablature.toml", config.to_owned());
    let config = parse_config(file, sources, found);
    let file = sources.attach("overrides.toml", overrides.to_owned());
    Config { overrides: parse_overrides(file, sources, found), ..config }
}

fn shown(found: &Diagnostics, sources: &Sources) -> Vec<String> {
    let text = |finding: &tablature::source::Diagnostic| {
        let place = finding.span.map(|span| sources.text(span)).unwrap_or_default();
        let help = finding.help.as_deref().unwrap_or_default();
        format!("{} {place}: {} ({help})", finding.code.text(), finding.message)
    };
    found.list.iter().map(text).collect()
}
