# The command line: commands, answers, what was typed wrongly. Keys begin with "cli-".

## Help

cli-about = Sanduq: the till of a charity bazaar. Without a command it opens its window.
cli-after-help =

    Exit codes: 0 done, 1 refused with the reason, 2 wrong usage, 3 fault.
    The environment may give SANDUQ_DATA, SANDUQ_STAFF, SANDUQ_PIN,
    SANDUQ_APPROVER and SANDUQ_APPROVER_PIN instead of the options.
cli-heading-usage = Usage:
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:

cli-setup = Set the bazaar up from its file, or give it new terms
cli-setup-more =

    --pin is the first PIN of the organiser, who is --staff or the first organiser
    of the file. New terms need --staff and --pin of an organiser.
    JSON: bazaar, name, till, currency, folder, new_terms, needs_first_pin
cli-pin = Set somebody's PIN
cli-import = Take in families, product lines, sales or shop orders from CSV, XLSX or JSON
cli-import-families = Take in families; known ones are updated
cli-import-lines = Take in product lines; known ones are updated
cli-import-sales = Take in sales recorded elsewhere, with the days they cover
cli-day = Open, close or look at the trading day
cli-day-open = Open the trading day
cli-day-close = Close the trading day for good: the numbered Z
cli-day-status = What is open and what was closed
cli-day-status-more =

    JSON: day, today, overdue, currency, open_orders, visitors,
    shifts: till, cashier, opened_at, float; parked: id, name, total;
    days: day, opened_at, closed_at, z_number
cli-shift = Open, count or close the shift at this till
cli-shift-open = Open a shift with a counted float
cli-shift-count = Count the drawer; what is expected is told only at close
cli-shift-close = Close the shift on its last count
cli-cash = Put cash into the drawer, take it out, or bring it to the safe
cli-door = Count people in or out of the hall
cli-door-more =

    JSON: entered, left, inside, advised, full, hall_limit
cli-visit = Count a visitor who was advised about a subject
cli-visit-more =

    JSON: entered, left, inside, advised
cli-arg-door-way = in or out
cli-arg-people = how many people; one if left out
cli-arg-correct = take back a count made by mistake
cli-arg-subject = the code of the subject, as in the bazaar's file
cli-door-full = The hall is full.
cli-visitors = Visitors: { $entered } came in, { $inside } are in the hall, { $advised } were advised
cli-intake = Take goods in from a family
cli-intake-more =

    sanduq intake F05 F05-01=12 F05-02=3.5 --best-before 2026-12-01
    Without goods, a note is read from the standard input (JSON):
    {"  {"}"lines": [{"{"}"sku": "F05-01", "quantity": 12, "batch": "B7",
       "produced": "2026-11-24", "best_before": "2026-12-01"{"}"}]{"}"}
    Quantities are texts or whole numbers.
      id      uuid of the note; the same note sent twice is noted once
      person  who handed the goods in; note
    JSON: id, number, family, person, note, lines
cli-return-goods = Give goods back to their family
cli-goods-more =

    Without goods, a note is read from the standard input, as for "intake".
    JSON: id, number, family, person, note, lines
cli-loss = Write off goods that broke, spoiled or were stolen
cli-loss-more =

    Without goods, a note is read from the standard input, as for "intake".
    Where the organiser pays, the family gets the price less its commission.
    JSON: id, number, family, note, borne_by, credit, lines
cli-unsold = Count a family's unsold goods at the close
cli-unsold-more =

    Every product line of which any should be left must be counted, 0 too.
    Without goods, a note is read from the standard input, as for "intake".
    JSON: id, number, family, stays, lines with quantity, expected, missing
cli-families = The families and their licences
cli-families-more =

    A licence that ends within 30 days, or has ended, is pointed out.
    JSON: code, name, packages, active, sells_through, food, licence
cli-arg-warned = only those whose licence ends soon or has ended
cli-families-none = No family to show.
cli-column-package = package
cli-column-licence = licence
cli-stock = What is left of the goods handed in
cli-stock-more =

    left = received - returned - lost - missing - sold; below zero where more
    was sold than was handed in.
    JSON: family, sku, received, returned, lost, missing, sold, left, best_before
