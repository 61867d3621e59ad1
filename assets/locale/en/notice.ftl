# What went wrong and what to do next: refusals and faults. Keys begin with "notice-".

## Things that are not there

notice-not-set-up = No bazaar is set up here.
notice-unknown-staff = Nobody here has the staff code { $staff }.
notice-unknown-sale = There is no sale { $number } at this till.
notice-unknown-order = There is no order { $number }.
notice-unknown-paper = The books hold nothing to make this paper from.
notice-do-choose-paper = Choose a receipt or a report from the list.
notice-paper-takes-no-answer = This paper no longer waits for an answer.
notice-do-look-at-papers = Look at the list of papers.
notice-no-barcode = { $code } makes no barcode.
notice-no-barcode-do = Write thirteen digits with their check digit, or up to 12 Latin letters and digits.
notice-unknown-printer = There is no printer profile { $profile }.
notice-do-choose-printer = Choose the printer in the settings.
notice-unknown-kitchen-packages = No packages of this bazaar: { $codes }. Nothing of them would reach the kitchen.
notice-do-correct-kitchen-packages = Correct kitchen_packages in settings.toml.
notice-unknown-parked = This ticket is not parked any more.
notice-unknown-family = There is no family { $family }.
notice-unknown-settlement = There is no settlement { $number }.
notice-unknown-product-line = There is no product line { $sku }.

## Tickets that are finished

notice-ticket-voided = This ticket was voided; it can't be paid.
notice-ticket-sold-otherwise = This ticket was already paid as receipt { $number }, with other goods.
notice-order-ticket-other = This ticket belongs to an order.
notice-reason-missing = A reason is needed.
notice-door-group = A group has 1 to { $most } people.
notice-do-count-again = Count them again.
notice-door-inside = By the count { $inside } are in the hall.
notice-do-count-missed = First count in whoever was missed.
notice-door-counted = Only { $counted } were counted.
notice-door-subject = The bazaar has no subject { $subject }.
notice-do-check-subjects = Look at the subjects in the bazaar's file.
notice-training-already = This is the training already.
notice-do-leave-training = End the training first.
notice-not-a-training = What lies in the folder of the training is no training's data.
notice-do-move-folder = Move that folder elsewhere and try again.

## Setting up

notice-set-up-malformed = The set-up file can't be read: { $detail }
notice-set-up-newer = The set-up file has format { $schema }, which is newer than this program.
notice-set-up-value = { $key }: { $value } is not { $expected }.
notice-expected-code = a code of letters, digits and - _ . /
notice-expected-percent = a percentage from 0 to 100 with at most two decimals
notice-expected-amount = an amount in the bazaar's currency
notice-expected-date = a date such as 2026-11-26
notice-expected-weekday = a weekday such as fri
notice-expected-hour = an hour such as 04:00
notice-expected-time-zone = a time zone such as Asia/Dubai
notice-expected-tax-number = a tax number of 15 digits
notice-expected-coin = a coin above zero
notice-expected-colour = a colour such as #1f7a5c
notice-expected-one-of = one of: { $words }
notice-set-up-twice = { $key }: { $value } is listed twice.
notice-set-up-unknown = { $key }: nothing here is called { $value }.
notice-set-up-empty = { $key } must not be empty.
notice-set-up-currency = The currency can't change from { $from } to { $to } once the bazaar has begun.
notice-set-up-already = A bazaar is set up at this till already.

## Families and product lines

notice-register-unknown-package = { $subject }: there is no package { $package }.
notice-register-unknown-family = Product line { $sku }: there is no family { $family }.
notice-register-bad-iban = { $family }: { $iban } is no bank account; a digit is wrong
notice-register-no-name = { $subject } has no name.
notice-register-barcode = Product line { $sku }: the barcode { $barcode } belongs to { $other }.
notice-register-price = Product line { $sku }: a price can't be negative or that large.
notice-register-family-changed = Product line { $sku } belongs to family { $family }; it can't go to another.
notice-register-twice = { $subject } is listed twice.

## Signing in

