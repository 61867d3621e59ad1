//! What can be typed to tally several databases.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValue;

use crate::cli::words::say;
use crate::key;
use crate::services::many::Grouping;

/// Which databases are laid beside this till's, and what is asked of them.
#[derive(Debug, Args)]
pub(in crate::cli) struct ManyWanted {
    #[arg(value_name = "DB", help = say(key!("cli-arg-across-databases")))]
    pub databases: Vec<PathBuf>,
    #[arg(long, value_name = "edition|till|package|family", help = say(key!("cli-arg-across-by")))]
    pub by: Option<Grouping>,
    #[arg(long, value_name = "CODE", conflicts_with = "by", help = say(key!("cli-arg-across-family")))]
    pub family: Option<String>,
    #[arg(long, value_name = "FILE", help = say(key!("cli-arg-across-out")))]
    pub out: Option<PathBuf>,
}

impl clap::ValueEnum for Grouping {
    fn value_variants<'a>() -> &'a [Self] {
        &Grouping::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.code()))
    }
}