cli-arg-goods = goods and quantity, such as F05-01=12; from the standard input if left out
cli-arg-goods-by = who hands them in or takes them, if not the family itself
cli-arg-goods-note = what there is to say about them
cli-arg-batch = the family's name for what was made together
cli-arg-batch-best-before = until when they are good
cli-arg-organiser-pays = the organiser bears the loss; the family is credited
cli-arg-stays = the goods stay for the next day
cli-intake-done = Intake { $number } from family { $family }
cli-goods-returned = Goods back to family { $family }: { $number }
cli-loss-of-family = Written off for family { $family }: { $number }
cli-loss-of-organiser = Written off for family { $family }: { $number }; the organiser makes good { $amount }
cli-unsold-done = Unsold goods back to family { $family }: { $number }
cli-unsold-stays = Unsold goods of family { $family } counted: { $number }
cli-stock-empty = No family has handed anything in.
cli-column-goods-counted = counted
cli-column-expected = expected
cli-column-missing = missing
cli-column-received = received
cli-column-sold = sold
cli-column-returned = returned
cli-column-lost = lost
cli-column-goods-left = left
cli-column-best-before = best before
cli-not-goods = { $text } is no product line with its quantity.
cli-no-goods = No goods came in.
cli-do-goods = Write SKU=quantity, as in F05-01=12.
cli-sell = Sell the tickets on the standard input (JSON)
cli-sell-more =

    A ticket, one after another; each is acknowledged when it is on the disk:
    {"  {"}"lines": [{"{"}"sku": "F06-01", "quantity": 3{"}"}],
       "tenders": [{"{"}"kind": "cash", "amount": "50.00"{"}"}]{"}"}
    Amounts and quantities are texts or whole numbers.
      id        uuid of the ticket; the same ticket sent twice is one sale
      lines     sku or barcode, quantity; price, discount, note
      discount  percent or amount; funder: family or organiser; reason
      tenders   kind: cash, card, transfer, wallet, voucher, or
    {"            {"}"taken_by_family": "F01"{"}"}; amount; reference
    Changed prices and large discounts need --approver.
    JSON answer: id, number, receipt, day, at, cashier, approver, again, currency,
    lines, list, discount, tax, cash_rounding, paid, change, tenders
cli-refund = Take goods back against a receipt
cli-order = Take, hand over, cancel or list orders
cli-order-take = Take the order on the standard input (JSON)
cli-order-take-more =

    As a ticket of "sell", whose tenders are the deposit, and
      customer  name; phone, address
      wish      what is to be made
      due_on    a date such as 2026-11-28
cli-order-hand-over = Hand an order over; its deposit helps to pay
cli-order-cancel = Cancel an order and give back what was paid: in cash, or online where the shop took it
cli-order-deliver = Note that a paid order arrived at its address
cli-order-delivered = Order { $number } was delivered.
cli-arg-received-by = who took it there
cli-arg-orders-of = only orders of this family
cli-order-list = List the open orders
cli-order-list-more =

    JSON: currency, orders: id, number, state, day, customer, address, wish, due_on, total,
    deposit, lines
cli-report = Show the X report of the open day or the Z of a closed one
cli-report-more =

    JSON: report, day, currency, tally; a Z also number, closed_at,
    perpetual_sales, perpetual_refunds, carried_over, late_sales, late_paid, up_to_seq, head.
    tally: sales, refunds, voids, voided, orders_taken, total, by_tender,
    by_package, by_family, by_till, by_cashier, by_hour, visitors, receipts,
    drawers, proof
cli-settle = Settle the families of a closed day
cli-statement = Show or write the statement of a family, or of all
cli-statement-more =

    Without days it is of the last settlement. --out writes pages of A4 as PDF or
    a picture as PNG; of all families one PDF, a zip, or a folder of PDFs.

    JSON: family, name, currency, settlement, statement, account.
    statement: first_day, last_day, days, goods, brought_forward, brought_from, sales,
    family_discounts, organiser_discounts, refunds, tax, net_sales, commissions,
    commission, fees, adjustments, advance_instalment, advance_left, held,
    payable, paid, carried, carried_forward
    settlement: number, day, brought_forward, sales, family_discounts, refunds,
    tax, net_sales, commission, fees, adjustments, advance_instalment,
    advance_left, held, payable, goods
    account: settled_balance, unsettled, payouts, payments, carried
cli-payout = Pay a family, whole or in part
cli-collect = Take money a family owes
cli-unclaimed = List what families have not collected, and write transfers for the bank
cli-unclaimed-more =

    JSON: currency, unclaimed, transfers.
    unclaimed: family, name, since, until, amount, iban
    The bank's file has one row an IBAN: iban, beneficiary, amount, currency,
    reference. It pays nobody: record each payout once the bank has made it.
