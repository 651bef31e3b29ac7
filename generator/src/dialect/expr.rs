//! Type cells: names with arguments, arrays, maps, pointers, literals and links, in one grammar for seven languages.
//!
//! In: the raw markdown of a cell. Out: an [`Expr`]. It must not know what any word means.
//!
//! Emphasis and code marks carry no meaning but for one: a star that has no partner is Go's pointer. So stars are counted
//! before and after a type, and a surplus in front is a pointer (`*string` in a code span, `**string*` in older pages).

use crate::{model::Literal, source::without_ending};

/// A type cell as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// `String`, `components.Property`, `T::Boolean`.
    Word(String),
    /// `List<String>`, `Optional[str]`, `T.nilable(X)`.
    Apply(String, Vec<Expr>),
    /// `[]string`, `string[]`.
    Array(Box<Expr>),
    /// `map[string]T`, `{ [k: string]: T }`.
    Map(Box<Expr>),
    /// `*T` in Go, `?T` in PHP: absent or null is possible.
    Pointer(Box<Expr>),
    /// `"card"`, `true`, `5`.
    Literal(Literal),
    /// `[label](target)`; the label is an expression of its own.
    Link {
        /// What is shown.
        label: Box<Expr>,
        /// Where it leads, as written.
        target: String,
    },
    /// `string|array|null`.
    Either(Vec<Expr>),
}

/// A cell that is no type expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExprError {
    /// What was expected or found.
    pub message: String,
    /// Byte within the text that was given.
    pub at: usize,
}

impl Expr {
    /// Where its links lead.
    pub fn targets(&self) -> Vec<&str> {
        match self {
            Expr::Word(_) | Expr::Literal(_) => Vec::new(),
            Expr::Array(inner) | Expr::Map(inner) | Expr::Pointer(inner) => inner.targets(),
            Expr::Apply(_, all) | Expr::Either(all) => all.iter().flat_map(Expr::targets).collect(),
            Expr::Link { label, target } => label.targets().into_iter().chain([target.as_str()]).collect(),
        }
    }

    /// How many expressions stand within each other.
    fn depth(&self) -> usize {
        1 + match self {
            Expr::Word(_) | Expr::Literal(_) => 0,
            Expr::Array(inner) | Expr::Map(inner) | Expr::Pointer(inner) | Expr::Link { label: inner, .. } => {
                inner.depth()
            }
            Expr::Apply(_, all) | Expr::Either(all) => all.iter().map(Expr::depth).max().unwrap_or(0),
        }
    }
}

/// How deep expressions may nest. Real cells nest three levels; of a dozen maps within each other, rustdoc gives up on the type.
const MAX_DEPTH: usize = 10;

/// Parses the raw text of a type cell.
///
/// # Errors
/// When the text is not one complete expression.
pub fn parse_expr(text: &str) -> Result<Expr, ExprError> {
    let mut parser = Parser { text, at: 0, depth: 0, open: 0 };
    let expr = parser.either()?;
    parser.skip_marks();
    if parser.at < text.len() {
        return Err(match &text[parser.at..] {
            rest if rest.starts_with('*') => parser.error("a `*` too many"),
            rest => parser.error(format!("`{rest}` is left over")),
        });
    }
    if expr.depth() > MAX_DEPTH { Err(parser.error("nested too deeply")) } else { Ok(expr) }
}

/// Words between a wildcard and the type that it stands for.
const BOUNDS: &[&str] = &["extends ", "super "];

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    /// Stars in front of the types that the one that is read is the end of.
    open: usize,
}

