"""The house: arrows point one way, the verdict knows no clock and no chance, code holds no sentence."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("knowledge", "evaluator", "assistant", "api")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
PURE = [path for path in MODULES if path.relative_to(ROOT).parts[0] in ("knowledge", "evaluator")]
LONG = 300
FORBIDDEN = {
    "time",
    "random",
    "secrets",
    "uuid",
    "socket",
    "subprocess",
    "os",
    "threading",
    "asyncio",
    "urllib",
}
CLOCK = {"now", "today", "utcnow"}
CYRILLIC = re.compile("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")

# Modules that hold letters, stems or marks of a language as material for matching; none is ever told.
READS_CYRILLIC = {
    "api/examples.py": "what people write, as the examples of the requests in OpenAPI",
    "assistant/choices.py": "small words that tell no choice from another",
    "assistant/language.py": "words by which a language is known",
    "assistant/numbers.py": "numerals, read and never told",
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), name(path))


def imported(path: Path) -> set[str]:
    """The top-level modules that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def docstrings(module: ast.Module) -> set[int]:
    """The ids of the nodes that are docstrings, or strings that stand alone beneath an assignment."""
    return {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """(line, text) of every string of a module that is no docstring."""
    module = tree(path)
    skipped = docstrings(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


def test_the_import_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    environment = os.environ | {"NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S603 - our own tool
        [program, "--no-cache"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 kept, 0 broken" in done.stdout


@pytest.mark.parametrize("path", PURE, ids=name)
def test_the_verdict_knows_no_clock_no_chance_and_no_world(path: Path) -> None:
    assert imported(path) & FORBIDDEN == set()
    called = {
        node.func.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert called & CLOCK == set()


@pytest.mark.parametrize("path", PURE, ids=name)
def test_a_number_is_never_a_float_where_verdicts_are_made(path: Path) -> None:
    floats = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    casts = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
    ]
    assert floats + casts == []


@pytest.mark.parametrize("path", [path for path in PURE if "evaluator" in path.parts], ids=name)
def test_no_threshold_stands_in_the_code_of_the_evaluator(path: Path) -> None:
    """What may stand: places and counts, powers of a percentage, and settings that name themselves."""
    plain = {0, 1, 2, 100}
    module = tree(path)
    named = {
        id(part)
        for node in module.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        for part in ast.walk(node.value)
    }
    loose = [
        (node.lineno, node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int)
        and not isinstance(node.value, bool)
        and node.value not in plain
        and id(node) not in named
    ]
    assert [one for one in loose if one[1] not in SETTINGS.get(name(path), set())] == []


SETTINGS = {
    "evaluator/words.py": {6},  # significant digits shown
    "evaluator/whatif.py": {6},  # the same, of a bound
    "evaluator/certificate.py": {12},  # letters of the hash in a certificate's number
}


@pytest.mark.parametrize("path", [path for path in MODULES if "knowledge" not in path.parts], ids=name)
def test_no_sentence_in_kazakh_or_russian_stands_in_code(path: Path) -> None:
    if name(path) in READS_CYRILLIC:
        return
    sentences = [(line, text) for line, text in strings(path) if is_sentence(text)]
    assert sentences == []


def is_sentence(text: str) -> bool:
    """Two words or more with Cyrillic letters: stems, suffixes and character classes are no sentences."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text) if CYRILLIC.search(word)]
    is_pattern = bool(re.search(r"[\\\[\](){}|^$?*+]", text))
    return len(words) > 1 and not is_pattern


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_fits_on_a_few_screens(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONG


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_and_everything_public_in_it_says_its_duty(path: Path) -> None:
    module = tree(path)
    assert ast.get_docstring(module)
    silent = [node.name for node in public(module) if not ast.get_docstring(node) and not overrides(node)]
    assert silent == []


def overrides(node: ast.AST) -> bool:
    """Whether a method says that it is another's, whose duty is told there."""
    decorators = getattr(node, "decorator_list", [])
    return any(isinstance(one, ast.Name) and one.id == "override" for one in decorators)


def public(
    node: ast.Module | ast.ClassDef,
) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for child in node.body:
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if child.name.startswith("_"):
                continue
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_is_evaluated_from_text(path: Path) -> None:
    called = {
        node.func.id
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called & {"eval", "exec", "compile", "__import__"} == set()


def test_the_command_line_answers_help_without_the_models() -> None:
    code = (
        "import sys; import api.cli; "
        "slow = ('torch', 'sentence_transformers', 'chromadb', 'langchain'); "
        "print([name for name in slow if name in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_errors_form_one_tree_and_each_has_a_code_of_its_own() -> None:
    import evaluator.errors
    import knowledge.errors

    def below(kind: type[knowledge.errors.JasylError]) -> Iterator[type[knowledge.errors.JasylError]]:
        for child in kind.__subclasses__():
            yield child
            yield from below(child)

    ours = [kind for kind in below(knowledge.errors.JasylError) if kind.__module__.endswith(".errors")]
    assert evaluator.errors.UnusableFacts in ours
    for module in (knowledge.errors, evaluator.errors):
        drawn = module.__doc__ or ""
        own = {kind.__name__ for kind in ours if kind.__module__ == module.__name__}
        assert {kind for kind in own if kind not in drawn} == set()
