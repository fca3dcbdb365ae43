"""PDFs that people bring along: what is in one, and whether it may be taken."""
