"""Data → model, and what can be saved of a file with faults."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import PydanticUndefined

from ..model.base import ORIGIN, Model
from ..problems import Problem
from .faults import Labels, translate

M = TypeVar("M", bound=Model)
B = TypeVar("B", bound=BaseModel)


def validate(
    model: type[M], data: dict[str, Any], situations: Labels | None = None
) -> tuple[M, list[Problem]]:
    """Read ``data`` as ``model``; return it with the problems found.

    With problems, the model is partial: it holds the fields and the list entries
    that are sound, so that the rules can report *their* faults in the same run.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return _salvage(model, data, error), translate(error, model, data, situations or {})


def _salvage(model: type[B], data: dict[str, Any], error: ValidationError) -> B:
    bad = {detail["loc"][:2] for detail in error.errors(include_url=False)}
    values: dict[str, Any] = {"origin": data[ORIGIN]}
    for name, field in model.model_fields.items():
        if name == "origin":
            continue
        raw = data.get(name, PydanticUndefined)
        if isinstance(raw, list):
            raw = [item for index, item in enumerate(raw) if (name, index) not in bad]
        values[name] = _field_or_blank(field, raw)
    return model.model_construct(**values)


def _field_or_blank(field: Any, raw: Any) -> Any:
    if raw is not PydanticUndefined:
        annotation = field.annotation
        if field.metadata and not isinstance(raw, list):  # a shortened list may break its minimum
            annotation = _annotated(field)
        try:
            return TypeAdapter(annotation).validate_python(raw)
        except ValidationError:
            pass
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    return () if "tuple" in str(field.annotation) else ""


def _annotated(field: Any) -> Any:
    return Annotated[field.annotation, *field.metadata]
