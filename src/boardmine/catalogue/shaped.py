"""YAML files held against the model that says what may stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from boardmine.catalogue.lined_yaml import Address, LinedYaml
from boardmine.errors import CatalogueError, SettingError

Shape = TypeVar("Shape", bound=BaseModel)


def shaped(path: Path, shape: type[Shape], fault: type[SettingError] = CatalogueError) -> tuple[LinedYaml, Shape]:
    """A YAML file, with its lines, and as the model.

    Raises `fault`, which names file and line, for what the model does not allow; for an unknown key it says which keys
    there may be.
    """
    lined = LinedYaml(path, fault)
    try:
        return lined, shape.model_validate(lined.value)
    except ValidationError as error:
        # An unknown key is most often a known one misspelt, which then is missing.
        first = min(error.errors(include_url=False), key=lambda fault: fault["type"] != "extra_forbidden")
        way = first["loc"]
        address = _address(lined.value, way)
        reason = first["msg"]
        if first["type"] == "extra_forbidden":
            known = ", ".join(_keys(shape, way[:-1]))
            reason = f"unknown key {way[-1]!r}" + (f"; known are {known}" if known else "")
        where = ".".join(map(str, address))
        raise lined.error(address, f"{where}: {reason}" if where else reason) from error


def _address(value: Any, way: Iterable[str | int]) -> Address:
    """The way without the steps that stand for a choice of types and not for a key; a missing key ends it."""
    address: list[str | int] = []
    for step in way:
        try:
            value = value[step]
        except (LookupError, TypeError):
            if isinstance(value, dict) and not str(step).startswith(("[", "_")):
                address.append(step)
            continue
        address.append(step)
    return tuple(address)


def _keys(shape: Any, way: Iterable[str | int]) -> list[str]:
    """The keys that a model allows at the end of a way through it."""
    for step in way:
        shape = _inner(shape, step)
    shape = _bare(shape)
    return list(shape.model_fields) if _is_model(shape) else []


def _inner(shape: Any, step: str | int) -> Any:
    shape = _bare(shape)
    if _is_model(shape):
        field = shape.model_fields.get(step)
        return field.annotation if field else shape
    arguments = [_bare(argument) for argument in get_args(shape)]
    if get_origin(shape) in (dict, list, tuple):
        return arguments[-1] if get_origin(shape) is dict else arguments[0]
    return next((choice for choice in arguments if getattr(choice, "__name__", "") == step), shape)


def _bare(shape: Any) -> Any:
    """A type without what is said beside it."""
    while get_origin(shape) is Annotated:
        shape = get_args(shape)[0]
    return shape


def _is_model(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, BaseModel)
