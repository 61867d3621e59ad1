//! Where the day stands: what to do next, everything there is to do, and what is
//! still open.

use iced::widget::{Column, column, container};
use iced::{Fill, Task};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::frame::{
    SIDE, beside, heading, in_one_piece, open_matter, staff_name, trouble,
};
use crate::app::screen::pay::unknown::in_words;
use crate::app::theme::{Element, Ink, Surface, Tone, grown, space, type_size};
use crate::app::widget::{Icon, badge, button, choice, named, notice, scroll};
use crate::domain::staff::{Role, Staff};
use crate::locale::Sighting;
use crate::services::day::DayStatus;
use crate::services::notice::Notice;
use crate::tr;

/// The least width of a card of something there is to do.
const CARD_WIDTH: f32 = 300.0;

#[derive(Debug)]
pub struct Home {
    known: Option<Box<Known>>,
    wrong: Option<Notice>,
}

/// Where the day stands and who works here.
#[derive(Debug, Clone)]
pub struct Known {
    pub status: DayStatus,
    pub staff: Vec<Staff>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Box<Result<Known, Notice>>),
    Go(Place),
}

/// Something there is to do, and why it can't be done now.
struct Choice {
    place: Place,
    icon: Icon,
    title: String,
    hint: String,
    possible: bool,
    id: &'static str,
}

impl Home {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let known = context.ask(
            |till| {
                let (status, staff) = (till.day_status()?, till.staff()?);
                Ok(Known { status, staff })
            },
            |known| Message::Known(Box::new(known)),
        );
        let screen = Home {
            known: None,
            wrong: None,
        };
        (screen, known)
    }

    pub fn update(&mut self, message: Message, _context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Known(known) => match *known {
                Ok(known) => self.known = Some(Box::new(known)),
                Err(wrong) => self.wrong = Some(wrong),
            },
            Message::Go(place) => return Action::Intent(Intent::Go(place)),
        }
        Action::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let dir = context.dir;
        let content: Element<'_, Message> = match &self.known {
            Some(known) => {
                let main = column![
                    standing(context, &known.status),
                    container(scroll::vertical(dir, self.choices(context, &known.status))),
                ]
                .spacing(space::XL)
                .width(Fill);
                let side = container(scroll::vertical(dir, still_open(context, known)))
                    .class(Surface::Card)
                    .padding(space::L)
                    .height(Fill);
                beside(context, main, side, SIDE)
            }
            None => Column::with_children(trouble(context, self.wrong.as_ref())).into(),
        };
        container(content)
            .padding(space::L)
            .width(Fill)
            .height(Fill)
            .into()
    }

    fn choices<'a>(&'a self, context: &Context, status: &DayStatus) -> Element<'a, Message> {
        let dir = context.dir;
        let cards = everything(context, status).into_iter().map(|one| {
            let press = one.possible.then_some(Message::Go(one.place));
            let card = choice(dir, one.icon, one.title, one.hint, false, press);
            named(card, Some(one.id.into()), Fill)
        });
        let panel = if context.is_upright() { 0.0 } else { SIDE };
        let columns = (context.window.width - panel) / grown(CARD_WIDTH);
        let grid = dir.grid(cards, (columns as usize).max(2));
        container(grid)
            .padding(dir.padding(space::XS, 0.0, 0.0))
            .into()
    }
}

