//! Paying the families: who is owed what, the statement of one on the screen,
//! and money handed over or taken in.

mod account;
mod families;
mod files;
mod history;
mod pay;
mod signing;
mod statement;

use iced::Task;
use iced::widget::{Space, column, container};
use iced::{Fill, Length};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::frame::{page, trouble};
use crate::app::theme::{Element, Surface, space};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{Icon, empty};
use crate::domain::id::PayoutId;
use crate::domain::payout::PayoutMeans;
use crate::domain::staff::Role;
use crate::services::notice::Notice;
use crate::services::payout::FamilyAccount;
use crate::services::printing::Paper;
use crate::tr;

use account::{Accounting, Act};
use families::Families;
use files::{Files, Next};
use history::History;
use pay::{Paid, Paying};

/// The width of the list of families, and of a panel beside a form.
const LIST: f32 = 380.0;

#[derive(Debug)]
pub struct Payouts {
    families: Families,
    files: Files,
    paying: Option<Box<Paying>>,
    accounting: Option<Box<Accounting>>,
    history: Option<Box<History>>,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Result<Vec<FamilyAccount>, Notice>),
    Families(families::Message),
    /// The statements of all families are to be files.
    Files(files::Message),
    /// Pay, or take what is owed; which of the two the account says.
    Pay,
    Paying(pay::Message),
    Paid(Box<Result<Paid, Notice>>),
    PaidDone,
    /// Something is to be done to the chosen account.
    Account(Act),
    Accounting(account::Message),
    Accounted(Result<(), Notice>),
    /// What happened to the chosen account.
    ShowHistory,
    History(history::Message),
    /// Where the money is that a payout gave back.
    TakenBack(Result<(PayoutId, PayoutMeans), Notice>),
    PrintTakenBack(PayoutId),
    /// Cash of the drawer changes hands.
    OpenDrawer,
    Tell(String),
    TermsChanged,
    Touch(Touch),
    PrintStatement,
    PrintSlip,
    Back,
}

fn read(context: &Context) -> Task<Message> {
    context.ask(|till| till.family_accounts(), Message::Known)
}