cli-advance = Lend a family money
cli-adjust = Correct a family's account
cli-safe = The organiser's safe
cli-safe-fill = Put the organiser's cash into the safe
cli-tally = Totals by family, package, hour, tender, cashier or till
cli-tally-more =

    JSON: by, currency, rows, total, visitors. A row: code, lines, quantity, list,
    family_discounts, organiser_discounts, paid, refunded, net_paid, tax, credit;
    of a tender: code, payments, sales, refunds, deposits, deposits_returned, net
cli-export = Write the books as a workbook or CSV, for hledger or beancount, or as journal; or the families and product lines as they are imported
cli-export-more =

    Phones, bank accounts and addresses stand in journal and families: both ask for an
    organiser's sign-in (--staff and --pin, or SANDUQ_STAFF and SANDUQ_PIN).
cli-verify = Prove that the data is as it was recorded
cli-verify-more =

    JSON: entries, head, whole, fault: seq, text
cli-rebuild = Make everything that is made from the journal anew
cli-backup = Copy the data while selling goes on
cli-restore = Take a backup back
cli-printer = The receipt printer of this till
cli-printer-list = The printer in use and the profiles there are
cli-printer-list-more =

    JSON: device, profile, printers, usb, profiles: id, vendor, model, width_mm, dots; faults
cli-printer-test = Print the test page

cli-arg-data = Folder of the till's data
cli-arg-language = Language of texts: ar or en
cli-arg-kiosk = The window covers the whole screen
cli-arg-staff = Who acts
cli-arg-pin = The PIN of who acts; asked for if missing
cli-arg-approver = Who approves what the actor may not do alone
cli-arg-approver-pin = The PIN of who approves
cli-arg-customer-display = A window that faces the customer: on or off; else as in the settings
cli-arg-training = Open the window in training, whose data is its own and does not count
cli-arg-json = Answer in JSON; amounts are decimals in texts
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-setup-file = The set-up file (TOML)
cli-arg-till = Which till of the file this is
cli-arg-whose-pin = Whose PIN
cli-arg-new-pin = The new PIN; asked for if missing
cli-arg-sheet = A CSV or XLSX file
cli-arg-import-tender = What was paid with, where the file does not say
cli-arg-cash-way = Into the drawer, out of it, or to the safe
cli-arg-amount = An amount such as 12.50
cli-arg-signed-amount = An amount such as 12.50; negative to the family's cost
cli-arg-amount-or-all = An amount such as 12.50; all of it if missing
cli-arg-reason = Why
cli-arg-receipt = The number on the receipt
cli-arg-line = Line of the receipt and quantity, such as 2=1; all if missing
cli-arg-in-cash = Give it back in cash, whatever it was paid with
cli-arg-order = The number of the order
cli-arg-tender = What pays the rest, such as cash=50.00 or card=20
cli-arg-keep = What is kept of the deposit
cli-arg-all-orders = Closed ones too
cli-arg-report = X, a reading; or Z, the close
cli-arg-day = The trading day, such as 2026-11-26; the last closed one if missing
cli-arg-days = A trading day; may be given several times; all if missing
cli-arg-open-day = The day to open, such as 2026-11-26; today if missing
cli-arg-anyway = Even if the bazaar is not open on that day
cli-arg-carry-over = Carry parked tickets over to the next day
cli-arg-float = The counted float
cli-arg-denominations = Notes and coins counted, such as 200x3,50x2,0.25x4
cli-arg-only-family = Only this family
cli-arg-reverse = Take this settlement back
cli-arg-family = The family's code
cli-arg-instalment = What each statement holds back to pay the advance off
cli-arg-statement-day = The statement of this trading day, such as 2026-11-26
cli-arg-from = The first trading day of a span
cli-arg-to = The last trading day of a span
cli-arg-whole-bazaar = The whole bazaar, everything settled so far
cli-arg-all-families = Every family with a settlement in those days
cli-arg-statement-out = Write it to this file, or to a folder for all families
cli-arg-pictures = A picture beside each family's PDF, to share on a phone
cli-arg-bank-file = Write transfers for the families whose IBAN is known
cli-late = Arrived after the close: { $sales } of { $amount }
cli-arg-means = Where the money comes from or goes to
cli-arg-reference = Number of the transfer or cheque
cli-arg-collected-by = Who collects it
cli-arg-by = What to group by
cli-arg-format = How to write it
cli-arg-out = Write to this file instead of the standard output
cli-arg-export = The format
cli-arg-backup-file = Where the copy goes
cli-arg-restore-file = The backup
cli-arg-replace = Put the present data aside first

## Wrong usage

