from django.db import migrations

from tracker.ledger import search_sql


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_suggestions")]

    operations = [migrations.RunSQL(search_sql.FUNCTIONS + search_sql.INDEXES, search_sql.FORGET)]
