"""Every domain function that somebody carries out by name writes into the audit trail, itself or through another."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DOMAINS = ["lms/people/domain", "courses/domain", "assessments/domain", "lms/reports/domain"]
ACTORS = {"actor", "by"}
READS = {
    "choosable_people",
    "counted",
    "counts_on",
    "late_rows",
    "never_signed_in",
    "units_to_invite",
    "units_with_unused",
}
# What leads up to an action and changes nobody: the action that follows is recorded.
STEPS = {
    "ask_for_check": "imported roster",
    "ask_to_apply": "imported roster",
    "cancel": "imported roster",
    "choose_sheet": "imported roster",
    "set_end_missing": "imported roster",
    "create_and_send": "invited",
    "save_draft": "assigned",
    "discard_draft": "assigned",
}


def functions(sources: list[str]) -> list[ast.FunctionDef]:
    """The functions of these modules."""
    trees = [ast.parse(source) for source in sources]
    return [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]


def calls(function: ast.FunctionDef) -> set[str]:
    """The names a function calls, also as attributes of a module."""
    found = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            found.add(node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""))
    return found


def recorded(found: list[ast.FunctionDef]) -> set[str]:
    """The names of functions that record, or call one that does."""
    recording = {"record"}
    while more := {node.name for node in found if node.name not in recording and calls(node) & recording}:
        recording |= more
    return recording


def changes(node: ast.FunctionDef) -> bool:
    """Whether somebody carries it out: it names an actor, and is no check, question or read."""
    names = {argument.arg for argument in [*node.args.args, *node.args.kwonlyargs]}
    asks = node.name.startswith(("check_", "may_", "find_", "is_", "preview", "own_", "_"))
    return bool(names & ACTORS) and not asks


def unrecorded(sources: list[str]) -> list[str]:
    """The functions that change something in somebody's name and leave no trace."""
    found = functions(sources)
    recording = recorded(found)
    silent = {node.name for node in found if changes(node) and not calls(node) & recording}
    return sorted(silent - READS - STEPS.keys())


def sources() -> list[str]:
    """The source of every domain module."""
    return [file.read_text() for folder in DOMAINS for file in sorted((ROOT / folder).glob("*.py"))]


def test_every_action_is_recorded():
    assert unrecorded(sources()) == []


def test_what_is_left_out_is_there_and_leads_to_an_event():
    written = " ".join(sources())
    assert sorted(name for name in READS | STEPS.keys() if f"def {name}(" not in written) == []
    assert sorted(action for action in STEPS.values() if f'action="{action}"' not in written) == []


def test_an_action_without_a_trace_is_named():
    planted = "def give_roles(actor, *, membership):\n    membership.save()\n"
    assert unrecorded([*sources(), planted]) == ["give_roles"]