cli-notice = sanduq: { $text }
cli-no-such-command = There is no command { $word }.
cli-no-such-argument = { $word } means nothing here.
cli-value-wrong = { $argument } can't be { $value }.
cli-value-missing = { $argument } needs a value.
cli-values-number = { $argument } has the wrong number of values.
cli-argument-missing = Something is missing: { $argument }
cli-arguments-conflict = { $argument } and { $other } don't go together.
cli-command-missing = A command is missing.
cli-do-suggestion = Did you mean { $word }? --help shows what there is.
cli-do-choose-value = Choose one of: { $values }
cli-do-help = --help shows what there is.

cli-no-data-folder = This system names no folder for data.
cli-do-data-folder = Choose one with --data DIR.
cli-no-staff = This needs somebody who does it.
cli-do-staff = Say who you are: --staff CODE --pin PIN.
cli-no-pin = A PIN is needed.
cli-do-pin = Give it with --pin, in SANDUQ_PIN, or on a terminal.
cli-pins-differ = The two PINs differ.
cli-do-pin-twice = Nothing was changed. Start again and type the same PIN twice.
cli-no-approver-pin = The approver's PIN is needed.
cli-do-approver-pin = Give it with --approver-pin or in SANDUQ_APPROVER_PIN.
cli-not-a-code = { $text } is no code.
cli-do-code = A code has letters, digits and - _ . /
cli-not-a-date = { $text } is no date.
cli-do-date = Write a date as 2026-11-26.
cli-not-an-amount = { $text } is no amount.
cli-do-amount = Write an amount as 12.50.
cli-do-amount-ambiguous = It can be read in two ways. Write all decimals of the currency and no separator.
cli-do-amount-currency = Write it in the bazaar's currency.
cli-do-amount-decimals = Write no more decimals than the currency has.
cli-not-a-quantity = { $text } is no quantity or rate.
cli-do-quantity = Write a quantity as 3 or 0.350, a percentage as 10 or 12.5.
cli-not-denominations = { $text } is no count of notes and coins.
cli-do-denominations = Write value x pieces, as in 200x3,50x2,0.25x4.
cli-not-a-line = { $text } is no line to give back.
cli-do-line = Write line=quantity, as in 2=1.
cli-not-a-tender = { $text } is no payment.
cli-do-tender = Write cash, card, transfer, wallet or voucher; with an amount as in cash=50.00.
cli-not-json = The ticket can't be read: { $detail }
cli-do-json = --help shows how a ticket is written. Tickets before it were sold.
cli-no-ticket = Nothing came on the standard input.
cli-sku-or-barcode = Line { $line } of the ticket needs either sku or barcode.
cli-unknown-barcode = No product line has the barcode { $barcode }.
cli-do-barcode = Scan again, or write its sku.
cli-percent-or-amount = A discount needs either percent or amount.
cli-which-till = The file has several tills: { $tills }
cli-do-which-till = Say which this is: --till CODE.
cli-no-closed-day = No trading day was closed yet.
cli-do-close-day = Close the day first, or name one with --day.
cli-nothing-owed = Nothing is open with family { $family }.
cli-do-statement = See "sanduq statement".
cli-not-a-statement-file = A statement can't be written to { $file }.
cli-do-statement-file = Name a file ending in .pdf or .png; for all families .pdf, .zip or a folder.
cli-settings = The settings can't be used: { $detail }
cli-do-settings = Correct settings.toml in the data folder.
cli-device = The printer did not answer: { $detail }
cli-do-device = Check paper, cable and address, then try again.
cli-file = { $path }: { $detail }
cli-do-file = Check the name and whether it may be read or written.
cli-output = The answer can't be written: { $detail }

cli-ask-pin = PIN of { $staff }:
cli-ask-new-pin = New PIN for { $staff }:
cli-ask-pin-again = The same again:

## Answers

cli-labelled = { $label }: { $value }
cli-set-up = { $bazaar } is set up. This is till { $till }; its data is in { $folder }
cli-new-terms = { $bazaar } has new terms from now on.
cli-set-up-next = Next: sanduq import families FILE, then sanduq import lines FILE.
cli-first-pin-missing = The organiser has no PIN yet: sanduq pin CODE
cli-pin-set = { $staff } has a new PIN.
cli-taken = New: { $created }. Updated: { $updated }. Unchanged: { $unchanged }.
cli-unused-headings = Columns nothing was read from: { $headings }
cli-sheets-left-out = Sheets left out: { $sheets }
cli-taking-sales = Taking in sales
cli-sales-taken = Sales: { $sales }, days: { $days }, together { $total }.

