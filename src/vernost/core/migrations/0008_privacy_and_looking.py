from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from vernost.core.append_only import guard


def guard_again(apps: Any, schema_editor: Any) -> None:
    guard(schema_editor, "core_auditentry")


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_cache_and_guard"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="day")),
                ("at", models.DateTimeField(verbose_name="when first")),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("opened", "opened the card"),
                            ("shown", "had everything about the person shown"),
                            ("exported", "exported"),
                        ],
                        max_length=10,
                        verbose_name="what",
                    ),
                ),
                ("kind", models.CharField(max_length=60, verbose_name="kind of record")),
                (
                    "object_id",
                    models.BigIntegerField(blank=True, null=True, verbose_name="number of the record"),
                ),
            ],
            options={
                "verbose_name": "access to personal data",
                "verbose_name_plural": "accesses to personal data",
            },
        ),
        migrations.CreateModel(
            name="Privacy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "operator",
                    models.CharField(blank=True, max_length=300, verbose_name="operator (controller)"),
                ),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="address")),
                (
                    "responsible",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="who answers for personal data"
                    ),
                ),
                ("contact", models.CharField(blank=True, max_length=300, verbose_name="how to reach him")),
                (
                    "months",
                    models.JSONField(blank=True, default=dict, verbose_name="months that each kind is kept"),
                ),
            ],
            options={
                "verbose_name": "rules of personal data",
                "verbose_name_plural": "rules of personal data",
            },
        ),
        migrations.RemoveConstraint(
            model_name="auditentry",
            name="audit_verb_known",
        ),
        migrations.AlterField(
            model_name="auditentry",
            name="verb",
            field=models.CharField(
                choices=[
                    ("created", "created"),
                    ("changed", "changed"),
                    ("removed", "put into the recycle bin"),
                    ("restored", "taken out of the recycle bin"),
                    ("value_restored", "value put back"),
                    ("handed_over", "handed over"),
                    ("merged", "merged"),
                    ("logged_in", "logged in"),
                    ("login_refused", "login refused"),
                    ("factor_added", "second factor added"),
                    ("factor_removed", "second factor taken away"),
                    ("sessions_ended", "logged out elsewhere"),
                    ("looked_as", "began to look as this person"),
                    ("looked_away", "stopped looking as this person"),
                ],
                max_length=30,
                verbose_name="what",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "verb__in",
                        [
                            "created",
                            "changed",
                            "removed",
                            "restored",
                            "value_restored",
                            "handed_over",
                            "merged",
                            "logged_in",
                            "login_refused",
                            "factor_added",
                            "factor_removed",
                            "sessions_ended",
                            "looked_as",
                            "looked_away",
                        ],
                    )
                ),
                name="audit_verb_known",
            ),
        ),
        migrations.AddField(
            model_name="accessentry",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who",
            ),
        ),
        migrations.AddField(
            model_name="privacy",
            name="changed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="changed by",
            ),
        ),
        migrations.AddIndex(
            model_name="accessentry",
            index=models.Index(fields=["kind", "object_id", "-id"], name="access_by_object"),
        ),
        migrations.AddIndex(
            model_name="accessentry",
            index=models.Index(fields=["by", "-id"], name="access_by_person"),
        ),
        migrations.AddIndex(
            model_name="accessentry",
            index=models.Index(fields=["at", "id"], name="access_by_moment"),
        ),
        migrations.AddConstraint(
            model_name="accessentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("what", "opened")),
                fields=("by", "on", "kind", "object_id"),
                name="access_opened_once_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("what__in", ["opened", "shown", "exported"])), name="access_what_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="privacy",
            constraint=models.CheckConstraint(condition=models.Q(("pk", 1)), name="privacy_one_row"),
        ),
        # New verbs have made the table of the log anew.
        migrations.RunPython(guard_again, migrations.RunPython.noop),
    ]
