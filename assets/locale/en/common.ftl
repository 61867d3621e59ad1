# Words of the trade and shared words. Keys begin with no other file's name.

## Glossary of the trade

term-bazaar = bazaar
term-edition = edition
term-site = site
term-till = till
term-drawer = drawer
term-safe = safe
term-family = family
term-families = families
term-package = package
term-packages = packages
term-product-line = product line
term-product-lines = product lines
term-intake = intake
term-ticket = ticket
term-sale = sale
term-sales = sales
term-receipt = receipt
term-gift-receipt = gift receipt
term-tender = tender
term-change = change
term-refund = refund
term-void = void
term-order = order
term-orders = orders
term-deposit = deposit
term-shift = shift
term-float = float
term-cash-count = drawer count
term-over = over
term-short = short
term-trading-day = trading day
term-report = report
term-x-report = X report
term-z-report = Z report
term-settlement = settlement
term-statement = statement
term-payout = payout
term-commission = commission
term-fee = fee
term-fees = fees
term-advance = advance
term-adjustment = adjustment
term-brought-forward = brought forward
term-carried-forward = carried forward
term-net-sales = net sales
term-payable = payable
term-discount = discount
term-tax = tax
term-voucher = voucher
term-organiser = organiser
term-stall = stall
term-licence = licence
term-price = price
term-quantity = quantity
term-total = total
term-copy = copy
term-training = training

## Roles

role-cashier = cashier
role-supervisor = supervisor
role-organiser = organiser

## Ways to pay

tender-cash = Cash
tender-card = Card
tender-transfer = Bank transfer
tender-wallet = Wallet
tender-voucher = Voucher
tender-deposit = Deposit paid
tender-taken-by-family = Taken by the family

## Ways to pay out

payout-drawer = Cash from the drawer
payout-safe = Cash from the safe
payout-transfer = Bank transfer
payout-cheque = Cheque

## Cash moved

cash-paid-in = Paid in
cash-paid-out = Paid out
cash-drop = Brought to the safe

## State of an order

order-open = open
order-handed-over = handed over
order-delivered = delivered
order-cancelled = cancelled

## Who bears a discount

funder-family = borne by the family
funder-organiser = borne by the organiser

## Kinds of licence

licence-home = Home licence
licence-freelance = Freelance document
licence-social-security = Social security
licence-charity = Charity
licence-other-authority = Other authority

## Units

unit-each = pc
unit-box = box
unit-dozen = dozen
unit-kilogram = kg
unit-gram = g
unit-litre = l
unit-metre = m

## Whole quantities with their units

quantity-each = { $count ->
    [one] { $count }{"\u00A0"}piece
   *[other] { $count }{"\u00A0"}pieces
}
quantity-box = { $count ->
    [one] { $count }{"\u00A0"}box
   *[other] { $count }{"\u00A0"}boxes
}
quantity-dozen = { $count }{"\u00A0"}dozen
quantity-litre = { $count }{"\u00A0"}l
quantity-metre = { $count }{"\u00A0"}m

## Sizes of files

size-bytes = { $count } B
size-kilobytes = { $count } kB
size-megabytes = { $count } MB

## Currencies

currency-name-aed = UAE dirham
currency-name-sar = Saudi riyal
currency-name-qar = Qatari riyal
currency-name-kwd = Kuwaiti dinar
currency-name-bhd = Bahraini dinar
currency-name-omr = Omani rial

currency-sign-aed = AED
currency-sign-sar = SAR
currency-sign-qar = QAR
currency-sign-kwd = KWD
currency-sign-bhd = BHD
currency-sign-omr = OMR

## Weekdays

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

## Gregorian months

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Hijri months

hijri-month-1 = Muharram
hijri-month-2 = Safar
hijri-month-3 = Rabi al-Awwal
hijri-month-4 = Rabi al-Akhir
hijri-month-5 = Jumada al-Ula
hijri-month-6 = Jumada al-Akhirah
hijri-month-7 = Rajab
hijri-month-8 = Shaaban
hijri-month-9 = Ramadan
hijri-month-10 = Shawwal
hijri-month-11 = Dhu al-Qadah
hijri-month-12 = Dhu al-Hijjah

## Dates

date-long = { $day } { $month } { $year }
date-long-hijri = { $day } { $month } { $year } AH
date-short-hijri = { $date } AH
date-with-weekday = { $weekday }, { $date }
date-both = { $first } / { $second }
date-and-time = { $date }, { $time }

## Amounts in words

amount-in-words-only = { $words } only

## Counts

count-lines = { $count ->
    [one] { $count } product line
   *[other] { $count } product lines
}
licence-soon = { $count ->
    [0] Ends today
    [one] Ends in { $count } day
   *[other] Ends in { $count } days
}
licence-expired = Expired
count-families = { $count ->
    [one] { $count } family
   *[other] { $count } families
}

## Printers: what is the matter and what to do

printer-paper-out = The paper is out: open the lid, put in a new roll and close it.
printer-cover-open = The printer's lid is open: close it until it clicks.
printer-cutter-jammed = The cutter is jammed: switch the printer off, clear the paper, switch it on.
printer-fault = The printer has a fault: switch it off and on.
printer-offline = The printer is offline: press its feed button or switch it off and on.
printer-no-answer = The printer does not answer: switch it off and on.
printer-unreachable = The printer cannot be reached: check that it is on and its cable is in.
printer-not-permitted = This user may not use the printer: ask whoever looks after the machine.
printer-broke-off = Contact with the printer was lost on the way.
printer-unconfirmed = The printer did not say that it is printed.
printer-stood-still = The printer stood still for too long.
printer-no-drawer = There is no drawer on this printer: open it with its key.
printer-drawer-shut = The drawer did not open: open it with its key.
printer-program-ended = The till was closed or lost power meanwhile.
printer-other-printer = It was made for another printer.
printer-unreadable = The stored paper is damaged.

printer-state-waiting = In line.
printer-state-blocked = Not printed yet; it is tried again by itself.
printer-state-printing = Being printed; it goes on by itself.
printer-state-printed = Printed.
printer-state-sent = Sent; this printer does not confirm.
printer-state-asking = Is it printed? Look at the printer.
printer-state-held = It waited for long. Is it still wanted?
printer-state-failed = It was not done.
printer-state-given-up = Given up.

## Balances from one edition to the next

carried-to-edition = Carried to edition { $edition }
brought-from-edition = Brought forward from edition { $edition }
taken-back-from-edition = Taken back from edition { $edition }
carried-advance = with it, of the advance: { $amount }
