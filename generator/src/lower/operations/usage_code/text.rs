//! Code as text: strings and comments made blank, brackets matched, arguments split.
//!
//! In: code of any language. Out: byte ranges and names. It must not know what the code does.

use std::ops::Range;

/// Code beside a copy of it in which the contents of strings and comments are spaces: both have the same bytes elsewhere.
pub struct Code<'t> {
    /// As written.
    pub raw: &'t str,
    /// What can be searched for names and brackets.
    pub bare: String,
}

impl<'t> Code<'t> {
    /// Blanks strings between `quotes`, and comments that begin with `comment` and go on to the end of the line.
    pub fn new(raw: &'t str, quotes: &str, comment: &str) -> Self {
        let mut bare = String::with_capacity(raw.len());
        let mut open: Option<char> = None;
        let mut rest = raw.char_indices();
        while let Some((at, c)) = rest.next() {
            match open {
                Some(_) if c == '\\' => {
                    blank(&mut bare, c);
                    if let Some((_, escaped)) = rest.next() {
                        blank(&mut bare, escaped);
                    }
                }
                Some(quote) if c == quote => {
                    open = None;
                    bare.push(c);
                }
                Some(_) => blank(&mut bare, c),
                None if raw[at..].starts_with(comment) => {
                    blank(&mut bare, c);
                    let line = raw[at + c.len_utf8()..].split('\n').next().unwrap_or_default();
                    for (c, _) in line.chars().zip(rest.by_ref()) {
                        blank(&mut bare, c);
                    }
                }
                None => {
                    open = Some(c).filter(|c| quotes.contains(*c));
                    bare.push(c);
                }
            }
        }
        Self { raw, bare }
    }

    /// The end of what the bracket at a byte opens: one past the bracket that closes it, else the end of the code.
    pub fn closing(&self, open: usize) -> usize {
        let mut depth = 0usize;
        for (at, byte) in self.bare.bytes().enumerate().skip(open) {
            match byte {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return at + 1;
            }
        }
        self.bare.len()
    }

    /// The end of the statement that goes on at a byte: its `;` outside of all brackets, else the end of the code.
    pub fn statement_end(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(byte) = self.bare.as_bytes().get(at) {
            match byte {
                b';' => return at,
                b'(' | b'[' | b'{' => at = self.closing(at),
                _ => at += 1,
            }
        }
        self.bare.len()
    }

    /// The pieces of a range between commas that stand outside of all brackets.
    pub fn pieces(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let (mut pieces, mut start, mut at) = (Vec::new(), range.start, range.start);
        while at < range.end {
            match self.bare.as_bytes()[at] {
                b',' => {
                    pieces.push(start..at);
                    at += 1;
                    start = at;
                }
                b'(' | b'[' | b'{' => at = self.closing(at).min(range.end),
                _ => at += 1,
            }
        }
        pieces.push(start..range.end);
        pieces
    }
}

/// The name that a text begins with.
pub fn word(text: &str) -> &str {
    &text[..text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len())]
}

/// Spaces of as many bytes; the ends of lines stay.
fn blank(bare: &mut String, c: char) {
    let sign = if c == '\n' { '\n' } else { ' ' };
    bare.extend(std::iter::repeat_n(sign, c.len_utf8()));
}
