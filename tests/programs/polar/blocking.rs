//! Polar: an upload in parts, pages with a filter, and what goes wrong.

use python_polar::{
    call::{Fault, SendError},
    client::{Retry, blocking::Client},
    endpoints::{customers, events, files},
    models::{
        DownloadableFileCreate, EventSource, FileUploadCompleted, S3FileCreateMultipart, S3FileCreatePart,
        S3FileUploadCompletedPart,
    },
};

const CONTENT: &[u8] = b"a file in two parts";
const HALF: usize = 10;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(std::env::var("POLAR_ACCESS_TOKEN")?).server(std::env::var("SERVER")?);

    let cut = [(0, HALF), (HALF, CONTENT.len())];
    let parts = cut.iter().zip(1..).map(|((start, end), n)| S3FileCreatePart::new(n, *start as i64, *end as i64));
    let file = DownloadableFileCreate::builder()
        .name("notes.txt")
        .mime_type("text/plain")
        .size(CONTENT.len() as i64)
        .upload(S3FileCreateMultipart::new(parts.collect::<Vec<_>>()))
        .build();
    let upload = client.send(&files::Create::new(file))?.upload;
    let mut done = Vec::new();
    for part in &upload.parts {
        let answer = ureq::put(&part.url).send(&CONTENT[part.chunk_start as usize..part.chunk_end as usize])?;
        let etag = answer.headers()["ETag"].to_str()?;
        done.push(S3FileUploadCompletedPart::new(part.number, etag, None));
    }
    let completed = FileUploadCompleted::new(upload.id.as_str(), upload.path, done);
    client.send(&files::Uploaded::new(upload.id, completed))?;
    println!("{} parts", upload.parts.len());

    let mine = events::ListNames::new().source(EventSource::User).limit(100);
    let names = client.pages(&mine).items().collect::<Result<Vec<_>, _>>()?;
    println!("{} names, the last {:?}", names.len(), names.last().map(|event| &event.name));

    for id in ["bad", "unauthorized", "missing", "busy", "drops"] {
        match client.clone().retry(Retry::times(1)).send(&customers::Get::new(id)) {
            Ok(_) => println!("{id}: a customer"),
            Err(SendError::Operation(customers::GetError::NotFound(failure))) => println!("{id}: {}", failure.body.detail),
            Err(SendError::Operation(error)) => println!("{id}: {} {error}", error.status()),
            Err(SendError::Transport(error)) if error.fault() == Fault::Broken => println!("{id}: {error}"),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
