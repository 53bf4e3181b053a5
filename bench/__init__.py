"""Measurements. Timings are told as ratios within one run; nothing here decides whether a build passes."""
