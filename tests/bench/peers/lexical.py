"""BM25 over stems, and the cosine of character n-grams: nothing is trained but counts."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from assistant.language import language_of
from assistant.letters import lower
from assistant.lexical import Lexical, stems
from knowledge.text import LANGUAGES, Language
from tests.bench.peers.base import Peer, Scores, Task

_VOTES: Final = 20  # so many of the best lines vote
_FAINT: Final = 1e-3  # a line without a vote still orders the rows


class LawByStems:
    """BM25 over the law's names and examples, in the language of the text."""

    def __init__(self, task: Task) -> None:
        self._search = {
            language: Lexical([task.law[code, language] for code in task.codes], _stems(language))
            for language in LANGUAGES
        }

    def scores(self, text: str) -> Scores:
        """Of `none` it knows nothing: a text is refused when even its best row scores little."""
        return Scores(self._search[language_of(text)].scores(text))


class LinesByStems:
    """BM25 over the law and the lines; the best lines vote for what they mean."""

    def __init__(self, task: Task) -> None:
        self._rows, self._labels = len(task.codes), len(task.labels)
        answers = task.answers
        self._search: dict[Language, Lexical] = {}
        self._answers: dict[Language, npt.NDArray[np.int64]] = {}
        for language in LANGUAGES:
            mine = [place for place, one in enumerate(task.lessons) if one.language == language]
            self._search[language] = Lexical([task.lessons[place].text for place in mine], _stems(language))
            self._answers[language] = answers[mine]

    def scores(self, text: str) -> Scores:
        """The sums of the votes; the kinds of `none` vote together."""
        language = language_of(text)
        found, answers = self._search[language].scores(text), self._answers[language]
        best = np.argpartition(-found, _VOTES)[:_VOTES]
        votes = np.zeros(self._labels)
        np.maximum.at(votes, answers, _FAINT * found)
        np.add.at(votes, answers[best], found[best])
        return Scores(votes[: self._rows], float(votes[self._rows :].sum()))


class LawByPieces:
    """TF-IDF of character n-grams: the nearest of a row's three languages."""

    def __init__(self, task: Task) -> None:
        self._vectorizer = pieces_of_text()
        documents = [task.law[code, language] for language in LANGUAGES for code in task.codes]
        self._law = self._vectorizer.fit_transform(documents).T.tocsr()

    def scores(self, text: str) -> Scores:
        """The cosine of each row; of `none` it knows nothing."""
        cosines = (self._vectorizer.transform([text]) @ self._law).toarray()
        return Scores(cosines.reshape(len(LANGUAGES), -1).max(axis=0))


def pieces_of_text() -> Any:  # noqa: ANN401 - scikit-learn ships no types
    """TF-IDF of the character n-grams of a text as it is written."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(preprocessor=lower, analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)


def _stems(language: Language) -> "partial[list[str]]":
    return partial(stems, language=language)


def law_by_stems(task: Task, _: Mapping[str, Peer]) -> Peer:
    """Trained on nothing but the law."""
    return LawByStems(task)


def lines_by_stems(task: Task, _: Mapping[str, Peer]) -> Peer:
    """All lines kept."""
    return LinesByStems(task)


def law_by_pieces(task: Task, _: Mapping[str, Peer]) -> Peer:
    """Trained on nothing but the law."""
    return LawByPieces(task)
