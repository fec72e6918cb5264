"""The store of the store's own tests."""

from tests.store.conftest import path, store

__all__ = ["path", "store"]
