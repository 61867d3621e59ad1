# Words of the screens around selling: day, shift, drawer, refund, orders, payouts. Keys begin with "desk-".

## A supervisor's approval

desk-approval-title = Approval needed
desk-approval-asked = { $act }, asked by { $by }
desk-approval-choose = Choose who approves
desk-approval-pin-of = PIN of { $name }
desk-approval-confirm = I approve

desk-act-refund = Giving money back
desk-act-override-price = Changing a price
desk-act-large-discount = A discount above the limit
desk-act-open-drawer = Opening the drawer without a sale
desk-act-move-cash = Moving cash of the drawer
desk-act-open-day = Opening the day
desk-act-close-day = Closing the day
desk-act-sell-expired = Selling goods past their date
desk-act-cancel-order = Cancelling an order
desk-act-write-off = Writing goods off
desk-act-adjust = Correcting a family's account
desk-act-settle = Settling the families
desk-act-pay-out = Paying a family
desk-act-set-up = Setting the bazaar up
desk-act-change-pin = Changing a PIN

## Shared

desk-keyboard-done = Done
desk-done = Done
desk-next = Next
desk-add = Add
desk-amount = Amount
desk-print = Print
desk-print-slip = Print slip
desk-not-yet = Not yet
desk-reason = Reason
desk-reason-own = Another reason, or details
desk-switch-person = Switch person
desk-needs-shift = Needs an open shift
desk-needs-day = The day is opened first
desk-needs-supervisor = For a supervisor

## The desk

desk-go-sell = Sell
desk-go-sell-hint = Start a new ticket
desk-go-orders-hint = With a deposit
desk-go-refund-hint = Money back from a receipt
desk-go-cash-hint = In, out, to the safe
desk-go-open-shift-hint = Count the float and begin
desk-go-close-shift-hint = Count, then close
desk-go-open-day-hint = Begins a bazaar day
desk-go-close-day-hint = The close and its Z
desk-go-last-day = Last day closed
desk-go-last-day-hint = Its proof, and settling
desk-go-payouts-hint = Statements and payments
desk-go-sign-in-hint = Somebody else signs in
desk-day-not-open = The day is not open
desk-day-open = The day is open, no shift here
desk-day-selling = The day is open and selling
desk-day-overdue = This day should have been closed before today. Close it before a new one begins.
desk-still-open = Still open
desk-nothing-open = Nothing is open.
desk-shift-of = Shift of { $name }
desk-since = { $till } since { $time }
desk-parked-at = { $total }, parked { $time }
desk-order-due-on = Due { $date }

## Opening the day

desk-open-day-title = Open the day
desk-open-day-open = Open the day
desk-open-day-anyway = Open anyway
desk-open-day-is-open = The day { $date } is open. It is closed before another opens.
desk-open-day-closed-already = This day was closed and cannot be opened again.
desk-open-day-not-planned = This is not one of the bazaar's planned days. Open it if the bazaar really trades.
desk-open-day-supervisor = A supervisor or organiser opens the day. Ask one of them to sign in.

## Opening a shift

desk-open-shift-title = Open a shift
desk-open-shift-open = Open the shift
desk-float = Float
desk-float-counted = Count it
desk-float-typed = Type the sum

## Counting

desk-count-notes-of = Notes of { $value }
desk-count-coins-of = Coins of { $value }
desk-count-next = Next
desk-counted = Counted
desk-count-done = I have counted
desk-count-again = Count again

## Closing a shift

desk-close-shift-title = Close the shift
desk-close-shift-close = Close the shift
desk-no-shift = No shift is open here
desk-no-shift-hint = A shift is opened before selling and closed once the drawer is counted.
desk-expected = Expected
desk-drawer-short = The drawer is short
desk-drawer-over = The drawer is over
desk-drawer-right = The drawer is right
desk-difference-explain = The difference is above what may pass without a reason. Count again, or give the reason.
desk-difference-change = Wrong change given
desk-difference-missed-sale = A sale not recorded
desk-difference-wrong-tender = Wrong way of paying
desk-difference-unrecorded-payment = Cash out not recorded
desk-difference-float = Wrong float
desk-difference-unknown = Not known
desk-shift-closed = The shift is closed
desk-counted-to-safe = { $amount } goes to the safe.

