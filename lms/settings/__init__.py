"""Settings: production is base.py as it stands; development and test only loosen it."""
