# Words on paper: receipts, reports, statements, slips. Keys begin with "paper-".
