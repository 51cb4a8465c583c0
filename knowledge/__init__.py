"""The law and our words, as data, and the code that loads them."""
