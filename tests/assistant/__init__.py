"""Understanding and phrasing: reading, matching, answering, conversing."""
