"""What `python -m bench` measures: the engine, the store, the pages."""
