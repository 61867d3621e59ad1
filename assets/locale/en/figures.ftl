# The organiser's figures: dashboard, plots and money proof, on screen and on paper. Keys begin with "figures-".

## The days that are shown

figures-whole-bazaar = The whole bazaar
figures-span = { $first } to { $last }

## The large figures

figures-takings = Takings
figures-after-refunds = after refunds of { $amount }
figures-versus = against { $value }
figures-sales = Sales
figures-lines =
    { $count ->
        [one] { $count } line sold
       *[other] { $count } lines sold
    }
figures-average-basket = Average basket
figures-visitors = Visitors
figures-nobody-counted = nobody was counted at the door
figures-per-hundred = { $sales } sales per hundred visitors

## The other figures

figures-refunded = Refunds
figures-refunds =
    { $count ->
        [one] { $count } refund
       *[other] { $count } refunds
    }
figures-family-discounts = Discounts the families bear
figures-organiser-discounts = Discounts the organiser bears
figures-over-short = Drawers over or short
figures-drawers =
    { $count ->
        [one] { $count } drawer counted
       *[other] { $count } drawers counted
    }
figures-paid-out = Paid out to families
figures-paid-out-open = while the day was open
figures-orders-outstanding = Orders outstanding
figures-orders =
    { $count ->
        [one] { $count } order, now
       *[other] { $count } orders, now
    }
figures-deposits-held = Deposits held for customers, now
figures-owed = Owed to families, now
figures-owing = Owed by families, now

## The plots

figures-plot-hours = Hour by hour
figures-plot-heat = The fullest days and hours
figures-plot-packages = Packages
figures-plot-tenders = Ways of payment
figures-plot-families = Families that sell most
figures-plot-goods = Goods that sell best
figures-plot-pareto = How few families make most of it
figures-plot-cashiers = Cashiers
figures-plot-sites = Sites
figures-plot-tills = Tills

## The screen

figures-title = Dashboard
figures-hint = All figures in plots
figures-mode-day = One day
figures-mode-span = Several days
figures-mode-against = Against another day
figures-number-day = Day { $number }
figures-empty = No figures for these days
figures-empty-hint = They appear with the first sale.
figures-no-days = No day was opened yet
figures-no-days-hint = Open the trading day, and come back after the first sale.
figures-slow = Goods on the shelf that hardly sell
figures-slow-sold = { $quantity } sold
figures-slow-left = { $quantity } left
figures-matters = The other figures

## The report on paper

figures-report-title = The organiser's report
figures-period-against = { $period }, against { $other }
figures-families = Families
figures-days = The days
figures-column-list = At list price
figures-column-discounts = Discounts
figures-save = PDF file
figures-saved = The report is kept in { $place }

## The money proof

figures-proof-title = Money proof
figures-proof-came = What came in
figures-proof-owed = For whom it is
figures-proof-of-families = What became of the families' share
figures-for-families = For the families after what was held back
figures-advances = Advance instalments
figures-held = Taken by families themselves
figures-not-settled = Not settled yet
figures-drawer-by-drawer = Drawer by drawer
figures-expected = Expected
figures-counted = Counted
figures-no-facts = There is no fact behind this number.
figures-more-facts = More
figures-facts-shown =
    { $count ->
        [one] { $count } fact
       *[other] { $count } facts
    }
figures-touch-number = Touch a number to see the facts it is made of.

## One fact

figures-fact-order-cancelled = Order cancelled
figures-fact-cash-moved = Cash moved
figures-fact-settlement-reversed = Settlement reversed
figures-fact-family-paid-in = Paid in by a family
figures-number = Number
figures-of-sale = Of the sale
figures-record = Record of the journal
figures-recorded-at = Recorded at
figures-by = By
figures-approved-by = Approved by
figures-reason = Reason
figures-rounding = Cash rounding
figures-amount = Amount
figures-means = Means
figures-deposit-returned = Deposit given back
figures-deposit-kept = Deposit kept

## Balances from one edition to the next

figures-proof-editions = From edition to edition
figures-brought-in = brought in from earlier editions
figures-carried-out = carried out to later editions
figures-carried-back = taken back, as it never arrived
figures-other-editions = Balances of other editions
figures-other-editions-note = brought in and taken back less carried out, net of advances
figures-fact-carried-out = Carried to the next edition
figures-fact-brought-in = Brought in from an edition
figures-fact-carried-back = Taken back from an edition
figures-from-edition = From edition
figures-to-edition = To edition

## The online shop
figures-delivery-fees = Delivery fees
figures-deliveries = { $count ->
    [one] { $count } delivery
   *[other] { $count } deliveries
}
figures-delivery-fee = Delivery fee
figures-shop-order = Shop order
figures-shop-file = From the file
