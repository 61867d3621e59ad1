//! What every screen knows: the till, the goods, the language, who is signed in;
//! and how to ask the till something without holding the window up.

use std::sync::Arc;

use iced::Task;

use crate::app::widget::Dir;
use crate::domain::catalogue::Catalogue;
use crate::domain::money::Money;
use crate::locale::{Digits, Language, Texts};
use crate::services::notice::Notice;
use crate::services::{Error, Session, Till};

/// Shared by all screens; only the shell changes it.
#[derive(Clone)]
pub struct Context {
    pub till: Till,
    pub catalogue: Arc<Catalogue>,
    /// Words, digits and direction of the chosen language.
    pub texts: &'static Texts,
    pub dir: Dir,
    pub session: Option<Session>,
    /// Staff codes and PINs shown to whoever signs in: a demonstration's, else none.
    pub pins: &'static [(&'static str, &'static str)],
    /// Whether there is a training to be entered.
    pub may_train: bool,
}

/// What a screen asks of the shell after an update.
pub enum Action<M, I> {
    None,
    /// Work to be done, whose answer comes back to the screen.
    Run(Task<M>),
    /// Something only the shell can do, such as going elsewhere.
    Intent(I),
}

impl<M: Send + 'static, I> Action<M, I> {
    /// The same, asked by whoever shows the screen.
    pub fn map<N: Send + 'static>(self, wrap: fn(M) -> N) -> Action<N, I> {
        match self {
            Action::None => Action::None,
            Action::Run(task) => Action::Run(task.map(wrap)),
            Action::Intent(intent) => Action::Intent(intent),
        }
    }
}

impl Context {
    /// What is known at the start, before anybody has signed in.
    ///
    /// # Errors
    /// No bazaar is set up; faults of the store.
    pub fn new(till: Till, language: Language) -> Result<Self, Error> {
        let catalogue = till.catalogue()?;
        let texts = texts_of(language, &catalogue);
        Ok(Context {
            till,
            texts,
            dir: language.direction().into(),
            catalogue,
            session: None,
            pins: &[],
            may_train: false,
        })
    }

    /// Changes to the other language.
    pub fn switch_language(&mut self) {
        let other = self.texts.language().other();
        self.texts = texts_of(other, &self.catalogue);
        self.dir = other.direction().into();
    }

    /// The words of the other language, for what is said in both.
    pub fn other_texts(&self) -> &'static Texts {
        texts_of(self.texts.language().other(), &self.catalogue)
    }

    /// An amount with its currency, isolated from the words around it.
    pub fn money(&self, amount: Money) -> String {
        self.texts.money(amount, self.catalogue.bazaar.currency)
    }

    /// An amount alone, for columns that name the currency elsewhere.
    pub fn amount(&self, amount: Money) -> String {
        self.texts.amount(amount, self.catalogue.bazaar.currency)
    }

    /// Who is signed in.
    ///
    /// # Panics
    /// On a screen that nobody signed in can reach.
    pub fn session(&self) -> &Session {
        self.session
            .as_ref()
            .expect("this screen comes after signing in")
    }

    /// What to tell about an error, in the language of the screen.
    pub fn told(&self, error: impl Into<Error>) -> Notice {
        Notice::of(
            &error.into(),
            self.texts,
            Some(self.catalogue.bazaar.currency),
        )
    }

    /// Asks the till something away from the window's thread.
    pub fn ask<T, M>(
        &self,
        question: impl FnOnce(&Till) -> Result<T, Error> + Send + 'static,
        answer: impl FnOnce(Result<T, Notice>) -> M + Send + 'static,
    ) -> Task<M>
    where
        T: Send + 'static,
        M: Send + 'static,
    {
        let till = self.till.clone();
        let texts = self.texts;
        let currency = self.catalogue.bazaar.currency;
        let work = async move {
            let asked = tokio::task::spawn_blocking(move || {
                question(&till).map_err(|error| Notice::of(&error, texts, Some(currency)))
            });
            asked.await.expect("a question to the till does not panic")
        };
        Task::perform(work, answer)
    }
}

/// The words of a language, in the digits the bazaar writes.
fn texts_of(language: Language, catalogue: &Catalogue) -> &'static Texts {
    let digits = match language {
        Language::Arabic if catalogue.bazaar.arabic_digits => Digits::ArabicIndic,
        Language::Arabic | Language::English => Digits::Latin,
    };
    Texts::of(language, digits)
}