notice-wrong-pin = { $count ->
    [one] Wrong PIN. One try is left.
   *[other] Wrong PIN. { $count } tries are left.
}
notice-locked-out = Too many wrong PINs. Wait { $wait }.
notice-seconds = { $count ->
    [one] one second
   *[other] { $count } seconds
}
notice-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
notice-no-pin = { $staff } has no PIN yet.
notice-unknown-badge = Nobody has this badge.
notice-badge-shape = The code of a badge has at least eight letters or digits.
notice-badge-in-use = This badge is { $staff }'s.
notice-do-name-and-pin = Touch your name and type your PIN.
notice-do-other-badge = Scan another badge.
notice-inactive = { $staff } no longer works here.
notice-pin-shape = A PIN has { $least } to 12 digits and nothing else.
notice-first-pin-set = The organiser's first PIN is set already.

## Approvals

notice-needs-approval = This needs the approval of the { $needs }: { $act }.
notice-approver-too-low = { $approver } ({ $role }) can't approve: { $act }.
notice-act-refund = a refund
notice-act-override-price = a changed price
notice-act-large-discount = a discount above the cashier's limit
notice-act-sell-expired = selling goods past their date
notice-act-open-drawer = opening the drawer without a sale
notice-act-move-cash = moving cash in or out of the drawer
notice-act-open-day = opening the day
notice-act-close-day = closing the day
notice-act-cancel-order = cancelling an order
notice-act-write-off = writing goods off
notice-act-adjust = correcting a family's account
notice-act-settle = settling the families
notice-act-pay-out = paying a family
notice-act-set-up = setting the bazaar up
notice-act-change-pin = changing somebody's PIN

## The ticket

notice-not-sold = Product line { $sku } is no longer sold.
notice-price-missing = Product line { $sku } has no fixed price.
notice-price-out-of-range = A price can't be negative or that large.
notice-quantity-out-of-range = The quantity must be above zero and not that large.
notice-quantity-not-whole = { $sku } is sold in whole pieces, not { $quantity }.
notice-no-such-line = The ticket has no line { $line }.
notice-discount-too-large = The discount of { $discount } is more than the { $amount } it is taken from.
notice-discount-negative = A discount can't be negative.
notice-ticket-empty = The ticket is empty.
notice-total-out-of-range = The ticket comes to more than a till can take.

## Paying

notice-tender-not-positive = A payment must be above zero.
notice-tender-out-of-range = A payment can't be that large.
notice-non-cash-above-due = { $offered } without cash is more than the { $due } due.
notice-not-paid = { $missing } is still to be paid.
notice-cash-not-needed = Nothing is left to be paid in cash.
notice-family-took-other = Family { $family } can't have taken { $offered }: its goods come to { $goods }.
notice-deposit-other = The order's deposit is { $deposit }, not { $offered }.
notice-deposit-without-order = A deposit pays only the order it was left for.

## Refunds

notice-refund-empty = Nothing was chosen to be returned.
notice-refund-no-line = The receipt has no line { $line }.
notice-refund-line-twice = Line { $line } was asked back twice.
notice-more-than-sold = { $asked } of { $sku } asked back, but only { $left } can still be returned.
notice-refund-not-whole = { $sku } was sold in whole pieces.

## Orders

notice-customer-missing = An order needs the customer's name.
notice-deposit-kind = A deposit is paid in money: cash, card, transfer, wallet or voucher.
notice-deposit-too-small = The deposit of { $deposit } is less than the { $least } agreed.
notice-deposit-too-large = The deposit of { $deposit } is more than the order, which comes to { $total }.
notice-order-not-for-delivery = This order is collected, not delivered.
notice-order-not-paid = This order is not paid yet.
notice-order-not-open = This order is { $state } already.
notice-kept-too-much = { $kept } can't be kept: { $most } at most.

## Shift and drawer

notice-shift-already-open = The shift of { $cashier } is open at this till.
notice-no-open-shift = No shift is open at this till.
notice-shift-not-yours = The open shift belongs to { $cashier }.
notice-amount-out-of-range = The amount must be above zero and not that large.
notice-not-in-drawer = There is only { $drawer } in the drawer.
notice-unknown-denomination = There is no note or coin of { $value }.
notice-not-counted = The drawer has not been counted.
notice-count-stale = Cash moved after the drawer was counted.
notice-short-needs-reason = { $amount } is missing from the drawer; that needs a reason.
notice-over-needs-reason = There is { $amount } too much in the drawer; that needs a reason.

## The day

