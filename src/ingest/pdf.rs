//! PDF files to documents: what the reader of PDF found, in the words of a
//! document.

use super::{Deadline, Document, Limits};
use crate::pdf::{self, Code};
use crate::record::{ErrorCode, Problem, Warning, WarningCode};

/// What a PDF may inflate to for each byte that it may have.
const INFLATED: u64 = 4;

/// Fills in text, pages and warnings.
pub(super) fn fill(
    document: &mut Document,
    bytes: &[u8],
    limits: &Limits,
    deadline: Deadline,
) -> Result<(), Problem> {
    let read = pdf::extract(
        bytes,
        &pdf::Limits {
            max_bytes: limits.max_bytes,
            max_pages: limits.max_pages as usize,
            max_inflated: limits.max_bytes.saturating_mul(INFLATED),
            deadline: deadline.instant(),
            ocr: limits.ocr,
            passwords: limits.passwords.clone(),
        },
    )
    .map_err(problem)?;
    document.page_count = Some(u32::try_from(read.page_count).unwrap_or(u32::MAX));
    document
        .warnings
        .extend(read.warnings.into_iter().map(warning));
    document.text = read.text;
    document.pages = read.pages;
    document.layout = Some(Box::new(read.layout));
    Ok(())
}

fn problem(error: pdf::Error) -> Problem {
    let (code, message) = match error {
        pdf::Error::NotPdf => (
            ErrorCode::Damaged,
            "is no PDF file, whatever its name or first bytes say".to_owned(),
        ),
        pdf::Error::Encrypted => (
            ErrorCode::Encrypted,
            "is protected by a password (give it with --pdf-password)".to_owned(),
        ),
        pdf::Error::Damaged(what) => (ErrorCode::Damaged, format!("is a damaged PDF file: {what}")),
        pdf::Error::TooLarge { limit, .. } => return super::read::too_large(limit),
        pdf::Error::TimedOut => return super::read::timed_out(),
        pdf::Error::Failed => (
            ErrorCode::Internal,
            "a fault in the PDF reader (please report it with the file)".to_owned(),
        ),
    };
    Problem::new(code, message)
}

fn warning(warning: pdf::Warning) -> Warning {
    let code = match warning.code {
        Code::NoTextLayer => WarningCode::NoTextLayer,
        Code::GarbledText => WarningCode::GarbledText,
        Code::Recovered => WarningCode::Damaged,
        Code::Truncated => WarningCode::Truncated,
        Code::Recognised => WarningCode::Recognised,
        Code::NotRecognised => WarningCode::NotRecognised,
    };
    let pages: Vec<String> = warning
        .pages
        .iter()
        .take(10)
        .map(ToString::to_string)
        .collect();
    let message = match (warning.pages.len(), pages.join(", ")) {
        (0, _) => warning.message,
        (1..=10, pages) => format!("{} (page {pages})", warning.message),
        (count, pages) => format!("{} (pages {pages}… {count} in all)", warning.message),
    };
    Warning::new(code, message)
}
