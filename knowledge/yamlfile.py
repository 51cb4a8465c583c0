"""Reading YAML strictly: duplicate keys refused, numbers kept exact, every fault with its line."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from knowledge.errors import Fault, KnowledgeFaults

Model = TypeVar("Model", bound=BaseModel)


class _Loader(yaml.CSafeLoader):
    """Safe YAML with three amendments.

    Only true/false are booleans (so `on`, `no` are words), decimals and dates stay text (no float
    ever), and a key may stand once.
    """


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, regexp)
        for tag, regexp in resolvers
        if tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:null")
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    loader.flatten_mapping(node)
    found: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in found:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {key!r} stands twice", key_node.start_mark
            )
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - the tree of a file can be anything
    """The tree of a YAML file: mappings, lists, text, whole numbers, booleans, null.

    Raises KnowledgeFaults with the line when the file is not such YAML.
    """
    try:
        with path.open("rb") as stream:
            return yaml.load(stream, Loader=_Loader)  # noqa: S506, TID251 - this is the loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise KnowledgeFaults([Fault(f"{short(path)}:{line}", str(error.problem))]) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeFaults([Fault(f"{short(path)}:1", f"not readable as YAML: {error}")]) from error


def short(path: Path) -> str:
    """A path as a person names it: from the folder `knowledge` or `tests` on."""
    for top in ("knowledge", "tests"):
        if top in path.parts:
            return "/".join(path.parts[len(path.parts) - 1 - path.parts[::-1].index(top) :])
    return path.name


def line_of(path: Path, keys: Sequence[str | int]) -> int:
    """The line at which the innermost reachable key of a YAML file stands."""
    with path.open("rb") as stream:
        node = yaml.compose(stream, Loader=_Loader)
    line = 1
    for key in keys:
        match node:
            case yaml.MappingNode():
                entry = next(((k, v) for k, v in node.value if k.value == str(key)), None)
            case yaml.SequenceNode() if isinstance(key, int) and key < len(node.value):
                entry = (node.value[key], node.value[key])
            case _:
                entry = None
        if entry is None:
            continue  # a union's tag in pydantic's path is no key of the file
        line, node = entry[0].start_mark.line + 1, entry[1]
    return line


def parse(model: type[Model], tree: object, path: Path, under: Sequence[str | int] = ()) -> Model:
    """The tree (found in the file under these keys) as a model.

    Raises KnowledgeFaults, one fault for each error, with its line.
    """
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        raise KnowledgeFaults(faults_of(error, path, under)) from error


def faults_of(error: ValidationError, path: Path, under: Sequence[str | int] = ()) -> list[Fault]:
    """A validation error as faults, each with the line and the keys that lead to it."""
    faults = []
    for entry in error.errors(include_url=False):
        keys = [*under, *entry["loc"]]
        dotted = ".".join(str(key) for key in keys)
        faults.append(
            Fault(
                f"{short(path)}:{line_of(path, keys)}",
                f"{dotted}: {entry['msg'].removeprefix('Value error, ')}",
            )
        )
    return faults