notice-no-open-day = No trading day is open.
notice-day-already-open = The trading day { $day } is open.
notice-day-already-closed = The trading day { $day } is closed for good.
notice-day-before-last = { $asked } can't be opened: { $last } was opened after it.
notice-not-an-opening-day = The bazaar is not open on { $day }.
notice-shifts-open = Shifts are still open at: { $tills }.
notice-ticket-being-paid = { $staff } has taken money for a ticket that is not finished.
notice-do-finish-paying = They sign in and finish it, or give the money back.
notice-parked-tickets = { $count ->
    [one] One ticket is still parked.
   *[other] { $count } tickets are still parked.
}

## Settlement and payout

notice-day-not-closed = The trading day { $day } is not closed.
notice-already-settled = Family { $family } is settled for { $day }.
notice-later-day-settled = Family { $family } can't be settled for { $day }: it is settled up to { $last }.
notice-not-the-last = Only a family's last settlement can be reversed; that is { $last }.
notice-already-reversed = Settlement { $number } is reversed already.
notice-more-than-owed = Family { $family } is owed { $owed }, not { $asked }.
notice-more-than-owing = Family { $family } owes { $owes }, not { $asked }.
notice-nothing-settled = Nothing of family { $family } has been settled yet.
notice-payout-no-shift = Cash comes out of the drawer only while a shift is open.
notice-not-enough-in-drawer = There is only { $cash } in the drawer.
notice-not-enough-in-safe = There is only { $cash } in the safe.
notice-reference-missing = A transfer or cheque needs its number.

## The machine

notice-store-missing = There is no till in { $path }.
notice-store-exists = There is a file at { $path } already.
notice-store-not-a-database = { $path } is not a till's database.
notice-store-foreign = { $path } belongs to another program.
notice-store-newer = The data is of version { $found }; this program knows versions up to { $known }.
notice-store-read-only = The till's data can't be written to.
notice-store-in-use = The till is open in another window or program.
notice-store-torn = The till's data is damaged: { $detail }
notice-store-disk-full = The disk is full. Nothing was recorded.
notice-store-backup-faulty = The backup { $path } can't be trusted: { $detail }
notice-store-backup-unfinished = { $path } is no finished backup: part of it is still in { $log }.
notice-store-codec = Record { $seq } of the journal can't be read: { $detail }
notice-store-unlawful = Record { $seq } was not written because it contradicts the journal: { $why }
notice-store-io = { $path }: { $detail }
notice-store-sqlite = The database failed: { $detail }

notice-journal-gap = Record { $seq } of the journal is missing; the next one is { $found }.
notice-journal-changed = Record { $seq } of the journal was changed after it was written.
notice-journal-chain-broken = Record { $seq } of the journal is not the one that was recorded there.
notice-journal-contradicts = Record { $seq } of the journal contradicts those before it: { $detail }
notice-journal-postings = The entries of record { $seq } are not what it posts.
notice-journal-balance = The balance of { $account } is written as { $stored }; the journal gives { $replayed }.
notice-journal-projection = The table { $table } differs from the journal at { $key }.

notice-unlawful-number = number { $found } where { $expected } comes next
notice-unlawful-other-till = a number of till { $till }
notice-unlawful-ticket-sold = ticket { $ticket } is a sale already
notice-unlawful-no-order = order { $order } is not open
notice-unlawful-no-paid-order = there is no paid order { $order } on its way
notice-unlawful-no-shift = shift { $shift } is not open
notice-unlawful-day = the trading day can't be opened or closed so
notice-unlawful-settlement = the settlement of { $family } does not hold what is unsettled
notice-unlawful-no-settlement = there is no settlement { $settlement }
notice-unlawful-not-zero = its entries do not sum to zero

## What to do next

