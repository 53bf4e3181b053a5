"""Template, agreement and state → document: finished text in the order in which it is read."""