cli-day-opened = { $day } is open.
cli-status-open = { $day } is open.
cli-status-overdue = { $day } is still open and should have been closed.
cli-status-closed = No trading day is open. Today would be { $day }.
cli-status-shift = Till { $till }: shift of { $cashier } since { $time }.
cli-status-parked = { $count ->
    [one] One ticket is parked.
   *[other] { $count } tickets are parked.
}
cli-status-orders = { $count ->
    [one] One order is open.
   *[other] { $count } orders are open.
}
cli-shift-opened = The shift is open with { $float }.
cli-counted = Counted: { $counted }
cli-shift-closed = The shift is closed.
cli-expected = Expected
cli-over-short = Over or short
cli-safe-filled = Put into the safe

cli-sold = Sold: { $number }
cli-sold-before = Sold before: { $number }
cli-refunded = Refund { $number } against { $sale }
cli-order-taken = Order { $number }: { $total }, deposit { $deposit }
cli-order-cancelled = Order { $number } is cancelled. Given back: { $returned }
cli-no-orders = No order is open.

cli-x-title = X report of { $day }
cli-z-title = Z { $number } of { $day }
cli-tally-counts = Sales: { $sales }, refunds: { $refunds }, voids: { $voids }
cli-receipts = Receipts of { $till }: { $first } to { $last }
cli-drawer = Drawer { $till }, { $cashier }: counted { $counted }, over or short { $difference }
cli-perpetual = Grand total of this till ever
cli-proof-families = Credited to families
cli-proof-discounts = Discounts the organiser bears
cli-proof-tax = Tax the organiser owes
cli-proof-rounding = Cash rounding
cli-proof-deposits = Deposits held for orders
cli-proof-kept = Deposits kept
cli-proof-tenders = Money taken
cli-proof-holds = The two sides agree to the smallest coin.

cli-column-closed = Closed
cli-column-customer = Customer
cli-column-due = Due
cli-column-state = State
cli-column-counted = Counted
cli-column-hour = Hour
cli-column-lines = Lines
cli-column-list = At list price
cli-column-paid = Paid
cli-column-payments = Payments
cli-column-net = Net
cli-column-other = Other
cli-column-profile = Profile
cli-column-model = Model
cli-column-width = Paper

cli-settled = { $count ->
    [one] One family is settled for { $day }.
   *[other] { $count } families are settled for { $day }.
}
cli-settled-before = Every family was settled for that day already.
cli-reversed = Settlement { $number } of { $family } is taken back.
cli-statement-title = Statement of { $family }  { $name }
cli-statement-of = Settlement { $number } of { $day }
cli-statement-written = The statement is in { $place }
cli-writing-statements = Writing statements
cli-no-statements = Nothing was settled in those days.
cli-nothing-unclaimed = Every family has collected what it was owed.
cli-column-since = open since
cli-column-iban = IBAN
cli-bank-file = { $count ->
    [one] One transfer is
   *[other] { $count } transfers are
} in { $place }; families without an IBAN: { $left_out }.
cli-statements-written = { $families ->
    [one] The statement of one family
   *[other] The statements of { $families } families
} ({ $pages ->
    [one] one page
   *[other] { $pages } pages
}) are in { $place }
cli-late-goods = { $name } (sold on { $day })
cli-family-discounts = Discounts the family bears
cli-commission-line = Commission { $rate } of { $base }
cli-adjustment-line = Adjustment: { $reason }
cli-held = Money the family took itself
cli-paid-out = Payout { $number } ({ $means })
cli-paid-in = Paid in { $number }
cli-unsettled = Sold since, for the next settlement
cli-payout-made = Payout { $number } to { $family }: { $amount }. Still open: { $left }
cli-collected = Taken from { $family } ({ $number }): { $amount }. Still open: { $left }
cli-for-family = { $what } for { $family }: { $amount }

cli-verifying = Verifying
cli-verified = { $count ->
    [one] One record, whole and unchanged. Head: { $head }
   *[other] { $count } records, whole and unchanged. Head: { $head }
}
cli-rebuilding = Rebuilding
cli-rebuilt = Made anew from { $count } records.
cli-backing-up = Backing up
cli-backed-up = { $count } records are safe in { $path }
cli-restored = Restored from { $from }: { $count } records.
cli-put-aside = What was here before is in { $path }
cli-printer-is = Profile { $profile } on { $device }
cli-millimetres = { $width } mm
cli-profile-fault = Left out: { $detail }
cli-test-confirmed = The test page is in { $device }
cli-test-sent = The test page was sent to { $device }. Look whether it is on paper.