## Cash

desk-cash-title = Drawer cash
desk-cash-record = Record it
desk-cash-recorded = Recorded
desk-cash-again = Another
desk-no-sale = Open drawer, no sale
desk-no-sale-open = Open the drawer
desk-no-sale-done = The drawer opens now; the reason is recorded.
desk-drop-hint = Surplus cash to the safe
desk-paid-out-hint = Buying for the bazaar
desk-paid-in-hint = Cash added to the drawer
desk-no-sale-hint = No cash moves
desk-drop-too-full = Too much cash
desk-drop-large-notes = Large notes
desk-drop-handover = Handing over
desk-drop-end = End of the day
desk-paid-out-supplies = Supplies
desk-paid-out-hospitality = Hospitality
desk-paid-out-transport = Transport
desk-paid-out-maintenance = Repairs
desk-paid-in-change = Small change
desk-paid-in-float = More float
desk-paid-in-found = Cash found
desk-paid-in-returned = Rest of an expense
desk-no-sale-change = Making change
desk-no-sale-check = Checking the drawer
desk-no-sale-stuck = The drawer is stuck
desk-no-sale-mistake = Opened by mistake

## Refund

desk-refund-title = Sales and refunds
desk-refund-number = Receipt number
desk-refund-amount = Amount paid
desk-refund-type = Type it here
desk-refund-last-hour = Last hour
desk-refund-today = Today
desk-refund-ever = Every day
desk-refund-any-family = Any family
desk-refund-whose = Whose goods?
desk-refund-print = Print a copy
desk-refund-exchange = Exchange for other goods
desk-refund-weighed = So much comes back
desk-refund-find = Find
desk-refund-scan = Or scan the code on the receipt
desk-refund-recent = Latest sales
desk-refund-none = No such sales
desk-refund-none-hint = Choose another time or family, or type the number of the receipt.
desk-refund-all-back = All returned
desk-refund-part-back = Partly returned
desk-refund-of = Receipt { $number }
desk-refund-about = { $time }, paid { $paid }
desk-refund-all = Everything
desk-refund-line = { $quantity } for { $paid }
desk-refund-left = { $quantity } left
desk-refund-total = To give back
desk-refund-original = As it was paid
desk-refund-in-cash = In cash
desk-refund-choose = Choose what comes back
desk-refund-confirm = Give back { $amount }
desk-refund-defect = Faulty
desk-refund-changed-mind = Changed mind
desk-refund-wrong-item = Wrong item
desk-refund-wrong-price = Wrong price
desk-refund-expired = Past its date
desk-refund-entered-twice = Entered twice
desk-refund-done = Refund { $number } done
desk-refund-hand-over = Hand over in cash
desk-refund-goes-back = Goes back to: { $tender }
desk-refund-another = Another refund

## Orders

