"""Words in sources, notes and plans that the checks look for, in each language a case may be written in."""

from __future__ import annotations

import re

PERCENTILES = re.compile(
    r"\bP0?5\b|\bP95\b|\b(5|95)th\b|\bmin(imum)?\s*/?\s*(and|to|und|bis|–|-)?\s*max(imum)?\b|worst case"
    r"|\bschlimmster Fall\b",
    re.I,
)
INTERVAL = re.compile(
    r"confidence interval|\b9[05] ?% ?CI\b|\bCI of the mean\b|credib\w+ interval|Konfidenzintervall|Vertrauensbereich",
    re.I,
)
_PAY = (
    r"((a |one )?(year's |annual |yearly |base )?(pay|salary|salaries)"
    r"|(des |eines |von einem )?(Jahres)?(lohn|gehalt|lohns|gehalts|gehältern?))\b"
)
OF_PAY = re.compile(
    rf"(\d{{2,3}})(?:\s*(?:%\s*)?(?:to|bis|–|-)\s*(\d{{2,3}}))?\s*(?:%|per ?cent|Prozent)\s+(?:of\s+)?{_PAY}", re.I
)
TIMES_PAY = re.compile(rf"(\d(?:[.,]\d+)?)\s*(?:×|x|times|-fold|mal)\s*{_PAY}", re.I)
MEASURED = re.compile(r"\b(16|2[01]) ?%")
FACTOR = re.compile(r"(?:×|\bx|\*|\btimes|\bmal|factor(?: of)?|Faktor(?: von)?)\s*1[.,][34]\d*", re.I)
SALARY = re.compile(r"salar(y|ies)|yearly pay|annual pay|gehalt", re.I)
REVENUE = re.compile(
    r"(?<!not )(?<!of )\brevenues?\b|\bselling price\b|\blist price\b"
    r"|(?<!kein )(?<!nicht )(?<!statt )\bUmsatz\b|\bVerkaufspreis\b|\bListenpreis\b",
    re.I,
)
SOCIETAL = re.compile(
    r"National Safety Council|\bNSC\b|societ|gesellschaftlich|volkswirtschaftlich"
    r"|\b42[.,' ]?000\b|1[.,' ]?340[.,' ]?000",
    re.I,
)
NOMINATED = re.compile(
    r"nominat|hand-?picked|chosen by (their|the) manager|volunteer|high potential|best performers"
    r"|freiwillig|vorgeschlagen|ausgesucht|Leistungsträger",
    re.I,
)
WORST = re.compile(
    r"\b(worst|weakest|lowest|bottom|under-?perform\w*|poorest|schlechtest\w*|schwächst\w*|leistungsschwach\w*)\b", re.I
)
ONE_TEAM = re.compile(
    r"\b(one|a single) (team|branch|site|shop|store|line|department)\b"
    r"|\b(ein einziges|einem einzigen|nur ein|nur einem) (Team|Werk|Standort|Bereich)\b"
    r"|\b(einer einzigen|nur eine|nur einer) (Filiale|Abteilung|Linie|Schicht)\b",
    re.I,
)
GUESSED = re.compile(
    r"Georgenson|\b(10|ten) ?(%|per ?cent) (of (all )?(training|learning)|transfers?)"
    r"|\b(10|zehn) ?(%|Prozent) (des (Trainings|Gelernten)|Transfer)",
    re.I,
)
RATIO_AS_ROI = re.compile(
    r"\bROI\b[^.;|]{0,20}?\d(\.\d+)?\s*(:|to|zu)\s*1\b|\bROI (of|is|von|ist) ?(USD|EUR|[$€£])\s?\d", re.I
)
BEFORE_AFTER = re.compile(r"before[- /](and[- ])?after|\bpre[-/ ]?(and )?post\b|\bvorher[- /](und[- ])?nachher\b", re.I)
