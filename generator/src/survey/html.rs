//! The survey as one page for a browser: nothing in it is loaded from elsewhere.
//!
//! In: the survey and the model. Out: HTML. It must not know how either came about.

use super::{Places, Survey};
use crate::{
    model::{Counts, Model, Operation, Rule, TypeId},
    source::Code,
};
use indexmap::IndexSet;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Places of one kind beyond which the rest are only counted.
const PLACES: usize = 200;

/// Types of one operation beyond which the rest are only counted.
const TYPES: usize = 40;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// The page.
pub fn page(survey: &Survey, model: &Model) -> String {
    let body = html! {
        header {
            h1 { "What is understood of " (survey.name) }
            input #search type="search" placeholder="Search types, fields, operations" aria-label="Search";
        }
        main {
            section.cards {
                (card("Pages", &survey.pages)) (card("Types", &survey.types)) (card("Operations", &survey.operations))
                (card("Facts", &survey.facts))
            }
            (rows(survey))
            (guesses(&survey.assumed_at))
            (open("What the docs leave open", &survey.unknown_at))
            (counts("Left out, by reason", &survey.left_out))
            (findings(&survey.findings))
            (operations(model))
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
            body { (body) script { (PreEscaped(SCRIPT)) } }
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
            div.wide { table {
                tr { th { "kind" } th { "read" } th { "in the model" } th { "left out" } th { "lost" } }
                @for (kind, account) in &survey.accounts {
                    tr {
                        td { (kind) } td { (account.read) } td { (account.in_model) }
                        td { (account.left_out.values().sum::<usize>()) } td { (account.lost) }
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
            @for (id, rule, places) in entries {
                details {
                    summary {
                        b { (places.len()) } " " code { (id) }
                        @if rule.is_some_and(Rule::is_guess) { " " span.guess { "guess" } }
                        @if let Some(rule) = rule {
                            span.say { (rule.sentence()) }
                            @if !rule.settle().is_empty() { span.say { "To settle it: " code { (rule.settle()) } } }
                        }
                    }
                    (listed(places))
                }
            }
        }
    }
}

fn open(title: &str, places: &Places) -> Markup {
    html! {
        section {
            h2 { (title) }
            @for (what, places) in places {
                details { summary { b { (places.len()) } " " (what) } (listed(places)) }
            }
        }
    }
}

fn listed(places: &[super::Place]) -> Markup {
    html! {
        ul {
            @for place in places.iter().take(PLACES) {
                li data-find=(place.of) { code { (place.of) } @if let Some(at) = &place.at { " " span.at { (at) } } }
            }
            @if places.len() > PLACES { li { "and " (places.len() - PLACES) " more: --format json lists all" } }
        }
    }
}

fn counts(title: &str, counts: &Counts) -> Markup {
    html! { section { h2 { (title) } ul { @for (what, count) in counts { li { b { (count) } " " (what) } } } } }
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

fn operations(model: &Model) -> Markup {
    html! {
        section {
            h2 { "Operations and their types" }
            @for operation in &model.operations {
                details data-find=(operation.id) {
                    summary { b.method { (operation.method) } " " code { (operation.path) } " " span.at { (operation.id) } }
                    (types(model, operation))
                }
            }
        }
    }
}

/// The types of an operation, each with those that it names, as boxes in boxes.
fn types(model: &Model, operation: &Operation) -> Markup {
    let mut shown = IndexSet::new();
    let boxes: Vec<Markup> =
        operation.named().collect::<IndexSet<_>>().into_iter().map(|id| boxed(model, id, &mut shown)).collect();
    html! { div.tree { @for one in boxes { (one) } } }
}

fn boxed<'m>(model: &'m Model, id: &'m TypeId, shown: &mut IndexSet<&'m TypeId>) -> Markup {
    if shown.len() >= TYPES || !shown.insert(id) {
        return html! { div.box.again { (id) } };
    }
    let inner: IndexSet<&TypeId> =
        model.types.get(id).into_iter().flat_map(|definition| definition.shape.named()).collect();
    let inner: Vec<Markup> = inner.into_iter().map(|id| boxed(model, id, shown)).collect();
    html! { div.box { (id) @for one in inner { (one) } } }
}
