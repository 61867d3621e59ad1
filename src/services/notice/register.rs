//! Words for refusals about the register: families, product lines, their codes.

use crate::domain::check_digit::{Standing, standing};
use crate::domain::family::KEEPS_AT_MOST;
use crate::services::register::RegisterRefusal;
use crate::tr;

use super::{Said, Words, say};

impl Words {
    pub(super) fn register(&self, refusal: &RegisterRefusal) -> Said {
        let texts = self.texts;
        let correct = tr!(texts, "notice-do-correct-row");
        let text = match refusal {
            RegisterRefusal::UnknownPackage { subject, package } => tr!(
                texts,
                "notice-register-unknown-package",
                subject = subject,
                package = package.as_str()
            ),
            RegisterRefusal::UnknownFamily { sku, family } => tr!(
                texts,
                "notice-register-unknown-family",
                sku = sku.as_str(),
                family = family.as_str()
            ),
            RegisterRefusal::BadIban { family, iban } => tr!(
                texts,
                "notice-register-bad-iban",
                family = family.as_str(),
                iban = iban
            ),
            RegisterRefusal::NameMissing(subject) => {
                tr!(texts, "notice-register-no-name", subject = subject)
            }
            RegisterRefusal::BarcodeTaken {
                sku,
                barcode,
                other,
            } => tr!(
                texts,
                "notice-register-barcode",
                sku = sku.as_str(),
                barcode = barcode,
                other = other.as_str()
            ),
            RegisterRefusal::PriceOutOfRange { sku } => {
                tr!(texts, "notice-register-price", sku = sku.as_str())
            }
            RegisterRefusal::FamilyChanged { sku, family } => {
                let text = tr!(
                    texts,
                    "notice-register-family-changed",
                    sku = sku.as_str(),
                    family = family.as_str()
                );
                return say(text, tr!(texts, "notice-do-new-sku"));
            }
            RegisterRefusal::Twice(subject) => {
                tr!(texts, "notice-register-twice", subject = subject)
            }
            RegisterRefusal::CodeTaken(family) => {
                let text = tr!(texts, "notice-register-taken", family = family.as_str());
                return say(text, tr!(texts, "notice-do-other-code"));
            }
            RegisterRefusal::CheckDigitWrong(family) => return self.mistyped(family.as_str()),
            RegisterRefusal::CheckDigitMissing { code, known } => {
                let text = tr!(
                    texts,
                    "notice-register-check-missing",
                    family = code.as_str(),
                    known = known.as_str()
                );
                return say(text, tr!(texts, "notice-do-whole-code"));
            }
            RegisterRefusal::SumOutOfRange(family) => {
                tr!(texts, "notice-register-sum", family = family.as_str())
            }
            RegisterRefusal::KeepsTooLong(family) => tr!(
                texts,
                "notice-register-keeps",
                family = family.as_str(),
                most = i64::from(KEEPS_AT_MOST)
            ),
        };
        say(text, correct)
    }

    fn mistyped(&self, family: &str) -> Said {
        say(
            tr!(self.texts, "notice-family-mistyped", family = family),
            tr!(self.texts, "notice-do-whole-code"),
        )
    }

    /// A family nobody registered; whether its code says itself that it was mistyped.
    pub(super) fn unknown_family(&self, family: &str) -> Said {
        match standing(family) {
            Standing::Wrong => self.mistyped(family),
            Standing::Plain | Standing::Right { .. } => say(
                tr!(self.texts, "notice-unknown-family", family = family),
                tr!(self.texts, "notice-do-check-family"),
            ),
        }
    }
}
