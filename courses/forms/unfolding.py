"""Radio buttons of which some unfold a further question below them."""

from django import forms


class UnfoldingRadios(forms.RadioSelect):
    """`unfolds` names, for a choice's value, the id of what belongs to it; without JavaScript all of it is open."""

    def __init__(self, *args, unfolds: dict[str, str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.unfolds = unfolds

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        if str(value) in self.unfolds:
            option["attrs"]["data-aria-controls"] = self.unfolds[str(value)]
        return option