notice-do-set-up = Set the bazaar up from its file first (sanduq setup FILE).
notice-do-check-staff = Check the code; the organiser adds new staff.
notice-do-check-receipt-number = Read the number under the bazaar's name on the receipt again.
notice-do-check-order-number = Read the number on the order slip again, or find it in the list of orders.
notice-do-look-at-parked = Look at the parked tickets; somebody may have taken it up.
notice-do-new-ticket = Begin a new ticket.
notice-do-refund-or-new-ticket = Begin a new ticket for what is new; give back what was sold by a refund.
notice-do-hand-over = Hand the order over from the list of orders.
notice-do-give-reason = Write a few words why.
notice-do-correct-set-up = Correct the file and set up again. Nothing was changed.
notice-do-newer-program = Install the newest version of the program.
notice-do-new-bazaar = Set up a new bazaar in a folder of its own.
notice-do-change-terms = Sign in as organiser to change its terms, or choose another folder.
notice-do-correct-row = Correct it in the file and import it again. Nothing was changed.
notice-do-new-sku = Give the other family's goods an SKU of their own.
notice-do-pin-again = Type the PIN again.
notice-do-wait = Wait, then try once more. The organiser can set a new PIN.
notice-do-have-pin-set = Ask the organiser to set a PIN.
notice-do-other-staff = Sign in as somebody else, or ask the organiser.
notice-do-longer-pin = Choose a PIN of digits, long enough and hard to guess.
notice-do-have-pin-changed = Sign in as organiser to change a PIN.
notice-do-ask-supervisor = Call a supervisor to approve it with a PIN.
notice-do-ask-organiser = Call the organiser.
notice-do-search-goods = Search by name, or look in the package.
notice-do-choose-other-goods = Choose another product line, or ask a supervisor.
notice-do-give-price = Type the price.
notice-do-check-price = Check the price and type it again.
notice-do-check-quantity = Check the quantity and type it again.
notice-do-whole-quantity = Type a whole number.
notice-do-choose-line = Choose a line of the ticket.
notice-do-smaller-discount = Give a smaller discount, or none.
notice-do-add-goods = Add goods first.
notice-do-split-ticket = Sell it on several tickets.
notice-do-check-tender = Check the payment and type it again.
notice-do-no-change-on-card = Take exactly what is due; change is given for cash only.
notice-do-take-the-rest = Take the rest in cash or by card.
notice-do-give-cash-back = Give the cash back, or take less by card.
notice-do-choose-returned = Choose what is returned, each line once.
notice-do-return-less = Return no more than that.
notice-do-ask-customer = Ask the customer for a name.
notice-do-deposit-by-money = Choose how the deposit is paid.
notice-do-larger-deposit = Take a larger deposit.
notice-do-smaller-deposit = Take a smaller deposit.
notice-do-refund-instead = To take the goods back, refund its receipt.
notice-do-new-order = Take a new order if the customer wants one.
notice-do-keep-less = Keep no more than that. A delivery fee always goes back.
notice-do-close-shift = Count the drawer and close that shift first.
notice-do-cashier-or-supervisor = Let that cashier do it, or a supervisor.
notice-do-check-amount = Check the amount and type it again.
notice-do-smaller-amount = Type a smaller amount.
notice-do-notes-and-coins = Count the notes and coins of the bazaar's currency.
notice-do-count = Count the drawer, then close the shift.
notice-do-count-or-reason = Count once more; if it stays, write why.
notice-do-open-day = A supervisor opens the day first.
notice-do-open-shift = Open a shift with the float first.
notice-do-close-day-first = Close that day first.
notice-do-next-day = Open the next day.
notice-do-check-clock = Check the date of this machine.
notice-do-open-anyway = A supervisor can open it all the same.
notice-do-close-shifts = Count those drawers and close the shifts, then close the day.
notice-do-finish-parked = Pay it, void it with a reason, or carry it over to the next day.
notice-do-close-day = Close the day first.
notice-do-check-family = Look the family up in the list.
notice-do-show-statement = Show its statement; to settle anew, reverse the settlement first.
notice-do-next-settlement = What is still open enters its next settlement.
notice-do-check-statement-number = Read the number on the statement again.
notice-do-reverse-last = Reverse that one first.
notice-do-settle-again = Settle the family again.
notice-do-settle = Close and settle the day first.
notice-do-pay-from-safe = Pay from the safe, or open a shift.
notice-do-fill-or-pay-part = Put cash in first, or pay a part.
notice-do-give-reference = Type the number of the transfer or cheque.
notice-do-other-folder = Choose another folder.
notice-do-restore-or-other-folder = Choose another folder, or restore a backup (sanduq restore FILE).
notice-do-make-writable = Check the permissions of the folder and whether the disk is write-protected.
notice-do-close-other-program = Close it there, then try again.
notice-do-verify-or-restore = Check it (sanduq verify). If it stays damaged, restore the last backup (sanduq restore FILE).
notice-do-rebuild = The journal itself is whole. Make the rest anew from it (sanduq rebuild).
notice-do-restore = Keep this file as it is for whoever looks into it, and restore the last good backup (sanduq restore FILE).
notice-do-make-room = Make room on the disk, then do it again.
notice-do-other-backup = Take another backup.
notice-do-backup-properly = Make the backup again with "sanduq backup FILE"; do not copy the file of a running till.
notice-do-report = Nothing was written. Do not go on with this step; report it, with this text.
notice-do-check-disk = Check the disk or the file, then try again.
notice-do-again-or-verify = Try again. If it comes back, check the data (sanduq verify).
notice-export-unwritable = The export can't be written: { $detail }
notice-do-other-place = Choose another place with room that can be written to, and export again. Nothing is lost.

