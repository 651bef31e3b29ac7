//! Types that only a later tree has and a taken fact refers to.
//!
//! In: the types that facts ask for. Out: their definitions in this model, with all that they refer to. It must not know why
//! they are needed.

use super::Merger;
use crate::model::{Source, TypeDef, TypeId};

impl Merger<'_> {
    /// Brings in what is wanted, until nothing more is.
    pub fn bring(&mut self) {
        loop {
            let wanted = self.pairs.take_wanted();
            if wanted.is_empty() {
                return;
            }
            for (id, other_id) in wanted {
                self.bring_one(id, &other_id);
            }
            self.merge_paired();
        }
    }

    fn bring_one(&mut self, id: TypeId, other_id: &TypeId) {
        let Some(other) = self.other.types.get(other_id) else { return };
        let shape = self.translate_shape(&other.shape);
        let page = format!("{}/{}", self.label, other.source.page);
        let def = TypeDef { shape, source: Source { page, line: other.source.line }, ..other.clone() };
        self.taken(id.to_string(), "definition", &other.source);
        self.note_tag(&id, other_id);
        self.model.types.insert(id, def);
    }
}
