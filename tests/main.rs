//! Every test that looks at the product from outside, a module per concern.

mod architecture;
mod paths;
mod specs;

use paths::workspace;
