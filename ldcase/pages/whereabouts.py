"""Where a page stands, as the query of its address: whoever loads it again, or gets it from somebody, stands there too.

An address says the case, the step and what is open in the drawer; what was changed is in the workspace. A link that is
copied for somebody else says also where the levers stand, see `carried`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from ldcase.pages.carried import levers

if TYPE_CHECKING:
    from ldcase.pages.pitch_state import PitchState


def address(state: PitchState) -> str:
    """The query of the address at which the state can be found again; empty for the home screen."""
    case = state.case_id
    if not case:
        return ""
    said = {"case": case, "lens": state.lens}
    if state.open is not None:
        panel, part, asked = state.drawer.whereabouts
        said |= {"step": state.step, "open": panel, "part": part, "ask": asked}
        said["cautious"] = "on" if state.is_cautious else ""
        said |= state.carried.address
    return _query(said)


def link(state: PitchState) -> str:
    """The query that leads somebody else to what is seen here: the place, and where the levers stand."""
    if state.open is None:
        return address(state)
    place = dict(parse_qsl(address(state)))
    if place.get("open") == "export":  # where the link is copied, not what it is copied for
        place = {name: said for name, said in place.items() if name not in ("open", "part")}
    return _query({**place, "levers": levers(state.now.case, state.open.base)})


def _query(said: Mapping[str, str]) -> str:
    return urlencode({name: value for name, value in said.items() if value})


def stand(state: PitchState, asked: Mapping[str, str]) -> None:
    """Stand where an address says; what of it there is not any more is left out."""
    if not asked.get("case"):
        return
    state.choose(asked["case"])
    if state.open is None:
        return
    state.show_carried(asked)
    state.act("step", asked.get("step", ""))
    if asked.get("cautious") == "on":
        state.act("cautious", "on")
    if asked.get("open"):
        state.drawer.open_known(asked["open"], asked.get("part", ""))
    if asked.get("ask"):
        state.ask(asked["ask"])
