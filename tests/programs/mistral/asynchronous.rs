//! Mistral: a chat with a tool, a stream, pages with a filter, an upload, and what goes wrong.

use futures_util::TryStreamExt;
use python_mistral::{
    call::{Fault, SendError},
    client::{Client, Retry},
    endpoints::{chat, files, models, runs},
    models::{
        ChatCompletionRequest, ChatCompletionRequestMessage as Message, ChatCompletionStreamRequest, File, FilePurpose,
        Function, MultiPartBodyParams, Tool, ToolMessage, UserMessage, WorkflowExecutionStatus,
    },
};
use serde_json::json;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?.server(std::env::var("SERVER")?);

    let parameters = [("type", json!("object")), ("properties", json!({"city": {"type": "string"}}))];
    let weather = Tool::new(Function::new("weather", parameters).description("The weather in a city"));
    let mut messages: Vec<Message> = vec![UserMessage::new("What is the weather in Paris?").into()];
    let answer = loop {
        let request = ChatCompletionRequest::new("mistral-large-latest", &messages).tools([weather.clone()]).temperature(0.2);
        let completion = client.send(&chat::Complete::new(request)).await?;
        let said = completion.choices.into_iter().next().and_then(|choice| choice.message).ok_or("no choice")?;
        let Some(calls) = said.tool_calls.value().cloned() else { break said.content };
        messages.push(said.into());
        for call in calls {
            println!("{}: {:?}", call.function.name, call.function.arguments.as_string());
            messages.push(ToolMessage::new("18 °C").tool_call_id(call.id).name(call.function.name).into());
        }
    };
    println!("{:?}", answer.value().and_then(|content| content.as_string()));

    let question = ChatCompletionStreamRequest::new("mistral-large-latest", [UserMessage::new("Count to three.")]);
    let mut events = client.stream(&chat::Stream::new(question)).await?;
    while let Some(event) = events.next().await {
        let choices = event?.data.choices;
        print!("{}", choices[0].delta.content.value().and_then(|content| content.as_string()).map_or("", String::as_str));
    }
    println!();

    let running = runs::ListRuns::new().status(WorkflowExecutionStatus::Running).page_size(100);
    let runs = client.pages(&running).items().try_collect::<Vec<_>>().await?;
    println!("{} runs, the last {:?}", runs.len(), runs.last().map(|run| &run.execution_id));

    let upload = MultiPartBodyParams::new(File::new("chat.jsonl", "{}\n")).purpose(FilePurpose::FineTune);
    println!("{} bytes", client.send(&files::Upload::new(upload)).await?.size_bytes);

    for id in ["bad", "unauthorized", "missing", "busy", "drops"] {
        match client.clone().retry(Retry::times(1)).send(&models::Retrieve::new(id)).await {
            Ok(_) => println!("{id}: a model"),
            Err(SendError::Operation(error)) => println!("{id}: {} {error}", error.status()),
            Err(SendError::Transport(error)) if error.fault() == Fault::Broken => println!("{id}: {error}"),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
