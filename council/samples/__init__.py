"""The sample data: an invented ward with invented people, as fixtures/ tells it, loaded through the services."""