/// Everything there is to do, whether it can be done now or why not.
fn everything(context: &Context, status: &DayStatus) -> Vec<Choice> {
    let texts = context.texts;
    let role = context.session().role();
    let supervisor = role >= Role::Supervisor;
    let day = status.open.is_some();
    let shift = own_shift(context, status);
    let no_shift = || tr!(texts, "desk-needs-shift");
    let no_day = || tr!(texts, "desk-needs-day");
    let choice = |place, icon, title, hint, possible, id| Choice {
        place,
        icon,
        title,
        hint,
        possible,
        id,
    };
    let unless = |possible: bool, hint: String, otherwise: String| match possible {
        true => hint,
        false => otherwise,
    };
    let mut all = vec![choice(
        Place::Sell,
        Icon::Basket,
        tr!(texts, "desk-go-sell"),
        unless(shift, tr!(texts, "desk-go-sell-hint"), no_shift()),
        shift,
        "go-sell",
    )];
    all.push(choice(
        Place::Orders,
        Icon::Scissors,
        tr!(texts, "desk-orders-title"),
        unless(shift, tr!(texts, "desk-go-orders-hint"), no_shift()),
        shift,
        "go-orders",
    ));
    all.push(choice(
        Place::Refund,
        Icon::Undo,
        tr!(texts, "desk-refund-title"),
        unless(shift, tr!(texts, "desk-go-refund-hint"), no_shift()),
        shift,
        "go-refund",
    ));
    all.push(choice(
        Place::Cash,
        Icon::Cash,
        tr!(texts, "desk-cash-title"),
        unless(shift, tr!(texts, "desk-go-cash-hint"), no_shift()),
        shift,
        "go-cash",
    ));
    all.push(match shift {
        true => choice(
            Place::CloseShift,
            Icon::Coins,
            tr!(texts, "desk-close-shift-title"),
            tr!(texts, "desk-go-close-shift-hint"),
            true,
            "go-close-shift",
        ),
        false => choice(
            Place::OpenShift,
            Icon::Coins,
            tr!(texts, "desk-open-shift-title"),
            unless(day, tr!(texts, "desk-go-open-shift-hint"), no_day()),
            day,
            "go-open-shift",
        ),
    });
    let only_supervisor = || tr!(texts, "desk-needs-supervisor");
    all.push(match day {
        true => choice(
            Place::CloseDay,
            Icon::DayDone,
            tr!(texts, "desk-close-day-title"),
            unless(
                supervisor,
                tr!(texts, "desk-go-close-day-hint"),
                only_supervisor(),
            ),
            supervisor,
            "go-close-day",
        ),
        false => choice(
            Place::OpenDay,
            Icon::Sun,
            tr!(texts, "desk-open-day-title"),
            unless(
                supervisor,
                tr!(texts, "desk-go-open-day-hint"),
                only_supervisor(),
            ),
            supervisor,
            "go-open-day",
        ),
    });
    all.push(choice(
        Place::Payouts,
        Icon::Payout,
        tr!(texts, "desk-payouts-title"),
        unless(
            supervisor,
            tr!(texts, "desk-go-payouts-hint"),
            only_supervisor(),
        ),
        supervisor,
        "go-payouts",
    ));
    all.push(choice(
        Place::Dashboard,
        Icon::Chart,
        tr!(texts, "figures-title"),
        unless(supervisor, tr!(texts, "figures-hint"), only_supervisor()),
        supervisor,
        "go-dashboard",
    ));
    let closed = status.days.iter().any(|row| row.closed.is_some());
    all.push(match !day && closed && supervisor {
        true => choice(
            Place::CloseDay,
            Icon::DayDone,
            tr!(texts, "desk-go-last-day"),
            tr!(texts, "desk-go-last-day-hint"),
            true,
            "go-last-day",
        ),
        false => choice(
            Place::SignIn,
            Icon::People,
            tr!(texts, "desk-switch-person"),
            tr!(texts, "desk-go-sign-in-hint"),
            true,
            "go-sign-in",
        ),
    });
    if role == Role::Organiser {
        all.push(choice(
            Place::Staff,
            Icon::Person,
            tr!(texts, "app-staff-title"),
            tr!(texts, "app-staff-hint"),
            true,
            "go-staff",
        ));
        all.push(choice(
            Place::Register,
            Icon::Pencil,
            tr!(texts, "desk-register-title"),
            tr!(texts, "desk-register-hint"),
            true,
            "go-register",
        ));
        all.push(choice(
            Place::Safe,
            Icon::Lock,
            tr!(texts, "desk-safe-title"),
            tr!(texts, "desk-safe-hint"),
            true,
            "go-safe",
        ));
        all.push(choice(
            Place::Import,
            Icon::Inbox,
            tr!(texts, "desk-import-title"),
            tr!(texts, "desk-import-hint"),
            true,
            "go-import",
        ));
        all.push(choice(
            Place::Edition,
            Icon::Scroll,
            tr!(texts, "desk-edition-title"),
            tr!(texts, "desk-edition-hint"),
            true,
            "go-edition",
        ));
    }
    all.push(choice(
        Place::Door,
        Icon::Open,
        tr!(texts, "desk-door-title"),
        unless(day, door_hint(context, status), no_day()),
        day,
        "go-door",
    ));
    all.push(choice(
        Place::Goods,
        Icon::Package,
        tr!(texts, "desk-goods-title"),
        tr!(texts, "desk-go-goods-hint"),
        true,
        "go-goods",
    ));
    if context.may_train && !context.catalogue.bazaar.training {
        all.push(choice(
            Place::Training,
            Icon::Student,
            tr!(texts, "app-training-enter"),
            tr!(texts, "app-training-hint"),
            true,
            "go-training",
        ));
    }
    if role == Role::Organiser && !shift {
        // Who does not sell finds last what only who sells can do.
        all.sort_by_key(|choice| !choice.possible);
    }
    all
}

/// How many are in the hall, where anybody was counted.
fn door_hint(context: &Context, status: &DayStatus) -> String {
    match status.visitors.is_empty() {
        true => tr!(context.texts, "desk-go-door-hint"),
        false => tr!(
            context.texts,
            "desk-door-passed",
            entered = status.visitors.entered,
            left = status.visitors.left
        ),
    }
}

/// Whether a shift is open at this till.
fn own_shift(context: &Context, status: &DayStatus) -> bool {
    let till = context.till.code();
    status.shifts.iter().any(|shift| &shift.till == till)
}

