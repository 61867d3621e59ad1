//! What a file would do, before it does: what is new, what changes from what to
//! what, what is refused and why, what may be known already.

use iced::Fill;
use iced::widget::{Column, Space, column, container};

use super::{Message, with_trouble};
use crate::app::context::Context;
use crate::app::screen::frame::{cards, in_one_piece, rows};
use crate::app::theme::{Element, Ink, Press, Tone, space, type_size};
use crate::app::widget::{
    Icon, Tab as Strip, button, divider, empty, fresh, icon, icon_button, named, notice, reckoning,
    scroll, tabs,
};
use crate::locale::bidi;
use crate::reports::table::TableKind;
use crate::services::import::{Change, FieldChange, Plan, Planned, Problem, Suspected, Told};
use crate::services::notice::{Notice, problem_in_words};
use crate::tr;

/// Rows shown at once; a register of thousands is leafed through.
const ROWS: usize = 40;

/// What of the plan is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Refused,
    New,
    Changed,
    Suspected,
    /// What is told of a shop's orders.
    Told,
    LeftOut,
}

/// A plan that is looked at.
#[derive(Debug)]
pub struct Looking {
    pub plan: Plan,
    tab: Tab,
    page: usize,
}

impl Looking {
    /// Shown first is what needs somebody's eyes most.
    pub fn new(plan: Plan) -> Self {
        let tab = match (plan.problems.is_empty(), plan.updated() > 0) {
            (false, _) => Tab::Refused,
            (true, true) => Tab::Changed,
            (true, false) if plan.changes.is_empty() && !plan.told.is_empty() => Tab::Told,
            (true, false) => Tab::New,
        };
        Looking { plan, tab, page: 0 }
    }

    pub fn show(&mut self, tab: Tab) {
        (self.tab, self.page) = (tab, 0);
    }

    pub fn turn(&mut self, page: usize) {
        self.page = page;
    }

    pub fn title(&self, context: &Context) -> String {
        let file = bidi::first_strong(&self.plan.file_name);
        match self.plan.kind {
            TableKind::Lines => tr!(context.texts, "desk-import-looking-lines", file = file),
            TableKind::Orders => tr!(context.texts, "desk-import-looking-orders", file = file),
            TableKind::Families | TableKind::Sales => {
                tr!(context.texts, "desk-import-looking-families", file = file)
            }
        }
    }

    fn count(&self, tab: Tab) -> usize {
        let plan = &self.plan;
        match tab {
            Tab::Refused => plan.problems.len(),
            Tab::New => plan.created(),
            Tab::Changed => plan.updated(),
            Tab::Suspected => plan.suspected.len(),
            Tab::Told => plan.told.len(),
            Tab::LeftOut => left_out(plan).len(),
        }
    }

