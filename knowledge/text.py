"""Texts in the three languages of the product."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Data(BaseModel):
    """A frozen piece of a data file; unknown keys are forbidden."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Localized(Data):
    """One text in Kazakh, Russian and English; a missing language does not load.

    >>> Localized(kk="жел", ru="ветер", en="wind")["ru"]
    'ветер'
    """

    kk: Words
    ru: Words
    en: Words

    def __getitem__(self, language: Language) -> str:
        return getattr(self, language)  # type: ignore[no-any-return]
