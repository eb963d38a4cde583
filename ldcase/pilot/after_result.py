"""What would be expected of every way to act after a result of the pilot, for any result it may have.

The draws of the forecast say what the pilot would show if each of them were true, and what each way to act would bring.
A result speaks for the draws that come near it, as nearly as the pilot measures. Nothing is drawn anew, so that the
worth of a pilot, its gates and the update by its result are one and the same computation.

Sources: Strong, Oakley & Brennan (2014), doi:10.1177/0272989X13505910, for the regression on what the pilot is about;
Bayes' rule over its distribution for a result with noise; ``methods.md`` §§ 16, 19.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from ldcase.forecast.draws import probabilities
from ldcase.forecast.figure import Array
from ldcase.forecast.information import expected

BINS = 128
_NODES = 12


@dataclass(frozen=True, eq=False)
class Expectation:
    """What is expected, by what a pilot of endless size would show.

    Attributes
    ----------
    shown : ndarray of shape (bins,)
        What the pilot shows without noise, in the measure's unit, rising; improvement is positive. All equally likely.
    nets : ndarray of shape (bins, ways)
        Net benefit of each way to act to be expected there, money.
    pays : ndarray of shape (bins,)
        Chance that the programme's net benefit is above zero, 0..1.
    evpi, evppi
        Worth of knowing everything, and of knowing what the programme achieves in the measure, money.
    """

    shown: Array
    nets: Array
    pays: Array
    evpi: float
    evppi: float

    def after(self, results: Array, standard_error: float) -> tuple[Array, Array]:
        """Return nets ``(results, ways)`` and chance to pay ``(results,)`` expected after each result.

        Parameters
        ----------
        results : ndarray of shape (results,)
            In the measure's unit.
        standard_error
            Of a result; infinite says that nothing is learnt.
        """
        if np.isinf(standard_error):
            prior = np.tile(self.nets.mean(axis=0), (len(results), 1))
            return prior, np.full(len(results), self.pays.mean())
        weights = (results[:, None] - self.shown[None, :]) / standard_error
        weights *= -0.5 * weights
        weights -= weights.max(axis=1, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(axis=1, keepdims=True)
        return weights @ self.nets, weights @ self.pays

    def worth(self, standard_error: float) -> float:
        """Return the expected value of the pilot's information, money: from 0 to ``evppi``."""
        if np.isinf(standard_error):
            return 0.0
        nodes, weights = np.polynomial.hermite_e.hermegauss(_NODES)
        results = (self.shown[:, None] + standard_error * nodes[None, :]).reshape(-1)
        nets, _ = self.after(results, standard_error)
        best = nets.max(axis=1).reshape(len(self.shown), _NODES) @ (weights / weights.sum())
        return min(max(float(best.mean() - self.nets.mean(axis=0).max()), 0.0), self.evppi)


def expectation(nets: Array, observed: Array, piloted: Array) -> Expectation:
    """Return what is expected after a pilot.

    Parameters
    ----------
    nets : ndarray of shape (draws, ways)
        Net benefit of each way to act; doing nothing first, the programme second.
    observed : ndarray of shape (draws,)
        What the programme achieves in the measure.
    piloted : ndarray of shape (draws,)
        What the pilot would show of it, without noise.
    """
    pays = (nets[:, 1:2] > 0).astype(np.float64)
    fitted = expected(np.column_stack([nets, pays]), [observed])
    order = np.argsort(piloted, kind="stable")
    groups = np.array_split(order, min(BINS, len(order)))
    prior = float(nets.mean(axis=0).max())
    evpi = max(float(nets.max(axis=1).mean()) - prior, 0.0)
    known = fitted[:, :-1]
    evppi = min(max(float(known.max(axis=1).mean() - known.mean(axis=0).max()), 0.0), evpi)
    binned = np.array([fitted[group].mean(axis=0) for group in groups])
    shown = np.array([piloted[group].mean() for group in groups])
    return Expectation(shown, binned[:, :-1], np.clip(binned[:, -1], 0.0, 1.0), evpi, evppi)


def results_expected(piloted: Array, standard_error: float, seed: int) -> Array:
    """Return a result for each draw: what the pilot would show, and the noise of measuring; ``(draws,)``.

    The noise is a column of its own, the same for every pilot, so that a change of the pilot changes the result and not
    the luck.
    """
    normal = NormalDist()
    noise = np.array([normal.inv_cdf(p) for p in probabilities("noise of the pilot", len(piloted), seed)])
    result: Array = piloted + standard_error * noise
    return result
