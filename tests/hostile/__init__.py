"""Files of strangers against every entrance: a refusal in words or something harmless, never more."""
