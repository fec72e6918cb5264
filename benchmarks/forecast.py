"""How often the forecast of a total held: simulated people, eight weeks of entries, and the week they really got there.

    .venv/bin/python benchmarks/forecast.py [PEOPLE]

Poisson-like weekly counts are what the formula is made for: it should hold in 76 to 86 of 100 cases
(two ends at the 90th percentile). Uneven weeks are shown for honesty; there it holds less often,
which is why the app says dates and never a percentage. Seeded, so that every run prints the same.
"""

import math
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
# The package beside this folder is measured, not one that is installed; so it is imported after this.
sys.path.insert(0, str(ROOT))

from smart_tui.domain.forecast import interval  # noqa: E402

WEEKS = 8
LOW, HIGH = 76.0, 86.0
SEED = 2026

Weeks = Callable[[float, Random], Iterator[int]]
"""The weekly amounts of one person with a mean, for ever."""


def poisson(mean: float, random: Random) -> int:
    """A Poisson number (Knuth's product of uniform ones; the mean is small)."""
    limit, product, count = math.exp(-mean), random.random(), 0
    while product > limit:
        product *= random.random()
        count += 1
    return count


def even(mean: float, random: Random) -> Iterator[int]:
    """Counts of things that happen independently of each other."""
    while True:
        yield poisson(mean, random)


def uneven(mean: float, random: Random) -> Iterator[int]:
    """Weeks that differ by as much as their mean (a gamma-distributed mean, shape 1)."""
    while True:
        yield poisson(mean * random.expovariate(1.0), random)


def months(mean: float, random: Random) -> Iterator[int]:
    """Good and bad months: four weeks share a mean between nothing and twice the usual one."""
    while True:
        this_month = mean * random.uniform(0, 2)
        for _ in range(4):
            yield poisson(this_month, random)


def forecast_of(weeks: Weeks, mean: float, random: Random) -> tuple[bool, bool] | None:
    """One person: whether the interval held and whether it had an end; None without a pace."""
    coming = weeks(mean, random)
    sums = [float(amount) for amount in islice(coming, WEEKS)]
    remaining = round(mean * random.uniform(4, 30))
    found = interval(sums, remaining)
    if found is None:
        return None
    done, count, last = 0, 0, 0
    while done < remaining:
        last = next(coming)
        done += last
        count += 1
    # The target is reached within its last week, as early as its share of that week's amount.
    reached = count - (done - remaining) / last
    return found.earliest <= reached <= (found.latest or math.inf), found.latest is not None


def share(weeks: Weeks, people: int) -> tuple[float, float, int]:
    """Per cent of intervals that held, per cent of them with an end, and how many there were."""
    random = Random(SEED)
    found = [forecast_of(weeks, (2, 4, 8, 16)[number % 4], random) for number in range(people)]
    results = [result for result in found if result is not None]
    held, ended = (sum(result[index] for result in results) for index in (0, 1))
    return 100 * held / len(results), 100 * ended / len(results), len(results)


KINDS: dict[str, Weeks] = {
    "Poisson-like weeks": even,
    "weeks that differ by as much as their mean": uneven,
    "good and bad months": months,
}


def main(people: int) -> int:
    """Print the shares; 1 when the forecast held too rarely or too often for Poisson-like weeks."""
    shares = {name: share(weeks, people) for name, weeks in KINDS.items()}
    for name, (held, ended, count) in shares.items():
        print(
            f"{name}: held in {held:.1f} % of {count} forecasts after {WEEKS} weeks; {ended:.0f} % had an end in sight"
        )
    first = next(iter(shares.values()))[0]
    print(f"Poisson-like weeks should give {LOW:.0f} to {HIGH:.0f} %: {'yes' if LOW <= first <= HIGH else 'NO'}")
    return 0 if LOW <= first <= HIGH else 1


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
