"""The calls of the service, one file a subject."""
