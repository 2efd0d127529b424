"""The ledger: the tables, the questions asked of them, the comparing rule, and the verbs that write."""
