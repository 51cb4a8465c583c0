"""The rules of the house: what holds for the project as a whole."""
