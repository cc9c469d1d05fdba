"""The training as files for a learning system."""
