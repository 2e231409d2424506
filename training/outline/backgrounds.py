"""Procedural tables, cloths, papers, keyboards and other things that are not documents."""

import math

import cv2
import numpy as np

from flats import PLAIN_FONTS, font, phrase
from keyboards import keyboard, laptop
from PIL import Image, ImageDraw
from stones import granite, marble
from surfaces import carpet, chips, dotted, metal, parquet, scraps, striped
from tones import colour


def noise(rng, size, cells):
    return cv2.resize(rng.random((cells, cells), dtype=np.float32), (size, size), interpolation=cv2.INTER_CUBIC)


def clouds(rng, size):
    texture = sum(noise(rng, size, 2 ** (k + 1)) / 2**k for k in range(1, 8)) - 1.0
    return colour(rng)[None, None] + texture[..., None] * rng.uniform(0, 90) * rng.uniform(0.6, 1.4, 3)


def plain(rng, size):
    ys, xs = np.mgrid[0:size, 0:size].astype(np.float32) / size
    angle = rng.uniform(0, 2 * math.pi)
    ramp = xs * math.cos(angle) + ys * math.sin(angle)
    base = colour(rng, 190, 255) if rng.random() < 0.4 else colour(rng)
    return base[None, None] + ramp[..., None] * rng.uniform(-50, 50) + rng.normal(0, rng.uniform(0, 6), (size, size, 1))


def wood(rng, size):
    ys, xs = np.mgrid[0:size, 0:size].astype(np.float32) / size
    if rng.random() < 0.5:
        xs, ys = ys, xs
    stretched = cv2.resize(rng.random((64, 5), dtype=np.float32), (size, size), interpolation=cv2.INTER_CUBIC)
    if xs[0, 0] != xs[1, 0]:
        stretched = stretched.T
    grain = np.sin((ys * rng.uniform(10, 70) + stretched * rng.uniform(0, 4)) * 2) * 0.5 + stretched
    picture = rng.uniform([60, 35, 15], [225, 180, 140])[None, None] + grain[..., None] * rng.uniform(5, 45)
    plank = int(rng.integers(2, 7))
    if rng.random() < 0.5:
        picture[(np.abs((ys * plank) % 1) < 0.015)] *= 0.5
    return picture


def weave(rng, size):
    ys, xs = np.mgrid[0:size, 0:size].astype(np.float32)
    f, g = rng.uniform(0.1, 1.2, 2)
    angle = rng.uniform(0, math.pi)
    u = xs * math.cos(angle) + ys * math.sin(angle)
    v = -xs * math.sin(angle) + ys * math.cos(angle)
    cloth = np.sin(u * f) + np.sin(v * g) * rng.uniform(0, 1)
    if rng.random() < 0.5:
        cloth = np.sign(cloth)
    return colour(rng)[None, None] + cloth[..., None] * rng.uniform(2, 40) * rng.uniform(0.3, 1.2, 3)


