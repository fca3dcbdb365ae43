"""The sample data: an invented ward and its people, as fixtures/ and stories/ tell it, through the services."""