desk-orders-title = Orders
desk-orders-open = Open
desk-orders-all = All
desk-orders-take = New order
desk-orders-none = No orders
desk-orders-none-hint = An order is for goods made to a customer's wish, with a deposit.
desk-orders-choose = Choose an order
desk-orders-choose-hint = To hand it over, cancel it or see what was agreed.
desk-due-overdue = Overdue
desk-due-today = Today
desk-due-tomorrow = Tomorrow
desk-due-open = No date
desk-due-none = No date
desk-due-week = In a week
desk-order-total = Order total
desk-order-deposit = Deposit
desk-order-balance = Left to pay
desk-order-cancel = Cancel order
desk-order-hand-over = Hand over
desk-order-wish = Wish
desk-order-wish-hint = The name to write, colour, size
desk-order-due = Due date
desk-customer-address = Address
desk-customer-address-hint = City, quarter and street
desk-order-how = Handover
desk-order-collect = Collected
desk-order-deliver = Delivered to an address
desk-order-rest = Still to pay
desk-order-take-part = Take this part
desk-order-slip = Slip
desk-order-print-family = Family slip
desk-order-on-its-way = on its way
desk-order-delivered = It arrived
desk-orders-every-family = All families
desk-cancelled = Order { $number } is cancelled
desk-order-take = Take the order
desk-order-taken = Order { $number } taken
desk-take-goods = New order: the goods
desk-take-customer = New order: customer and deposit
desk-take-nothing = Nothing chosen yet
desk-take-nothing-hint = Touch what is ordered.
desk-search-goods = Search goods
desk-made-to-order = Made to order
desk-every-line = All goods
desk-no-goods = No goods of that name
desk-no-goods-hint = Type part of the name or code.
desk-open-price = Price by agreement
desk-price-agreed = Agreed
desk-agreed-price = Price agreed
desk-customer-name = Customer's name
desk-customer-name-hint = Needed
desk-customer-phone = Phone
desk-customer-phone-hint = To tell them when it is ready
desk-deposit-whole = The whole sum
desk-deposit-least = Least deposit
desk-hand-over-title = Hand over to { $name }
desk-handed-over = Handed over
desk-cash-given = Received
desk-cash-change = Change
desk-cancel-title = Cancel an order
desk-cancel-about = Cancel the order of { $name }
desk-cancel-return = Return the deposit
desk-cancel-keep-family = Keep it for the family
desk-cancel-keep-organiser = Keep it for the organiser
desk-cancel-cash-back = Back in cash
desk-cancel-no-deposit = This order has no deposit.
desk-cancel-customer = Customer's wish
desk-cancel-family = The family can't
desk-cancel-late = Not ready in time
desk-cancel-mistake = Taken by mistake

## Closing the day

desk-close-day-title = Close the day
desk-close-day-close = Close the day
desk-close-day-sure-title = Close for good?
desk-close-day-sure = After the close nothing more is sold on this day, and it gets a Z number that never changes. Parked tickets wait for the next day.
desk-close-day-supervisor = A supervisor or organiser closes the day.
desk-no-day = No day is open
desk-no-day-hint = The last day was closed, or none was opened yet.
desk-reading = X reading as of now
desk-net-paid = Paid by customers, net
desk-count-sales = Sales
desk-count-refunds = Refunds
desk-count-voids = Voids
desk-count-orders = Orders
desk-count-openings = No sale
desk-list-sales = At list price, after returns
desk-discounts-family = Discounts the families fund
desk-discounts-organiser = Discounts the organiser funds
desk-refunded = Given back to customers
desk-by-tender = By way of paying
desk-by-package = By package
desk-open-shift-of = Shift of { $name } is open
desk-open-shift-blocks = It is counted and closed before the day
desk-parked-ticket = Ticket { $name }: { $total }
desk-parked-carried = Waits for the next day
desk-open-orders-hint = They stay open until handed over
desk-day-closed = The day is closed
desk-z-number = Z report { $number }
desk-proof-came = What came in
desk-proof-owed = Whose it is
desk-proof-tenders = All payments
desk-proof-families = Families, before commission
desk-proof-discounts = Discounts the organiser funds
desk-proof-tax = Tax the organiser owes
desk-proof-rounding = Cash rounding
desk-proof-deposits = Deposits held for customers
desk-proof-kept = Deposits kept
desk-proof-sum = Sum
desk-proof-holds = Both sides are equal to the last coin.
desk-proof-fails = The two sides differ. Pay nothing and ask for help.
desk-drawer-differs = Drawer { $till }: difference { $difference }
desk-perpetual = Since the beginning: sales { $sales }, refunds { $refunds }
desk-settle-title = Settle the families
desk-settle-about = What each family is owed is reckoned and gets a numbered statement; then it is paid.
desk-settle = Settle all families
desk-settling = Settling the families…
desk-settled-so-far = Settled: { $done } of { $all }
desk-settle-organiser = An organiser settles the families.
desk-settled-title = Families settled
desk-settled-owed = To pay to families

## Payouts