## Files taken in

notice-import-problems = { $count ->
    [one] One place in the file can't be read:
   *[other] { $count } places in the file can't be read:
}
notice-import-place = { $place }: { $reason }
notice-place = sheet { $sheet }, row { $row }, column { $column }
notice-import-taken = { $file } was taken in on { $date }.
notice-import-day-traded = This till has already traded on { $date }.
notice-import-before-last = The file has sales of { $date }, before the last trading day of this till ({ $last }).
notice-import-day-open = The trading day { $date } is still open.
notice-do-mend-file = Nothing was taken in. Correct these places and import the file again.
notice-do-other-file = Nothing was taken in a second time. If this is another file, save it with its own contents and try again.
notice-do-take-days-out = Take the rows of that day out of the file, or import it at another till.
notice-do-close-day-then-import = Close that day first, then import.
notice-do-choose-table = Nothing was taken in. Choose a CSV or Excel file with a row of headings, such as the ones in the examples.
notice-cell-missing = it is empty and must be filled
notice-cell-nested = it is an object or a list, where one text or number should be
notice-cell-failed-formula = its formula failed
notice-cell-unclear-percentage = it may be a fraction or a percentage: write it with %
notice-cell-not-a-date = it is not a date such as 2026-11-26 or 26/11/2026
notice-cell-not-a-time = it is not a time of day such as 18:30
notice-cell-unknown-word = it is none of: { $known }
notice-cell-bad-code = a code has only letters, digits and - _ . /, at most 40
notice-cell-twice = it stands already in row { $row }
notice-cell-unknown-package = the bazaar has no such package
notice-cell-unknown-family = no family is registered under this code or name
notice-cell-ambiguous-family = several families have this name: { $codes }; write the family’s code
notice-cell-no-code-left = the codes of the families leave no room for a next one; add a column of codes
notice-cell-other-account = family { $code } has this name and another account; if the account changed, write the family’s code
notice-cell-not-a-phone = it is not a phone number
notice-cell-unknown-line = there is no such product line
notice-cell-ambiguous-name = several product lines have this name: { $skus }
notice-cell-other-family = this code belongs to family { $family }
notice-cell-barcode-taken = this barcode belongs to { $sku }
notice-cell-bad-iban = a digit of the account is wrong
notice-cell-tax-number-missing = a seller registered for tax needs its tax number
notice-cell-tender-missing = the file does not say how it was paid: give --tender
notice-cell-out-of-range = this amount or quantity is not possible here
notice-number-none = it is not a number
notice-number-unknown-word = “{ $word }” means nothing beside a number
notice-number-other-currency = “{ $word }” is another currency
notice-number-ambiguous = it can be read in two ways: write 1250 or 1.25
notice-number-too-fine = at most { $allowed } decimals are possible
notice-number-too-large = it is beyond any amount
notice-file-unreadable = { $path } can't be read: { $detail }
notice-file-too-large = The file is too large.
notice-file-empty = The file is empty.
notice-file-no-spreadsheet = The file is no spreadsheet but { $kind }.
notice-file-locked = The workbook is locked with a password.
notice-file-damaged = The workbook is damaged.
notice-file-unclosed-quote = A quotation mark opened in row { $row } is never closed.
notice-file-no-header = No row of headings was found. Columns that are needed: { $missing }
notice-file-header-lacks = In sheet { $sheet } row { $row } looks like the headings, but lacks: { $missing }
notice-file-do-head-columns = Nothing was taken in. Put these headings over their columns in one row, then choose the file again.
notice-file-duplicate-heading = In sheet { $sheet } the columns { $first } and { $second } are both headed “{ $heading }”.
notice-file-other-table = This file holds { $found }, not { $expected }.
notice-file-no-records = Sheet { $sheet } has no rows under its headings.
notice-table-families = families
notice-table-lines = product lines
notice-table-sales = sales
notice-looks-pdf = a PDF
notice-looks-picture = a picture
notice-looks-web-page = a web page
notice-looks-archive = an archive or document
notice-looks-other = something else
notice-journal-schema = The database's own { $name } is not as this program made it.

