# What went wrong and what to do next: refusals and faults. Keys begin with "notice-".
