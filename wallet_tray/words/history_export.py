"""The result of an export of recorded balances, in one sentence."""

from wallet_tray.domain.history_export import Export, ExportRefusal
from wallet_tray.text.locale import ENGLISH, Regional, marked

_REFUSALS = {
    ExportRefusal.EXISTS: marked(
        "Another program has made {file} meanwhile. Nothing was replaced; choose another name."
    ),
    ExportRefusal.FULL: marked("The disk is full, so {file} was not written."),
    ExportRefusal.UNWRITABLE: marked("{file} cannot be written. Choose another folder."),
}


def export_sentence(export: Export, regional: Regional = ENGLISH) -> str:
    """Return the number of balances in the file, or the reason for the refusal."""
    if export.refusal is not None:
        sentence = regional.translate(_REFUSALS[export.refusal])
    elif not export.rows:
        sentence = regional.translate("Nothing is recorded yet: {file} holds the headings alone.")
    else:
        sentence = regional.counted("%n recorded balance(s) written to {file}.", export.rows)
    return sentence.replace("{file}", export.file)
