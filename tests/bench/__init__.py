"""Speed: run only by `make bench`."""
