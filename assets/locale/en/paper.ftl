# Words on paper: receipts, reports, statements, slips. Keys begin with "paper-".

## Papers for customers

paper-receipt = Sales receipt
paper-refund = Refund receipt
paper-order = Order and deposit
paper-family-order = Order for the family
paper-family-order-note = Please finish it by its date and bring it with this slip.
paper-order-cancelled = Order cancelled
paper-training = TRAINING
paper-copy = COPY { $number }
paper-number = No.
paper-date = Date
paper-trading-day = Trading day
paper-cashier = Cashier
paper-approved-by = Approved by
paper-reason = Reason
paper-times = { $quantity } × { $price }
paper-line-discount = discount { $amount }
paper-subtotal = Subtotal
paper-line-discounts = Discount on items
paper-discount = Discount
paper-discount-percent = Discount { $rate }
paper-rounded-down = Cash rounded down by
paper-rounded-up = Cash rounded up by
paper-total = Total
paper-change = Change
paper-reference = ref. { $reference }
paper-thanks = Thank you for supporting productive families
paper-refund-note = Please bring this receipt to exchange or return goods
paper-of-sale = For sale
paper-returned-total = Refunded
paper-returned-by = Returned: { $tender }
paper-returned-cash = Returned in cash
paper-customer = Customer
paper-deliver-to = Deliver to
paper-due-on = Due on
paper-wish = Wish
paper-deposit-by = Deposit: { $tender }
paper-order-balance = Balance due
paper-order-bring = Please bring this slip to collect your order
paper-order-number = Order no.
paper-deposit-kept = Kept of the deposit

## Tax

paper-tax-invoice = Tax Invoice
paper-tax-credit-note = Tax Credit Note
paper-simplified-tax-invoice = Simplified Tax Invoice
paper-simplified-tax-credit-note = Credit Note of a Simplified Tax Invoice
paper-seller = Seller
paper-address = Address
paper-tax-number = TRN
paper-before-tax = Taxable amount
paper-vat = VAT { $rate }
paper-with-tax = Including tax

## Signatures

paper-signature-customer = Customer's signature
paper-signature-receiver = Receiver's signature or thumbprint
paper-signature-organiser = Organiser's signature
paper-signature-cashier = Cashier's signature
paper-signature-supervisor = Supervisor's signature

## Shift and drawer

paper-shift = Shift closed
paper-closed-at = Closed at
paper-till = Till
paper-denomination = Note or coin
paper-pieces = Pieces
paper-amount = Amount
paper-float = Float
paper-expected = Expected
paper-counted = Counted
paper-over = Over
paper-short = Short
paper-exact = Exact

## Reports of the day

paper-x-report = X report
paper-z-report = Z report
paper-x-reminder = A reading; the day stays open
paper-made-at = Time
paper-made-by-staff = Made by
paper-missing-tills = Tills not included
paper-sales-made = Sales
paper-refunds-made = Refunds
paper-net-paid = Net
paper-tax-within = Tax included
paper-discounts-family = Discounts by families
paper-discounts-organiser = Discounts by the organiser
paper-voids = Voided tickets
paper-so-many = { $label } ({ $count })
paper-drawer-openings = Drawer opened, no sale
paper-receipts = Receipt numbers
paper-from-to = { $first } – { $last }
paper-by-tender = By tender
paper-by-package = By package
paper-by-family = By family
paper-by-till = By till
paper-by-cashier = By cashier
paper-by-hour = By hour
paper-family = Family
paper-number-of = No.
paper-lines = Lines
paper-net = Net
paper-credited = To family
paper-of-sales = sales { $amount }
paper-of-deposits = deposits { $amount }
paper-of-refunds = refunds { $amount }
paper-of-deposits-returned = deposits returned { $amount }
paper-orders = Orders and deposits
paper-deposits-taken = Deposits taken
paper-deposits-used = Deposits used at handover
paper-deposits-returned = Deposits returned
paper-deposits-kept-families = Deposits kept by families
paper-deposits-kept-organiser = Deposits kept by the organiser
paper-cash-moved = Cash moved
paper-paid-in = Paid in
paper-paid-out = Paid out
paper-dropped = Brought to the safe
paper-payouts-drawers = Payouts to families
paper-family-payments-drawers = Paid in by families
paper-drawers = Drawers
paper-proof = Proof of the day
paper-proof-received = Received in all tenders
paper-proof-families = Credited to families
paper-proof-discounts = Organiser's discounts
paper-proof-tax = Organiser's tax
paper-proof-rounding = Cash rounding
paper-proof-deposits = Deposits held
paper-proof-kept = Deposits kept
paper-proof-holds = The sums agree
paper-proof-fails = The sums do not agree
paper-carried-over = Tickets carried over
paper-perpetual = Perpetual totals of the till
paper-perpetual-sales = All sales
paper-perpetual-refunds = All refunds
paper-journal = Journal
paper-journal-up-to = Up to entry
paper-journal-head = Seal