## The demonstration

cli-demo = Try it out on a throwaway bazaar
cli-demo-more =

    With a display, the window opens on a bazaar in Sharjah that has a day behind
    it. Without one, a whole trading day is played, written and proved.
cli-arg-headless = No window, even if there is a display
cli-arg-demo-out = Where everything goes; a temporary folder if missing
cli-demo-playing = Playing the day
cli-demo-papers = Writing the papers
cli-demo-window = The till opens on a bazaar in { $path }. Sign in with:
cli-demo-pin = { $staff }: PIN { $pin }
cli-demo-title = { $bazaar } · { $organiser }
cli-demo-happened = What happened
cli-demo-sales = { $count ->
    [one] One sale: { $first }{ $last }
   *[other] { $count } sales, receipts { $first } to { $last }
}
cli-demo-refunds = { $count ->
    [one] One refund
   *[other] { $count } refunds
}
cli-demo-voids = { $count ->
    [one] One ticket voided
   *[other] { $count } tickets voided
}
cli-demo-orders = Orders taken: { $taken }, handed over: { $handed_over }, cancelled: { $cancelled }
cli-demo-shift-right = Shift of { $cashier }: counted { $counted }, right to the coin
cli-demo-shift-wrong = Shift of { $cashier }: counted { $counted }, { $difference }: { $reason }
cli-demo-hours = Hour by hour
cli-demo-taken = Money taken
cli-demo-families = The families
cli-demo-proof = Proof of the day
cli-demo-shares = Families { $families } + commission { $commission } = net sales { $net }
cli-demo-files = Where it all is
cli-demo-paper-count = { $count ->
    [one] One paper, as .png and .bin
   *[other] { $count } papers, as .png and .bin
}
cli-demo-data = the till itself
cli-demo-try = Look further: { $command }
cli-column-handed = Handed over
cli-column-left = Left
cli-no-display = There is no display to open the window on.
cli-do-no-display = Use the commands (--help), or try "sanduq demo --headless".
cli-window = The window could not stay open: { $detail }
cli-till-there = There is a till in { $path } already.
cli-do-replace = --replace puts its data aside first. Or choose another folder with --data.

## Printers

cli-printer-set = Choose a printer, its profile and its device
cli-printer-set-more =

    Devices: picture, tcp:HOST:PORT, usb:VENDOR:PRODUCT, lp:/dev/usb/lp0,
    serial:/dev/ttyUSB0:115200, cups:QUEUE, file:PATH
    Roles: receipts, collection-slips, labels, reports
cli-printer-learn = Find out what a printer can do and keep it as a profile
cli-printer-learn-more =

    Prints rulers and asks what came out. With --dots and --cut nothing is printed.
cli-printer-queue = Papers that wait, and answers to those that ask
cli-printer-fake = A printer to try things out with
cli-printer-fake-more =

    Faults: paper-out, cover-open, cutter-jam, offline, power-loss, disconnect,
    unreachable, deaf, mute, garbage, lost-confirmation, wrong-confirmation, slow,
    short-writes, drawer-stuck; each as NAME, NAME@ROW or NAME@ROW:MILLISECONDS
cli-arg-printer-name = Name of one more printer; without it the first
cli-arg-printer-profile = What kind of printer it is
cli-arg-printer-device = Where it is
cli-arg-printer-prints = What comes out of it instead of the first
cli-arg-printer-stands-in = It takes over when another is dead
cli-arg-printer-remove = Take it away
cli-arg-learn-id = Name of the new profile
cli-arg-learn-from = The profile to start from
cli-arg-learn-dots = The longest ruler whose end can be seen
cli-arg-learn-cut = How the paper was cut
cli-arg-learn-drawer = Which pin opens the drawer
cli-arg-paper-printed = This paper is there
cli-arg-paper-give-up = Give this paper up
cli-arg-paper-now = Print this held paper
cli-arg-paper-copy = Print this paper again as a copy
cli-arg-fake-port = The port it listens on; 0 for a free one
cli-arg-fake-out = Folder for its papers as pictures
cli-arg-fake-fault = Something that goes wrong
cli-arg-fake-seconds = Stop after so long
cli-arg-no-print = Record only, print nothing
cli-printer-more = { $name }: profile { $profile } on { $device }
cli-printer-usb = Plugged in: { $name } ({ $device })
cli-printer-slow = At this speed a receipt takes { $seconds } seconds: use a faster line.
cli-fake-listens = A printer listens on { $device }
cli-fake-printed = Paper { $number }: { $rows } rows
cli-fake-drawer = The drawer opened
cli-learn-ask-dots = Which is the longest ruler whose thick end you can see?
cli-learn-ask-cut = How was the paper cut: full, partial or none?
cli-learned = Profile { $profile } is in { $path }
cli-queue-empty = Nothing waits; every paper has been printed.
cli-unknown-printer-name = This till has no printer called { $name }.
cli-do-printer-name = See the names with: sanduq printer list
cli-nothing-learned = Nobody said what came out of the printer.
cli-do-learn = Give --dots and --cut, or run it in a terminal.
cli-bad-profile = That makes no printer: { $detail }
cli-paper = Print a paper of a sale: its receipt, or one without prices
cli-paper-more =

    Papers: receipt, gift, collection, kitchen
