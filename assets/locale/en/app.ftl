# Words on the screens. Keys begin with "app-".

## The shell

app-shell-day-closed = No day open
app-shell-laid-down = Your ticket is kept. You find it when you sign in again.
app-shell-copy = Copy { $number } is printing.
app-shell-papers = Printers and papers
app-shell-printer-well = Ready
app-shell-printer-trouble = Look at it
app-shell-printer-pictures = As pictures in the folder of papers
app-shell-printer-test = Test page
app-shell-papers-none = Nothing waits
app-shell-papers-none-body = Every paper has been printed.
app-shell-drawer = Opening the drawer
app-shell-paper-there = It is there
app-shell-paper-again = Print a copy
app-shell-paper-now = Print it
app-shell-paper-give-up = Give up

## A printer is set up

app-printer-set-up = Set up
app-printer-title = Set up a printer
app-printer-way = How is it connected?
app-printer-network = By network
app-printer-network-hint = Cable or Wi-Fi, with an address
app-printer-usb = By USB
app-printer-usb-hint = Plugged into this till
app-printer-pictures = No printer
app-printer-pictures-hint = Papers are kept as pictures
app-printer-address = Address of the printer
app-printer-address-hint = It is on the page the printer prints of itself: hold its feed key while you switch it on.
app-printer-no-address = This is no address. It looks like 192.168.1.100.
app-printer-onward = Next
app-printer-back = Back
app-printer-looking = Looking for printers…
app-printer-look-again = Look again
app-printer-usb-none = No USB printer found
app-printer-usb-none-body = Switch it on, plug it in, and look again.
app-printer-usb-closed = This till may not look at USB
app-printer-usb-closed-body = Whoever looks after the computer can allow it.
app-printer-model = Which printer is it? If it is not here, choose a generic one.
app-printer-generic = Generic printer
app-printer-paper = { $width } mm paper
app-printer-try = Print a test page
app-printer-try-again = Try again
app-printer-trying = The test page is on its way…
app-printer-trying-body = This takes a few seconds.
app-printer-came-out = Did the page come out well?
app-printer-look-at-page = Both edges of the ruler are there, nothing is cut off, and the letters are clear.
app-printer-look-at-picture = It lies in the folder of papers, under the name test-page.
app-printer-yes = Yes, keep it
app-printer-no = No, change it
app-printer-kept = The printer is kept, and in use from now on.
app-printer-not-kept = The settings could not be written. Nothing has changed.
app-printer-add = Add a printer
app-printer-remove = Remove this printer
app-printer-removed = The printer is removed. What it printed comes out of the first one.
app-printer-serial = By serial cable
app-printer-serial-hint = A round or 9-pin plug, or an adapter
app-printer-serial-name = Port the cable is plugged into
app-printer-serial-name-hint = The page the printer prints of itself names its speed.
app-printer-speed = Speed in bits a second
app-printer-slow = At this speed a receipt takes { $seconds } seconds. Choose a faster one if the printer can.
app-printer-queue = By a queue
app-printer-queue-hint = A raw queue of CUPS
app-printer-queue-name = Name of the queue
app-printer-queue-name-hint = What becomes of a paper there nobody tells the till.
app-printer-no-queue = This is no name of a queue.
app-printer-node = By the system's driver
app-printer-node-hint = A device such as ⁦/dev/usb/lp0⁩
app-printer-node-name = Path of the device
app-printer-node-name-hint = The till must be allowed to write to it.
app-printer-file = Into a file
app-printer-file-hint = For another program to read
app-printer-file-name = Path of the file
app-printer-file-name-hint = Every paper is added to its end.
app-printer-no-path = This is no path. It begins with a slash.
app-printer-found = Found on this till
app-printer-uses = What does it print?
app-printer-uses-hint = What you do not choose comes out of the first printer.
app-printer-prints-receipts = Receipts, and the drawer
app-printer-prints-slips = Slips for families and the kitchen
app-printer-prints-labels = Labels
app-printer-prints-reports = Reports and statements
app-printer-stands-in = Takes over when another is out of reach
app-printer-keep = Keep it

## Signing in

