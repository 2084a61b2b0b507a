//! The `greffier` command.

use std::process::ExitCode;

// Records are many small allocations made on several threads at once; the
// system's allocator serialises them, mimalloc does not.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    greffier::cli::main()
}