cli-label = Print labels of a product line
cli-arg-paper = Which paper
cli-arg-kitchen-packages = Packages that are cooked or poured
cli-arg-copies = How many
cli-arg-produced = When it was made
cli-arg-best-before = Until when it is good; the product line's own if missing
cli-arg-ingredients = What is in it
cli-arg-sale-number = Number of the sale
cli-arg-sku = SKU of the product line

## Imports looked at first

cli-arg-preview = shows what would be created, changed and refused, and writes nothing
cli-plan = Rows: { $rows }. New: { $created }. Changed: { $updated }. Unchanged: { $unchanged }. Refused: { $refused }.
cli-plan-new = New { $code }
cli-plan-changed = Changed { $code }
cli-plan-says = {"  "}{ $name }: { $new }
cli-plan-becomes = {"  "}{ $name }: { $old } → { $new }
cli-plan-suspected = Perhaps known already: row { $row }, { $code }: { $why }
cli-plan-refused = Refused: { $place }: { $said }
cli-plan-nothing-written = Nothing was written. Without --preview it is taken in.
cli-totals-left-out = Rows of totals left out: { $rows }

## Editions

cli-edition = the editions of a bazaar
cli-edition-next = begins the next edition in a data folder of its own
cli-edition-next-more =
    Terms, packages, sites, tills, staff, families, goods and this till's settings are
    copied; the number of the edition goes on. Sales, balances and PINs stay behind,
    but for the PIN of whoever begins it; balances go along with --with-balances.
    What was carried over is paid there and no longer here.

    JSON: bazaar, name, edition, days, till, folder, families, lines, staff,
    needs_first_pin, balances (carried, left, elsewhere)
cli-arg-edition-folder = the folder of the new edition's data
cli-arg-edition-code = the code of the new edition; otherwise the number at the end of the last goes on
cli-arg-edition-name-ar = its Arabic name
cli-arg-edition-name-en = its English name
cli-arg-edition-days = the days it is open on, between commas
cli-edition-begun = { $bazaar } ({ $code }) begins. Its data is in { $folder }
cli-edition-copied = Families: { $families }. Product lines: { $lines }. Staff: { $staff }.
cli-edition-pins = Next: give the staff their PINs with sanduq --data DIR pin CODE; DIR is the folder of the new edition.

## Photographs

cli-pictures = Check the photographs the screen shows
cli-pictures-more =

    Photographs are files named by the code of what they show: S01.jpg in the folder
    of staff, COFFEE.png in that of goods; JPEG, PNG or WebP. The screen shows
    them from the next time somebody signs in.
    JSON: staff, goods (folder, shown, of), strange, unreadable
cli-pictures-staff = Staff with a photograph: { $shown } of { $all }, in { $folder }
cli-pictures-goods = Goods with a photograph: { $shown } of { $all }, in { $folder }
cli-pictures-strange = { $file } is named by no code here: name it by the code of the goods or of the person.
cli-pictures-torn = { $file } is no picture this program can read: save it again as JPEG or PNG.
cli-pictures-locked = { $file } can't be read: check that it is there and may be read.

## The organiser's dashboard

cli-dashboard = Figures of a day, of several days or of the whole bazaar
cli-dashboard-more =

    Without days it is of the last trading day. --out writes pages of A4 with plots,
    in the language of --language.
cli-arg-figures-day = The trading day; the last one if missing
cli-arg-all-days = The whole bazaar
cli-arg-against = Another trading day to lay over the plots
cli-arg-pdf-out = Write it to this PDF file
cli-not-a-pdf = Pages can't be written to { $file }.
cli-do-pdf = Name a file ending in .pdf.
cli-proof = The money proof: what came in, for whom it is, drawer by drawer
cli-proof-more =

    --behind lists the facts a number is made of: cash, card, transfer, wallet,
    voucher, taken_by_family, tenders, families, organiser_discounts, organiser_tax,
    cash_rounding, deposits, kept_deposits, for_families, commission, fees, advances,
    held, not_settled.
