"""All writes of the council; each function is a verb, guards first, one transaction."""
