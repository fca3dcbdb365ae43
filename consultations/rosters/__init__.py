"""Rosters pasted as a table: read, shown as what would change, then taken in as a whole."""
