"""Help: the sheet of keys, about the program, the hint of the first start."""