impl Payouts {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = Payouts {
            families: Families::new(context),
            files: Files::default(),
            paying: None,
            accounting: None,
            history: None,
            wrong: None,
        };
        (screen, read(context))
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Known(Ok(accounts)) => self.families.show(accounts),
            Message::Known(Err(wrong)) => self.wrong = Some(wrong),
            Message::Families(message) => self.families.update(message),
            Message::Files(message) => match self.files.update(message, context) {
                Next::Nothing => {}
                Next::Run(task) => return Action::Run(task),
                Next::Done(told) => return Action::Intent(Intent::Tell(told)),
                Next::Wrong(wrong) => return Action::Intent(Intent::Notify(wrong)),
            },
            Message::Pay => {
                self.families.end_writing();
                if let Some(account) = self.families.chosen() {
                    self.paying = Some(Box::new(Paying::new(context, account)));
                }
            }
            Message::Paying(message) => {
                if let Some(paying) = &mut self.paying
                    && let Some(task) = paying.update(message, context)
                {
                    return Action::Run(task);
                }
            }
            Message::Paid(paid) => {
                let opens = (*paid).as_ref().is_ok_and(Paid::is_in_the_drawer);
                if let Some(paying) = &mut self.paying {
                    paying.answered(*paid);
                }
                let read = read(context);
                return Action::Run(match opens {
                    true => Task::done(Message::OpenDrawer).chain(read),
                    false => read,
                });
            }
            Message::PaidDone => self.paying = None,
            Message::Account(act) => {
                self.families.end_writing();
                if let Some(account) = self.families.chosen() {
                    let accounting = Accounting::new(context, act, account);
                    self.accounting = Some(Box::new(accounting));
                }
            }
            Message::Accounting(message) => {
                if let Some(accounting) = &mut self.accounting
                    && let Some(task) = accounting.update(message, context)
                {
                    return Action::Run(task);
                }
            }
            Message::Accounted(answer) => {
                let told = self.accounting.as_mut();
                if let Some(told) = told.and_then(|act| act.answered(context, answer)) {
                    self.accounting = None;
                    let next =
                        Task::done(Message::Tell(told)).chain(Task::done(Message::TermsChanged));
                    return Action::Run(read(context).chain(next));
                }
            }
            Message::ShowHistory => {
                self.families.end_writing();
                if let Some(account) = self.families.chosen() {
                    let (history, task) = History::new(context, &account.family);
                    self.history = Some(Box::new(history));
                    return Action::Run(task);
                }
            }
            Message::History(message) => {
                if let Some(history) = &mut self.history
                    && let Some(task) = history.update(message, context)
                {
                    return Action::Run(task);
                }
            }
            Message::TakenBack(answer) => {
                let done = answer.as_ref().ok().copied();
                let told = history::Message::TakenBack(answer.map(drop));
                // It may have been left meanwhile; what is owed has changed all the same.
                let history = self.history.as_mut();
                let next = history.and_then(|history| history.update(told, context));
                let next = next.unwrap_or_else(Task::none);
                let Some((payment, to)) = done else {
                    return Action::Run(next);
                };
                let first = match to {
                    PayoutMeans::Drawer => Task::done(Message::OpenDrawer),
                    _ => Task::none(),
                };
                let slip = Task::done(Message::PrintTakenBack(payment));
                return Action::Run(first.chain(next).chain(slip).chain(read(context)));
            }
            Message::PrintTakenBack(payment) => {
                return Action::Intent(Intent::Print(Paper::FamilyPayment(payment)));
            }
            Message::OpenDrawer => return Action::Intent(Intent::OpenDrawer),
            Message::Tell(told) => return Action::Intent(Intent::Tell(told)),
            // An advance may have agreed on another instalment.
            Message::TermsChanged => return Action::Intent(Intent::CatalogueChanged),
            Message::Touch(touch) => match (&mut self.paying, &mut self.accounting) {
                (Some(paying), _) => paying.touch(touch),
                (None, Some(accounting)) => accounting.touch(touch),
                (None, None) => match &mut self.history {
                    Some(history) => history.touch(touch),
                    None => self.families.touch(touch),
                },
            },
            Message::PrintStatement => {
                let settlement = self
                    .families
                    .chosen()
                    .and_then(|account| account.settlement.as_ref());
                if let Some(settlement) = settlement {
                    let paper = Paper::Statement(settlement.id);
                    return Action::Intent(Intent::Print(paper));
                }
            }
            Message::PrintSlip => {
                if let Some(paper) = self.paying.as_ref().and_then(|paying| paying.paper()) {
                    return Action::Intent(Intent::Print(paper));
                }
            }
            Message::Back if self.history.is_some() => {
                if !self.history.as_mut().is_some_and(|history| history.back()) {
                    self.history = None;
                }
            }
            Message::Back => {
                let left = (self.paying.take(), self.accounting.take());
                if let (None, None) = left {
                    return Action::Intent(Intent::Go(Place::Desk));
                }
            }
        }
        Action::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let title = tr!(texts, "desk-payouts-title");
        if let Some(paying) = &self.paying {
            let page = page(context, title, Message::Back, [], paying.view(context));
            return paying.over(context, page);
        }
        if let Some(accounting) = &self.accounting {
            let content = accounting.view(context);
            let page = page(context, title, Message::Back, [], content);
            return accounting.over(context, page);
        }
        if let Some(history) = &self.history {
            let content = history.view(context);
            let page = page(context, title, Message::Back, [], content);
            return history.over(context, page);
        }
        let statement: Element<'_, Message> = match (self.families.chosen(), &self.wrong) {
            (_, Some(wrong)) => trouble(context, Some(wrong)).unwrap_or(Space::new().into()),
            (Some(account), None) => {
                let may_pay = context.session().role() >= Role::Organiser;
                statement::view(context, account, may_pay)
            }
            (None, None) => empty(
                dir,
                Icon::Statement,
                tr!(texts, "desk-payouts-choose"),
                tr!(texts, "desk-payouts-choose-hint"),
            ),
        };
        let statement = container(statement)
            .class(Surface::Card)
            .padding(space::L)
            .width(Fill)
            .height(Fill);
        let list = container(self.families.view(context));
        let content: Element<'_, Message> = match context.is_upright() {
            true => column![
                list.height(Length::FillPortion(2)),
                statement.height(Length::FillPortion(3))
            ]
            .spacing(space::L)
            .into(),
            false => dir
                .row([list.width(LIST).into(), statement.into()])
                .spacing(space::L)
                .into(),
        };
        let files = self.files.view(context);
        let page = page(context, title, Message::Back, files, content);
        self.families.over(context, page)
    }
}
