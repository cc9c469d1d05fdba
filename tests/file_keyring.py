"""A keyring of the tests, on a system without a desktop: a file that stands elsewhere, and holds nothing as it was typed."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class FileKeyring(KeyringBackend):
    priority = 1  # type: ignore[assignment]  # as those that `keyring` calls safe

    @property
    def _path(self) -> Path:
        return Path(os.environ["FILE_KEYRING"])

    def _held(self) -> dict[str, str]:
        return dict(json.loads(self._path.read_text())) if self._path.is_file() else {}

    def get_password(self, service: str, username: str) -> str | None:
        held = self._held().get(f"{service} {username}")
        return base64.b64decode(held).decode() if held else None

    def set_password(self, service: str, username: str, password: str) -> None:
        coded = base64.b64encode(password.encode()).decode()
        self._path.write_text(json.dumps({**self._held(), f"{service} {username}": coded}))

    def delete_password(self, service: str, username: str) -> None:
        held = self._held()
        del held[f"{service} {username}"]
        self._path.write_text(json.dumps(held))


class OpenKeyring(FileKeyring):
    """One that `keyring` does not call safe."""

    priority = 0.5  # type: ignore[assignment]