app-sign-title = Who is at the till?
app-sign-body = Touch your name, then type your PIN.
app-sign-choose = Touch your name
app-sign-choose-body = The pad for your PIN appears here.
app-sign-pin = Type your PIN
app-sign-demo-pin = PIN { $pin }
app-sign-enter = Sign in
app-sign-asking = Checking…
app-sign-first-title = Welcome to the bazaar
app-sign-first-body = This till is new. The organiser chooses a PIN before anything else.
app-sign-first-pin = Choose a PIN of at least 6 digits
app-sign-first-again = Type it once more
app-sign-next = Next
app-sign-set = Set the PIN
app-sign-not-the-same = The two were not the same. Choose a PIN again.
app-sign-interrupted = The till stopped in the middle of a ticket. Nothing is lost: sign in and go on.
app-sign-last = Last recorded sale { $number } · { $amount } · { $time }
app-sign-ticket-waits = { $lines ->
    [one] Ticket of { $lines } line
   *[other] Ticket of { $lines } lines
}

## The people

app-sign-badge = Or scan your badge.
app-staff-badge = Give a badge
app-staff-badge-new = New badge
app-staff-badge-scan = Scan the badge now
app-staff-badge-take = Remove badge
app-staff-badge-done = { $name } has a badge.
app-staff-badge-gone = { $name } has no badge any more.
app-staff-title = Staff and PINs
app-staff-hint = A new PIN for somebody
app-staff-choose = Choose somebody
app-staff-choose-body = Whoever has no PIN yet, or has forgotten it, gets a new one here.
app-staff-new-pin = They type a new PIN of at least { $least } digits
app-staff-done = { $name } has a new PIN.

## Selling: the shelf

app-sell-search = Search goods, family or code; or scan
app-sell-all = All
app-sell-open-price = Ask price
app-sell-families = Families
app-sell-left = { $left } left
app-sell-none-left = None left
app-sell-goods-left = Left of what was handed in
app-sell-mark-sold-out = Sold out
app-sell-mark-expired = Expired
app-sell-goods-family = Family
app-sell-goods-code = Code
app-sell-goods-best-before = Best before
app-sell-goods-pin = Pin to the front
app-sell-goods-unpin = Unpin
app-sell-goods-out = Sold out
app-sell-goods-back = There are some again
app-sell-goods-sold-out = Marked as sold out. Is there one after all?
app-sell-goods-expired = Past its date. It is sold only with the word of a supervisor.
app-sell-goods-expired-sell = Sell with approval
app-sell-goods-back-and-sell = There are some again: sell
app-sell-goods-last-one = Sell this one only
app-sell-nothing-found = Nothing found for “{ $query }”
app-sell-nothing-found-body = Try fewer letters, or the name of the family.
app-sell-no-goods = No goods here yet
app-sell-no-goods-body = The organiser adds goods to this package.
app-sell-unknown-code = No goods bear the code { $code }.
app-sell-scan-later = Finish this first, then scan.

## Selling: the ticket

app-sell-ticket = Ticket
app-sell-empty = The ticket is empty
app-sell-empty-body = Touch goods to add them, or scan a barcode.
app-sell-came-back = This ticket is back as it was. It is not fully paid yet.
app-sell-last = Last sale { $number }
app-sell-unknown-title = Payments not known
app-sell-unknown = { $count ->
    [one] { $count } payment is not known
   *[other] { $count } payments are not known
}
app-sell-times = { $quantity } × { $price }
app-sell-price-changed = price changed
app-sell-less = { $amount } off
app-sell-exchange = Exchange: { $amount } counts
app-sell-exchange-from = came back from { $number }
app-sell-all-sales = Find another sale
app-sell-subtotal = Subtotal
app-sell-discounts = Discounts
app-sell-discount = Discount
app-sell-total = Total
app-sell-exact = Exact cash
app-sell-pay = Pay
app-sell-paid = Paid
app-sell-change = Change due
app-sell-no-change = No change
app-sell-print-again = Print the receipt again
app-sell-print = Print the receipt
app-sell-print-copy = Print a copy
app-sell-print-gift = Gift receipt
app-sell-print-slips = Collection slips
app-sell-give-back = Give back
app-sell-next = Next customer

## Selling: a line

app-sell-line-add = Add to the ticket
app-sell-line-save = Apply
app-sell-line-quantity = Quantity
app-sell-line-weight = Weight
app-sell-line-price = Price
app-sell-line-discount = Discount
app-sell-line-note = Note
app-sell-ask-note = What should stand under this line on the receipt?
app-sell-note-hint = A name, a colour, a size…
app-sell-open-line = Open price
app-sell-open-title = { $family }: open price
app-sell-open-body = Goods of this family that are not in the list.
app-sell-open-name = What is it
app-sell-open-name-hint = A word, if you like
app-sell-open-plain = Sundry goods
app-sell-ask-quantity = How many?
app-sell-ask-weight = How much, in { $unit }?
app-sell-ask-price = What was agreed? These goods have no fixed price.
app-sell-change-price = Another price for this line. A supervisor approves it when it is paid.

