from django.db import migrations

from tracker.ledger import history_sql


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        migrations.RunSQL(history_sql.CONSTRAINTS, history_sql.NO_CONSTRAINTS),
        migrations.RunSQL(history_sql.KEEP_HISTORY, history_sql.FORGET_HISTORY),
        *(migrations.RunSQL(history_sql.kept(table), history_sql.forget(table)) for table in history_sql.KEPT_TABLES),
        *(
            migrations.RunSQL(history_sql.append_only(table), history_sql.forget(table))
            for table in history_sql.APPEND_ONLY_TABLES
        ),
    ]
