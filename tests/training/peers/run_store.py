"""Ralph on a port, keeping all statements in one file. Runs in the environment of that record store."""

from __future__ import annotations

import sys

import uvicorn
from ralph.api import app
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

# It would make a file once and then refuse to add to it.
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run(app, port=int(sys.argv[1]), log_level="warning")