desk-payouts-title = Payouts
desk-all-statements = All statements as PDF
desk-statements-so-far = Statement { $done } of { $of }
desk-stop = Stop
desk-no-statements = Nothing is settled yet, so there is no statement to write.
desk-statements-written = { $count ->
    [one] One statement is
   *[other] { $count } statements are
} in the folder { $place }
desk-payouts-choose = Choose a family
desk-payouts-choose-hint = To see its statement and what it is paid.
desk-search-families = Search families
desk-show-all = All
desk-show-owed = Owed
desk-show-owing = Owing
desk-show-square = Settled up
desk-square = Settled up
desk-not-settled = Not settled
desk-no-families = No families here
desk-no-families-hint = Change the search or the filter.
desk-owed-sum = { $amount } to pay
desk-nothing-settled = Nothing settled yet
desk-nothing-settled-hint = The day is closed and the families settled; then its statement shows here.
desk-statement-about = Statement { $number }, { $date }
desk-unsettled = { $amount } sold since this statement enters the next one.
desk-nothing-sold = Nothing of it was sold on this day.
desk-goods-at = { $quantity } × { $price }
desk-goods-of-day = of { $date }
desk-line-brought-forward = Brought forward
desk-line-sales = Sales at list price
desk-line-family-discounts = Discounts the family funds
desk-line-refunds = Refunds
desk-line-tax = Tax the organiser pays
desk-line-net-sales = Net sales
desk-line-commission = Commission { $rate } of { $base }
desk-line-adjustment = Adjustment: { $reason }
desk-line-kept-deposit = Kept deposit of order { $order }
desk-line-advance = Advance instalment, { $left } left of it
desk-line-payable = Payable
desk-line-held = Money the family took itself
desk-line-payout = Payout { $number }, { $means }, { $date }
desk-line-payment = The family paid in { $number }, { $date }
desk-family-owed = The family is owed
desk-family-owes = The family owes
desk-family-square = Nothing is owed either way
desk-pay-organiser = An organiser pays.
desk-pay = Pay
desk-take-from-family = Take from family
desk-pay-whole = All of it
desk-pay-left = Left
desk-pay-reference = Transfer or cheque number
desk-pay-reference-hint = Needed
desk-pay-account = IBAN: { $iban }
desk-pay-collector = Collected by
desk-pay-collector-hint = If not the family itself
desk-means-safe = Safe
desk-means-drawer = Drawer
desk-means-transfer = Bank transfer
desk-means-cheque = Cheque
desk-means-cash = In cash
desk-means-account = By its number
desk-means-name = By its number
desk-paid-out = Paid
desk-family-paid-in = Received from the family
desk-slip-number = Slip number
desk-slip-means = Means

## Counts

desk-open-orders = { $count ->
    [one] { $count } open order
   *[other] { $count } open orders
}
desk-orders-and-more = { $count ->
    [one] { $name } and { $count } more
   *[other] { $name } and { $count } more
}
desk-due-days = { $count ->
    [one] In { $count } day
   *[other] In { $count } days
}

## The door

desk-door-title = Door
desk-go-door-hint = Who comes and goes
desk-door-inside = In the hall now
desk-door-full = THE HALL IS FULL
desk-door-over = The limit is { $limit }. Nobody comes in before somebody leaves.
desk-door-room = { $room ->
    [one] Room for one more
   *[other] Room for { $room } more
} of { $limit }
desk-door-passed = { $entered } in, { $left } out
desk-door-in = In
desk-door-out = Out
desk-door-take-back = Undo the last count
desk-door-advice = Advice corner
desk-door-advice-hint = Touch the subject for every visitor who is advised.

## A family's account

desk-account-adjust = Adjust
desk-account-adjust-about = A sum credited to the family or taken off; its next statement names it with its reason.
desk-account-adjusted = The adjustment is made
desk-account-lend = Advance
desk-account-lend-about = Handed over now; an instalment is held back from every statement until it is given back.
desk-account-lent = The advance is granted
desk-account-settle = Settle
desk-account-settle-about = Makes the statement of this family alone, for the last day that was closed.
desk-account-settled = The statement is made
desk-account-reverse = Reverse
desk-account-reverse-about = Takes the family's last statement back by a new record, so that it can be made again.
desk-account-reverse-hint = What was paid to the family stays paid; the new statement reckons with it.
desk-account-reversed = The statement is taken back
desk-account-done = { $done }: { $family }
desk-adjust-off = Taken off
desk-adjust-credit = Credited
desk-adjust-damage = Damage
desk-adjust-price = Wrong price
desk-adjust-missed = Sale not recorded
desk-adjust-reward = Reward or support
desk-lend-materials = Materials
desk-lend-equipment = Tools
desk-lend-transport = Transport
desk-lend-need = Urgent need
desk-lend-instalment = Instalment
desk-lend-left = Left of earlier advances
desk-reverse-terms = Wrong terms
desk-reverse-goods = Another family's goods
desk-reverse-refund = A refund was missed
desk-reverse-early = Made too early

