"""For each cell of the maps what a photograph shows, computed from where everything lies."""

import numpy as np
import torch
from torch.nn import functional as F

from plan import MOST_DOCUMENTS

# A border is this far from the document's edge, in cells of the maps.
BORDER_CELLS = 1.1


def labels_of(easel, plan, cover):
    n = len(plan.kind)
    labels = torch.zeros((n, 5, easel.cells, easel.cells), device=easel.device)
    per_cell = easel.canvas / easel.cells
    for k in range(MOST_DOCUMENTS):
        where = plan.count > k
        if not where.any():
            continue
        rows, quad = easel.rows(where), plan.documents[where, k]
        distance = distance_inside(easel, quad) / per_cell
        within = distance > 0
        part = labels[rows]
        document = torch.maximum(part[:, 0], within.float())
        # Of a document under this one no border shows.
        border = torch.maximum(part[:, 2] * (distance <= BORDER_CELLS), (distance.abs() <= BORDER_CELLS).float())
        right = (quad[:, 1] + quad[:, 2] - quad[:, 0] - quad[:, 3]) / 2
        right = right / (np.linalg.norm(right, axis=1, keepdims=True) + 1e-6)
        cosine = torch.where(within, easel.t(right[:, 0])[:, None, None], part[:, 3])
        sine = torch.where(within, easel.t(right[:, 1])[:, None, None], part[:, 4])
        labels[rows] = torch.stack([document, part[:, 1], border, cosine, sine], 1)
    covered = F.interpolate(cover[:, None], size=(easel.cells, easel.cells), mode="area")[:, 0]
    labels[:, 1] = (covered > 0.5) * labels[:, 0]
    width, height, left, top = (easel.t(np.round(column / 2))[:, None, None] for column in (plan.frame[:, 0], plan.frame[:, 1], plan.frame[:, 2], plan.frame[:, 3]))
    at = torch.arange(easel.cells, device=easel.device)
    x, y = at[None, None, :], at[None, :, None]
    return labels * ((x >= left) & (x < left + width) & (y >= top) & (y < top + height)).float()[:, None]


def distance_inside(easel, quads):
    """Canvas pixels from the nearest side, negative outside, at every cell."""
    least = None
    following = np.roll(quads, -1, 1)
    area = (quads[:, :, 0] * following[:, :, 1] - following[:, :, 0] * quads[:, :, 1]).sum(1)
    for i in range(4):
        a, d = quads[:, i], following[:, i] - quads[:, i]
        normal = np.stack([-d[:, 1], d[:, 0]], 1) / (np.linalg.norm(d, axis=1, keepdims=True) + 1e-6) * np.sign(area)[:, None]
        offset = -(normal * a).sum(1)
        distance = easel.t(normal[:, 0])[:, None, None] * easel.cell_x + easel.t(normal[:, 1])[:, None, None] * easel.cell_y + easel.t(offset)[:, None, None]
        least = distance if least is None else torch.minimum(least, distance)
    return least
