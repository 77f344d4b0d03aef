"""How Django writes dates and times by itself, language by language."""
