//! The blocks of code of a page.
//!
//! In: markdown. Out: each block with what its fence says. It must not know what a block is for.

/// A block of code.
pub struct Block {
    /// What stands behind the fence (`sh`, `rust,no_run`).
    pub info: String,
    pub text: String,
    /// The line of its fence, counted from 1.
    pub line: usize,
}

impl Block {
    /// The first word of the fence.
    pub fn language(&self) -> &str {
        self.info.split(',').next().unwrap_or_default()
    }
}

/// The blocks in their order.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (line, text) in (1..).zip(markdown.lines()) {
        open = match (text.strip_prefix("```"), open) {
            (Some(info), None) => Some(Block { info: info.to_owned(), text: String::new(), line }),
            (Some(_), Some(block)) => {
                blocks.push(block);
                None
            }
            (None, Some(mut block)) => {
                block.text.push_str(text);
                block.text.push('\n');
                Some(block)
            }
            (None, None) => None,
        };
    }
    assert!(open.is_none(), "a block of code has no end");
    blocks
}
