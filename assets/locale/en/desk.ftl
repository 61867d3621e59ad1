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
desk-act-cancel-order = Cancelling an order
desk-act-adjust = Correcting a family's account
desk-act-settle = Settling the families
desk-act-pay-out = Paying a family
desk-act-set-up = Setting the bazaar up
desk-act-change-pin = Changing a PIN
