"""Published modules as each process keeps them until an editor changes something: to be read, never to be changed."""

from courses.models import Module, ModulePrerequisite
from lms.kept import keep


def published_modules() -> dict[int, Module]:
    """Every published module by its key, whole, in the catalogue's order. No query as long as nothing is changed."""
    return keep("courses.modules", read_modules)


def read_modules() -> dict[int, Module]:
    return {module.pk: module for module in Module.objects.published().order_by("tier", "title", "pk")}


def published_module(slug: str) -> Module | None:
    """The published module with this address."""
    return keep("courses.slugs", lambda: {module.slug: module for module in published_modules().values()}).get(slug)


def suggested_modules() -> list[Module]:
    """What everyone may do before a lead assigns anything, in the catalogue's order."""
    return [module for module in published_modules().values() if module.is_suggested]


def prerequisites_of(module: Module) -> list[Module]:
    """The published modules to complete before this one, in the editor's order."""

    def read() -> list[Module]:
        wanted = ModulePrerequisite.objects.filter(module=module, required_module__live=True)
        rows = wanted.select_related("required_module").order_by("sort_order", "pk")
        return [row.required_module for row in rows]

    return keep(("courses.prerequisites", module.pk), read)