## The safe

desk-safe-title = The safe
desk-safe-hint = What it holds
desk-safe-now = In the safe now
desk-safe-about = The organiser's cash: for floats, payouts to families and advances.
desk-safe-fill = Put into the safe
desk-safe-filled = Put into the safe: { $amount }
desk-safe-change = Change for the drawers
desk-safe-payouts = To pay the families
desk-safe-advances = For advances
desk-safe-bank = From the bank

## What stands with a closed day

desk-late-title = Arrived after the close
desk-late-sales = { $sales ->
    [one] One sale
   *[other] { $sales } sales
} of { $amount }. The Z keeps its figures; the next settlement takes them in under their own day.
desk-this-till-only = This Z covers till { $till } alone; every till closes its own day.
desk-unprinted = { $count ->
    [one] One paper is not printed
   *[other] { $count } papers are not printed
}
desk-unprinted-hint = Look at the printer, or give them up
desk-orders-due-title = { $count ->
    [one] One order is due
   *[other] { $count } orders are due
}
desk-orders-due-hint = Hand them over, or call
desk-open-day-other = This is not today's date. Everything sold this day will bear it.

## The families' goods

desk-goods-title = Families' goods
desk-go-goods-hint = Taken in and unsold
desk-goods-choose = Choose a family
desk-goods-choose-hint = What is left of its goods is shown here.
desk-goods-none = Nothing was handed in
desk-goods-none-hint = Take the family's goods in to see what is left of them.
desk-goods-licence = Licence { $number }: { $standing }
desk-goods-take-in = Take in
desk-goods-count = Count unsold
desk-goods-received = Received
desk-goods-sold = Sold
desk-goods-gone = Back or lost
desk-goods-left = Left
desk-goods-until = best before { $date }
desk-goods-lines-left = { $count ->
    [0] Nothing left
    [one] { $count } product left
   *[other] { $count } products left
}
desk-date-none = No date
desk-date-yesterday = Yesterday
desk-intake-title = Taking goods in
desk-intake-person = Handed in by
desk-intake-person-hint = If not the family itself
desk-intake-produced = Made
desk-intake-best-before = Best before
desk-intake-confirm = { $count ->
    [0] Nothing yet
    [one] Take in { $count } product
   *[other] Take in { $count } products
}
desk-intake-done = Taken in from { $family }
desk-intake-print = Print intake note
desk-unsold-title = Counting unsold goods
desk-unsold-expected = { $quantity } expected
desk-unsold-not-counted = Not counted
desk-unsold-all-there = The rest is all there
desk-unsold-as-expected = All there
desk-unsold-missing = { $quantity } missing
desk-unsold-over = { $quantity } too many
desk-unsold-then = What was counted
desk-unsold-goes-home = Goes home
desk-unsold-stays = Stays here
desk-unsold-confirm = Note the count
desk-unsold-left = { $count ->
    [one] { $count } still to count
   *[other] { $count } still to count
}
desk-unsold-nothing-missing = Nothing is missing.
desk-unsold-returned = Goods back to { $family }
desk-unsold-kept = Goods of { $family } counted
desk-unsold-print = Print sheet

## Taking in files

