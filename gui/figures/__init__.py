"""Figures out: what is on the screen, as files for slides, for print and for the web."""
