//! Closing the day: what is still open, the totals so far, the close with its
//! number and its proof, and then the settlement of every family.

mod proved;
mod reading;

use iced::Task;

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::frame::page;
use crate::app::screen::sell::words::{self, WordSheet};
use crate::app::theme::{Element, Tone};
use crate::app::widget::{Icon, badge, button, dialog};
use crate::domain::day::DayClosing;
use crate::domain::id::TicketId;
use crate::domain::settlement::Settlement;
use crate::domain::staff::Staff;
use crate::domain::tally::Tally;
use crate::domain::ticket::Ticket;
use crate::services::day::{DayStatus, ParkedAtClose};
use crate::services::notice::Notice;
use crate::services::printing::Paper;
use crate::services::{Error, Till};
use crate::store::Recorded;
use crate::tr;

#[derive(Debug)]
enum Phase {
    Reading,
    Closed(Box<Recorded<DayClosing>>),
}

#[derive(Debug)]
pub struct CloseDay {
    phase: Phase,
    known: Option<Box<Known>>,
    /// Whether the last question, whether to close for good, is being asked.
    sure: bool,
    settled: Option<Vec<Settlement>>,
    asking: bool,
    /// How many families are settled by now, and of how many.
    settled_so_far: Option<(usize, usize)>,
    wrong: Option<Notice>,
    /// The parked ticket that is being given up.
    giving_up: Option<(Ticket, WordSheet)>,
}

/// Where the day stands, its totals if it is open, else how the last one was
/// closed and settled, and who works here.
#[derive(Debug, Clone)]
pub struct Known {
    pub status: DayStatus,
    /// The tickets of those waiting that were put aside, and are in nobody's hand.
    pub put_aside: Vec<TicketId>,
    pub tally: Option<Tally>,
    pub last: Option<Recorded<DayClosing>>,
    pub settlements: Vec<Settlement>,
    /// What reached the journal after that close.
    pub late: Tally,
    /// Papers that are still to be printed.
    pub unprinted: usize,
    pub staff: Vec<Staff>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Box<Result<Known, Notice>>),
    PrintReading,
    /// A parked ticket, by its place among those waiting, is to be given up.
    GiveUp(usize),
    Words(words::Message),
    GivenUp(Result<(), Notice>),
    Close,
    NotYet,
    Sure,
    Closed(Box<Result<Recorded<DayClosing>, Notice>>),
    Settle,
    /// So many families are settled, of so many.
    SettledSoFar(usize, usize),
    Settled(Box<Result<Vec<Settlement>, Notice>>),
    Print,
    Go(Place),
    Back,
}

fn read(context: &Context) -> Task<Message> {
    context.ask(
        |till| {
            let status = till.day_status()?;
            let mut known = Known {
                tally: None,
                last: None,
                settlements: Vec::new(),
                late: Tally::default(),
                put_aside: parked_ids(till)?,
                unprinted: till.unprinted()?.len(),
                staff: till.staff()?,
                status,
            };
            if known.status.open.is_some() {
                known.tally = Some(till.x_report()?.1);
            } else if let Some(day) = known.status.days.iter().map(|row| row.day).max() {
                known.last = till.z_report(day)?;
                known.late = till.late_trade(day)?;
                let settled = till.settlements(day)?.into_iter();
                known.settlements = settled.map(|row| row.settlement).collect();
            }
            Ok(known)
        },
        |known| Message::Known(Box::new(known)),
    )
}

fn parked_ids(till: &Till) -> Result<Vec<TicketId>, Error> {
    let parked = till.parked()?.into_iter();
    Ok(parked.map(|parked| parked.ticket.id).collect())
}