    pub fn view<'a>(&'a self, context: &Context, wrong: Option<&Notice>) -> Element<'a, Message> {
        let dir = context.dir;
        let list = scroll::vertical(dir, self.list(context));
        // Another list begins at its top.
        let list = fresh((self.tab as u64) << 32 | self.page as u64, list);
        let main = column![self.strip(context), container(list).height(Fill)]
            .extend(self.pager(context))
            .spacing(space::M);
        let side = self.side(context, wrong.is_some());
        with_trouble(context, wrong, cards(context, main, side))
    }

    fn strip<'a>(&self, context: &Context) -> Element<'a, Message> {
        let texts = context.texts;
        let all = [
            (Tab::New, tr!(texts, "desk-import-tab-new"), Tone::Success),
            (
                Tab::Changed,
                tr!(texts, "desk-import-tab-changed"),
                Tone::Info,
            ),
            (
                Tab::Refused,
                tr!(texts, "desk-import-tab-refused"),
                Tone::Danger,
            ),
            (
                Tab::Suspected,
                tr!(texts, "desk-import-tab-suspected"),
                Tone::Warning,
            ),
            (Tab::Told, tr!(texts, "desk-import-tab-told"), Tone::Warning),
            (
                Tab::LeftOut,
                tr!(texts, "desk-import-tab-left-out"),
                Tone::Neutral,
            ),
        ];
        // Orders are new or left alone; what is alike is told of them otherwise.
        let of_orders = self.plan.kind == TableKind::Orders;
        let all = all.into_iter().filter(|(tab, ..)| match tab {
            Tab::Changed | Tab::Suspected => !of_orders,
            Tab::Told => of_orders,
            Tab::New | Tab::Refused | Tab::LeftOut => true,
        });
        tabs(
            context.dir,
            all.map(|(tab, word, tone)| Strip {
                text: format!("{word} · {}", texts.count(self.count(tab))).into(),
                icon: None,
                tone: match self.count(tab) {
                    0 => Tone::Neutral,
                    _ => tone,
                },
                shown: self.tab == tab,
                on_press: Message::Tab(tab),
            }),
        )
    }

    fn list<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let plan = &self.plan;
        let (skip, take) = (self.page * ROWS, ROWS);
        let changes = |new: bool| {
            let of_kind = plan.changes.iter();
            let of_kind = of_kind.filter(move |planned| planned.change.is_new() == new);
            let shown = of_kind.skip(skip).take(take);
            rows(shown.map(|planned| change(context, planned)))
        };
        if self.count(self.tab) == 0 {
            return empty(
                context.dir,
                Icon::Check,
                tr!(context.texts, "desk-import-none-here"),
                match self.tab {
                    Tab::Refused => tr!(context.texts, "desk-import-none-refused"),
                    _ => tr!(context.texts, "desk-import-none-here-hint"),
                },
            );
        }
        match self.tab {
            Tab::New => changes(true),
            Tab::Changed => changes(false),
            Tab::Refused => {
                let shown = plan.problems.iter().skip(skip).take(take);
                rows(shown.map(|problem| refused(context, problem)))
            }
            Tab::Suspected => {
                let shown = plan.suspected.iter().skip(skip).take(take);
                rows(shown.map(|one| suspected(context, one)))
            }
            Tab::Told => {
                let shown = plan.told.iter().skip(skip).take(take);
                rows(shown.map(|one| told(context, one)))
            }
            Tab::LeftOut => {
                let all = left_out(plan).into_iter().skip(skip).take(take);
                rows(all.map(|one| not_read(context, &one)))
            }
        }
        .into()
    }

    /// Leafs through a list too long for one page.
    fn pager<'a>(&self, context: &Context) -> Option<Element<'a, Message>> {
        let (dir, texts) = (context.dir, context.texts);
        let count = self.count(self.tab);
        let pages = count.div_ceil(ROWS);
        if pages < 2 {
            return None;
        }
        let key = |symbol, page: Option<usize>, id: &'static str| {
            let key = icon_button(symbol, Press::Quiet, page.map(Message::Turn));
            named(key, Some(id.into()), iced::Shrink)
        };
        let (first, last) = (self.page * ROWS + 1, ((self.page + 1) * ROWS).min(count));
        let where_it_is = tr!(
            texts,
            "desk-import-rows",
            first = first,
            last = last,
            of = count
        );
        let before = self.page.checked_sub(1);
        let after = (self.page + 1 < pages).then_some(self.page + 1);
        let keys = [
            key(Icon::back(dir), before, "page-before"),
            dir.label(where_it_is)
                .muted()
                .centre()
                .fill()
                .lines(1)
                .into(),
            key(Icon::onward(dir), after, "page-after"),
        ];
        Some(dir.row(keys).width(Fill).into())
    }

    fn side<'a>(&self, context: &Context, refused: bool) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let plan = &self.plan;
        let line =
            |word: String, count: usize, ink: Ink| reckoning(dir, word, texts.count(count), ink);
        let problems = match plan.problems.is_empty() {
            true => Ink::Normal,
            false => Ink::Of(Tone::Danger),
        };
        let counts = column![
            line(tr!(texts, "desk-import-rows-read"), plan.rows, Ink::Muted),
            divider(),
            line(
                tr!(texts, "desk-import-tab-new"),
                plan.created(),
                Ink::Normal
            ),
            line(
                tr!(texts, "desk-import-tab-changed"),
                plan.updated(),
                Ink::Normal
            ),
            line(
                tr!(texts, "desk-import-unchanged"),
                plan.unchanged,
                Ink::Normal
            ),
            line(
                tr!(texts, "desk-import-places-refused"),
                plan.problems.len(),
                problems
            ),
        ]
        .spacing(space::S);
        let (tone, said) = match (plan.problems.is_empty(), plan.changes.is_empty()) {
            (false, _) => (Tone::Warning, tr!(texts, "desk-import-mend-first")),
            (true, true) => (Tone::Info, tr!(texts, "desk-import-nothing-new")),
            (true, false) => (Tone::Info, tr!(texts, "desk-import-all-or-nothing")),
        };
        let may = plan.is_worth_taking() && !refused;
        let take = button(dir, tr!(texts, "desk-import-take-in"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Check)
            .on_press_maybe(may.then_some(Message::TakeIn))
            .id("take-in");
        let again = button(dir, tr!(texts, "desk-import-again"))
            .fill()
            .icon(Icon::Reset)
            .on_press(Message::Again)
            .id("again");
        column![
            counts,
            notice(dir, tone, said),
            Space::new().height(Fill),
            again,
            take
        ]
        .spacing(space::M)
        .into()
    }
}

