//! `tablature completions` and `tablature man`: what shells and manuals want to know of the flags.
//!
//! In: the flags. Out: a script or a page. It must not know what a command does.

use super::{
    Failure,
    args::{Cli, Shell},
    console::Console,
};
use clap::CommandFactory;

pub fn completions(shell: Shell, console: &mut Console<'_>) -> Result<(), Failure> {
    let shell = match shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Zsh => clap_complete::Shell::Zsh,
        Shell::Fish => clap_complete::Shell::Fish,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "tablature", &mut script);
    console.result(&String::from_utf8_lossy(&script));
    Ok(())
}

pub fn man(console: &mut Console<'_>) -> Result<(), Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page).map_err(Failure::input)?;
    console.result(&String::from_utf8_lossy(&page));
    Ok(())
}
