//! The one place where money is rounded: half away from zero.
//!
//! Every other module that needs a share, a percentage, a tax or a coin asks
//! here, so that the same question never gets two answers.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::money::{Bps, Money, Quantity};

/// `amount × numerator ÷ denominator`, half away from zero.
///
/// # Panics
/// If `denominator` is zero, or the product leaves the 28 digits of
/// [`Decimal`]; amounts below [`Money::LIMIT`] cannot.
pub fn ratio(amount: Money, numerator: i64, denominator: i64) -> Money {
    assert!(denominator != 0, "a share of nothing");
    let exact = Decimal::from(amount.minor())
        .checked_mul(Decimal::from(numerator))
        .expect("amounts below the limit multiply within 28 digits")
        / Decimal::from(denominator);
    let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Money::from_minor(i64::try_from(rounded).expect("a share of an i64 amount is an i64"))
}

/// The price of `quantity` at `unit_price`, rounded once.
pub fn line_amount(unit_price: Money, quantity: Quantity) -> Money {
    ratio(unit_price, quantity.thousandths(), 1000)
}

/// `rate` of `amount`; of a negative amount it is negative, by symmetry.
pub fn percent_of(amount: Money, rate: Bps) -> Money {
    ratio(amount, i64::from(rate.get()), i64::from(Bps::WHOLE.get()))
}

/// The tax inside a price that includes it: `gross × rate ÷ (1 + rate)`.
pub fn tax_included(gross: Money, rate: Bps) -> Money {
    let rate = i64::from(rate.get());
    ratio(gross, rate, i64::from(Bps::WHOLE.get()) + rate)
}

/// Spreads `total` over `weights` by largest remainder, ties to the earlier
/// weight; the parts sum to `total` and none exceeds its weight when `total`
/// does not exceed their sum.
///
/// All zero weights get zero, and then `total` must be zero.
///
/// # Panics
/// If a weight or the total is negative.
pub fn spread(total: Money, weights: &[Money]) -> Vec<Money> {
    assert!(!total.is_negative() && weights.iter().all(|weight| !weight.is_negative()));
    let sum: i128 = weights
        .iter()
        .map(|weight| i128::from(weight.minor()))
        .sum();
    if sum == 0 {
        assert!(total.is_zero(), "an amount can't be spread over nothing");
        return vec![Money::ZERO; weights.len()];
    }
    let products: Vec<i128> = weights
        .iter()
        .map(|weight| i128::from(total.minor()) * i128::from(weight.minor()))
        .collect();
    let mut parts: Vec<i64> = products
        .iter()
        .map(|product| i64::try_from(product / sum).expect("a part of an i64 is an i64"))
        .collect();
    let mut left = total.minor() - parts.iter().sum::<i64>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    // A stable sort keeps the earlier line first among equal remainders.
    order.sort_by_key(|index| std::cmp::Reverse(products[*index] % sum));
    for index in order {
        if left == 0 {
            break;
        }
        parts[index] += 1;
        left -= 1;
    }
    assert_eq!(left, 0, "fewer remainders than parts");
    parts.into_iter().map(Money::from_minor).collect()
}

/// Which way cash is rounded to the coin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CashRoundingMode {
    /// To the nearest coin, the half in the customer's favour never: away from zero.
    Nearest,
    /// Down, always in the customer's favour.
    Down,
}

/// The smallest coin a bazaar gives and takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashRounding {
    pub coin: Money,
    pub mode: CashRoundingMode,
}

impl CashRounding {
    /// `cash` brought to the coin.
    ///
    /// # Panics
    /// If the coin is not positive or the cash is negative.
    pub fn round(self, cash: Money) -> Money {
        assert!(self.coin.is_positive() && !cash.is_negative());
        let coins = match self.mode {
            CashRoundingMode::Nearest => ratio(cash, 1, self.coin.minor()).minor(),
            CashRoundingMode::Down => cash.minor() / self.coin.minor(),
        };
        self.coin.times(coins)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor)
    }

    #[test]
    fn halves_go_away_from_zero_on_both_sides() {
        let ten = Bps::new(1000).unwrap();
        for (amount, rounded) in [
            (7075, 708),
            (-7075, -708),
            (5, 1),
            (-5, -1),
            (4, 0),
            (1575, 158),
        ] {
            assert_eq!(
                percent_of(money(amount), ten),
                money(rounded),
                "10 % of {amount}"
            );
        }
        assert_eq!(
            line_amount(money(8215), Quantity::from_thousandths(350)),
            money(2875)
        );
    }

    #[test]
    fn tax_is_taken_out_of_the_price_line_by_line() {
        let five = Bps::new(500).unwrap();
        let lines = [1000, 1500, 1050].map(|gross| tax_included(money(gross), five));
        assert_eq!(lines, [48, 71, 50].map(money));
        assert_eq!(lines.into_iter().sum::<Money>(), money(169));
        let fifteen = Bps::new(1500).unwrap();
        assert_eq!(tax_included(money(115_000), fifteen), money(15_000));
    }

    #[test]
    fn spreading_gives_the_largest_remainder_the_coin_and_ties_to_the_earlier() {
        let cases: &[(i64, &[i64], &[i64])] = &[
            (708, &[5500, 1575], &[550, 158]),
            (100, &[1, 1, 1], &[34, 33, 33]),
            (2, &[5, 5, 5, 5], &[1, 1, 0, 0]),
            (0, &[0, 0], &[0, 0]),
            (7, &[0, 7], &[0, 7]),
        ];
        for (total, weights, parts) in cases {
            let weights: Vec<Money> = weights.iter().copied().map(money).collect();
            let expected: Vec<Money> = parts.iter().copied().map(money).collect();
            assert_eq!(
                spread(money(*total), &weights),
                expected,
                "{total} over {weights:?}"
            );
        }
    }

    #[test]
    fn cash_is_rounded_to_the_coin() {
        let quarter = |mode| CashRounding {
            coin: money(25),
            mode,
        };
        for (cash, nearest, down) in [
            (4650, 4650, 4650),
            (4660, 4650, 4650),
            (4663, 4675, 4650),
            (4674, 4675, 4650),
        ] {
            assert_eq!(
                quarter(CashRoundingMode::Nearest).round(money(cash)),
                money(nearest)
            );
            assert_eq!(
                quarter(CashRoundingMode::Down).round(money(cash)),
                money(down)
            );
        }
    }
}
