"""What a report means: one layer a file. A layer reads the tree and adds to it; none changes the structure.

`understand` runs them all: kind, years, roles, metrics, plans, problems, citations.
"""