/// The state of the day in words, and the one thing to do next.
fn standing<'a>(context: &Context, status: &DayStatus) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let supervisor = context.session().role() >= Role::Supervisor;
    let shift = own_shift(context, status);
    let day = status.open.as_ref().map(|row| row.day);
    let date = day.unwrap_or(status.today);
    let over = day.is_none() && status.days.iter().any(|row| row.day == status.today);
    let (state, tone) = match (day, shift) {
        (None, _) if over => (tr!(texts, "desk-day-closed"), Tone::Success),
        (None, _) => (tr!(texts, "desk-day-not-open"), Tone::Neutral),
        (Some(_), false) => (tr!(texts, "desk-day-open"), Tone::Info),
        (Some(_), true) => (tr!(texts, "desk-day-selling"), Tone::Success),
    };
    let next = match (day, shift) {
        (None, _) if supervisor && !over => {
            Some((Place::OpenDay, Icon::Sun, tr!(texts, "desk-open-day-open")))
        }
        (None, _) => None,
        (Some(_), false) => Some((
            Place::OpenShift,
            Icon::Coins,
            tr!(texts, "desk-open-shift-open"),
        )),
        (Some(_), true) => Some((Place::Sell, Icon::Basket, tr!(texts, "desk-go-sell"))),
    };
    let words = dir
        .column([
            dir.row([
                badge(dir, state, tone),
                dir.label(texts.weekday(date)).muted().lines(1).into(),
            ])
            .into(),
            dir.label(texts.date_long(date))
                .size(type_size::HEADING)
                .bold()
                .fill()
                .lines(1)
                .into(),
            dir.label(texts.hijri_long(date, Sighting::default()))
                .ink(Ink::Of(Tone::Primary))
                .fill()
                .lines(1)
                .into(),
        ])
        .spacing(space::XS)
        .width(Fill);
    let next = next.map(|(place, icon, word)| {
        button(dir, word)
            .primary()
            .large()
            .fill()
            .icon(icon)
            .on_press(Message::Go(place))
            .id("next")
    });
    // With no shift open the day either begins or ends.
    let ends = day.is_some() && status.shifts.is_empty() && supervisor;
    let close = ends.then(|| {
        button(dir, tr!(texts, "desk-close-day-close"))
            .fill()
            .icon(Icon::DayDone)
            .on_press(Message::Go(Place::CloseDay))
            .id("next-close-day")
    });
    let next = column![]
        .push(next)
        .push(close)
        .spacing(space::S)
        .width(grown(270.0));
    let mut content = column![dir.row([words.into(), next.into()])].spacing(space::M);
    if status.is_overdue() {
        content = content.push(notice(dir, Tone::Warning, tr!(texts, "desk-day-overdue")));
    }
    container(content)
        .class(Surface::Card)
        .padding(space::XL)
        .width(Fill)
        .into()
}

/// Shifts, parked tickets and orders that are not at their end.
fn still_open<'a>(context: &Context, known: &Known) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let status = &known.status;
    let mut list = column![heading(context, tr!(texts, "desk-still-open"))].spacing(space::L);
    let entry = |symbol: Icon, tone: Tone, title: String, hint: String| {
        open_matter(context, (symbol, tone), title, hint, 1)
    };
    for shift in &status.shifts {
        let name = staff_name(context, &known.staff, &shift.opening.cashier);
        let hint = tr!(
            texts,
            "desk-since",
            till = in_one_piece(&shift.till),
            time = texts.time(shift.opened_at.time())
        );
        list = list.push(entry(
            Icon::Coins,
            Tone::Primary,
            tr!(texts, "desk-shift-of", name = name),
            hint,
        ));
    }
    for parked in &status.parked {
        let total = parked.ticket.price().map(|priced| priced.due);
        let hint = tr!(
            texts,
            "desk-parked-at",
            total = context.money(total.unwrap_or_default()),
            time = texts.time(parked.at.time())
        );
        list = list.push(entry(Icon::Pause, Tone::Warning, parked.name.clone(), hint));
    }
    let mut orders: Vec<_> = status.orders.iter().collect();
    orders.sort_by_key(|row| row.order.due_on.unwrap_or(chrono::NaiveDate::MAX));
    for row in orders {
        let hint = match row.order.due_on {
            Some(due) => tr!(texts, "desk-order-due-on", date = texts.date_long(due)),
            None => tr!(texts, "desk-due-open"),
        };
        let late = row.order.due_on.is_some_and(|due| due < status.today);
        let tone = match late {
            true => Tone::Danger,
            false => Tone::Info,
        };
        let name = row.order.customer.name.clone();
        list = list.push(entry(Icon::Scissors, tone, name, hint));
    }
    for payment in &status.unknown_payments {
        list = list.push(entry(
            Icon::Warning,
            Tone::Danger,
            in_words(context, &payment.fact),
            tr!(texts, "app-pay-unknown-body"),
        ));
    }
    if status.has_nothing_open() {
        let text = tr!(texts, "desk-nothing-open");
        list = list.push(notice(dir, Tone::Success, text));
    }
    list.into()
}
