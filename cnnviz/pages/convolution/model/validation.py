"""Why settings cannot be: at which field it is to be shown, and what would fix it."""

from dataclasses import dataclass

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.fields import FIELDS, Field, Fields
from cnnviz.pages.convolution.model.fixes import Fix, fields_of, suggest_fixes
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.state.lab_input import LabInput


@dataclass(frozen=True, slots=True, eq=False)
class Invalid:
    """Why the settings cannot be, at which field, and what would fix it."""

    field: str
    error: CnnvizError
    fixes: tuple[Fix, ...]


def explain_invalid(
    error: CnnvizError,
    settings: LabSettings,
    good: LabSettings | None,
    given: LabInput,
    fields: Fields = FIELDS,
) -> Invalid:
    """Say at which field an impossible setting is to be shown, and what would fix it.

    Parameters
    ----------
    error
        What `operation_of` says of the settings on the picture.
    settings, given
        What was asked for, and on which picture.
    good
        The last settings that were possible. Where several fields do not go together,
        the reason is shown at the one that differs from them.
    fields
        The settings that there are.
    """
    if good is not None and good.operation != settings.operation:
        good = None
    found = fields_of(error.code, settings, fields)
    if not found:  # no field is known to help: the first of the operation says so
        found = [one for one in fields.values() if settings.operation in one.operations]
    shown = next((one for one in found if _differs(one, settings, good)), found[0])
    return Invalid(
        shown.key, error, suggest_fixes(error.code, settings, good, given, fields)
    )


def _differs(field: Field, settings: LabSettings, good: LabSettings | None) -> bool:
    return good is not None and field.get(settings) != field.get(good)
