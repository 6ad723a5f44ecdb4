"""The labs: seven experiments, each in place of the plots."""