/// A row of the file, what it is and more about it below.
fn entry<'a>(
    context: &Context,
    title: String,
    row: u32,
    below: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let dir = context.dir;
    let row = tr!(context.texts, "desk-import-row", row = row.to_string());
    let head = dir.row([
        dir.label(title).medium().fill().lines(1).into(),
        dir.label(row)
            .size(type_size::SMALL)
            .muted()
            .lines(1)
            .into(),
    ]);
    let all = Column::new().push(head).extend(below).spacing(space::XS);
    container(all)
        .padding(dir.padding(space::M, space::S, space::S))
        .width(Fill)
        .into()
}

fn change<'a>(context: &Context, planned: &Planned) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let change = &planned.change;
    let name = bidi::first_strong(texts.name(change.name()));
    let title = format!("{} · {name}", in_one_piece(change.code()));
    let fields = planned.fields(texts, &context.catalogue);
    let say = |fields: &[FieldChange], lines| -> Element<'a, Message> {
        let said = fields.iter().map(|field| {
            let (name, new) = (field.title.as_str(), field.new.as_str());
            tr!(texts, "desk-import-says", name = name, new = new)
        });
        let said = said.collect::<Vec<_>>().join(" · ");
        let label = dir.label(said).size(type_size::SMALL).muted().fill();
        label.lines(lines).into()
    };
    let below: Vec<Element<'a, Message>> = match change.is_new() {
        true => match (change, fields.iter().position(FieldChange::is_of_goods)) {
            // What it comes to, and under it what goes where.
            (Change::Order(_), Some(goods)) => {
                vec![say(&fields[..goods], 1), say(&fields[goods..], 1)]
            }
            _ => vec![say(&fields, 2)],
        },
        false => fields.iter().map(|field| becomes(context, field)).collect(),
    };
    entry(context, title, planned.row, below)
}

/// What a column says now, and what it would say.
fn becomes<'a>(context: &Context, field: &FieldChange) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let or_none = |text: &str| match text.is_empty() {
        true => tr!(texts, "desk-import-blank"),
        false => text.to_owned(),
    };
    let small = |text: String| dir.label(text).size(type_size::SMALL).fill().lines(1);
    dir.row([
        small(field.title.clone()).muted().into(),
        small(or_none(&field.old)).muted().into(),
        icon(Icon::onward(dir)).ink(Ink::Faint).into(),
        small(or_none(&field.new)).medium().into(),
    ])
    .into()
}