desk-import-title = Take in files
desk-import-hint = From a spreadsheet
desk-import-what = What the file holds
desk-import-families = Families
desk-import-families-hint = The register, a row each
desk-import-lines = Goods
desk-import-lines-hint = Product lines with their prices
desk-import-safe = The file is looked at first. Nothing is written before you say so.
desk-import-refresh = Look again for files
desk-import-no-files = There is no spreadsheet here
desk-import-no-files-hint = Put in a memory stick, or put the file into the inbox of this till, and look again.
desk-import-place-inbox = Inbox
desk-import-place-downloads = Downloads
desk-import-looking-families = Families of { $file }
desk-import-looking-lines = Goods of { $file }
desk-import-reading = The file is read
desk-import-writing = It is written
desk-import-begun = It has begun…
desk-import-so-far = { $done } of { $of } rows
desk-import-tab-new = New
desk-import-tab-changed = Changed
desk-import-tab-refused = Refused
desk-import-tab-suspected = Twice?
desk-import-tab-left-out = Left out
desk-import-unchanged = As it was
desk-import-places-refused = Refused
desk-import-rows-read = Rows read
desk-import-rows = { $first }–{ $last } of { $of }
desk-import-row = row { $row }
desk-import-says = { $name }: { $new }
desk-import-blank = nothing
desk-import-place = { $letter } ({ $heading })
desk-import-none-here = Nothing here
desk-import-none-here-hint = The other lists say what the file does.
desk-import-none-refused = Every place of the file can be read.
desk-import-mend-first = Nothing is taken in while a place is refused. Correct the file and look at it again.
desk-import-nothing-new = All of this is known already.
desk-import-all-or-nothing = All of it is written together, or nothing.
desk-import-take-in = Take in
desk-import-again = Look at it again
desk-import-taken = The file is taken in
desk-import-column-not-known = A column nothing is read from
desk-import-sheet-left-out = A sheet of something else
desk-import-total-row = Row { $row }: { $text }
desk-import-total-left-out = A row of totals

## The register of families

desk-register-title = Register of families
desk-register-hint = Enter and change them
desk-register-choose = Choose a family
desk-register-choose-hint = What is known of it is shown here.
desk-register-add = Add family
desk-register-edit = Change
desk-register-save = Save changes
desk-register-saved = { $family } is saved.
desk-register-entered = Entered
desk-register-changes = Who changed what
desk-register-part-who = Family
desk-register-part-licence = Licence and proxies
desk-register-part-money = Terms and account
desk-register-part-goods = Goods and support
desk-register-code = Code
desk-register-name = Name
desk-register-name-ar = Trade name in Arabic
desk-register-name-en = Trade name in English
desk-register-contact = Whom to ask for
desk-register-phone = Phone
desk-register-packages = Packages
desk-register-active = In this bazaar
desk-register-active-yes = Takes part
desk-register-active-no = Does not take part
desk-register-licence-kind = Kind of licence
desk-register-licence-number = Licence number
desk-register-licence-expiry = Good until
desk-register-proxies = May collect in its name
desk-register-proxies-about = Where people are named here, nobody else is handed the family's money.
desk-register-iban = IBAN
desk-register-commission = Commission of its own, %
desk-register-day-fee = Fee for each day
desk-register-tax-number = Tax number, if registered
desk-register-instalment = Advance instalment for each settlement
desk-register-money-about = What is sold keeps the terms it was sold under; a settled day never changes.
desk-register-date-hint = day/month/year
desk-register-sells = Who sells and takes the money
desk-register-sells-usual = As the bazaar does
desk-register-sells-staff = The staff
desk-register-sells-itself = The family itself
desk-register-food = What it makes
desk-register-food-yes = Is eaten
desk-register-food-no = Is not eaten
desk-register-food-about = Nothing is taken in without a best-before date. With a number of days the date is filled in, and no later one is taken.
desk-register-keeps = Days it keeps
desk-register-keeps-for = { $count ->
    [one] Is eaten, keeps one day
   *[other] Is eaten, keeps { $count } days
}
desk-register-support = Support received
desk-register-support-from = Who gave the support
desk-register-support-date = Support received on
desk-register-support-about = Support is a gift of a programme: it is told on the statement and never taken back. Money to be given back is an advance.
desk-register-wrong-missing = This must be filled in.
desk-register-wrong-code = Letters, digits and - _ . / only
desk-register-wrong-digit = Mistyped: the last digit does not fit the code.
desk-register-wrong-without = Such a family is known: { $known }
desk-register-wrong-taken = Another family has this code.
desk-register-wrong-amount = Not a sum, such as 25.00
desk-register-wrong-percent = Not a percentage from 0 to 100
desk-register-wrong-date = Not a date, such as 31/12/2027
desk-register-wrong-days = Not a number of days
desk-register-wrong-iban = Mistyped: the check digits of the account do not fit.
desk-family-mistyped = This code was mistyped
desk-family-mistyped-hint = Its last digit does not fit. Read it again from the family's paper.
desk-intake-needs-date = This is eaten: every product needs a best-before date.
desk-intake-keeps = { $count ->
    [one] Good for one day after it was made; the date is filled in.
   *[other] Good for { $count } days after it was made; the date is filled in.
}

