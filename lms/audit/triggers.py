"""SQL that makes the database itself refuse to change or remove an event, for SQLite and PostgreSQL.

PostgreSQL's TRUNCATE fires no such trigger, so that tests can empty their tables; on SQLite they take the second one
away (tests/conftest.py). A later migration that remakes the table on SQLite has to put the triggers back.
"""

REFUSAL = "An audit event is written once and never changed or deleted."

ADDING = {
    "sqlite": [
        f"""CREATE TRIGGER audit_event_not_changed BEFORE UPDATE ON audit_auditevent
            BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
        f"""CREATE TRIGGER audit_event_not_deleted BEFORE DELETE ON audit_auditevent
            BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    ],
    "postgresql": [
        f"""CREATE FUNCTION audit_event_refuses() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$""",
        """CREATE TRIGGER audit_event_is_kept BEFORE UPDATE OR DELETE ON audit_auditevent
            FOR EACH ROW EXECUTE FUNCTION audit_event_refuses()""",
    ],
}
REMOVING = {
    "sqlite": ["DROP TRIGGER IF EXISTS audit_event_not_changed", "DROP TRIGGER IF EXISTS audit_event_not_deleted"],
    "postgresql": [
        "DROP TRIGGER IF EXISTS audit_event_is_kept ON audit_auditevent",
        "DROP FUNCTION IF EXISTS audit_event_refuses()",
    ],
}