impl Parser<'_> {
    fn error(&self, message: impl Into<String>) -> ExprError {
        ExprError { message: message.into(), at: self.at }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Skips blanks, backticks, and the backslashes that escape punctuation.
    fn skip_marks(&mut self) {
        while let Some(next) = self.rest().chars().next() {
            let escape =
                next == '\\' && self.rest()[1..].starts_with(['<', '>', '[', ']', '(', ')', '*', '|', '\\', '?']);
            if !(next.is_whitespace() || next == '`' || escape) {
                break;
            }
            self.at += next.len_utf8();
        }
    }

    fn peek(&mut self) -> Option<char> {
        self.skip_marks();
        self.rest().chars().next()
    }

    fn eat(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        if found {
            self.at += expected.len_utf8();
        }
        found
    }

    fn stars(&mut self) -> usize {
        let mut count = 0;
        while self.eat('*') {
            count += 1;
        }
        count
    }

    /// `type { "|" type }`
    fn either(&mut self) -> Result<Expr, ExprError> {
        let first = self.starred()?;
        let mut all = vec![first];
        while self.eat('|') {
            all.push(self.starred()?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Expr::Either(all) })
    }

    /// A type with emphasis around it, or a pointer in front. All nesting goes through here.
    fn starred(&mut self) -> Result<Expr, ExprError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error("nested too deeply"));
        }
        let expr = self.marked();
        self.depth -= 1;
        expr
    }

    fn marked(&mut self) -> Result<Expr, ExprError> {
        let before = self.stars();
        let question = self.eat('?') && !matches!(self.peek(), None | Some('>')) && !self.skip_bound();
        let wildcard = !question && self.text[..self.at].ends_with('?');
        let outer = self.open;
        self.open += before;
        let read = if wildcard { Ok(Expr::Word("?".into())) } else { self.with_suffix() };
        self.open = outer;
        let mut expr = read?;
        let after = self.closing_stars(before);
        if before > after || question {
            expr = Expr::Pointer(Box::new(expr));
        }
        self.suffix(expr)
    }

    /// Skips what makes a wildcard a type that is known (`? extends Pet`).
    fn skip_bound(&mut self) -> bool {
        let found = BOUNDS.iter().find(|word| self.rest().starts_with(**word));
        self.at += found.map_or(0, |word| word.len());
        found.is_some()
    }

    /// The stars behind a type that close those in front of it. What a prefix (`[]`) stands in closes its own with the last ones.
    fn closing_stars(&mut self, most: usize) -> usize {
        self.skip_marks();
        let run = self.rest().bytes().take_while(|byte| *byte == b'*').count();
        let own = run.saturating_sub(self.open).min(most);
        self.at += own;
        own
    }

    fn with_suffix(&mut self) -> Result<Expr, ExprError> {
        let expr = self.primary()?;
        self.suffix(expr)
    }

    fn suffix(&mut self, mut expr: Expr) -> Result<Expr, ExprError> {
        for _ in 0..MAX_DEPTH {
            self.skip_marks();
            if !self.rest().starts_with("[]") {
                return Ok(expr);
            }
            self.at += 2;
            expr = Expr::Array(Box::new(expr));
        }
        Err(self.error("nested too deeply"))
    }

    fn primary(&mut self) -> Result<Expr, ExprError> {
        match self.peek() {
            Some('[') => self.bracket(),
            Some('{') => self.index_signature(),
            Some('"') => self.string(),
            Some(c) if is_word_char(c) => self.word(),
            Some('-' | '\\') => self.word(),
            Some(c) => Err(self.error(format!("`{c}` does not begin a type"))),
            None => Err(self.error("the type ends too early")),
        }
    }

    /// `[]T`, or `[label](target)`.
    fn bracket(&mut self) -> Result<Expr, ExprError> {
        if let Some(link) = self.link()? {
            return Ok(link);
        }
        if self.rest().starts_with("[]") {
            self.at += 2;
            return Ok(Expr::Array(Box::new(self.starred()?)));
        }
        Err(self.error("an unclosed `[`, or a link without a target"))
    }

    fn link(&mut self) -> Result<Option<Expr>, ExprError> {
        let Some(close) = matching_bracket(self.rest()) else { return Ok(None) };
        let after = self.at + close + 1;
        if !self.text[after..].starts_with('(') {
            return Ok(None);
        }
        let Some(end) = self.text[after..].find(')') else { return Ok(None) };
        let target = self.text[after + 1..after + end].trim().to_owned();
        let label = match self.nested(self.at + 1, self.at + close) {
            Err(_) if leads_out(&target) => Expr::Word(library_name(&self.text[self.at + 1..self.at + close])),
            label => label?,
        };
        self.at = after + end + 1;
        Ok(Some(Expr::Link { label: Box::new(label), target }))
    }

    /// Parses a part of the text as an expression of its own.
    fn nested(&self, start: usize, end: usize) -> Result<Expr, ExprError> {
        let mut parser = Parser { text: &self.text[..end], at: start, depth: self.depth, open: 0 };
        let expr = parser.either()?;
        parser.skip_marks();
        if parser.at < end {
            return Err(parser.error("a link's text is not one type"));
        }
        Ok(expr)
    }

    /// `{ [k: string]: T }`
    fn index_signature(&mut self) -> Result<Expr, ExprError> {
        let close = self.rest().find("]:").ok_or_else(|| self.error("an unclosed `{`"))?;
        self.at += close + 2;
        let outer = std::mem::take(&mut self.open);
        let value = self.either()?;
        self.open = outer;
        if !self.eat('}') {
            return Err(self.error("a `}` is missing"));
        }
        Ok(Expr::Map(Box::new(value)))
    }

    fn string(&mut self) -> Result<Expr, ExprError> {
        let mut stream = serde_json::Deserializer::from_str(self.rest()).into_iter::<String>();
        match stream.next() {
            Some(Ok(value)) => {
                let read = stream.byte_offset();
                self.at += read;
                Ok(Expr::Literal(Literal::String(value)))
            }
            _ => Err(self.error("an unclosed string")),
        }
    }

    /// A name, with its arguments if it has any.
    fn word(&mut self) -> Result<Expr, ExprError> {
        let word = self.take_word();
        if word.is_empty() {
            return Err(self.error("a name is missing"));
        }
        if let Some(literal) = literal(&word) {
            return Ok(Expr::Literal(literal));
        }
        let close = match self.peek() {
            Some('<') => '>',
            Some('(') => ')',
            Some('[') if !self.rest().starts_with("[]") => ']',
            _ => return Ok(Expr::Word(word)),
        };
        let arguments = self.arguments(close)?;
        if close == ']' && arguments.len() == 1 && self.begins_type() {
            return Ok(Expr::Map(Box::new(self.starred()?)));
        }
        Ok(Expr::Apply(word, arguments))
    }

    /// Whether a type follows directly: then `map[string]` was a prefix.
    fn begins_type(&mut self) -> bool {
        self.skip_marks();
        let rest = self.rest();
        let surplus_star = rest.starts_with('*') && rest[1..].starts_with(|c: char| is_word_char(c) || c == '[');
        surplus_star
            || rest.starts_with(|c: char| is_word_char(c))
            || (rest.starts_with('[') && !rest.starts_with("[]("))
    }

    fn arguments(&mut self, close: char) -> Result<Vec<Expr>, ExprError> {
        self.skip_marks();
        self.at += 1;
        let mut arguments = Vec::new();
        let outer = std::mem::take(&mut self.open);
        while !self.eat(close) {
            if !(arguments.is_empty() || self.eat(',')) {
                return Err(self.error(format!("a `{close}` is missing")));
            }
            arguments.push(self.either()?);
        }
        self.open = outer;
        Ok(arguments)
    }

    fn take_word(&mut self) -> String {
        self.skip_marks();
        let rest = self.rest();
        let mut end = 0;
        for (at, c) in rest.char_indices() {
            let joins = c == '\\' && rest[at + 1..].starts_with(|n: char| n.is_alphanumeric() || n == '_');
            if !(is_word_char(c) || joins || (at == 0 && c == '-')) {
                break;
            }
            end = at + c.len_utf8();
        }
        // Go's older docs say `interface{}`.
        if end > 0 && rest[end..].starts_with("{}") {
            end += 2;
        }
        let word = rest[..end].to_owned();
        self.at += end;
        word
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | ':' | '$')
}

