"""What was entered before drafts, revisions and keys of annexes were known."""

from django.db import migrations


def name_annexes(apps, schema_editor):
    """Annexes of before get the keys that new ones are given, in their history too."""
    for name in ("Annex", "HistoricalAnnex"):
        for annex in apps.get_model("consultations", name).objects.all():
            annex.key = f"a{annex.position + 1}"
            annex.save(update_fields=["key"])


def say_what_reached_the_secretariat(apps, schema_editor):
    for name in ("Consultation", "Report", "HistoricalConsultation", "HistoricalReport"):
        apps.get_model("consultations", name).objects.exclude(state="draft").update(reached_secretariat=True)


class Migration(migrations.Migration):

    dependencies = [("consultations", "0003_revisions")]

    operations = [
        migrations.RunPython(name_annexes, migrations.RunPython.noop),
        migrations.RunPython(say_what_reached_the_secretariat, migrations.RunPython.noop),
    ]
