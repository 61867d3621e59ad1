//! What each command does, by group.

mod across;
mod books;
mod counting;
mod dashboard;
mod demo;
mod door;
mod edition;
mod fake;
mod families;
mod goods;
mod import;
mod import_sales;
mod learn;
mod orders;
mod papers;
mod pictures;
mod printer;
mod proof;
mod register;
mod selling;
mod set_up;
mod statements;
mod ticket;
mod trading;
mod upkeep;

use super::Opening;
use super::arguments::Command;
use super::desk::Desk;
use super::failure::Failure;

/// Does a command. What comes back is a till to open the window on.
pub(super) fn run(desk: &Desk, command: Command) -> Result<Option<Opening>, Failure> {
    if let Command::Demo { headless, out } = command {
        return demo::demo(desk, headless, out.as_deref());
    }
    answer(desk, command)?;
    Ok(None)
}

fn answer(desk: &Desk, command: Command) -> Result<(), Failure> {
    match command {
        Command::Setup { file, till } => set_up::set_up(desk, &file, till.as_deref()),
        Command::Pin { whose, new } => set_up::pin(desk, &whose, new),
        Command::Import(command) => import::import(desk, command),
        Command::Edition(command) => edition::edition(desk, command),
        Command::Day(command) => trading::day(desk, command),
        Command::Shift(command) => trading::shift(desk, command),
        Command::Cash {
            way,
            amount,
            reason,
        } => trading::cash(desk, way, &amount, reason),
        Command::Door {
            way,
            people,
            correct,
        } => door::door(desk, way, &people, correct),
        Command::Visit { subject, correct } => door::visit(desk, &subject, correct),
        Command::Intake { goods, batch } => goods::intake(desk, goods, batch),
        Command::ReturnGoods(goods) => goods::return_goods(desk, goods),
        Command::Loss {
            goods,
            reason,
            organiser_pays,
        } => goods::loss(desk, goods, reason, organiser_pays),
        Command::Unsold { goods, stays } => goods::unsold(desk, goods, stays),
        Command::Families { warned } => register::families(desk, warned),
        Command::Stock { family } => goods::stock(desk, family.as_deref()),
        Command::Pictures => pictures::pictures(desk),
        Command::Sell => selling::sell(desk),
        Command::Refund {
            number,
            lines,
            reason,
            cash,
        } => selling::refund(desk, &number, &lines, reason, cash),
        Command::Order(command) => orders::order(desk, command),
        Command::Report { which, day } => counting::report(desk, which, day.as_deref()),
        Command::Settle {
            reverse: Some(number),
            reason,
            ..
        } => families::reverse(desk, &number, reason.unwrap_or_default()),
        Command::Settle { day, family, .. } => {
            families::settle(desk, day.as_deref(), family.as_deref())
        }
        Command::Unclaimed { bank_file } => statements::unclaimed(desk, bank_file.as_deref()),
        Command::Statement(asked) => statements::statement(desk, &asked),
        Command::Payout(asked) => families::pay_out(desk, asked),
        Command::Collect(asked) => families::collect(desk, asked),
        Command::TakeBack { payout, reason, to } => families::take_back(desk, &payout, reason, to),
        Command::Advance {
            family,
            amount,
            reason,
            means,
            instalment,
        } => families::advance(desk, &family, &amount, reason, means, instalment.as_deref()),
        Command::Adjust {
            family,
            amount,
            reason,
        } => families::adjust(desk, &family, &amount, reason),
        Command::Safe(command) => trading::safe(desk, command),
        Command::Tally {
            by,
            days,
            format,
            out,
        } => counting::tally(desk, by, &days, format, out.as_deref()),
        Command::Across(asked) => across::across(desk, &asked),
        Command::Dashboard {
            of,
            against,
            against_edition,
        } => dashboard::dashboard(desk, &of, against.as_deref(), against_edition.as_deref()),
        Command::Proof { of, behind } => proof::proof(desk, &of, behind.as_deref()),
        Command::Export { format, out } => books::export(desk, format, out.as_deref()),
        Command::Verify => upkeep::verify(desk),
        Command::Rebuild => upkeep::rebuild(desk),
        Command::Backup { file } => upkeep::backup(desk, &file),
        Command::Restore { file, replace } => upkeep::restore(desk, &file, replace),
        Command::Paper {
            paper,
            number,
            packages,
        } => papers::paper(desk, paper, &number, &packages),
        Command::Label(wanted) => papers::label(desk, wanted),
        Command::Printer(command) => printer::printer(desk, command),
        Command::Demo { .. } => unreachable!("a demonstration may open a window"),
    }
}
