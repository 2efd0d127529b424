import django.db.models.deletion
from django.db import migrations, models

from tracker.ledger import reach_sql


class Migration(migrations.Migration):
    dependencies = [("ledger", "0004_search")]

    operations = [
        migrations.CreateModel(
            name="Reach",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("conflict", models.BigIntegerField(help_text="None: something that conflicts share.", null=True)),
                (
                    "change",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reaches",
                        to="ledger.change",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("conflict", None)), fields=["-change"], name="changes_of_what_is_shared"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("conflict", "change"), name="a_change_reaches_a_conflict_once", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.RunSQL(reach_sql.NOTE, reach_sql.FORGET),
    ]
