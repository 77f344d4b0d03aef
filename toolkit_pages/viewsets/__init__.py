"""Admin views of what editors keep as snippets."""
