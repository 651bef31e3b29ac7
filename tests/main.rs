//! Every test that looks at the product from outside, a module per concern.
