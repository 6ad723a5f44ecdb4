"""The Model view: examples, f(x; w, b), its loss landscape and the ways down it."""
