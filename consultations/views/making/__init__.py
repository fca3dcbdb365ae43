"""A paper begins: from its kinds, from another paper, from a text."""
