# Sheets and headings of the workbook. Keys begin with "sheet-".

## Sheets

sheet-name-families = Families
sheet-name-lines = Lines sold
sheet-name-packages = By package
sheet-name-hours = By hour
sheet-name-tenders = Tenders
sheet-name-settlements = Settlements
sheet-name-payouts = Payouts
sheet-name-proof = Money proof
sheet-name-accounts = Accounts
sheet-name-columns = Columns

## Headings

sheet-family = Family
sheet-name = Name
sheet-family-name = Family name
sheet-active = Active
sheet-lines = Lines
sheet-quantity = Quantity
sheet-list = At list price
sheet-family-discounts = Discounts, family
sheet-organiser-discounts = Discounts, organiser
sheet-paid = Paid by customers
sheet-credit = Credited to families
sheet-commission = Commission
sheet-fees = Fees
sheet-adjustments = Adjustments
sheet-instalments = Advance instalments
sheet-held = Taken by the family
sheet-paid-out = Paid out
sheet-paid-in = Paid in
sheet-balance = Balance
sheet-advance-left = Advance left
sheet-day = Trading day
sheet-at = Recorded at
sheet-till = Till
sheet-number = Number
sheet-kind = Kind
sheet-cashier = Cashier
sheet-package = Package
sheet-sku = SKU
sheet-unit = Unit
sheet-unit-price = Unit price
sheet-tax = Tax
sheet-commission-percent = Commission rate
sheet-hour = Hour
sheet-tender = Tender
sheet-payments = Payments
sheet-sales = Sales
sheet-refunds = Refunds
sheet-deposits = Deposits
sheet-deposits-returned = Deposits returned
sheet-net = Net
sheet-brought-forward = Brought forward
sheet-net-sales = Net sales
sheet-payable = Payable
sheet-means = Means
sheet-reference = Reference
sheet-line = Line
sheet-came-in = Came in
sheet-owed-for-it = Owed for it
sheet-account = Account
sheet-debit = Debit
sheet-credit-side = Credit
sheet-sheet = Sheet
sheet-column = Column
sheet-code = Code, the same in every language

## Words in cells

sheet-sold = sale
sheet-returned = return
sheet-yes = yes
sheet-no = no
sheet-total = Total
sheet-proof-tenders = Cash, card, transfer, wallet, vouchers and money families took
sheet-proof-families = Credited to families
sheet-proof-discounts = Less discounts the organiser bears
sheet-proof-tax = Tax the organiser owes
sheet-proof-rounding = Cash rounding
sheet-proof-deposits = Deposits still owed to customers
sheet-proof-kept = Deposits kept

sheet-other-editions = From other editions

## The online shop
sheet-delivery = Delivery
sheet-proof-delivery = Delivery fees

## Several databases as a workbook
sheet-name-years = Families by edition
sheet-name-ledgers = Held against ledgers
sheet-bazaar = Bazaar
sheet-edition = Edition
sheet-edition-name = Name of the edition
sheet-editions = Editions
sheet-first-day = First day
sheet-last-day = Last day
sheet-days = Days
sheet-family-days = Days it sold on
sheet-disputed = Code of another too
sheet-records = Records
sheet-database = Database
sheet-owing = Owed by families
sheet-in-ledgers = Ledgers
sheet-difference = Difference
