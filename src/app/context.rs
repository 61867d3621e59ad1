//! What every screen knows: the till, the goods, the language, who is signed in;
//! and how to ask the till something without holding the window up.

use std::sync::Arc;

use iced::futures::stream;
use iced::{Size, Task};
use tokio::sync::mpsc::unbounded_channel;

use crate::app::photos::Photos;
use crate::app::widget::Dir;
use crate::domain::catalogue::Catalogue;
use crate::domain::money::Money;
use crate::locale::{Digits, Language, Texts};
use crate::services::notice::Notice;
use crate::services::{Error, Printing, SalePapers, Session, Till};
use crate::settings::{DataFolder, DigitsSetting, DisplaySettings};

/// The size of the window where nothing else is asked for.
pub const USUAL: Size = Size::new(1280.0, 800.0);

/// Shared by all screens; only the shell changes it.
#[derive(Clone)]
pub struct Context {
    pub till: Till,
    pub catalogue: Arc<Catalogue>,
    /// Words, digits and direction of the chosen language.
    pub texts: &'static Texts,
    pub dir: Dir,
    pub session: Option<Session>,
    /// How this till's screen looks.
    pub display: DisplaySettings,
    /// The room the window has, in pixels.
    pub window: Size,
    /// Where this till's settings are kept; nothing is kept without it.
    pub data: Option<DataFolder>,
    /// Staff codes and PINs shown to whoever signs in: a demonstration's, else none.
    pub pins: &'static [(&'static str, &'static str)],
    /// Whether a window faces the customer.
    pub customer_window: bool,
    /// Whether there is a training to be entered.
    pub may_train: bool,
    /// The printers of this till; nothing is printed without.
    pub printing: Option<Printing>,
    /// Photographs of staff and goods.
    pub photos: Photos,
}

/// Hears how much of some work is done, and of how much.
pub type Telling = Box<dyn FnMut(usize, usize) + Send>;

/// What a screen asks of the shell after an update.
pub enum Action<M, I> {
    None,
    /// Work to be done, whose answer comes back to the screen.
    Run(Task<M>),
    /// Something only the shell can do, such as going elsewhere.
    Intent(I),
}

impl<M: Send + 'static, I> Action<M, I> {
    /// The same, and some work besides.
    pub fn and(self, work: Task<M>) -> Self {
        match self {
            Action::None => Action::Run(work),
            Action::Run(task) => Action::Run(Task::batch([task, work])),
            intent @ Action::Intent(_) => intent,
        }
    }

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
        let texts = Texts::of(language, Digits::Latin);
        let mut context = Context {
            till,
            texts,
            dir: language.direction().into(),
            catalogue,
            session: None,
            display: DisplaySettings::default(),
            window: USUAL,
            data: None,
            pins: &[],
            customer_window: false,
            may_train: false,
            printing: None,
            photos: Photos::default(),
        };
        context.speak(language);
        Ok(context)
    }

    /// The same, with the settings of this till's screen and where they are kept.
    pub fn with_display(mut self, display: DisplaySettings, data: Option<DataFolder>) -> Self {
        self.photos = data.as_ref().map(Photos::of).unwrap_or_default();
        self.data = data;
        self.show_as(display);
        self
    }

    /// Looks another way from now on.
    pub fn show_as(&mut self, display: DisplaySettings) {
        self.display = display;
        self.speak(self.texts.language());
    }

    /// Changes to a language.
    pub fn speak(&mut self, language: Language) {
        self.texts = texts_of(language, self.digits());
        self.dir = language.direction().into();
    }

    /// The digits of Arabic screens: those this till is set to, else those the
    /// bazaar writes.
    pub fn digits(&self) -> DigitsSetting {
        let bazaars = match self.catalogue.bazaar.arabic_digits {
            true => DigitsSetting::ArabicIndic,
            false => DigitsSetting::Latin,
        };
        self.display.digits.unwrap_or(bazaars)
    }

    /// Whether the window stands upright: then what stands side by side elsewhere
    /// stands one under the other.
    pub fn is_upright(&self) -> bool {
        self.window.height > self.window.width
    }

    /// The words of the other language, for what is said in both.
    pub fn other_texts(&self) -> &'static Texts {
        texts_of(self.texts.language().other(), self.digits())
    }

    /// An amount with its currency, isolated from the words around it.
    pub fn money(&self, amount: Money) -> String {
        self.texts.money(amount, self.catalogue.bazaar.currency)
    }

    /// An amount alone, for columns that name the currency elsewhere.
    pub fn amount(&self, amount: Money) -> String {
        self.texts.amount(amount, self.catalogue.bazaar.currency)
    }

    /// Whether sales print slips for their families, by which goods are handed out.
    pub fn collection_slips(&self) -> bool {
        let printing = self.printing.as_ref();
        printing.is_some_and(Printing::prints_slips)
    }

    /// What is printed at a sale, if anything can be.
    pub fn sale_papers(&self) -> SalePapers {
        let printing = self.printing.as_ref();
        printing.map(Printing::sale_papers).unwrap_or_default()
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

    /// The same, for a question that takes a while: how far it is comes back too, as
    /// how much is done and of how much.
    pub fn ask_and_hear<T, M>(
        &self,
        question: impl FnOnce(&Till, Telling) -> Result<T, Error> + Send + 'static,
        so_far: impl Fn(usize, usize) -> M + Send + 'static,
        answer: impl FnOnce(Result<T, Notice>) -> M + Send + 'static,
    ) -> Task<M>
    where
        T: Send + 'static,
        M: Send + 'static,
    {
        let (tell, told) = unbounded_channel::<(usize, usize)>();
        let telling: Telling = Box::new(move |done, all| {
            // Nobody listens any more where the screen was left.
            let _ = tell.send((done, all));
        });
        let heard = stream::unfold(told, async |mut told| Some((told.recv().await?, told)));
        let so_far = Task::run(heard, move |(done, all)| so_far(done, all));
        let asked = self.ask(move |till| question(till, telling), answer);
        Task::batch([asked, so_far])
    }
}

/// The words of a language; English is always written with its own digits.
fn texts_of(language: Language, digits: DigitsSetting) -> &'static Texts {
    let digits = match (language, digits) {
        (Language::Arabic, DigitsSetting::ArabicIndic) => Digits::ArabicIndic,
        _ => Digits::Latin,
    };
    Texts::of(language, digits)
}