fn literal(word: &str) -> Option<Literal> {
    match word {
        "true" | "True" => Some(Literal::Boolean(true)),
        "false" | "False" => Some(Literal::Boolean(false)),
        _ => word.parse().ok().map(Literal::Integer),
    }
}

/// The name of the page that a link leads to, without folders and ending; nothing where it is empty.
pub fn page_stem(target: &str) -> Option<&str> {
    let path = target.split('#').next()?;
    without_ending(path.rsplit('/').next()?).filter(|stem| !stem.is_empty())
}

/// Whether a link's target is no page of the docs.
pub fn leads_out(target: &str) -> bool {
    target.contains("://")
}

/// A library's type, without what a typo of the docs' generator left behind it (`AxiosResponse>`).
fn library_name(label: &str) -> String {
    label.trim_matches(|c: char| !is_word_char(c)).to_owned()
}

/// The byte of the `]` that closes the `[` at the start.
fn matching_bracket(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'[' if !quoted => depth += 1,
            b']' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Short form of an expression, for tables of cases.
    fn show(expr: &Expr) -> String {
        let list = |all: &[Expr]| all.iter().map(show).collect::<Vec<_>>().join(", ");
        match expr {
            Expr::Word(word) => word.clone(),
            Expr::Apply(word, arguments) => format!("{word}<{}>", list(arguments)),
            Expr::Array(inner) => format!("[{}]", show(inner)),
            Expr::Map(inner) => format!("{{{}}}", show(inner)),
            Expr::Pointer(inner) => format!("?{}", show(inner)),
            Expr::Literal(literal) => format!("={literal:?}"),
            Expr::Link { label, target } => format!("{}@{target}", show(label)),
            Expr::Either(all) => format!("({})", list(all)),
        }
    }

    /// Cells of all languages, and what they say in short.
    const CELLS: &[(&str, &str)] = &[
        (r"*Optional\<String>*", "Optional<String>"),
        (r"[Optional\<Pet>](../../models/Pet.md)", "Optional<Pet>@../../models/Pet.md"),
        (r"Map\<String, List\\<*String*>>", "Map<String, List<String>>"),
        (r"List\<[Pet](p.md)>", "List<Pet@p.md>"),
        ("byte[]", "[byte]"),
        (r"[HttpResponse\<?>](https://x)", "HttpResponse<?>@https://x"),
        ("Dictionary<String, *object*>", "Dictionary<String, object>"),
        ("Record<string, Record<string, *any*>>", "Record<string, Record<string, any>>"),
        ("[models.Pet](../models/pet.md)[]", "[models.Pet@../models/pet.md]"),
        ("*\"cat|dog\"*", "=String(\"cat|dog\")"),
        ("*true*", "=Boolean(true)"),
        ("List[[models.Pet](p.md)]", "List<models.Pet@p.md>"),
        ("[OptionalNullable[models.Pet]](p.md)", "OptionalNullable<models.Pet>@p.md"),
        ("*Literal[\"__secret__\"]*", "Literal<=String(\"__secret__\")>"),
        ("`*string`", "?string"),
        ("*[]byte*", "[byte]"),
        ("*[]*string*", "[?string]"),
        ("*map[string][]any*", "{[any]}"),
        ("**string*", "?string"),
        ("*string*", "string"),
        ("[]`string`", "[string]"),
        ("map[string][components.Pet](p.md)", "{components.Pet@p.md}"),
        ("map[string][]`string`", "{[string]}"),
        ("map[string]`*string`", "{?string}"),
        ("[][]`string`", "[[string]]"),
        ("[*components.Pet](p.md)", "?components.Pet@p.md"),
        (
            "optionalnullable.OptionalNullable[[components.Pet](p.md)]",
            "optionalnullable.OptionalNullable<components.Pet@p.md>",
        ),
        ("array<string, *mixed*>", "array<string, mixed>"),
        (r"[?Components\Pet](p.md)", r"?Components\Pet@p.md"),
        (r"[string|array|null](p.md)", "(string, array, null)@p.md"),
        ("T::Hash[Symbol, *::Object*]", "T::Hash<Symbol, ::Object>"),
        ("*T.nilable(::String)*", "T.nilable<::String>"),
        ("{ [k: string]: models.Pet }", "{models.Pet}"),
        ("**[*operations.A](a.md)**", "?operations.A@a.md"),
        ("*Union[bytes, IO[bytes], io.BufferedReader]*", "Union<bytes, IO<bytes>, io.BufferedReader>"),
        (r"**Promise\<[models.Pet](../../models/.md)\>**", "Promise<models.Pet@../../models/.md>"),
        ("[][operations.Option](o.md)", "[operations.Option@o.md]"),
    ];

    #[test]
    fn reads_the_cells_of_all_languages() {
        for (cell, expected) in CELLS {
            let found = parse_expr(cell).map(|expr| show(&expr));
            assert_eq!(found.as_deref(), Ok(*expected), "{cell}");
        }
    }

    #[test]
    fn says_what_is_missing() {
        for (cell, expected) in [(r"*Optional\<Boolean*", "a `>` is missing"), ("string*", "a `*` too many")] {
            assert_eq!(parse_expr(cell).map_err(|error| error.message), Err(expected.to_owned()), "{cell}");
        }
    }

    #[test]
    fn refuses_what_is_no_type() {
        for cell in ["", "*", "List<", "[x", "Optional<String", "string*", "a b", "[a](b", "\"x", "List<,>"] {
            assert!(parse_expr(cell).is_err(), "{cell}");
        }
        for (before, after) in
            [("[", ""), ("List<", ""), ("[]", "string"), ("map[string]", "string"), ("x", "[]"), ("?", "x")]
        {
            assert!(parse_expr(&format!("{}x{}", before.repeat(100_000), after.repeat(100_000))).is_err(), "{before}");
        }
        let lists = |count| format!("{}x", "[]".repeat(count));
        assert!(parse_expr(&lists(MAX_DEPTH - 1)).is_ok() && parse_expr(&lists(MAX_DEPTH)).is_err());
    }
}
