"""The whole job without a screen: numbered questions in plain lines, for screen readers and bad lines."""
