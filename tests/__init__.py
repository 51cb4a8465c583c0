"""Tests: one folder a package, the cases as data, and the rules of the house."""
