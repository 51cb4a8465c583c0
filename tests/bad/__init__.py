"""Broken inputs and the exact message each earns."""
