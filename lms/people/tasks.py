"""Sweeps about people."""