cli-arg-behind = List the facts behind this number
cli-no-such-number = The money proof has no number { $name }.
cli-do-number = sanduq proof --help names the numbers.

## Payouts taken back

cli-take-back = Take back a payout that never arrived, so that the family is owed it again
cli-arg-payout = The number of the payout
cli-arg-back-to = Where the cash is now
cli-taken-back = Payout { $number } to { $family } taken back: { $amount }. Still open: { $left }

## Balances from one edition to the next

cli-arg-with-balances = carries over what families are owed or owe and what is left of advances; asked again, it finishes what is left
cli-carried = Carried from { $from } to { $to }: { $count ->
    [one] one balance
   *[other] { $count } balances
 }. Owed to families: { $owed }. Owed by families: { $owing }. Advances left: { $advances }.
cli-carried-nothing = No balance was left to carry.
cli-carried-left = Left behind for now:
cli-carried-elsewhere = { $count ->
    [one] One balance was
   *[other] { $count } balances were
 } carried to another copy of { $to }. Only that copy can take them in: run this with its folder, or restore its backup.
cli-edition-goes-on = { $bazaar } ({ $code }) has begun already. Its data is in { $folder }

## Several databases together

cli-across = Tally this till together with other tills, bazaars, earlier editions and backups
cli-across-more =

    A DB is a till.sqlite, a data folder or a backup. None of them is changed, locked
    or written to; one that another program has open is refused. A journal given twice
    is counted once. Amounts in different currencies are never added.
    --out writes FILE.csv with a row for each edition, till, package and family, or
    FILE.xlsx, a workbook, or FILE.pdf, both in the language of --language.

    JSON: currencies: currency, sales, visitors, delivery_fees, total, editions, tills,
    packages, tenders, families, proof, holds; remarks. A sum: paid, refunded, net_paid,
    family_discounts, organiser_discounts, tax, credit, commission, fees, advances,
    held, other, carried, payable, paid_out, paid_in, owed, owing. With --family: families,
    each with its editions, days, support, lent, advance_left; remarks
cli-arg-against-edition = An earlier edition's database or backup, laid beside day by day of the same number
cli-arg-across-databases = Other databases, beside this till's own
cli-arg-across-by = Show only these tables
cli-arg-across-family = The years of one family
cli-arg-across-out = Write it to this CSV, XLSX or PDF file
cli-do-tally-file = Name a file ending in .csv, .xlsx or .pdf; a family's years go to .xlsx or .pdf.
cli-across-reading = Reading the databases
cli-across-proof = Proof
cli-across-tally = Tally
cli-across-ledgers = Ledgers

## The online shop
cli-proof-delivery = Delivery fees
cli-order-returned-online = To go back by { $tender }: { $returned } ref. { $reference }
cli-import-orders = Take in orders of the online shop; each is taken once
cli-arg-orders-file = a CSV, XLSX or JSON file of the shop
cli-plan-told = To note: { $number } { $customer }: { $said }
cli-order-run = Hand over every paid order that is delivered, as one courier's run
cli-order-run-done = Orders handed over for delivery: { $count }

## Fields of a document nothing is read from
cli-unused-headings-more = Columns nothing was read from: { $headings } and { $more } more

## Balances taken back from a lost edition

cli-edition-back = takes back the balances carried to an edition whose data was lost
cli-edition-back-more =
    Only for data that is gone for good before anybody used it. This till looks into
    every database it knows of: balances that arrived in one of them stay there. If the
    lost data turns up and is used, the families are owed twice: never use it again.
    Once only; with your PIN and a reason, which are recorded.

    JSON: taken_back, arrived: transfer, family, from, to, amount, advance_left
cli-arg-edition-back-code = the code of the edition that was lost
cli-arg-looked-in = a folder or backup of that edition to be looked into as well
cli-edition-taken-back = Taken back from { $from }: { $count ->
    [one] one balance
   *[other] { $count } balances
 }. Owed to families: { $owed }. Owed by families: { $owing }. Left of advances: { $advances }.
cli-edition-taken-back-arrived = { $count ->
    [one] One balance has arrived there and stays there.
   *[other] { $count } balances have arrived there and stay there.
 }
cli-edition-taken-back-danger = They are paid here again. If the lost data turns up, do not use it: the families would be owed twice.
