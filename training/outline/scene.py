"""Photographs flat documents on drawn backgrounds, and says for each pixel what it is."""

import math

import cv2
import numpy as np

from backgrounds import draw_background
from flats import corner_mask, draw_flat
from things import draw_thing, lay

# Photographs are drawn this much larger than the network sees them.
OVERSAMPLING = 1.375
ASPECTS = [4 / 3, 3 / 4, 3 / 4, 4 / 3, 16 / 9, 9 / 16, 1.0, 1.5]
POOL_FLATS = 260
POOL_BACKGROUNDS = 120
POOL_THINGS = 260
# Of the document that a photograph is of, whose long edge gives the things beside it their size.
DOCUMENT_MM = 105


class Studio:
    """Keeps drawn flats and backgrounds and renews them little by little."""

    def __init__(self, seed, size, extra_flats=()):
        self.size, self.canvas = size, int(size * OVERSAMPLING)
        self.rng = np.random.default_rng(seed)
        self.extra = list(extra_flats)
        self.flats = [self.new_flat() for _ in range(POOL_FLATS)]
        self.backgrounds = [draw_background(self.rng, self.canvas).astype(np.uint8) for _ in range(POOL_BACKGROUNDS)]
        self.things = [draw_thing(self.rng) for _ in range(POOL_THINGS)]

    def new_flat(self):
        if self.extra and self.rng.random() < 0.5:
            return self.extra[self.rng.integers(len(self.extra))]
        return draw_flat(self.rng)

    def flat(self):
        if self.rng.random() < 0.12:
            self.flats[self.rng.integers(POOL_FLATS)] = self.new_flat()
        return self.flats[self.rng.integers(POOL_FLATS)]

    def background(self):
        rng = self.rng
        if rng.random() < 0.12:
            self.backgrounds[rng.integers(POOL_BACKGROUNDS)] = draw_background(rng, self.canvas).astype(np.uint8)
        picture = np.rot90(self.backgrounds[rng.integers(POOL_BACKGROUNDS)], int(rng.integers(4)))
        gain = rng.uniform(0.8, 1.2, 3).astype(np.float32)
        return picture.astype(np.float32) * gain

    def strew(self, scene, width, height, document_px):
        """Lays things on the table, often where the document will lie."""
        rng = self.rng
        if rng.random() < 0.15:
            self.things[rng.integers(POOL_THINGS)] = draw_thing(rng)
        for _ in range(rng.integers(1, 6)):
            thing, length = self.things[rng.integers(POOL_THINGS)]
            near = rng.random() < 0.65
            centre = rng.uniform(0.2, 0.8, 2) if near else rng.uniform(-0.15, 1.15, 2)
            size = document_px * length / DOCUMENT_MM * rng.uniform(0.8, 1.2)
            quad = lay(rng, centre * [width, height], size, thing.shape[1] / thing.shape[0])
            scene.place(thing, quad, shadow=rng.random() < 0.7, counts=False)

    def photograph(self):
        """uint8 RGB size x size x 3 (letterboxed, padding 128) and float32 labels 5 x size/2 x size/2: document, covered, border, cos, sin."""
        rng = self.rng
        aspect = ASPECTS[rng.integers(len(ASPECTS))] * rng.uniform(0.95, 1.05)
        kind = rng.choice(["photo", "scan", "crop", "none"], p=[0.72, 0.1, 0.04, 0.14])
        flat = self.flat()
        if kind == "scan":
            aspect = flat.shape[1] / flat.shape[0] * rng.uniform(0.97, 1.04)
            turn = rng.choice([0, 90, 180, 270], p=[0.7, 0.1, 0.1, 0.1])
            if turn in (90, 270):
                aspect = 1 / aspect
        edge = self.canvas
        width, height = (edge, edge / aspect) if aspect > 1 else (edge * aspect, edge)
        width, height = int(width), int(height)
        scene = Scene(rng, self.background()[:height, :width].copy())
        if kind == "scan":
            if rng.random() < 0.7:
                scene.picture[:] = rng.uniform(225, 255) if rng.random() < 0.7 else rng.uniform(0, 60)
            margin = rng.choice([rng.uniform(-0.03, 0.03), rng.uniform(0, 0.12)])
            tilt = turn + rng.normal(0, 1.5)
            scene.place(flat, fit_quad(flat, width, height, 1 - 2 * margin, math.radians(tilt)), shadow=False)
        elif kind != "none":
            screen = rng.random() < 0.06
            if screen:
                draw_screen(rng, scene.picture)
            count = 1 if rng.random() < 0.85 else 2
            scales = [rng.uniform(1.15, 2.2) if kind == "crop" else size_of_document(rng, count) for _ in range(count)]
            if not screen and rng.random() < 0.75:
                self.strew(scene, width, height, scales[0] * edge)
            for index, scale in enumerate(scales):
                shown = self.flat() if index else flat
                scene.place(shown, place_quad(rng, shown, width, height, scale, index, count), shadow=not screen)
            if rng.random() < 0.12 and count == 1 and kind == "photo":
                scene.open_booklet(flat, self.flat())
            if rng.random() < 0.1:
                scene.sleeve(rng)
            if rng.random() < 0.35:
                scene.cover(rng)
        else:
            if rng.random() < 0.85:
                self.strew(scene, width, height, rng.uniform(0.2, 0.8) * edge)
            if rng.random() < 0.3:
                scene.cover(rng)
        return finish(rng, scene, width, height, self.size)


