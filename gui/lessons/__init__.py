"""The lessons: their text beside the plots, the questions, the road."""
