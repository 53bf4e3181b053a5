"""The only room that writes: workspace, outputs, atomic writes, locks."""