def size_of_document(rng, count):
    """Long edge of the document as a part of the frame's."""
    if count == 2:
        return rng.uniform(0.15, 0.55)
    return rng.choice([rng.uniform(0.07, 0.22), rng.uniform(0.2, 0.5), rng.uniform(0.5, 0.95), rng.uniform(0.9, 1.25)], p=[0.14, 0.38, 0.37, 0.11])


def fit_quad(flat, width, height, share, angle):
    h, w = flat.shape[:2]
    turned_w = abs(w * math.cos(angle)) + abs(h * math.sin(angle))
    turned_h = abs(w * math.sin(angle)) + abs(h * math.cos(angle))
    scale = max(width / turned_w, height / turned_h) if share > 1 else min(width / turned_w, height / turned_h)
    corners = np.array([[-w, -h], [w, -h], [w, h], [-w, h]], np.float32) / 2 * scale * share
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    return (corners @ turn + [width / 2, height / 2]).astype(np.float32)


def place_quad(rng, flat, width, height, scale, index, count):
    """The document's corners as a pinhole camera sees them: any turn, tilt up to 40 degrees."""
    h, w = flat.shape[:2]
    angle = rng.uniform(0, 2 * math.pi) if rng.random() < 0.4 else rng.choice([0, 0, 0.5, 1, 1.5]) * math.pi + rng.normal(0, 0.15)
    tilt, towards = abs(rng.normal(0, 0.28)), rng.uniform(0, 2 * math.pi)
    tilt = min(tilt, 0.7)
    corners = np.array([[-w, -h, 0], [w, -h, 0], [w, h, 0], [-w, h, 0]], np.float64) / max(w, h)
    corners = corners @ rotation(2, angle).T
    axis = rotation(2, towards)
    corners = corners @ (axis @ rotation(0, tilt) @ axis.T).T
    distance = rng.uniform(2.2, 4.5)
    flat_points = corners[:, :2] / (1 + corners[:, 2:3] / distance)
    flat_points *= scale * max(width, height) / 2
    low, high = flat_points.min(0), flat_points.max(0)
    span = high - low
    frame = np.array([width, height], np.float64)
    shrink = min(1.0, float((frame * (1.05 if scale > 0.88 else 0.98) / span).min())) if scale < 1.15 else 1.0
    flat_points, low, high, span = flat_points * shrink, low * shrink, high * shrink, span * shrink
    room = frame - span
    slack = np.maximum(room, 0) / 2
    centre = frame / 2 + rng.uniform(-1, 1, 2) * slack * rng.uniform(0.2, 1)
    if rng.random() < 0.15:
        centre = frame / 2 + rng.uniform(-1, 1, 2) * (slack + span * 0.25)
    if count == 2:
        across = 0 if width > height else 1
        centre[across] = frame[across] * (0.27 if index == 0 else 0.73) + rng.normal(0, 0.03) * frame[across]
    return (flat_points - (low + high) / 2 + centre).astype(np.float32)


