"""How many samples a network reads exactly, decoded greedily: without grammar, check digits or the engine's placing."""

import torch

from alphabet import BLANK, text_of
from network import normalise
from targets import IGNORE


def exactness(network, pictures, targets, batch=256):
    """Shares of zone lines read exactly, of other samples read as nothing, of columns right, and of characters right."""
    read = read_classes(network, pictures, batch)
    known = targets != IGNORE
    right = ((read == targets) & known).sum().item()
    written = known & (targets != BLANK)
    right_written = ((read == targets) & written).sum().item()
    exact, lines, silent, others = 0, 0, 0, 0
    for is_exact, has_line in zip(*exact_lines(read, targets)):
        lines += has_line
        exact += has_line and is_exact
        others += not has_line
        silent += not has_line and is_exact
    return {
        "lines_exact": round(exact / max(1, lines), 4),
        "others_silent": round(silent / max(1, others), 4),
        "columns_right": round(right / max(1, known.sum().item()), 4),
        "inked_columns_right": round(right_written / max(1, written.sum().item()), 4),
    }


def read_classes(network, pictures, batch):
    """The likeliest class of each column, n×160."""
    network.eval()
    with torch.no_grad():
        parts = [network(normalise(pictures[start : start + batch])).argmax(2) for start in range(0, len(pictures), batch)]
    return torch.cat(parts)


def exact_lines(read, targets):
    """(whether each sample is read exactly, whether it holds a line at all); half cut-off characters are not asked for."""
    exact, has_line = [], []
    for got, target in zip(read.cpu().tolist(), targets.cpu().tolist()):
        pairs = [(a, b) for a, b in zip(got, target) if b != IGNORE]
        expected = text_of([b for _, b in pairs])
        exact.append(text_of([a for a, _ in pairs]) == expected)
        has_line.append(expected != "")
    return exact, has_line
