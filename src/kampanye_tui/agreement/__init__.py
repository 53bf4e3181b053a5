"""What is done with an agreement, all of it pure: composing, filling in, checking, mending, comparing."""