fn refused<'a>(context: &Context, problem: &Problem) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let (_, said) = problem_in_words(problem, texts);
    let column = match (&problem.place.letter, &problem.place.heading) {
        (Some(letter), Some(heading)) => {
            let (letter, heading) = (in_one_piece(letter), bidi::first_strong(heading));
            tr!(
                texts,
                "desk-import-place",
                letter = letter,
                heading = heading
            )
        }
        _ => in_one_piece(match &problem.place.path {
            Some(path) => path.as_str(),
            None => problem.place.column,
        }),
    };
    let sheet = bidi::first_strong(&problem.place.sheet);
    let title = format!("{column} · {sheet}");
    let said = dir
        .label(said)
        .size(type_size::SMALL)
        .fill()
        .ink(Ink::Of(Tone::Danger));
    entry(context, title, problem.place.row, [said.lines(3).into()])
}

fn suspected<'a>(context: &Context, one: &Suspected) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let name = bidi::first_strong(texts.name(&one.name));
    let title = format!("{} · {name}", in_one_piece(&one.code));
    let said = dir.label(one.said(texts)).size(type_size::SMALL).fill();
    let said = said.ink(Ink::Of(Tone::Warning)).lines(2);
    entry(context, title, one.row, [said.into()])
}

/// What is told of an order.
fn told<'a>(context: &Context, one: &Told) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let customer = bidi::first_strong(&one.customer);
    let title = format!("{} · {customer}", in_one_piece(&one.number));
    let said = one.said(texts, context.catalogue.bazaar.currency);
    let said = dir.label(said).size(type_size::SMALL).fill();
    let said = said.ink(Ink::Of(Tone::Warning)).lines(3);
    entry(context, title, one.row, [said.into()])
}

/// Something of the file that nothing is read from.
enum NotRead<'p> {
    Column { letter: &'p str, heading: &'p str },
    Sheet(&'p str),
    Total { row: u32, text: &'p str },
}

fn left_out(plan: &Plan) -> Vec<NotRead<'_>> {
    let columns = plan.unused.iter().map(|unused| NotRead::Column {
        letter: &unused.letter,
        heading: &unused.text,
    });
    let sheets = plan
        .sheets_left_out
        .iter()
        .map(|sheet| NotRead::Sheet(sheet));
    let totals = plan.totals_left_out.iter().map(|total| NotRead::Total {
        row: total.row,
        text: &total.text,
    });
    columns.chain(sheets).chain(totals).collect()
}

fn not_read<'a>(context: &Context, one: &NotRead<'_>) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let (title, kind) = match one {
        NotRead::Column { letter, heading } => {
            let heading = bidi::first_strong(heading);
            let place = match *letter {
                // A field of a document stands in no column.
                "" => heading,
                letter => tr!(
                    texts,
                    "desk-import-place",
                    letter = in_one_piece(letter),
                    heading = heading
                ),
            };
            (place, tr!(texts, "desk-import-column-not-known"))
        }
        NotRead::Sheet(sheet) => (
            bidi::first_strong(sheet),
            tr!(texts, "desk-import-sheet-left-out"),
        ),
        NotRead::Total { row, text } => {
            let row = row.to_string();
            let text = bidi::first_strong(text);
            (
                tr!(texts, "desk-import-total-row", row = row, text = text),
                tr!(texts, "desk-import-total-left-out"),
            )
        }
    };
    let words = dir.column([
        dir.label(title).medium().fill().lines(1).into(),
        dir.label(kind)
            .size(type_size::SMALL)
            .muted()
            .fill()
            .lines(1)
            .into(),
    ]);
    container(words.spacing(space::XS))
        .padding(dir.padding(space::M, space::S, space::S))
        .width(Fill)
        .into()
}