def tiles(rng, size):
    picture = np.zeros((size, size, 3)) + colour(rng)
    step_x, step_y = rng.integers(20, 160, 2)
    face = colour(rng)
    gap = int(rng.integers(1, 10))
    varied = rng.uniform(0, 25)
    shift = int(rng.integers(0, 60))
    for row, y in enumerate(range(-shift, size, step_y)):
        for x in range(-shift - (row % 2) * step_x // 2, size, step_x):
            y0, x0 = max(0, y), max(0, x)
            picture[y0 : max(0, y + step_y - gap), x0 : max(0, x + step_x - gap)] = face + rng.normal(0, varied)
    return picture


def lettered(rng, size):
    """A printed page or a screen full of text, seen from near or far."""
    dark = rng.random() < 0.2
    page = Image.new("RGB", (size, size), (30, 30, 34) if dark else tuple(int(v) for v in rng.uniform(215, 255, 3)))
    draw = ImageDraw.Draw(page)
    height = max(5, int(rng.uniform(6, 22) * size / 352))
    face = font(PLAIN_FONTS[rng.integers(len(PLAIN_FONTS))], height)
    ink = (200, 200, 200) if dark else (40, 40, 40)
    indent = rng.uniform(0, 0.2) * size
    y = rng.uniform(0, 40)
    while y < size:
        if rng.random() < 0.9:
            draw.text((indent, y), " ".join(phrase(rng) for _ in range(8))[: int(rng.integers(10, 120))], fill=ink, font=face)
        y += height * 1.5
    pixels = np.asarray(page)
    turn = int(rng.integers(0, 4))
    return np.rot90(pixels, turn).astype(np.float32)


def sheet(rng, picture):
    """A loose page of print, seen at an angle: paper with text on it is not a document."""
    size = picture.shape[0]
    page = lettered(rng, int(size * rng.uniform(0.7, 1.6)))
    side = page.shape[0]
    page = page[:, : int(side * rng.uniform(0.5, 0.9))]
    if rng.random() < 0.6:
        page = np.pad(page, ((side // 12, side // 12), (side // 12, side // 12), (0, 0)), constant_values=float(np.percentile(page, 90)))
    angle, scale = rng.uniform(0, 2 * math.pi), rng.uniform(0.4, 1.3) * size / side
    height, width = page.shape[:2]
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]) * scale
    centre = rng.uniform(0, 1, 2) * size
    matrix = np.hstack([turn, (centre - turn @ [width / 2, height / 2])[:, None]])
    mask = cv2.warpAffine(np.ones((height, width), np.float32), matrix, (size, size))[..., None]
    tint = rng.uniform(0.75, 1.0) * (1 - rng.uniform(0, 0.08, 3))
    warped = cv2.warpAffine(page * tint, matrix, (size, size), flags=cv2.INTER_AREA)
    if rng.random() < 0.5:
        picture = picture * (1 - 0.4 * cv2.GaussianBlur(mask, (0, 0), 3)[..., None])
    return np.ascontiguousarray(picture * (1 - mask) + warped.astype(np.float32) * mask, dtype=np.float32)


def clutter(rng, picture):
    """Rectangles, discs and lines: phones, cups, pens, sheets of paper without anything on them that makes a document."""
    size = picture.shape[0]
    for _ in range(rng.integers(0, 5)):
        kind = rng.random()
        ink = tuple(float(v) for v in colour(rng).clip(0, 255))
        centre = rng.uniform(-0.1, 1.1, 2) * size
        if kind < 0.55:
            box = cv2.boxPoints((tuple(map(float, centre)), tuple(map(float, rng.uniform(0.06, 0.7, 2) * size)), float(rng.uniform(0, 360))))
            if rng.random() < 0.4:
                shade = box + rng.uniform(-8, 8, 2)
                cv2.fillConvexPoly(picture, shade.astype(np.int32), tuple(float(v) * 0.3 for v in ink), cv2.LINE_AA)
            cv2.fillConvexPoly(picture, box.astype(np.int32), ink, cv2.LINE_AA)
            if rng.random() < 0.3:
                inner = (box - box.mean(0)) * rng.uniform(0.8, 0.95) + box.mean(0)
                cv2.fillConvexPoly(picture, inner.astype(np.int32), tuple(float(v) for v in colour(rng).clip(0, 255)), cv2.LINE_AA)
        elif kind < 0.8:
            cv2.circle(picture, tuple(int(v) for v in centre), int(rng.uniform(0.02, 0.25) * size), ink, -1, cv2.LINE_AA)
        else:
            end = centre + rng.normal(0, 0.4, 2) * size
            cv2.line(picture, tuple(int(v) for v in centre), tuple(int(v) for v in end), ink, int(rng.integers(1, 24)), cv2.LINE_AA)
    return picture


def draw_background(rng, size):
    """Float RGB of 0..255, size x size."""
    painters = [clouds, plain, wood, weave, tiles, lettered, keyboard, laptop, marble, granite, parquet, chips, carpet, metal, dotted, striped, scraps]
    painter = painters[rng.choice(len(painters), p=[0.08, 0.13, 0.09, 0.06, 0.05, 0.07, 0.04, 0.05, 0.1, 0.03, 0.06, 0.06, 0.05, 0.05, 0.03, 0.03, 0.02])]
    picture = np.ascontiguousarray(painter(rng, size), dtype=np.float32)
    if rng.random() < 0.3:
        turn = cv2.getRotationMatrix2D((size / 2, size / 2), float(rng.uniform(0, 360)), 1.45)
        picture = cv2.warpAffine(picture, turn, (size, size), borderMode=cv2.BORDER_REFLECT)
    for _ in range(rng.choice([0, 1, 2], p=[0.7, 0.22, 0.08])):
        picture = sheet(rng, picture)
    if rng.random() < 0.5:
        picture = clutter(rng, picture)
    if rng.random() < 0.5:
        picture = cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.3, 5)))
    return picture.clip(0, 255)
