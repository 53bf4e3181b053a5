"""Document → pages, pure: fonts come in as bytes, positions of glyphs go out.

All lengths are integers in thousandths of a point, from the top left corner of the page downwards, so that
equal input gives equal pages on every machine.
"""
