"""Lessons as data: their files, their steps, their numbers, the check of an answer."""
