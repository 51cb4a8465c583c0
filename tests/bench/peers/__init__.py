"""Other ways to find the rows of a text, each trained on what we are trained on.

`base` says what a peer is, `measure` tries them on the same lines and prints the table, `table`
names them all.
"""
