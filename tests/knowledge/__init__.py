"""The law and the words, and what loads them."""
