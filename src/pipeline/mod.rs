//! The street itself: one document from end to end ([`Engine::read`]), and the
//! parallel run over many ([`run`]). Knows nothing of formats or arguments.

mod built_in;
mod config;
mod engine;
mod ordered;
mod run;
mod street;

pub use config::{Config, LayoutMode};
pub use engine::{Engine, EngineError};
pub use ordered::{Stop, Weight, in_order};
pub use run::{Found, Outcome, Run, quiet_panics, run};
pub use street::Why;
