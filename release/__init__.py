"""What is handed to offices: made by ``make dist``, no part of the program."""