## Goods that leave the stock unsold

desk-goods-hand-back = Hand back
desk-goods-lose = Write off
desk-hand-back-title = Handing goods back
desk-hand-back-person = Taken by
desk-hand-back-everything = Everything goes back
desk-hand-back-all = All of it
desk-hand-back-confirm = { $count ->
    [0] Nothing yet
    [one] Hand { $count } product back
   *[other] Hand { $count } products back
}
desk-hand-back-print = Print note
desk-loss-title = Writing goods off
desk-loss-whose = Who bears the loss
desk-loss-of-family = The family
desk-loss-of-organiser = The organiser
desk-loss-credit = Made good to the family
desk-loss-not-credited = The family bears this loss; its account stays as it is.
desk-loss-broken = Broken
desk-loss-spoiled = Spoiled
desk-loss-stolen = Stolen
desk-loss-tasting = Given to taste
desk-loss-confirm = { $count ->
    [0] Nothing yet
    [one] Write { $count } product off
   *[other] Write { $count } products off
}
desk-loss-noted = Written off for { $family }

## Signing for money

desk-sign = Signature
desk-sign-here = Sign on the screen
desk-sign-thumb = Thumb on the slip
desk-sign-slip = Sign on the slip
desk-sign-title = Sign here for the money
desk-sign-clear = Again
desk-sign-done = Signed
desk-line-collected = Collected by { $person }
desk-line-signed = Signed by { $person }
desk-line-thumb = Thumbprint of { $person } on the slip

## What happened to a family's account

desk-history = History
desk-history-of = Account of { $family }
desk-history-none = Nothing happened yet
desk-history-none-hint = Settlements, payouts and advances are listed here.
desk-history-no-support = No support was received.
desk-history-support-about = A gift of a programme: nothing of it is given back.
desk-history-paid = Payout { $number }, { $means }
desk-history-paid-in = Paid in by the family { $number }
desk-history-back = Payout { $number } taken back
desk-history-lent = Advance, { $means }
desk-history-instalment = { $amount } given back of the advance
desk-history-taken-back = Taken back
desk-history-take-back = Take back
desk-back-title = Payout { $number }
desk-back-to = Where the cash is now
desk-back-about = The family is owed this sum again. The payout stays on record beside it.
desk-back-bounced = The transfer bounced
desk-back-cheque = The cheque was not cashed
desk-back-not-collected = It was not collected
desk-back-mistake = Paid by mistake
desk-line-back = Payout { $number } taken back, { $date }
desk-line-support = Support received: { $amount }, a gift that is not given back.

## The online shop
desk-proof-delivery = Delivery fees
desk-order-shop-number = Shop order { $number }
desk-order-delivery-fee = Delivery fee
desk-order-paid-online = Paid in the shop
desk-cancel-online-back = Back by { $tender }
desk-cancel-online-do = Return this the way it was paid, not from the drawer.
desk-cancel-online-reference = Payment reference
desk-order-paid = Paid
desk-import-orders = Shop orders
desk-import-orders-hint = A table or JSON
desk-import-looking-orders = Orders of { $file }
desk-import-tab-told = To note
desk-run-begin = With the courier · { $count }
desk-run-title = A courier's run
desk-run-about = These orders are paid and go to their customers. They are handed over together, each with its receipt.
desk-run-confirm = Hand all of them over
desk-run-done = Out with the courier
desk-run-handed-over = Orders handed over

