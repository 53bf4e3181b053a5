"""The terminal program: screens over an agreement that is open. The only room that knows Textual."""
