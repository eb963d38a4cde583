"""The workspace: an append-only log of changes over the document a case began with."""

from ldcase.store.history import Change, Edit
from ldcase.store.log import CaseLog
from ldcase.store.snapshots import Snapshot
from ldcase.store.trouble import StoreError
from ldcase.store.workspace import Workspace

__all__ = ["CaseLog", "Change", "Edit", "Snapshot", "StoreError", "Workspace"]
