"""A day, typed as day, month and year, with errors that say what is wrong."""

from datetime import date

from crispy_forms_gds.fields import DateInputField
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

NOT_A_DAY = _("Enter a day that exists, with all four figures of the year")


class DayField(DateInputField):
    """GOV.UK's date input; `missing` is the error when it is required and empty."""

    def __init__(self, *, missing: str = "", **kwargs) -> None:
        super().__init__(require_all_fields=False, **kwargs)
        if missing:
            self.error_messages["required"] = missing
        parts = [_("Enter the day"), _("Enter the month"), _("Enter the year")]
        for part, message in zip(self.fields, parts, strict=True):
            part.error_messages["incomplete"] = message
            for validator in part.validators:
                validator.message = NOT_A_DAY

    def compress(self, data_list) -> date | None:
        day, month, year = data_list or (None, None, None)
        if not (day and month and year):
            return None
        try:
            if len(str(year)) != 4:
                raise ValueError
            return date(int(year), int(month), int(day))
        except (ValueError, OverflowError) as error:
            raise ValidationError(NOT_A_DAY, code="invalid") from error
