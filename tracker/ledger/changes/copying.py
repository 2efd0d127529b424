"""Many new rows of one table in one COPY, which takes a fifth of the time of INSERT. Triggers see them as ever."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, models


def copy_in(records: Sequence[models.Model]) -> None:
    """Insert these records, all of one model, in their order; those without a number get the next of the sequence.

    Values must be as the fields clean them: nothing is validated or converted here.
    """
    if not records:
        return
    model = type(records[0])
    give_numbers([record for record in records if record.pk is None])
    fields = model._meta.concrete_fields
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    copying = f"COPY {connection.ops.quote_name(model._meta.db_table)} ({columns}) FROM STDIN"
    # The errors of a COPY come from psycopg itself unless they are made Django's here.
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(copying) as copy:
        for record in records:
            copy.write_row([field.pre_save(record, True) for field in fields])
    for record in records:
        record._state.adding = False


def give_numbers(records: Sequence[models.Model]) -> None:
    """Each record, all of one model, gets a number of its own that the database gives to nobody else."""
    if not records:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [records[0]._meta.db_table, len(records)],
        )
        for record, (number,) in zip(records, cursor.fetchall(), strict=True):
            record.pk = number