def rotation(axis, angle):
    c, s = math.cos(angle), math.sin(angle)
    i, j = [(1, 2), (0, 2), (0, 1)][axis]
    turn = np.eye(3)
    turn[i, i], turn[i, j], turn[j, i], turn[j, j] = c, -s, s, c
    return turn


def draw_screen(rng, picture):
    picture[:] = rng.uniform(200, 255) if rng.random() < 0.7 else rng.uniform(20, 60)
    height, width = picture.shape[:2]
    edge = int(rng.integers(0, 30))
    if edge:
        cv2.rectangle(picture, (0, 0), (width - 1, height - 1), (15, 15, 18), edge)
    for _ in range(rng.integers(0, 5)):
        x, y = rng.integers(0, width), rng.integers(0, height)
        cv2.rectangle(picture, (int(x), int(y)), (int(x + rng.integers(10, 120)), int(y + rng.integers(4, 25))), tuple(float(v) for v in rng.uniform(0, 255, 3)), -1)


class Scene:
    def __init__(self, rng, picture):
        self.rng = rng
        self.picture = picture
        self.quads = []
        self.quad_order = []
        height, width = picture.shape[:2]
        self.cover_mask = np.zeros((height, width), np.uint8)

    def place(self, flat, quad, shadow=True, counts=True):
        rng = self.rng
        height, width = self.picture.shape[:2]
        h, w = flat.shape[:2]
        matrix = cv2.getPerspectiveTransform(np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float32), quad)
        alpha = corner_mask(rng, w, h)
        shrink = max(np.linalg.norm(quad[1] - quad[0]) / w, 1e-3)
        if shrink < 0.75:
            flat = cv2.GaussianBlur(flat, (0, 0), 0.4 / shrink)
        warped = cv2.warpPerspective(flat, matrix, (width, height), flags=cv2.INTER_LINEAR).astype(np.float32)
        mask = cv2.warpPerspective(alpha, matrix, (width, height), flags=cv2.INTER_LINEAR).astype(np.float32) / 255
        if shadow and rng.random() < 0.6:
            offset = rng.normal(0, 5, 2)
            dark = cv2.GaussianBlur(np.roll(mask, tuple(int(v) for v in offset), (0, 1)), (0, 0), float(rng.uniform(1, 6)))
            self.picture *= 1 - dark[..., None] * rng.uniform(0.1, 0.6)
        light = rng.uniform(0.75, 1.08) if rng.random() < 0.5 else 1.0
        self.picture = self.picture * (1 - mask[..., None]) + warped * light * mask[..., None]
        if rng.random() < 0.1:
            cv2.polylines(self.picture, [np.round(quad * 8).astype(np.int32)], True, tuple(float(v) for v in rng.uniform(0, 255, 3)), 1, cv2.LINE_AA, 3)
        if counts:
            self.quads.append(quad)

    def open_booklet(self, flat, other):
        """The facing page of a passport, above the data page: not part of the document that is wanted."""
        tl, tr, br, bl = self.quads[0]
        facing = np.array([tl * 2 - bl, tr * 2 - br, tr, tl], np.float32)
        blank = np.zeros_like(flat)
        blank[:] = np.clip(flat[-8:].mean((0, 1)) * 0.3 + 160 + self.rng.uniform(-30, 30, 3), 0, 255)
        if self.rng.random() < 0.5:
            step = int(self.rng.integers(14, 30))
            blank[step::step, 30:-30] = blank[0, 0] * 0.7
        self.place(blank, facing, shadow=False, counts=False)

    def sleeve(self, rng):
        """A clear sleeve around the document, and the lamp's streaks on it."""
        height, width = self.picture.shape[:2]
        quad = self.quads[0]
        size = float(np.linalg.norm(quad[1] - quad[0]))
        around = (quad - quad.mean(0)) * rng.uniform(1.03, 1.3) + quad.mean(0)
        sheet = np.zeros((height, width), np.float32)
        cv2.fillConvexPoly(sheet, around.astype(np.int32), 1, cv2.LINE_AA)
        self.picture = self.picture + sheet[..., None] * rng.uniform(0, 22)
        streaks = np.zeros((height, width), np.float32)
        angle = rng.uniform(0, math.pi)
        for _ in range(rng.integers(1, 7)):
            middle = quad.mean(0) + rng.normal(0, 0.22, 2) * size
            half = np.array([math.cos(angle), math.sin(angle)]) * size * rng.uniform(0.1, 0.5)
            a, b = (middle - half).astype(int), (middle + half).astype(int)
            cv2.line(streaks, tuple(map(int, a)), tuple(map(int, b)), 1, int(rng.integers(1, 5)), cv2.LINE_AA)
            angle += rng.normal(0, 0.15)
        streaks = cv2.GaussianBlur(streaks, (0, 0), float(rng.uniform(0.4, 1.5)))
        self.picture = self.picture * (1 - streaks[..., None]) + 255 * streaks[..., None]

    def cover(self, rng):
        """Fingers from the edge of the document or frame; now and then something else."""
        height, width = self.picture.shape[:2]
        quad = self.quads[0] if self.quads else np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
        size = float(np.linalg.norm(quad[1] - quad[0]) + np.linalg.norm(quad[2] - quad[1])) / 2
        side = rng.integers(4)
        a, b = quad[side], quad[(side + 1) % 4]
        centre = quad.mean(0)
        skin = rng.uniform([90, 55, 40], [240, 195, 170])
        other = rng.random() < 0.15
        ink = rng.uniform(0, 255, 3) if other else skin
        thick = size * rng.uniform(0.09, 0.24)
        layer = np.zeros((height, width), np.uint8)
        ridge = np.zeros((height, width), np.uint8)
        along = rng.uniform(0.05, 0.95)
        for k in range(rng.integers(1, 5)):
            position = along + k * thick / (np.linalg.norm(b - a) + 1) * 1.05
            root = a + (b - a) * position
            inward = (centre - root) / (np.linalg.norm(centre - root) + 1e-6)
            turn = rng.normal(0, 0.3)
            inward = np.array([inward[0] * math.cos(turn) - inward[1] * math.sin(turn), inward[0] * math.sin(turn) + inward[1] * math.cos(turn)])
            tip = root + inward * size * rng.uniform(0.0, 0.35)
            start = root - inward * size * rng.uniform(0.3, 1.2)
            p, q = tuple(int(v) for v in start), tuple(int(v) for v in tip)
            cv2.line(layer, p, q, 255, max(2, int(thick)), cv2.LINE_AA)
            cv2.line(ridge, p, q, 255, max(1, int(thick * 0.5)), cv2.LINE_AA)
            if not other and rng.random() < 0.6:
                nail = tip - inward * thick * 0.1
                cv2.ellipse(ridge, tuple(int(v) for v in nail), (int(thick * 0.28) + 1, int(thick * 0.2) + 1), math.degrees(math.atan2(inward[1], inward[0])), 0, 360, 255, -1)
        if rng.random() < 0.3 and not other:
            palm = a + (b - a) * along - (centre - a) / (np.linalg.norm(centre - a) + 1e-6) * size * 0.5
            cv2.circle(layer, tuple(int(v) for v in palm), int(size * rng.uniform(0.2, 0.45)), 255, -1, cv2.LINE_AA)
        mask = layer.astype(np.float32)[..., None] / 255
        relief = cv2.GaussianBlur(ridge, (0, 0), max(1.0, thick * 0.22)).astype(np.float32)[..., None] / 255
        body = ink * (0.72 + 0.38 * relief) + rng.normal(0, 3, (height, width, 1))
        if rng.random() < 0.5:
            shade = cv2.GaussianBlur(layer, (0, 0), 4).astype(np.float32)[..., None] / 255
            self.picture = self.picture * (1 - 0.35 * shade)
        self.picture = self.picture * (1 - mask) + body * mask
        self.cover_mask = np.maximum(self.cover_mask, layer)


