"""The ways in: HTTP, command line, widget and console, and the root that composes them."""