## Statement and payout

paper-statement = Family statement
paper-until = until
paper-goods-sold = Your goods sold
paper-product-line = Item
paper-quantity = Qty
paper-price = Price
paper-per-unit = price per { $unit }
paper-late-sales = late, of { $day }
paper-discount-not-yours = discount { $amount }, by the organiser
paper-discount-yours = discount { $amount }, by you
paper-reckoning = Reckoning
paper-sales = Sales at list price
paper-taken-off = Less
paper-added = Plus
paper-family-discounts = Discounts at your cost
paper-refunds = Refunds
paper-earlier-refund = { $amount } of it for an earlier day
paper-organiser-tax = Tax the organiser pays
paper-net-sales = Net sales
paper-commission = Commission { $rate } of { $base }
paper-adjustment = Adjustment
paper-kept-deposit = Deposit of cancelled order { $order }
paper-advance-instalment = Advance instalment
paper-advance-left = { $amount } of the advance remains
paper-held = Money you took at your stall
paper-brought-forward = Brought forward to you
paper-brought-forward-owed = Brought forward, owed by you
paper-payable-to-family = Payable to you
paper-payable-by-family = Payable by you
paper-paid-by = Paid: { $means }
paper-left-owed-to-family = Carried forward to you
paper-left-owed-by-family = Carried forward, owed by you
paper-fee-times = charged { $count } times
paper-all-paid = Paid in full
paper-still-owed-to-family = Still to be handed to you: { $amount }
paper-still-owed-by-family = Still to be paid by you: { $amount }
paper-day-by-day = Day by day
paper-handed-over = Handed over
paper-balance = Balance
paper-page = Page { $page } of { $pages }
paper-made-from = Made on { $moment } from the books up to record { $record }
paper-payout = Payout slip
paper-payout-amount = Amount paid
paper-family-payment = Payment from a family
paper-paid-in-by-you = Paid in by you
paper-family-payment-amount = Amount received
paper-means = Means
paper-reference-number = Reference
paper-collected-by = Collected by
paper-handled-by = Handled by

## Printer test page

paper-test = Printer test
paper-test-ruler = Both ends of the ruler must be visible
paper-test-printer = Printer
paper-test-profile = Profile
paper-test-width = Width
paper-test-width-value = { $dots } dots, { $width } mm
paper-test-dots = All letters are drawn as dots; the printer's code page does not matter
paper-test-cut = The cut comes after the line

## Papers without prices, and labels

paper-gift-receipt = Gift receipt
paper-gift-note = To exchange the present, please bring this slip
paper-collection = Collection slip
paper-collection-paid = Paid
paper-collection-note = Hand the goods out against this slip
paper-kitchen = Kitchen
paper-intake = Intake note
paper-unsold = Unsold goods returned
paper-unsold-kept = Unsold goods counted
paper-goods-returned = Goods returned to the family
paper-goods-lost = Goods written off
paper-loss-credit = Made good to the family
paper-handed-in-by = Handed in by
paper-goods-over = { $quantity } over
paper-reported-by = Reported by
paper-taken-by = Taken by
paper-counted-goods = Counted
paper-expected-goods = Expected
paper-missing-goods = Missing
paper-batch = Batch { $name }
paper-batch-produced = Made { $day }
paper-batch-best-before = Best before { $day }
paper-label = Label
paper-label-produced = Produced
paper-label-best-before = Best before
paper-label-ingredients = Ingredients
paper-lines-counted = Product lines counted:
paper-signature-family = Family's signature or thumbprint
paper-column-goods = Goods
paper-column-quantity = Qty
paper-column-price = Price
paper-visitors = Visitors
paper-visitors-entered = Came in
paper-visitors-left = Went out
paper-visitors-advised = Advised

## Signed on the screen

paper-thumb-receiver = Receiver's thumbprint
paper-signed-by-receiver = Receiver's signature
paper-signed-for = Signed for { $number }

## Support, advances, payouts taken back

paper-aid = Support and advance
paper-support = Support received, a gift
paper-advance-to-give-back = Advance still to be given back
paper-payout-taken-back = Payout taken back
paper-payout-taken-back-amount = Amount taken back

## The online shop
paper-delivery-fee = Delivery fee
paper-shop-order = Shop order
paper-deliveries = Delivery fees
paper-deliveries-tax = Tax in them
paper-proof-delivery = Delivery fees
