"""Where everything in a batch of photographs lies: one camera over one table a photograph, all of it in numbers."""

import math

import numpy as np

ASPECTS = np.array([4 / 3, 3 / 4, 3 / 4, 4 / 3, 16 / 9, 9 / 16, 1.0, 1.5])
KINDS = ["photo", "scan", "crop", "none"]
KIND_SHARES = [0.71, 0.07, 0.05, 0.17]
MOST_DOCUMENTS = 3
MOST_THINGS = 5
# Of the document that a photograph is of, whose long edge is the unit on the table.
DOCUMENT_MM = 105
# A point is drawn when it lies this far before the camera, in parts of the distance to the table.
NEAREST = 0.3
# From this length on a thing is a sheet, on which a document may lie.
LARGE_THING_MM = 170


def between(rng, low, high, *shape):
    return rng.uniform(low, high, shape)


def chance(rng, share, *shape):
    return rng.random(shape) < share


def frames(rng, n, side, aspect):
    """Width, height, left and top of the frame in the network's letterboxed input, as the engine lays it."""
    width = np.maximum(1, np.round(side * np.minimum(1, aspect)))
    height = np.maximum(1, np.round(side * np.minimum(1, 1 / aspect)))
    return np.stack([width, height, np.floor((side - width) / 2), np.floor((side - height) / 2)], 1)


def share_of_frame(rng, n, crop):
    """Long edge of the document as a part of the frame's."""
    bands = np.array([[0.055, 0.12], [0.1, 0.22], [0.2, 0.5], [0.5, 0.95], [0.9, 1.2]])
    low, high = bands[rng.choice(len(bands), n, p=[0.12, 0.13, 0.33, 0.33, 0.09])].T
    return np.where(crop, between(rng, 1.15, 2.2, n), low + (high - low) * rng.random(n))