def finish(rng, scene, width, height, size):
    label_size = size // 2
    picture = spoil(rng, scene)
    scale = size / max(width, height)
    fit = (max(1, round(width * scale)), max(1, round(height * scale)))
    left, top = (size - fit[0]) // 2, (size - fit[1]) // 2
    small = cv2.resize(picture, fit, interpolation=cv2.INTER_AREA)
    image = np.full((size, size, 3), 128, np.uint8)
    image[top : top + fit[1], left : left + fit[0]] = small
    labels = np.zeros((5, label_size, label_size), np.float32)
    ratio = label_size / size
    frame = np.zeros((label_size, label_size), np.float32)
    y0, y1 = round(top * ratio), round((top + fit[1]) * ratio)
    x0, x1 = round(left * ratio), round((left + fit[0]) * ratio)
    frame[y0:y1, x0:x1] = 1
    for quad in scene.quads:
        points = (quad * scale + [left, top]) * ratio
        mask = np.zeros((label_size, label_size), np.uint8)
        fine = np.round((points - 0.5) * 16).astype(np.int32)
        cv2.fillConvexPoly(mask, fine, 1, cv2.LINE_8, 4)
        edge = np.zeros((label_size, label_size), np.uint8)
        cv2.polylines(edge, [fine], True, 1, 2, cv2.LINE_8, 4)
        right = (points[1] + points[2] - points[0] - points[3]) / 2
        right = right / (np.linalg.norm(right) + 1e-6)
        inside = mask > 0
        labels[0][inside] = 1
        labels[2] = np.maximum(labels[2], edge)
        labels[3][inside], labels[4][inside] = right
    covered = np.zeros((size, size), np.uint8)
    covered[top : top + fit[1], left : left + fit[0]] = cv2.resize(scene.cover_mask, fit, interpolation=cv2.INTER_AREA)
    labels[1] = (cv2.resize(covered, (label_size, label_size), interpolation=cv2.INTER_AREA) > 127) * labels[0]
    return image, labels * frame