impl CloseDay {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = CloseDay {
            phase: Phase::Reading,
            known: None,
            sure: false,
            settled: None,
            asking: false,
            settled_so_far: None,
            wrong: None,
            giving_up: None,
        };
        (screen, read(context))
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Known(known) => match *known {
                Ok(mut known) => {
                    if let Some(last) = known.last.take() {
                        self.phase = Phase::Closed(Box::new(last));
                        let settlements = std::mem::take(&mut known.settlements);
                        self.settled = (!settlements.is_empty()).then_some(settlements);
                    }
                    self.known = Some(Box::new(known));
                }
                Err(wrong) => self.wrong = Some(wrong),
            },
            Message::PrintReading => return Action::Intent(Intent::Print(Paper::XReport)),
            Message::GiveUp(at) => {
                let waiting = self.known.as_ref().map(|known| &known.status.parked);
                let parked = waiting.and_then(|waiting| waiting.get(at));
                self.giving_up = parked.map(|parked| {
                    let sheet = WordSheet::giving_up(context, parked.name.clone());
                    (parked.ticket.clone(), sheet)
                });
            }
            Message::Words(message) => return self.give_up(message, context),
            Message::GivenUp(Ok(())) => {
                self.giving_up = None;
                return Action::Run(read(context));
            }
            Message::GivenUp(Err(wrong)) => {
                if let Some((_, sheet)) = &mut self.giving_up {
                    sheet.refuse(wrong);
                }
            }
            Message::Close => self.sure = true,
            Message::NotYet => self.sure = false,
            Message::Sure | Message::Settle if self.asking => {}
            Message::Sure => {
                self.sure = false;
                self.asking = true;
                self.wrong = None;
                let session = context.session().clone();
                return Action::Run(context.ask(
                    move |till| till.close_day(&session, ParkedAtClose::CarryOver),
                    |closed| Message::Closed(Box::new(closed)),
                ));
            }
            Message::Closed(closed) => {
                self.asking = false;
                match *closed {
                    Ok(closing) => {
                        self.phase = Phase::Closed(Box::new(closing));
                        return Action::Intent(Intent::DayChanged);
                    }
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
            Message::Settle => {
                let Phase::Closed(closing) = &self.phase else {
                    return Action::None;
                };
                self.asking = true;
                let (session, day) = (context.session().clone(), closing.fact.day);
                self.settled_so_far = None;
                return Action::Run(context.ask_and_hear(
                    move |till, telling| till.settle_day_telling(&session, day, telling),
                    Message::SettledSoFar,
                    |settled| Message::Settled(Box::new(settled)),
                ));
            }
            Message::SettledSoFar(done, all) => self.settled_so_far = Some((done, all)),
            Message::Settled(settled) => {
                self.asking = false;
                match *settled {
                    Ok(settlements) => self.settled = Some(settlements),
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
            Message::Print => {
                if let Phase::Closed(closing) = &self.phase {
                    return Action::Intent(Intent::Print(Paper::ZReport(closing.fact.day)));
                }
            }
            Message::Go(place) => return Action::Intent(Intent::Go(place)),
            Message::Back => return Action::Intent(Intent::Go(Place::Desk)),
        }
        Action::None
    }

    /// Gives a parked ticket up for the reason that is being asked.
    fn give_up(&mut self, message: words::Message, context: &Context) -> Action<Message, Intent> {
        let Some((ticket, sheet)) = &mut self.giving_up else {
            return Action::None;
        };
        match sheet.update(message, context, ticket) {
            words::Outcome::Left => self.giving_up = None,
            words::Outcome::Void(reason) => {
                let (session, ticket) = (context.session().clone(), ticket.id);
                return Action::Run(context.ask(
                    move |till| till.void_parked(&session, ticket, reason),
                    Message::GivenUp,
                ));
            }
            words::Outcome::Open | words::Outcome::Park(_) | words::Outcome::Order(_) => {}
        }
        Action::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let title = tr!(texts, "desk-close-day-title");
        let content = match &self.phase {
            Phase::Reading => self.reading(context),
            Phase::Closed(closing) => self.proved(context, closing),
        };
        let open = self
            .known
            .as_ref()
            .and_then(|known| known.status.open.as_ref());
        let day = match &self.phase {
            Phase::Closed(closing) => Some(closing.fact.day),
            Phase::Reading => open.map(|row| row.day),
        };
        let end = day.map(|day| badge(dir, texts.date_with_weekday(day), Tone::Primary));
        let page = page(context, title, Message::Back, end, content);
        if let Some((_, sheet)) = &self.giving_up {
            return sheet.over(context, page, Message::Words);
        }
        if !self.sure {
            return page;
        }
        let question = iced::widget::column![
            dir.label(tr!(texts, "desk-close-day-sure")).fill(),
            dir.row([
                button(dir, tr!(texts, "desk-not-yet"))
                    .large()
                    .fill()
                    .on_press(Message::NotYet)
                    .id("not-yet")
                    .into(),
                button(dir, tr!(texts, "desk-close-day-close"))
                    .primary()
                    .large()
                    .fill()
                    .icon(Icon::DayDone)
                    .on_press(Message::Sure)
                    .id("sure")
                    .into(),
            ]),
        ]
        .spacing(crate::app::theme::space::XL);
        dialog(dir, tr!(texts, "desk-close-day-sure-title"), question)
            .on_close(Message::NotYet)
            .over(page)
    }
}
