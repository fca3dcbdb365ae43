"""All writes of consultations; each function is a verb, guards first, one transaction."""