class Plan:
    """Geometry of `n` photographs. Corners are in pixels of the canvas, clockwise from the top left as the flat is read."""

    def __init__(self, rng, n, side, canvas, aspects, thing_facts, share_of_frame):
        """`aspects`: width / height of the flats, n x MOST_DOCUMENTS; `thing_facts`: those of the things, n x (MOST_THINGS + 1) x 2."""
        k = canvas / side
        self.kind = rng.choice(len(KINDS), n, p=KIND_SHARES)
        scan, crop, none = (self.kind == KINDS.index(name) for name in ("scan", "crop", "none"))
        self.scan, self.none = scan, none
        count = rng.choice([1, 2, 3], n, p=[0.7, 0.26, 0.04])
        count[scan | crop] = 1
        self.count = np.where(none, 0, count)
        quarter = rng.choice(4, n, p=[0.55, 0.15, 0.15, 0.15])
        frame_aspect = ASPECTS[rng.integers(len(ASPECTS), size=n)] * between(rng, 0.95, 1.05, n)
        lying = np.where(quarter % 2 == 1, 1 / aspects[:, 0], aspects[:, 0])
        frame_aspect = np.where(scan & chance(rng, 0.75, n), lying * between(rng, 0.97, 1.04, n), frame_aspect)
        self.frame = frames(rng, n, side, frame_aspect)
        size = self.frame[:, :2] * k
        long_edge = size.max(1)

        free = chance(rng, 0.4, n)
        angle = np.where(free, between(rng, 0, 2 * math.pi, n), quarter * math.pi / 2 + rng.normal(0, 0.15, n))
        angle = np.where(scan, quarter * math.pi / 2 + np.radians(rng.normal(0, 1.5, n)), angle)
        tilt = np.where(scan, 0, np.minimum(0.7, np.abs(rng.normal(0, 0.28, n))))
        towards = between(rng, 0, 2 * math.pi, n)
        share = share_of_frame(rng, n, crop)
        distance = np.maximum(1.6, between(rng, 0.72, 1.5, n) / share)
        self.camera = camera_matrix(angle, tilt, towards), distance, share * long_edge

        documents, sizes = self.lay_documents(rng, n, aspects)
        points = self.project(documents)
        self.shift_into_frame(rng, points, size, share, crop)
        self.documents = self.settle(points)
        self.sizes = sizes
        things, self.things_shown = self.lay_things(rng, n, thing_facts, share)
        self.things = self.settle(self.project(things))
        self.things_shown &= self.before_camera(things)
        self.facing = self.settle(self.project(facing_page(documents[:, :1])))
        self.scale = self.camera[2] * self.shrink
        # None of the photographs shows a document, but something may lie in its place.
        self.decoy = none & chance(rng, 0.5, n)

    def lay_documents(self, rng, n, aspects):
        """Corners on the table, n x MOST_DOCUMENTS x 4 x 2: the first at the middle, the others beside, against or over it."""
        long_edges = np.concatenate([np.ones((n, 1)), between(rng, 0.68, 1.4, n, MOST_DOCUMENTS - 1)], 1)
        same = chance(rng, 0.5, n, MOST_DOCUMENTS)
        same[:, 0] = False
        long_edges[same] = 1
        width = long_edges * np.minimum(1, aspects)
        height = long_edges * np.minimum(1, 1 / aspects)
        turn = np.where(chance(rng, 0.45, n, MOST_DOCUMENTS), rng.normal(0, 0.05, (n, MOST_DOCUMENTS)), between(rng, -0.65, 0.65, n, MOST_DOCUMENTS))
        turn += rng.choice([0, 1, 2, 3], (n, MOST_DOCUMENTS), p=[0.5, 0.1, 0.3, 0.1]) * math.pi / 2
        turn[:, 0] = 0
        cosine, sine = np.abs(np.cos(turn)), np.abs(np.sin(turn))
        half = np.stack([cosine * width + sine * height, sine * width + cosine * height], 2) / 2
        mode = rng.choice(4, (n, MOST_DOCUMENTS), p=[0.2, 0.2, 0.45, 0.15])
        gaps = np.stack([between(rng, 0, 0.012, n, MOST_DOCUMENTS), between(rng, -0.3, 0, n, MOST_DOCUMENTS), between(rng, 0.012, 0.15, n, MOST_DOCUMENTS), between(rng, 0.2, 1.0, n, MOST_DOCUMENTS)])
        gap = np.take_along_axis(gaps, mode[None], 0)[0]
        below = chance(rng, 0.6, n, MOST_DOCUMENTS)
        sign = np.where(chance(rng, 0.5, n, 1), 1, -1) * np.array([1, 1, -1])
        along = rng.normal(0, 0.12, (n, MOST_DOCUMENTS))
        across = half[:, :1] + half + gap[..., None]
        centre = np.stack([np.where(below, along, sign * across[..., 0]), np.where(below, sign * across[..., 1], along)], 2)
        centre[:, 0] = 0
        return rectangle(centre, width, height, turn), np.stack([width, height], 2)

    def lay_things(self, rng, n, facts, share):
        """The first lies under the document and is large, the others anywhere that the camera sees."""
        m = facts.shape[1]
        length = facts[..., 1] / DOCUMENT_MM * between(rng, 0.8, 1.2, n, m)
        width, height = length * np.minimum(1, facts[..., 0]), length * np.minimum(1, 1 / facts[..., 0])
        reach = 0.6 / share[:, None, None]
        centre = between(rng, -1, 1, n, m, 2) * np.where(chance(rng, 0.5, n, m)[..., None], reach, np.minimum(reach, 1.1))
        # A sheet lies under the document, or ends somewhere beneath it.
        centre[:, 0] = between(rng, -0.5, 0.5, n, 2) * np.minimum(length[:, :1], 2.0)
        turn = np.where(chance(rng, 0.3, n, m), rng.choice(4, (n, m)) * math.pi / 2 + rng.normal(0, 0.06, (n, m)), between(rng, 0, 2 * math.pi, n, m))
        shown = np.arange(m)[None] - 1 < rng.integers(1, MOST_THINGS + 1, n)[:, None]
        shown &= chance(rng, 0.75, n, 1)
        # Small cards lie among many other things.
        shown[:, 1:] |= (share < 0.2)[:, None] & chance(rng, 0.5, n, m - 1)
        shown[:, 0] = chance(rng, 0.38, n)
        shown[self.scan] = False
        return rectangle(centre, width, height, turn), shown

    def project(self, corners):
        """Table to pixels around the camera's axis."""
        matrix, distance, scale = self.camera
        flat = np.concatenate([corners, np.zeros((*corners.shape[:-1], 1))], -1)
        seen = np.einsum("nij,n...j->n...i", matrix, flat)
        depth = np.maximum(NEAREST, 1 + seen[..., 2] / distance[:, None, None])
        return seen[..., :2] / depth[..., None] * scale[:, None, None, None]

    def before_camera(self, corners):
        matrix, distance, _ = self.camera
        depth = 1 + np.einsum("ni,nkqi->nkq", matrix[:, 2, :2], corners) / distance[:, None, None]
        return (depth > NEAREST).all(2)

    def shift_into_frame(self, rng, points, size, share, crop):
        """Shrinks and moves the picture so that the documents lie in the frame, or are cut off by it as they should be."""
        n = len(points)
        fitted = np.arange(MOST_DOCUMENTS)[None] < np.maximum(1, self.count)[:, None]
        fitted[chance(rng, 0.45, n), 1:] = False
        low = np.where(fitted[..., None, None], points, np.inf).min((1, 2))
        high = np.where(fitted[..., None, None], points, -np.inf).max((1, 2))
        span = high - low
        fill = np.where(share > 0.88, 1.05, 0.98)
        fill = np.where(self.scan, 1 - 2 * np.where(chance(rng, 0.5, n), between(rng, -0.03, 0.03, n), between(rng, 0, 0.12, n)), fill)
        most = (size / span).min(1) * fill
        self.shrink = np.where(self.scan, most, np.where(crop, 1.0, np.minimum(1, most)))
        low, high, span = (v * self.shrink[:, None] for v in (low, high, span))
        slack = np.maximum(0, size - span) / 2
        offset = between(rng, -1, 1, n, 2) * slack * between(rng, 0.2, 1, n, 1)
        cut = chance(rng, 0.17, n) & ~self.scan
        off = np.where(chance(rng, 0.5, n), between(rng, 0.01, 0.08, n), between(rng, 0.06, 0.55, n))
        side = rng.integers(2, size=n)
        both = chance(rng, 0.2, n)
        for axis in (0, 1):
            beyond = (size[:, axis] - span[:, axis]) / 2 + off * span[:, axis]
            chosen = cut & (both | (side == axis))
            offset[:, axis] = np.where(chosen, beyond * rng.choice([-1, 1], n), offset[:, axis])
        offset[self.scan] *= 0.3
        corner = self.frame[:, 2:] * (size / self.frame[:, :2])
        self.move = corner + size / 2 + offset - (low + high) / 2

    def settle(self, points):
        return points * self.shrink[:, None, None, None] + self.move[:, None, None]


