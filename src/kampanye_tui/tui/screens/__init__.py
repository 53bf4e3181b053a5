"""One screen or pane a module; what it may do stands in :mod:`kampanye_tui.tui.actions`."""
