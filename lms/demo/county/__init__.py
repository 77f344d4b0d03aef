"""Marchshire: a county that does not exist, with three hundred people whose training spans two years."""
