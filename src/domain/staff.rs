//! The people who work the tills, what they may do, and approvals.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::id::{Bilingual, StaffCode};
use super::money::Bps;

/// What a member of staff may do; each role may all the one before may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Cashier,
    /// Approves refunds, overrides and large discounts; opens and closes days.
    Supervisor,
    /// Sets up, settles, pays, reads all.
    Organiser,
}

/// A member of staff. The PIN is no part of it and never in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    pub code: StaffCode,
    pub name: Bilingual,
    pub role: Role,
    /// A discount limit of their own instead of the bazaar's.
    pub discount_limit: Option<Bps>,
    pub active: bool,
}

/// The acts that need more than a cashier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    Refund,
    OverridePrice,
    LargeDiscount,
    SellExpired,
    OpenDrawer,
    MoveCash,
    OpenDay,
    CloseDay,
    CancelOrder,
    WriteOff,
    Adjust,
    Settle,
    PayOut,
    SetUp,
    ChangePin,
}

impl Act {
    /// The least role that may do it, or approve it for another.
    pub fn needs(self) -> Role {
        match self {
            Act::Refund
            | Act::OverridePrice
            | Act::LargeDiscount
            | Act::SellExpired
            | Act::OpenDrawer
            | Act::MoveCash
            | Act::OpenDay
            | Act::CloseDay
            | Act::CancelOrder
            | Act::WriteOff => Role::Supervisor,
            Act::Adjust | Act::Settle | Act::PayOut | Act::SetUp | Act::ChangePin => {
                Role::Organiser
            }
        }
    }
}

/// Why somebody may not.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RoleRefusal {
    #[error("{act:?} needs the approval of a {needs:?}")]
    NeedsApproval { act: Act, needs: Role },
    #[error("{approver} is a {role:?} and can't approve {act:?}")]
    ApproverTooLow {
        approver: StaffCode,
        role: Role,
        act: Act,
    },
}

/// Checks that `actor`, or else `approver`, may do `act`; gives whose approval
/// the fact then names (none when the actor may alone).
///
/// # Errors
/// [`RoleRefusal`] when neither may.
pub fn authorise(
    act: Act,
    actor: &Staff,
    approver: Option<&Staff>,
) -> Result<Option<StaffCode>, RoleRefusal> {
    let needs = act.needs();
    if actor.role >= needs {
        return Ok(None);
    }
    match approver {
        None => Err(RoleRefusal::NeedsApproval { act, needs }),
        Some(approver) if approver.role >= needs => Ok(Some(approver.code.clone())),
        Some(approver) => Err(RoleRefusal::ApproverTooLow {
            approver: approver.code.clone(),
            role: approver.role,
            act,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staff(code: &str, role: Role) -> Staff {
        Staff {
            code: StaffCode::new(code).unwrap(),
            name: Bilingual::new(code, code),
            role,
            discount_limit: None,
            active: true,
        }
    }

    #[test]
    fn an_approval_needs_a_role_high_enough() {
        let (amal, badr, huda) = (
            staff("amal", Role::Cashier),
            staff("badr", Role::Supervisor),
            staff("huda", Role::Organiser),
        );
        assert_eq!(authorise(Act::Refund, &badr, None), Ok(None));
        assert_eq!(
            authorise(Act::Refund, &amal, Some(&badr)),
            Ok(Some(badr.code.clone()))
        );
        assert_eq!(
            authorise(Act::Refund, &amal, None),
            Err(RoleRefusal::NeedsApproval {
                act: Act::Refund,
                needs: Role::Supervisor
            })
        );
        assert!(authorise(Act::PayOut, &amal, Some(&badr)).is_err());
        assert!(authorise(Act::PayOut, &amal, Some(&huda)).is_ok());
    }
}
