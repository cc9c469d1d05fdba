"""What is made of an organisation: each kind plans its files from the same values and templates."""
