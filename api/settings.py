"""What can be set on a machine, each by an environment variable `JASYL_…`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from api.errors import UnusableSettings
from knowledge.text import Language

PREFIX = "JASYL_"


class Settings(BaseModel):
    """The settings of one process; a name that is not listed here is refused, not ignored.

    >>> settings_from({"JASYL_PORT": "8080"}).port
    8080
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: Path = Path("var")
    """The folder of the built model, the index and the store (`JASYL_DATA`)."""
    database: Path | None = None
    """The file of the conversations; by default `jasyl.sqlite` in the data folder."""
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    language: Language = "ru"
    """The language of a caller who names none."""
    body_cap: Annotated[int, Field(ge=1024, le=64 * 2**20)] = 256 * 2**10
    """The largest request body, in bytes."""
    slow_seconds: Annotated[int, Field(ge=1, le=600)] = 12
    """How long a client may take over its headers, and again over its body."""
    log: Literal["debug", "info", "warning", "error"] = "info"
    embedder: str | None = None
    """Another embedder for the passages: the name or folder of a sentence-transformers model."""
    llm: str | None = None
    """`provider:model`; reserved: without it everything works."""

    @property
    def built(self) -> Path:
        """The folder in which `jasyl build` writes."""
        return self.data / "built"

    @property
    def store(self) -> Path:
        """The file of the conversations."""
        return self.database or self.data / "jasyl.sqlite"


def settings_from(environment: Mapping[str, str]) -> Settings:
    """The settings that an environment holds.

    Raises UnusableSettings, which names every variable that is unknown or has no usable value.
    """
    mine = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environment.items()
        if name.startswith(PREFIX) and value
    }
    try:
        return Settings.model_validate(mine)
    except ValidationError as error:
        names = {f"{PREFIX}{entry['loc'][0]}".upper() for entry in error.errors() if entry["loc"]}
        raise UnusableSettings(sorted(names)) from error
