"""Peaceful-campaign agreements of Indonesian election offices: draft, check, print, hand out."""

__version__ = "0.1.0"