def spoil(rng, scene):
    """Light, lens and sensor."""
    picture = scene.picture
    height, width = picture.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    if rng.random() < 0.35:
        for _ in range(rng.integers(1, 3)):
            if scene.quads and rng.random() < 0.8:
                weights = rng.dirichlet([1, 1, 1, 1])
                centre = (scene.quads[0] * weights[:, None]).sum(0)
            else:
                centre = rng.uniform(0, 1, 2) * [width, height]
            spread = rng.uniform(0.02, 0.18, 2) * width
            turn = rng.uniform(0, math.pi)
            dx, dy = xs - centre[0], ys - centre[1]
            u, v = dx * math.cos(turn) + dy * math.sin(turn), -dx * math.sin(turn) + dy * math.cos(turn)
            spot = np.exp(-((u / spread[0]) ** 2 + (v / spread[1]) ** 2) ** rng.uniform(0.6, 2))
            picture = picture + spot[..., None] * rng.uniform(80, 400)
    if rng.random() < 0.5:
        angle = rng.uniform(0, 2 * math.pi)
        ramp = (xs / width - 0.5) * math.cos(angle) + (ys / height - 0.5) * math.sin(angle)
        picture = picture * (1 + ramp[..., None] * rng.uniform(0, 0.9))
    if rng.random() < 0.2:
        edge = (xs - rng.uniform(0, width)) * math.cos(angle := rng.uniform(0, 6.3)) + (ys - rng.uniform(0, height)) * math.sin(angle)
        soft = 1 / (1 + np.exp(-edge / rng.uniform(1, 12)))
        picture = picture * (1 - soft[..., None] * rng.uniform(0.1, 0.55))
    if rng.random() < 0.15:
        picture = picture + (np.sin(xs * rng.uniform(0.3, 3) + ys * rng.uniform(-3, 3)) * rng.uniform(2, 12))[..., None]
    picture = picture * np.exp(rng.normal(0, 0.07, 3))
    if rng.random() < 0.6:
        picture = picture * rng.choice([rng.uniform(0.12, 0.6), rng.uniform(0.6, 1.35), rng.uniform(1.35, 2.4)], p=[0.2, 0.7, 0.1])
    picture = picture.clip(0, 255)
    if rng.random() < 0.5:
        picture = 255 * (picture / 255) ** math.exp(rng.normal(0, 0.2))
    if rng.random() < 0.1:
        picture = np.repeat(picture.mean(2, keepdims=True), 3, 2)
    if rng.random() < 0.5:
        picture = cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.3, 2.2)))
    picture = picture + rng.normal(0, rng.uniform(0, 8), picture.shape)
    picture = picture.clip(0, 255).astype(np.uint8)
    if rng.random() < 0.3:
        ok, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 90))])
        picture = cv2.imdecode(packed, cv2.IMREAD_COLOR)
    return picture