## Selling: discounts

app-sell-discount-title = Discount on the ticket
app-sell-discount-percent = Percent
app-sell-discount-amount = Amount
app-sell-discount-who = Who bears it
app-sell-bears-organiser = The organiser
app-sell-bears-family = The family
app-sell-discount-give = Give the discount
app-sell-discount-remove = Take the discount off

## Selling: tickets put aside and given up

app-sell-park-title = Put the ticket aside
app-sell-park-body = It waits under this name until somebody takes it up again.
app-sell-park-name = A name, if you like
app-sell-park-confirm = Put aside
app-sell-park-order = Make it an order
app-sell-park-plain = { $first } and { $more } more
app-sell-parked-title = Tickets put aside
app-sell-parked-about = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
} · { $time }
app-sell-parked-none = No ticket waits
app-sell-parked-none-body = A ticket that is put aside is found here.
app-sell-void-title = Give the ticket up?
app-sell-give-up-title = Give “{ $name }” up?
app-sell-void-body = What was in it is written down with your name and the reason.
app-sell-void-changed-mind = Changed their mind
app-sell-void-mistake = Entered by mistake
app-sell-void-no-money = Could not pay
app-sell-void-trial = Only a trial
app-sell-void-confirm = Give the ticket up

## Selling: the last sale

app-sell-last-title = Last sale
app-sell-last-none = Nothing sold yet
app-sell-last-none-body = The last sale of this till is found here.

## How the screen looks

app-look-title = This till's screen
app-look-language = Language
app-look-colours = Colours
app-look-light = Light
app-look-dark = Dark
app-look-contrast = High contrast
app-look-size = Text size
app-look-small = Small
app-look-medium = Medium
app-look-large = Large
app-look-largest = Largest
app-look-digits = Digits in Arabic
app-look-kiosk = Window
app-look-kiosk-on = Whole screen
app-look-kiosk-off = In a window
app-look-kiosk-who = A supervisor who is signed in can change this.
app-look-customer = Customer's window
app-look-customer-on = Open
app-look-customer-off = Closed
app-look-photos = Photographs of goods
app-look-photos-on = Shown
app-look-photos-off = Hidden
app-look-not-kept = The settings could not be written: the screen will look as before when the till starts again.

## Paying

app-pay-goes-back = Goes back to the customer
app-pay-came-back = Came back
app-pay-give-back = Give back { $amount } and finish
app-pay-exchange = Make the exchange
app-pay-back = Back to the ticket
app-pay-due = To pay
app-pay-rest = Still to pay
app-pay-rounding = In cash { $due } ({ $rounding } rounding)
app-pay-recording = Recording…
app-pay-other-sum = Another sum
app-pay-exact = Exactly { $amount }
app-pay-cash = Cash { $amount }
app-pay-change-of = Change { $amount }
app-pay-leaves = { $amount } still to pay
app-pay-family = { $family } took the money
app-pay-card-ask = Take { $amount } on the card machine.
app-pay-card-yes = The card was accepted
app-pay-other-ask = { $kind }: { $amount }. Has it arrived?
app-pay-other-yes = It has arrived
app-pay-not-accepted = Declined
app-pay-unknown = Not known
app-pay-unknown-of = { $kind } { $amount }: not known
app-pay-unknown-with = { $kind } { $amount }, slip { $reference }: not known
app-pay-unknown-body = Ask the machine or the bank. It is not charged again before it is known.
app-pay-unknown-arrived = It arrived
app-pay-unknown-not = It did not
app-pay-receipt = Receipt
app-pay-receipt-print = Print
app-pay-receipt-show = Show
app-pay-receipt-none = None
app-pay-reference = Slip number, if there is one
app-pay-record = Record the sale again

## The customer's display

app-customer-title = Customer display
app-customer-welcome = Welcome
app-customer-total = Total
app-customer-deposit = Deposit
app-customer-balance = Balance due
app-customer-discount = You save
app-customer-paid = You paid
app-customer-change = Your change
app-customer-thanks = Thank you
app-customer-earlier = { $count ->
    [one] and one line before
   *[other] and { $count } lines before
}

## Training

app-training = TRAINING
app-training-body = Nothing you do here counts.
app-training-enter = Training
app-training-hint = Nothing here counts
app-training-leave = End the training

## The online shop
app-customer-delivery = Delivery fee