## The families' goods

notice-goods-none = No goods are named.
notice-goods-of-other = { $sku } belongs to family { $family }.
notice-goods-twice = { $sku } stands on the list twice.
notice-goods-quantity = { $sku }: the quantity must be above zero and not that large.
notice-goods-whole = { $sku } is counted in whole pieces.
notice-goods-date = { $sku } would be best before { $date }, before it was made.
notice-goods-never = Nothing of { $sku } was ever handed in.
notice-goods-left = By the books { $left } of { $sku } are left, not { $asked }.
notice-goods-no-price = { $sku } has no price to make the loss good at.
notice-goods-nothing = Family { $family } has handed nothing in.
notice-goods-not-counted = { $sku } was not counted.
notice-do-name-goods = Choose goods of this family.
notice-do-goods-once = Put the whole quantity on one line.
notice-do-check-dates = Check the two dates.
notice-do-intake-first = First take the goods in from the family.
notice-do-count-unsold = Count again; if more are there, count the unsold goods to set the books right.
notice-do-adjust-instead = Let the loss be the family's and correct its account by the amount agreed.
notice-do-count-all = Count every product line; write 0 where there is nothing.

## Spreadsheets as people have them

notice-cell-unreckoned-formula = the file does not hold the result of this formula: open it in a spreadsheet program, save it and import it again
notice-cell-digits-cut = the spreadsheet program has cut digits off this number: make the column text and write the number again
notice-cell-hijri-untold = if this is a Hijri date, write هـ behind it or in the heading; else correct the year

notice-import-text-reason = “{ $text }”: { $reason }
notice-import-register-changed = The register was changed since the file was looked at. Nothing was taken in.
notice-import-do-preview-again = Look at the file again and take it in then.
notice-import-alike-name = the same name
notice-import-alike-phone = the same phone
notice-import-alike-iban = the same account
notice-import-alike-licence = the same licence number
notice-import-suspected = { $alike } as { $code } ({ $name })
notice-import-suspected-row = { $alike } as { $code } ({ $name }) in row { $row }
notice-import-sold-by-staff = the staff
notice-import-sold-by-family = the family itself
notice-import-yes = yes
notice-import-no = no
notice-import-column-code = Code
notice-import-column-family = Family
notice-import-column-name-ar = Arabic name
notice-import-column-name-en = English name
notice-import-column-package = Package
notice-import-column-sells-through = Money taken by
notice-import-column-licence-kind = Licence
notice-import-column-licence-number = Licence number
notice-import-column-licence-expiry = Licence ends
notice-import-column-phone = Phone
notice-import-column-iban = Account
notice-import-column-commission = Commission
notice-import-column-fee = Fee per day
notice-import-column-tax-registered = Registered for tax
notice-import-column-tax-number = Tax number
notice-import-column-advance = Instalment of the advance
notice-import-column-proxies = May collect
notice-import-column-active = Takes part
notice-import-column-unit = Unit
notice-import-column-price = Price
notice-import-column-barcode = Barcode
notice-import-column-best-before = Best before
notice-import-column-made-to-order = Made to order
notice-import-column-contact = Contact
notice-import-column-support = Support received
notice-import-column-support-from = Support given by
notice-import-column-support-date = Support given on
notice-import-column-food = Makes food
notice-import-column-keeps-days = Keeps, in days

notice-edition-code-needed = The code { $code } does not end in a number that could go on.
notice-edition-same-code = { $code } is the code of the last edition.
notice-do-edition-code = Give the next edition a code of its own with --code.

## The register

