"""Words that fill sheets and mean nothing, and the choice among them."""

from zone_text import DIGITS, LETTERS, draw_of, name


def phrase(rng):
    kind = rng.random()
    if kind < 0.25:
        return f"{rng.integers(1, 31):02d}.{rng.integers(1, 13):02d}.{rng.integers(1950, 2040)}"
    if kind < 0.45:
        return draw_of(rng, LETTERS, 2) + draw_of(rng, DIGITS, int(rng.integers(4, 9)))
    text = " ".join(name(rng) for _ in range(rng.integers(1, 4)))
    return text if rng.random() < 0.5 else text.title()


def prose(rng, count):
    return " ".join(pick(rng, [name(rng).lower(), name(rng).lower() + name(rng).lower(), name(rng).title(), str(rng.integers(1, 3000)), name(rng).lower() + ","]) for _ in range(count))


def pick(rng, options):
    return options[rng.integers(len(options))]