## Goods past their date in a shop's orders
desk-hand-over-expired = Past its date: { $goods }. It is handed over only with the word of a supervisor.
desk-run-stays = Past its date · stays here
desk-run-none-went = None went out

## A shop's file on the orders' screen
desk-orders-shop-file = Shop file

## The next edition

desk-edition-title = Next edition
desk-edition-hint = Begins from this one
desk-edition-name-ar = Its Arabic name
desk-edition-name-en = Its English name
desk-edition-code = Its code, on receipts and files
desk-edition-first-day = First day
desk-edition-last-day = Last day
desk-edition-folder = The folder of its data
desk-edition-folder-about = A new folder of its own. This edition stays as it is, in its own folder.
desk-edition-date-hint = such as 2027-11-04
desk-edition-missing = This is needed
desk-edition-not-a-code = Latin letters, digits and hyphens
desk-edition-not-a-date = This is no date
desk-edition-backwards = It comes before the first day
desk-edition-too-many-days = At most { $most } days
desk-edition-not-a-path = The whole path is needed
desk-edition-what = What it begins with
desk-edition-copied = Terms, packages, sites, tills, staff, families, goods and prices, and this till's settings.
desk-edition-stays = Sales, stock, orders and PINs stay in this edition. What is owed to families can go along.
desk-edition-safe = Nothing is written yet. You see first what would be done.
desk-edition-look = What would be done
desk-edition-balances = Balances that can go along
desk-edition-balances-of = { $count ->
    [one] One family's balance
   *[other] { $count } families' balances
 }
desk-edition-owed = Owed to families
desk-edition-owing = Owed by families
desk-edition-advances = Left of advances
desk-edition-owes = owes { $amount }
desk-edition-advance-of = { $amount } left of its advance
desk-edition-left = Stays behind for now
desk-edition-later = The edition can begin without balances. Come back here later to carry them.
desk-edition-none-open = No balance is left to carry
desk-edition-none-open-hint = Nothing is owed here, either way.
desk-edition-days = { $first } to { $last }
desk-edition-no-days = no dates yet
desk-edition-families = Families
desk-edition-lines = Product lines
desk-edition-staff = Staff
desk-edition-with = With the balances
desk-edition-without = Without balances
desk-edition-goes-on = This edition has begun in that folder already. What is still open here can be carried there.
desk-edition-same-name = It has the name of this edition still. Go back to give it its own.
desk-edition-begin = Begin the edition
desk-edition-carry = Carry the balances
desk-edition-sure = Begin { $name }?
desk-edition-sure-carry = Carry balances to { $name }?
desk-edition-sure-with = { $count ->
    [one] One family's balance is carried there. From then on it is paid there and no longer here.
   *[other] { $count } families' balances are carried there. From then on they are paid there and no longer here.
 } Your PIN confirms it, and opens the next edition too.
desk-edition-sure-without = No balance is carried. Your PIN confirms it, and opens the next edition too.
desk-edition-working = The next edition is made
desk-edition-begun = { $name } has begun
desk-edition-carried = Carried to { $name }
desk-edition-where = Its data is in
desk-edition-open = To open it, close this program and start it with: { $command }
desk-edition-pins = Your PIN opens it. Give everybody else a PIN there, under Staff.

## Balances taken back from a lost edition

desk-lost-title = Balances carried
desk-lost-to = Carried to { $edition } on { $date }
desk-lost-danger = Only for data that is gone for good before anybody used it. If it turns up and is used, the families are owed twice.
desk-lost-take = Take back
desk-lost-sure = Take back from { $edition }?
desk-lost-sure-text = { $count ->
    [one] One family's balance is
   *[other] { $count } families' balances are
 } paid here again. Every database in sight is looked into first: what arrived stays there. Never use the lost data again.
desk-lost-working = Looking whether the balances arrived
desk-lost-done = Taken back from { $edition }
desk-lost-arrived = { $count ->
    [one] One balance has arrived there and stays there.
   *[other] { $count } balances have arrived there and stay there.
 }
desk-lost-after = They are paid here again. If the lost data turns up, do not use it.
desk-lost-disk = The disk failed
desk-lost-deleted = The folder was deleted
desk-lost-stolen = The machine is lost
