"""A list of questions for somebody at the client: one page to fill in, and the file it saves, read back."""
