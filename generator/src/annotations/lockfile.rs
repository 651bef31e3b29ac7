//! The examples in the lockfile that the SDK's generator keeps: parameters by place, media types by status, with the API's own names.
//!
//! In: the text of `.speakeasy/gen.lock`. Out: [`Example`]s. It must not know the model.
//!
//! The file is YAML of one form: two spaces a level, a key a line, values on the key's line or deeper below it. Nothing but the keys of
//! the upper levels is needed, so that it is read line by line.

/// What one example of an operation shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Example {
    /// The operation's id.
    pub operation: String,
    /// Place (`path`, `query`, `header`), name, and line.
    pub parameters: Vec<(String, String, u32)>,
    /// Media types of the request, and lines.
    pub request: Vec<(String, u32)>,
    /// Status, media type and line.
    pub responses: Vec<(String, String, u32)>,
}

/// The section of examples; another one ends it.
const SECTION: &str = "examples:";
/// The spaces of one level.
const STEP: usize = 2;

/// Reads the examples of a lockfile; what does not fit is passed over.
///
/// ```
/// let lock = "examples:\n  listShips:\n    one:\n      parameters:\n        query:\n          max_size: 3\n";
/// let examples = tablature::annotations::read_examples(lock);
/// assert_eq!(examples[0].parameters, [("query".to_owned(), "max_size".to_owned(), 6)]);
/// ```
#[must_use]
pub fn read_examples(text: &str) -> Vec<Example> {
    let numbered = (1u32..).zip(text.lines());
    let section = numbered.skip_while(|(_, line)| *line != SECTION).skip(1);
    let mut examples: Vec<Example> = Vec::new();
    let mut path: [&str; 5] = [""; 5];
    for (number, line) in section.take_while(|(_, line)| line.starts_with(' ') || line.is_empty()) {
        let Some((level, key)) = key(line) else { continue };
        let Some(own) = path.get_mut(level) else { continue };
        *own = key;
        match (level, path) {
            (1, [operation, ..]) => examples.push(Example { operation: operation.to_owned(), ..Example::default() }),
            _ => {
                if let Some(example) = examples.last_mut() {
                    note(example, level, &path, number);
                }
            }
        }
    }
    examples
}

fn note(example: &mut Example, level: usize, path: &[&str; 5], line: u32) {
    let [_, _, section, upper, lower] = path.map(str::to_owned);
    match (level, section.as_str()) {
        (4, "parameters") => example.parameters.push((upper, lower, line)),
        (4, "responses") => example.responses.push((upper, lower, line)),
        (3, "requestBody") => example.request.push((upper, line)),
        _ => {}
    }
}

/// The level of a line, counted from 0 below the section, and its key.
fn key(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches(' ');
    let spaces = line.len() - text.len();
    if spaces < STEP || !spaces.is_multiple_of(STEP) {
        return None;
    }
    let quoted = |quote: char| text.strip_prefix(quote)?.split_once(quote).filter(|(_, rest)| rest.starts_with(':'));
    let plain = || text.strip_suffix(':').or_else(|| text.split_once(": ").map(|(key, _)| key));
    let key = quoted('"').or_else(|| quoted('\'')).map(|(key, _)| key).or_else(plain)?;
    Some((spaces / STEP - 1, key))
}
