//! A library: a question that wants something looked up, an answer as it is spoken, pages with a filter, an upload, and what goes
//! wrong.

use lending::{
    call::{Fault, SendError},
    client::{Retry, blocking::Client},
    endpoints::{books, desk, loans},
    models::{FoundTurn, LoanState, MultiPartBodyParams, Picture, Question, ReaderTurn, SpokenQuestion, Turn},
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?.server(std::env::var("SERVER")?).branch("north");

    let mut turns: Vec<Turn> = vec![ReaderTurn::new("Is there a book about whales?").into()];
    let answer = loop {
        let said = client.send(&desk::Ask::new(Question::new(&turns).catalogues(["animals"])))?.turn;
        let Some(lookups) = said.lookups.clone() else { break said.text };
        turns.push(said.into());
        for lookup in lookups {
            println!("{}: {}", lookup.catalogue, lookup.words);
            turns.push(FoundTurn::new(lookup.id, "shelf 7").into());
        }
    };
    println!("{}", answer.value().ok_or("no answer")?);

    for heard in client.stream(&desk::Listen::new(SpokenQuestion::new([ReaderTurn::new("Count to three.")])))? {
        print!("{}", heard?.data.text);
    }
    println!();

    let open = loans::List::new().state(LoanState::Open).page_size(100);
    let open = client.pages(&open).items().collect::<Result<Vec<_>, _>>()?;
    println!("{} loans in order: {}", open.len(), (0..).zip(&open).all(|(nth, loan)| loan.id == format!("l{nth}")));
    let returned = client.pages(&loans::List::new().state(LoanState::Returned)).collect::<Result<Vec<_>, _>>();
    println!("{}", returned.map_or_else(|error| error.to_string(), |pages| format!("{} pages", pages.len())));

    let cover = MultiPartBodyParams::new(Picture::new("whale.png", b"a whale".as_slice())).artist("R. Kent");
    println!("a cover of {} bytes", client.send(&books::AddCover::new("b1", cover))?.cover_size.unwrap_or_default());

    for id in ["bad", "unauthorized", "missing", "busy", "drops"] {
        match client.clone().retry(Retry::times(1)).send(&books::Get::new(id)) {
            Ok(book) => println!("{id}: {}", book.title),
            Err(SendError::Operation(books::GetError::NotFound(refusal))) => println!("{id}: {}", refusal.body.message),
            Err(SendError::Operation(error)) => println!("{id}: {} {error}", error.status()),
            Err(SendError::Transport(error)) if error.fault() == Fault::Broken => println!("{id}: {error}"),
            Err(error) => return Err(error.into()),
        }
    }
    if let Err(error) = client.send(&desk::Ask::new(Question::new([ReaderTurn::new("Are you busy?")]))) {
        println!("{error}");
    }
    Ok(())
}
