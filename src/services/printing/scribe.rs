//! Writes a till's papers out and draws them, for whoever asks: a screen, or the
//! printer's thread when a paper's turn has come.

use std::sync::{Arc, Mutex};

use super::paper::{self, Paper, WritingDesk, Written};
use super::setup::PrinterSetup;
use crate::locale::Sighting;
use crate::print::papers::PaperLanguages;
use crate::print::profile::Profile;
use crate::print::{Bitmap, Document, Typesetter};
use crate::services::{Error, Till};

/// Knows the till and how its papers are written; clones write alike.
#[derive(Clone)]
pub(super) struct Scribe {
    till: Till,
    hand: Arc<Mutex<Hand>>,
}

/// How papers are written.
#[derive(Clone)]
struct Hand {
    languages: PaperLanguages,
    sighting: Sighting,
    logo: Option<Arc<Bitmap>>,
}

impl Hand {
    fn of(setup: &PrinterSetup) -> Self {
        Hand {
            languages: setup.languages,
            sighting: setup.sighting,
            logo: setup.logo.clone(),
        }
    }
}

impl Scribe {
    pub fn new(till: &Till, setup: &PrinterSetup) -> Self {
        Scribe {
            till: till.clone(),
            hand: Arc::new(Mutex::new(Hand::of(setup))),
        }
    }

    /// Writes as another set-up asks from now on.
    pub fn write_as(&self, setup: &PrinterSetup) {
        *self.hand.lock().expect("nothing panics with it") = Hand::of(setup);
    }

    /// # Errors
    /// The fact of the paper is unknown; faults of the store.
    pub fn write_out(&self, paper: &Paper, copy: Option<u32>) -> Result<Written, Error> {
        let (till, moments) = (self.till.code().clone(), self.till.moments().clone());
        let hand = self.hand.lock().expect("nothing panics with it").clone();
        let paper = paper.clone();
        self.till.read(move |books| {
            let catalogue = crate::services::catalogue(books)?;
            let now = moments.now(&catalogue.bazaar.time_zone);
            let desk = WritingDesk {
                till,
                languages: hand.languages,
                sighting: hand.sighting,
                logo: hand.logo,
                now,
            };
            paper::write_out(books, &catalogue, &desk, &paper, copy)
        })
    }
}

/// The types of one printer, with the words it has drawn before.
#[derive(Clone)]
pub(super) struct Types(Arc<Mutex<Typesetter>>);

impl Types {
    pub fn of(profile: &Profile) -> Self {
        Types(Arc::new(Mutex::new(Typesetter::for_profile(profile))))
    }

    pub fn draw(&self, document: &Document) -> Vec<Bitmap> {
        let mut typesetter = self.0.lock().expect("drawing a paper does not panic");
        typesetter.draw(document)
    }
}
