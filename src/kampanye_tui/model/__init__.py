"""Values without I/O: what an office, an agreement, a clause, a document is, and how files name its parts.

Every value is a frozen struct. The name of each field is English, as programmers read it; the key that
stands in people's files is Indonesian and is written beside the field, so this room is the glossary.
"""
