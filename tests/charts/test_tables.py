"""Each chart as a table: the numbers that are drawn, told with their units, in the reader's locale."""

from __future__ import annotations

import pytest

from ldcase.charts.axes import Axes
from ldcase.charts.compile import CHARTS as COMPILED
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.bridge import bridge as draw_bridge
from ldcase.charts.drawings.distribution import distribution
from ldcase.charts.tables import TABLES, Table, table_of
from ldcase.forecast import Forecast, forecast
from ldcase.forecast.bridge import bridge
from ldcase.language import speaking
from ldcase.pages.figure_table import figure_table
from ldcase.words.changed import Then
from tests.charts.test_drawings import CHARTS, assert_filled
from tests.sample_cases import BUNDLED, bundled

THEN = Then("At 14:02", "at 14:02")


def drawings(of: Forecast) -> list[Drawing]:
    """Every chart that a case fills by itself, the spread of each figure, and what changed."""
    found = [draw(of, Axes()) for draw in CHARTS.values()]
    found += [each for name in of.names if (each := distribution(of, name, Axes())) is not None]
    moved = of.case.what_if({"able_share": 0.2, "start_delay": 2.0})
    return [*found, draw_bridge(bridge(of.case, moved), THEN, of.case.currency, Axes())]


def column(table: Table, number: int) -> list[float | None]:
    return [row[number].value for row in table.rows]


def test_every_chart_has_a_table() -> None:
    assert set(TABLES) == set(COMPILED)


@pytest.mark.parametrize("name", BUNDLED)
def test_the_table_holds_the_numbers_that_are_drawn(name: str) -> None:
    of = forecast(bundled(name), 256)
    for drawing in drawings(of):
        assert_filled(drawing)
        table = table_of(drawing, of.case.currency)
        ((dataset, columns),) = TABLES[drawing.spec].items()
        data = drawing.data[dataset]
        assert len(table.heads) == len(table.units) == len(columns)
        assert all(len(row) == len(columns) for row in table.rows)
        if drawing.spec in ("dots", "gates"):
            places = [
                place
                for place, count in zip(column(table, 0), column(table, 1), strict=True)
                for _ in range(int(count or 0))
            ]
            scale = 100 if table.units[0] == "%" else 1
            assert places == pytest.approx([scale * place for place in sorted(data["value"])])
            continue
        for number, told in enumerate(columns):
            drawn = data[told.source]
            if told.kind == "text":
                assert [row[number].text for row in table.rows] == [str(each) for each in drawn]
                continue
            if told.less:
                drawn = [end - start for end, start in zip(drawn, data[told.less], strict=True)]
            scale = 100 if table.units[number] == "%" else 1
            assert column(table, number) == pytest.approx([each if each is None else scale * each for each in drawn])
            for row in table.rows:
                assert row[number].text or row[number].value is None


@pytest.mark.parametrize("name", BUNDLED)
def test_the_sentence_says_the_finding(name: str) -> None:
    of = forecast(bundled(name), 256)
    for drawing in drawings(of):
        assert drawing.description.startswith(drawing.title.removesuffix(".")), drawing.spec
        assert len(drawing.description) > len(drawing.title) + 1, drawing.spec
        assert drawing.subtitle


def test_units_stand_in_the_heads_and_numbers_follow_the_locale() -> None:
    of = forecast(bundled("closing-the-sale"), 256)
    fan = CHARTS["fan"](of, Axes())
    english = str(figure_table(fan, "USD"))
    with speaking("de"):
        german = str(figure_table(CHARTS["fan"](of, Axes()), "USD"))
    assert "<small> USD</small>" in english
    first = of["cumulative_net"].fan()[0][0]
    assert f'data-value="{first:.12g}"' in english
    assert f'data-value="{first:.12g}"'.replace(".", ",") in german
    assert table_of(CHARTS["gap"](of, Axes()), "USD").units == ("", "%", "%")
    assert table_of(CHARTS["causes"](of, Axes()), "USD").units == ("", "%")


def test_a_figure_is_drawn_as_what_it_is() -> None:
    case = bundled("closing-the-sale")
    of = forecast(case, 512)
    axes = Axes()
    scalar, monthly = distribution(of, "win_rate.margin", axes), distribution(of, "applying", axes)
    assert scalar is not None
    assert monthly is not None
    assert (scalar.spec, monthly.spec) == ("dots", "fan")
    assert distribution(of, "discount_rate", axes) is None, "a fixed figure has no spread"
    assert distribution(of, "cohort_1.people", axes) is None
    assert len(scalar.data["dots"]["value"]) == 50
    assert monthly.data["fan"]["p90"] == [float(value) for value in of["applying"].fan()[4]]
    assert set(scalar.data["dots"]["tone"]) == {"uncertain"}
    net = distribution(of, "net_benefit", axes)
    assert net is not None
    assert set(net.data["dots"]["tone"]) == {"benefit", "gap"}
    near = of.with_case(case.what_if({"win_rate.margin": 0.381}))
    again = distribution(near, "win_rate.margin", axes)
    assert again is not None
    assert again.signals["x_domain"] == scalar.signals["x_domain"], "the axis stays put while the lever moves"
