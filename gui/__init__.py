"""What is seen: the window of Bernoulli Lab, in Qt and pyqtgraph."""
