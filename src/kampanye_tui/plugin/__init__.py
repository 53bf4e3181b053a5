"""Packs: finding, reading, accepting and guarding them, and putting what they give together."""
