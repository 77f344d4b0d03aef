"""Starter content as plain data: no Django here, so that an editor or a test can read it on its own."""
