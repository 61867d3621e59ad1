# Several databases tallied together, and an edition beside an earlier one. Keys begin with "many-".

## The tables

many-title = Combined tally
many-by-edition = Bazaars and editions
many-by-till = Tills
many-by-package = Packages
many-by-family = Families
many-total = All together
many-this-till = this till
many-in-currency = In { $currency }
many-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
many-tills =
    { $count ->
        [one] { $count } till
       *[other] { $count } tills
    }
many-editions =
    { $count ->
        [one] { $count } edition
       *[other] { $count } editions
    }

## Columns and steps

many-paid = Customers paid
many-discounts = Discounts
many-made-good = Discounts the organiser bears
many-tax = Tax to hand over
many-credit = Families' part
many-commission = Commission
many-fees = Fees
many-advances = Given back of advances
many-advances-left = Advances not given back
many-held = Taken by families themselves
many-other = Corrections and other
many-carried = Carried from edition to edition
many-delivery = Delivery fees
many-paid-out = Paid out
many-paid-in = Paid in by families
many-owed = Still owed

## What is to be known of them

many-known = What is to be known
many-holds =
    { $count ->
        [one] Every sum is that of its ledger.
       *[other] Every sum is that of the { $count } ledgers.
    }
many-holds-not = The sums are not those of the ledgers. Check each database (sanduq verify).
many-own = { $path } is this till's own database; it is counted once.
many-same-journal = { $left } and { $counted } hold the same journal of till { $till }. Only the longer one is counted; the other, with { $records } records, is left out.
many-same-till = Two different journals call themselves till { $till } of { $bazaar }. Both are counted; look whether that is right.
many-disputed = same code as another family
many-disputed-code = Code { $code } stands for different families: { $names }. They are kept apart.

## A family's years

many-years = Its years
many-sold = Sold
many-support = Support received
many-lent = Lent in advance
many-payable = Due to it

## Choosing them

many-which = Which databases?
many-chosen =
    { $count ->
        [0] None chosen yet
        [one] { $count } chosen
       *[other] { $count } chosen
    }
many-tally = Tally together
many-safe = They are only read: nothing of them is changed. Close a till before its own file is chosen, or choose a backup of it.
many-no-databases = No databases found
many-no-databases-hint = Put a memory stick in, or backups into this till's inbox, and look again.
many-place-backups = backups
many-reading = Reading the databases

## An edition beside an earlier one

many-beside = Lay beside this edition
many-beside-edition = Beside { $edition }: each day beside its day of the same number.
many-beside-day = { $edition }, day { $number }: { $amount }
many-beside-strangers = These codes mean somebody or something else in { $edition }, so nothing of it stands beside them: { $codes }
many-alone = This edition alone
many-plot-days = Day by day

## Proof and workbook
many-still-held = Held by families, not settled yet
many-kept-deposits = Deposits the organiser kept
many-workbook = Excel file

## The same order of a web shop at several tills
many-orders-twice = Shop orders taken at several tills ({ $tills }): { $count }, which is { $sum } too much:
many-orders-twice-do = Cancel each at all tills but one; if it was handed over twice, record a refund.
many-orders-perhaps-twice = Shop orders perhaps taken at several tills ({ $tills }): { $count }, which would be { $sum } too much:
many-orders-perhaps-twice-do = The number and the customer are the same, and one file does not name the shop. If it is one order, cancel it at all tills but one.
many-order-twice = { $order }, { $amount } ({ $numbers })
many-orders-twice-more = and { $count } more

## A balance in two editions at once

many-owed-twice = Owed twice: { $family } { $name }. Its balance { $amount } (left of advances: { $advance }) was taken back in { $from } although it had arrived in { $to }. Pay it in one of the two only, and correct its account in the other.
