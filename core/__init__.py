"""What is true: the mathematics and the data of Bernoulli Lab, without a screen."""

VERSION = "0.1.0"
