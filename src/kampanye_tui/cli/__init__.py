"""The command line: a command parses, calls the core, prints what it got. Heavy imports stand inside."""
