//! The books as files for others to read and check.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::domain::staff::{Act, authorise};
use crate::services::Error;
use crate::services::error::Fault;
use crate::services::export::ExportFormat;

pub(super) fn export(desk: &Desk, format: ExportFormat, out: Option<&Path>) -> Result<(), Failure> {
    let format = match format {
        // Sheets and headings are in the language of the answers.
        ExportFormat::Xlsx(_) => ExportFormat::Xlsx(desk.texts.language()),
        other => other,
    };
    let till = desk.till()?;
    if format.names_people() {
        let session = desk.sign_in(&till)?;
        authorise(Act::SetUp, session.who(), None).map_err(Error::from)?;
    }
    let target: Box<dyn Write + Send> = match out {
        Some(path) => Box::new(BufWriter::new(
            File::create(path).map_err(Failure::file(path))?,
        )),
        None => Box::new(BufWriter::new(io::stdout())),
    };
    match till.export(format, target) {
        Err(Error::Fault(Fault::Export(source))) if out.is_none() => Err(Failure::Output(source)),
        done => Ok(done?),
    }
}
