"""The training as files for a learning system (LMS): one organisation's modules, in the languages it chose."""
