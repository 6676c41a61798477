"""The texts for the chart's points, made on request. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wallet_tray.domain.curve import Point
from wallet_tray.text.amounts import amount_with_unit
from wallet_tray.ui.account_snapshot import Manner
from wallet_tray.words.moments import moment_text


@dataclass(frozen=True, slots=True)
class Reading:
    """The value at one point of the chart, and its time."""

    value: str
    time: str


class Readings:
    """The readings of all points, from the oldest to the newest.

    Each text is made when it is read. A refresh would otherwise make a few hundred unread texts.
    """

    def __init__(
        self,
        points: Sequence[Point] = (),
        unit: str = "",
        manner: Manner | None = None,
        limits: Sequence[Decimal] = (),
        top_ups: Mapping[int, Decimal] | None = None,
    ) -> None:
        self._points, self._unit, self._manner = points, unit, manner
        self._limits = limits
        self._top_ups = top_ups or {}

    def __len__(self) -> int:
        return len(self._points)

    def __getitem__(self, place: int) -> Reading:
        point, manner = self._points[place], self._manner
        if manner is None:
            raise IndexError(place)
        regional, hidden = manner.regional, manner.hide_amounts
        value = amount_with_unit(point.available, self._unit, regional, self._limits, hidden=hidden)
        added = self._top_ups.get(place % len(self._points))
        if added is not None:
            amount = amount_with_unit(added, self._unit, regional, hidden=hidden)
            value = regional.translate("{amount} after topping up {added}").replace(
                "{amount}", value
            )
            value = value.replace("{added}", amount)
        return Reading(value, moment_text(point.at, manner.now, regional))