notice-register-taken = { $family } is a family already.
notice-register-check-missing = There is no family { $family }; { $known } is that code with its check digit.
notice-register-sum = { $family }: a fee, an instalment or a support can't be negative or that large.
notice-register-keeps = { $family }: nothing eaten keeps longer than { $most } days.
notice-family-mistyped = { $family } was mistyped: its check digit, the last one, does not fit.
notice-do-whole-code = Read the code again from the family's paper, with the digit at its end.
notice-do-other-code = Give the new family another code, or open the one there is.
notice-goods-no-date = { $sku } is eaten and has no date it is best before.
notice-goods-keeps = { $sku } keeps until { $date } as agreed with the family, not longer.
notice-do-give-date = Give the date written on it.
notice-cell-check-digit = the code was mistyped: its last digit does not fit
notice-cell-check-missing = the check digit is missing: { $known } is such a family

## Money that went to a family

notice-unknown-payout = There is no such payout.
notice-payout-taken-back = Payout { $number } was taken back already.
notice-may-not-collect = { $person } is not among those who may collect for { $family }.
notice-do-check-payout = Look it up in the family's history.
notice-do-registered-collector = Choose one of the people registered, or have the organiser add them to the register first.

## Balances from one edition to the next

notice-carry-day-open = The trading day { $day } is still open.
notice-carry-other-currency = This bazaar's money is { $from }, the next edition's is { $to }.
notice-carry-training = Balances of a training never meet those of a bazaar.
notice-carry-other-books = These balances were carried to another copy of { $expected }; the data here ({ $found }) can't take them in.
notice-carry-do-close-and-settle = Close it and settle the families; then carry the balances.
notice-carry-do-pay-here = Pay the families here, or give the edition the same currency.
notice-carry-do-other-folder = Name the folder of the edition they belong to.
notice-carry-do-register = Enter the family in the register of the next edition, then carry the balances again.
notice-carry-left-not-settled = { $family }: not settled yet. Settle it, then carry again.
notice-carry-left-orders = { $family }: { $count ->
    [one] order { $orders } is open. Hand it over or cancel it
   *[other] { $count } orders are open ({ $orders }). Hand them over or cancel them
 }, settle, then carry again.
notice-carry-left-otherwise = { $family }: its balance is there already, with other sums, since the data here was taken back from a backup. Compare both statements and correct its account there.
notice-carry-left-not-registered = { $family }: not in the register of the next edition. Enter it there, then carry again.
notice-carry-left-other-name = { $family }: the family of this code is { $here } here and { $there } in the next edition. If they are the same family, give it the same name in both and carry again; if not, give each a code of its own in the next edition or pay it here.

## The folder of the next edition

notice-edition-folder-of-this = { $path } is the folder of this edition itself.
notice-edition-folder-taken = A bazaar is set up in { $path } already: { $code }.
notice-edition-folder-not-empty = There are other files in { $path }.
notice-edition-folder-unwritable = Nothing can be written to { $path }.
notice-edition-folder-full = There is no room left on the disk of { $path }.
notice-edition-do-new-folder = Give the next edition a new folder of its own.
notice-edition-do-writable-folder = Choose a folder on this machine that you may write to.

## Balances taken back from a lost edition

notice-back-nothing = Nothing that was carried to { $edition } can be taken back.
notice-back-do-code = Look at the code of the edition. What was taken back once is here already.
notice-back-arrived = The balances carried to { $edition } have arrived there.
notice-back-do-pay-there = Pay the families there. If its folder is gone, restore its backup.
notice-carry-left-twice = { $family }: its balance was taken back here, but { $edition } has it too. It is owed twice: pay it in one of the two only, and correct its account in the other.
notice-unlawful-not-carried-out = balance { $transfer } was not carried out, or is back already

## Databases that are only looked into

notice-elsewhere-at-work = { $path } is at work in another program, so it can't be looked into.
notice-elsewhere-open-here = { $path } is open in this program already.
notice-elsewhere-missing = There is no file { $path }.
notice-elsewhere-faulty = { $path } can't be trusted: { $detail }
notice-elsewhere = { $path }: { $detail }
notice-do-close-there = Close it there, or choose a backup made there with "sanduq backup FILE".
notice-do-other-database = Choose the till.sqlite of another till or edition, or a backup of one.
notice-many-parted = { $one } and { $other } are both journals of till { $till }: they agree up to record { $records } and differ after it. One of them was restored from a backup and used on, so their sums can't be added.
notice-do-many-parted = Give only the one that is right, and keep the other as it is.
notice-many-nothing = No bazaar is set up in { $path }.
notice-many-training = { $path } was practised on, and practice is not counted with real sales.
notice-many-no-family = No family { $family } in any of these databases.
notice-many-other-currency = { $bazaar } is reckoned in { $other } and this bazaar in { $own }; their amounts can't be laid beside each other.
notice-many-no-such-day = { $bazaar } had no day { $number } to lay beside this one.
notice-do-other-day = Choose another day, or the whole bazaar.

