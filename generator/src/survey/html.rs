//! The survey as one page for a browser: nothing in it is loaded from elsewhere.
//!
//! In: the survey and the model. Out: HTML. It must not know how either came about.

use super::{Place, Places, Survey, facts::OPEN, graph, settle, shape_word};
use crate::{
    model::{Counts, Model, Rule},
    source::Code,
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Places of one kind beyond which the rest are only counted.
const PLACES: usize = 200;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");
const PICTURE: &str = include_str!("picture.js");

/// The page.
pub fn page(survey: &Survey, model: &Model) -> String {
    let body = html! {
        header {
            h1 { "What is understood of " (survey.name) }
            input #search type="search" placeholder="Search operations, types, fields" aria-label="Search";
            output #hits {}
        }
        main {
            section.cards {
                (card("Pages", &survey.pages)) (card("Types", &survey.types)) (card("Operations", &survey.operations))
                (card("Facts", &survey.facts))
            }
            (rows(survey))
            (guesses(&survey.assumed_at))
            (open(&survey.unknown_at))
            (left_out(survey))
            (findings(&survey.findings))
            (operations(model))
            (types(model))
        }
    };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Survey of " (survey.name) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (body)
                svg hidden {}
                script #graph type="application/json" { (PreEscaped(graph::json(model))) }
                script { (PreEscaped(PICTURE)) (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string() + "\n"
}

fn card(title: &str, counts: &Counts) -> Markup {
    html! {
        div.card {
            h2 { (title) }
            p.sum { (counts.values().sum::<usize>()) }
            ul { @for (word, count) in counts { li { b { (count) } " " (word) } } }
        }
    }
}

fn rows(survey: &Survey) -> Markup {
    html! {
        section {
            h2 { "Rows of the pages" }
            p.say { "Each row of a page is in the model, or left out for a reason. A lost row is a defect of the generator or an error on a page." }
            div.wide { table.counts {
                tr { th { "kind" } th { "read" } th { "in the model" } th { "left out" } th { "lost" } th { "why" } }
                @for (kind, account) in &survey.accounts {
                    tr {
                        td { (kind) } td { (account.read) } td { (account.in_model) }
                        td { (account.left_out.values().sum::<usize>()) } td { (account.lost) }
                        td.why { @for (reason, count) in &account.left_out { div { b { (count) } " " (reason) } } }
                    }
                }
            } }
        }
    }
}

/// What rules concluded: guesses first.
fn guesses(assumed: &Places) -> Markup {
    let rule = |id: &str| Rule::ALL.iter().find(|rule| rule.id() == id).copied();
    let mut entries: Vec<_> = assumed.iter().map(|(id, places)| (id, rule(id), places)).collect();
    entries.sort_by_key(|(_, rule, _)| !rule.is_some_and(Rule::is_guess));
    html! {
        section {
            h2 { "What rules concluded" }
            @if entries.is_empty() { p { "Nothing: all is stated." } }
            @for (id, rule, places) in entries {
                details {
                    summary {
                        b { (places.len()) } " " code { (id) }
                        @if rule.is_some_and(Rule::is_guess) { " " span.guess { "guess" } }
                        @if let Some(rule) = rule { span.say { (rule.sentence()) } }
                    }
                    (listed(places, rule.map_or("", Rule::settle)))
                }
            }
        }
    }
}

fn open(unknown: &Places) -> Markup {
    let settle = |what: &str| OPEN.iter().find(|(known, _)| *known == what).map_or("", |(_, settle)| settle);
    html! {
        section {
            h2 { "What the docs leave open" }
            @if unknown.is_empty() { p { "Nothing." } }
            @for (what, places) in unknown {
                details { summary { b { (places.len()) } " " (what) } (listed(places, settle(what))) }
            }
        }
    }
}

/// Places, under the rule that settles the first of them.
fn listed(places: &[Place], settle: &str) -> Markup {
    let rule = places.first().and_then(|place| settle::rule(settle, &place.of));
    let file = if settle.contains(' ') { "overrides.toml" } else { "tablature.toml" };
    html! {
        @if let Some(rule) = rule {
            p.say { "To settle it, in " code { (file) } @if places.len() > 1 { " (the first of them; a glob such as " code { "components/*" } " takes many)" } ":" }
            pre { (rule) }
        }
        ul.places {
            @for place in places.iter().take(PLACES) {
                li data-find=(place.of) { code { (place.of) } @if let Some(at) = &place.at { " " span.at { (at) } } }
            }
            @if places.len() > PLACES { li { "and " (places.len() - PLACES) " more: --format json lists all" } }
        }
    }
}

fn left_out(survey: &Survey) -> Markup {
    html! {
        section {
            h2 { "Left out, by reason" }
            @for (what, count) in &survey.left_out {
                @match survey.left_out_at.get(what) {
                    Some(places) => details { summary { b { (count) } " " (what) } (listed(places, "")) },
                    None => ul { li { b { (count) } " " (what) } },
                }
            }
        }
    }
}

fn findings(findings: &Counts) -> Markup {
    let title = |text: &str| Code::ALL.iter().find(|code| code.text() == text).map_or("", |code| code.title());
    html! {
        section {
            h2 { "Findings" }
            @if findings.is_empty() { p { "None." } }
            ul { @for (code, count) in findings { li { b { (count) } " " code { (code) } " " (title(code)) } } }
        }
    }
}

/// Operations, or types: a line each, which the script fills when it is opened.
fn nodes<'n>(title: &str, hint: &str, prefix: &str, lines: impl Iterator<Item = (String, &'n str, String)>) -> Markup {
    html! {
        section.nodes {
            h2 { (title) }
            p.say { (hint) }
            noscript { p { "Pictures and the search need JavaScript; this page loads nothing from elsewhere." } }
            @for (index, (kind, name, more)) in lines.enumerate() {
                details data-node={ (prefix) (index) } {
                    summary { span class={ "kind " (kind.to_lowercase()) } { (kind) } " " code { (name) } " " span.at { (more) } }
                }
            }
        }
    }
}

fn operations(model: &Model) -> Markup {
    let lines = model.operations.iter().map(|it| (it.method.clone(), it.path.as_str(), it.id.clone()));
    nodes("Operations", "Open one to see its types as a picture.", "o", lines)
}

fn types(model: &Model) -> Markup {
    let lines = model.types.iter().map(|(id, definition)| {
        (shape_word(&definition.shape).trim_end_matches('s').to_owned(), &*id.0, definition.source.page.clone())
    });
    nodes("Types", "Open one to see what it holds and who names it.", "t", lines)
}
