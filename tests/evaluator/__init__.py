"""The verdict: cases, properties, and each part by itself."""