## Orders of the online shop
notice-orders-table = shop orders
notice-orders-looks-json = a JSON file
notice-orders-broken-json = The JSON is broken at line { $line }, column { $column }.
notice-orders-none-in-json = This JSON holds no orders.
notice-orders-place = Order { $order } of the file: { $path }
notice-orders-other-than-above = other than row { $row } of the same order says
notice-orders-total-other = not what the order comes to: goods less discount, with delivery, make { $reckoned }
notice-orders-fee-of-collected = a delivery fee on an order the customer collects
notice-orders-paid-too-much = more than the order comes to
notice-orders-paid-how = something was paid, and the payment method does not say how
notice-orders-cancelled = Cancelled in the shop, so it is left out.
notice-orders-waiting = Not paid or confirmed in the shop yet, so it is left out for now.
notice-orders-cancelled-since = Cancelled in the shop since it was taken in; here it is order { $number }, still open. Cancel it on the orders' screen.
notice-orders-cancelled-late = Cancelled in the shop, but handed over here: order { $number }. If the goods come back, record a refund.
notice-orders-changed = Changed in the shop since it was taken in: { $what }. Order { $number } stays as it was taken.
notice-orders-price-other = { $sku } was sold for { $charged } in the shop and costs { $listed } here. The shop's price counts.
notice-orders-discount-ours = The file does not say who bears the discount, so the organiser does.
notice-orders-aspect-goods = goods or prices
notice-orders-aspect-discount = discount
notice-orders-aspect-fee = delivery fee
notice-orders-aspect-payment = payment
notice-orders-aspect-customer = customer
notice-orders-aspect-due = due date
notice-orders-aspect-note = note
notice-orders-aspect-status = its status in the shop
notice-orders-paid-by = { $amount } ({ $tender })
notice-orders-paid-at-the-door = on delivery
notice-orders-collected = collected by the customer
notice-orders-column-total = Total
notice-orders-column-paid = Paid
notice-orders-column-fee = Delivery fee
notice-orders-column-goods = Goods
notice-orders-column-handing = To
notice-orders-column-due = Due
notice-orders-column-note = Note
notice-orders-do-export-again = Nothing was taken in. Export the orders from the shop again, then take in that file.

## A transfer or cheque recorded twice

notice-paid-out-already = { $means } { $reference } is recorded already: payout { $number } of { $amount } to { $family }.
notice-paid-in-already = { $means } { $reference } is recorded already: { $number }, { $amount } paid in by { $family }.
notice-do-other-reference = If this is another one, check its number.
notice-do-other-reference-or-back = If this is another one, check its number. If the earlier one never arrived, take that payout back first.

## Goods past their date in a shop's orders
notice-expired-goods = { $name } (best before { $date })
notice-orders-expired = { $name } is good until { $date } and will be past its date when the order is due. It is then handed over only with the word of a supervisor.
notice-run-left = Order { $number } of { $customer } stays here, with goods past their date: { $goods }. Hand it over by itself with the word of a supervisor, or cancel it.
notice-run-left-approval = Order { $number } of { $customer } stays here, as it needs the word of a supervisor. Hand it over by itself with that word.

## A shop's order that one file names the shop of and another does not
notice-import-alike-shop-number = the same shop number
notice-orders-perhaps-known = May be order { $number } of { $file }: the number and the customer are the same, and one of the two does not name its shop. Not taken again; if it is another order, give it another number in the file.
notice-orders-perhaps-twice = May be the order in row { $row }: the number and the customer are the same, and one of the two does not name its shop. Taken once; if it is another order, give it another number in the file.

## Sales recorded elsewhere
notice-sales-row-other = not what the row comes to: quantity times price, less the discount, make { $reckoned }
notice-sales-no-unit-price = no price of one makes this sum: write the unit price in a column of its own
notice-sales-gives-back = this row gives back what another one sold: take both out
notice-sales-two-discounts = the row has an amount taken off and a percentage: leave one of them
