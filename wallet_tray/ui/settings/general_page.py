"""The first page of the settings window: start, refresh and appearance."""

from PySide6.QtWidgets import QCheckBox, QSizePolicy

from wallet_tray.domain.results import AutostartState
from wallet_tray.domain.settings_schema import DISPLAY, SERVICE
from wallet_tray.text.locale import Locale
from wallet_tray.ui.settings.confirmations import EraseConfirmation
from wallet_tray.ui.settings.page import SettingsPage
from wallet_tray.ui.user_actions import UserActions
from wallet_tray.ui.widgets.accessibility import announce
from wallet_tray.ui.widgets.labels import HintLabel
from wallet_tray.ui.widgets.mnemonics import Mnemonics


class GeneralPage(SettingsPage):
    """The settings of the program as a whole."""

    def __init__(
        self,
        actions: UserActions,
        mnemonics: Mnemonics,
        locale: Locale,
    ) -> None:
        super().__init__(mnemonics, locale, actions.save_settings)
        self._actions = actions
        rows = self.rows()
        self.add_settings(rows, SERVICE)
        rows.part()
        self.add_settings(rows, DISPLAY)
        rows.part()
        self._autostart = QCheckBox(mnemonics.give(self.tr("Start at login")))
        self._autostart.clicked.connect(actions.set_autostart)
        self._autostart_note = HintLabel("", self._autostart)
        rows.add(None, self._autostart, self._autostart_note)
        rows.part()
        run_checks = self._button(self.tr("Diagnosis…"), actions.open_diagnosis)
        run_checks.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        help_text = self.tr("Looks at all that the program depends on, and says what to do.")
        rows.add(None, run_checks, HintLabel(help_text, run_checks))
        rows.part()
        erase = self._button(self.tr("Erase everything…"), self._ask_to_erase)
        erase.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        help_text = self.tr("The keys of all accounts, recorded balances and remembered alerts.")
        self._erase_note = HintLabel(help_text, erase)
        rows.add(None, erase, self._erase_note)
        self.column.addStretch()
        self.show_autostart(AutostartState.UNAVAILABLE)

    def show_autostart(self, state: AutostartState, trouble: str = "") -> None:
        """Show the state of start at login; ``trouble`` explains a failed change."""
        self._autostart.setVisible(state is not AutostartState.UNAVAILABLE)
        self._autostart.setChecked(state is AutostartState.ON)
        self._autostart_note.show_advice(trouble)

    def show_erasing(self) -> None:
        """Show that erasing is in progress; the keyring may show a dialog first."""
        self.show_erasure(self.tr("Erasing…"))

    def show_erasure(self, sentence: str) -> None:
        """Show the result of erasing everything."""
        self._erase_note.show_advice(sentence)
        announce(self._erase_note, sentence)

    def _ask_to_erase(self) -> None:
        question = EraseConfirmation(self)
        question.agreed.connect(self._actions.erase_everything)
        question.open()
