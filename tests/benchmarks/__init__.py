"""How many requests the main pages answer in a second, beside the least that Django and PostgreSQL can do."""
