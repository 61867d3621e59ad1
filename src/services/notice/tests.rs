//! Notices say their facts, in both languages, and never the words of the code.

use chrono::NaiveDate;

use super::*;
use crate::domain::day::DayRefusal;
use crate::domain::id::{FamilyCode, StaffCode, TillCode};
use crate::domain::payout::PayoutRefusal;
use crate::domain::sale::SaleRefusal;
use crate::domain::shift::ShiftRefusal;
use crate::domain::staff::{Act, Role, RoleRefusal};
use crate::locale::{Digits, Language, bidi};
use crate::services::Refusal;
use crate::services::sign_in::SignInRefusal;

fn plain(text: &str) -> String {
    let marks = [
        bidi::LEFT_TO_RIGHT_ISOLATE,
        bidi::RIGHT_TO_LEFT_ISOLATE,
        bidi::FIRST_STRONG_ISOLATE,
        bidi::POP_ISOLATE,
    ];
    text.chars()
        .filter(|c| !marks.contains(c))
        .collect::<String>()
        .replace('\u{a0}', " ")
}

fn notice(error: &Error, language: Language) -> Notice {
    Notice::of(
        error,
        Texts::of(language, Digits::Latin),
        Some(Currency::Aed),
    )
}

#[test]
fn a_refusal_is_said_with_its_facts() {
    let dirhams = |fils| Money::from_minor(fils);
    let family = FamilyCode::new("F06").unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    let cases: [(Refusal, &str, &str); 8] = [
        (
            Refusal::NotSetUp,
            "No bazaar is set up here.",
            "لم يُجهَّز بازار هنا بعد.",
        ),
        (
            SaleRefusal::NotPaid {
                missing: dirhams(1_250),
            }
            .into(),
            "AED 12.50 is still to be paid.",
            "بقي للدفع 12.50 د.إ.",
        ),
        (
            ShiftRefusal::DifferenceNeedsReason {
                difference: dirhams(-525),
            }
            .into(),
            "AED 5.25 is missing from the drawer; that needs a reason.",
            "في الدرج عجز قدره 5.25 د.إ ولا بد من ذكر سببه.",
        ),
        (
            ShiftRefusal::DifferenceNeedsReason {
                difference: dirhams(525),
            }
            .into(),
            "There is AED 5.25 too much in the drawer; that needs a reason.",
            "في الدرج زيادة قدرها 5.25 د.إ ولا بد من ذكر سببها.",
        ),
        (
            PayoutRefusal::MoreThanOwed {
                family,
                owed: dirhams(1440),
                asked: dirhams(2000),
            }
            .into(),
            "Family F06 is owed AED 14.40, not AED 20.00.",
            "المستحق للأسرة F06 هو 14.40 د.إ وليس 20.00 د.إ.",
        ),
        (
            SignInRefusal::WrongPin { tries_left: 2 }.into(),
            "Wrong PIN. 2 tries are left.",
            "الرقم السري غير صحيح. بقيت محاولتان.",
        ),
        (
            DayRefusal::ShiftsOpen(vec![
                TillCode::new("T1").unwrap(),
                TillCode::new("T2").unwrap(),
            ])
            .into(),
            "Shifts are still open at: T1 T2.",
            "ما زالت الورديات مفتوحة في: T1 T2.",
        ),
        (
            DayRefusal::AlreadyClosed(day).into(),
            "The trading day 26 November 2026 is closed for good.",
            "يوم 26 نوفمبر 2026 م أُغلق نهائيًا.",
        ),
    ];
    for (refusal, english, arabic) in cases {
        let error = Error::from(refusal);
        for (language, expected) in [(Language::English, english), (Language::Arabic, arabic)] {
            let notice = notice(&error, language);
            assert_eq!(plain(&notice.text), expected);
            assert_eq!(notice.kind, NoticeKind::Refused);
            assert!(!notice.hint.is_empty());
        }
    }
}

#[test]
fn who_can_help_depends_on_the_act() {
    let low = |act| {
        let approver = StaffCode::new("C1").unwrap();
        Error::from(RoleRefusal::ApproverTooLow {
            approver,
            role: Role::Cashier,
            act,
        })
    };
    let refund = notice(&low(Act::Refund), Language::English);
    let settle = notice(&low(Act::Settle), Language::English);
    assert_eq!(refund.hint, "Call a supervisor to approve it with a PIN.");
    assert_eq!(settle.hint, "Call the organiser.");
}

#[test]
fn a_lockout_is_told_in_seconds_then_in_minutes() {
    for (seconds, expected) in [
        (30, "Too many wrong PINs. Wait 30 seconds."),
        (121, "Too many wrong PINs. Wait 3 minutes."),
    ] {
        let error = Error::from(SignInRefusal::LockedOut { seconds });
        assert_eq!(plain(&notice(&error, Language::English).text), expected);
    }
}