def rectangle(centre, width, height, turn):
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) / 2 * np.stack([width, height], -1)[..., None, :]
    c, s = np.cos(turn), np.sin(turn)
    matrix = np.stack([np.stack([c, -s], -1), np.stack([s, c], -1)], -2)
    return np.einsum("nkij,nkqj->nkqi", matrix, corners) + centre[..., None, :]


def facing_page(documents):
    """The other page of an open passport, above the one that is wanted."""
    tl, tr, br, bl = np.moveaxis(documents, 2, 0)
    return np.stack([tl * 2 - bl, tr * 2 - br, tr, tl], 2)


def camera_matrix(angle, tilt, towards):
    return turned(2, towards) @ turned(0, tilt) @ turned(2, -towards) @ turned(2, angle)


def turned(axis, angle):
    c, s = np.cos(angle), np.sin(angle)
    i, j = [(1, 2), (0, 2), (0, 1)][axis]
    matrix = np.tile(np.eye(3), (len(angle), 1, 1))
    matrix[:, i, i], matrix[:, i, j], matrix[:, j, i], matrix[:, j, j] = c, -s, s, c
    return matrix


def to_unit(quads):
    """Homographies that take pixels to the unit square of each quad (Heckbert 1989, section 2.2.3). m x 4 x 2 to m x 3 x 3."""
    p0, p1, p2, p3 = (quads[:, i].astype(np.float64) for i in range(4))
    total = p0 - p1 + p2 - p3
    d1, d2 = p1 - p2, p3 - p2
    cross = d1[:, 0] * d2[:, 1] - d2[:, 0] * d1[:, 1]
    cross = np.where(np.abs(cross) < 1e-6, 1e-6, cross)
    g = (total[:, 0] * d2[:, 1] - d2[:, 0] * total[:, 1]) / cross
    h = (d1[:, 0] * total[:, 1] - total[:, 0] * d1[:, 1]) / cross
    first = p1 - p0 + g[:, None] * p1
    second = p3 - p0 + h[:, None] * p3
    matrix = np.stack([np.stack([first[:, 0], second[:, 0], p0[:, 0]], 1), np.stack([first[:, 1], second[:, 1], p0[:, 1]], 1), np.stack([g, h, np.ones_like(g)], 1)], 1)
    inverse = np.linalg.inv(matrix + 1e-9 * np.eye(3))
    # The quad's middle lies before the camera: w is positive there.
    middle = quads.mean(1)
    w = inverse[:, 2, 0] * middle[:, 0] + inverse[:, 2, 1] * middle[:, 1] + inverse[:, 2, 2]
    return (inverse / w[:, None, None]).astype(np.float32)
