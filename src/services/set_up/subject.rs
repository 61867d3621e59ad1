//! The subjects of the advice corner, as a set-up file gives them.

use serde::Deserialize;

use super::{SetUpRefusal, code, named, unique};
use crate::domain::bazaar::Subject;
use crate::domain::id::SubjectCode;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubjectPart {
    code: String,
    name_ar: String,
    #[serde(default)]
    name_en: String,
}

/// # Errors
/// A code that is none or stands twice; a name that is missing.
pub(super) fn subjects(parts: &[SubjectPart]) -> Result<Vec<Subject>, SetUpRefusal> {
    unique("subjects.code", parts.iter().map(|part| part.code.as_str()))?;
    let read = |part: &SubjectPart| {
        Ok(Subject {
            code: code::<SubjectCode>("subjects.code", &part.code)?,
            name: named("subjects.name_ar", &part.name_ar, &part.name_en)?,
        })
    };
    parts.iter().map(read).collect()
}
