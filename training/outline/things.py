"""Things that lie about on tables and are not documents: letters, forms, newspapers, receipts, phones, bank cards, books, trinkets."""

import math

import cv2
import numpy as np

LONG_EDGE = 400


def draw_thing(rng):
    """uint8 RGB, and its long edge in millimetres."""
    painters = [letter, newspaper, receipt, phone, trade_card, book, envelope, form, tablet, trinket, notebook, magazine, pen]
    chosen = painters[rng.choice(len(painters), p=[0.13, 0.1, 0.08, 0.09, 0.13, 0.08, 0.06, 0.1, 0.05, 0.08, 0.04, 0.04, 0.02])]
    picture, length = chosen(rng)
    if rng.random() < 0.3:
        picture = picture + cv2.resize(rng.normal(0, rng.uniform(2, 9), (6, 6, 1)).astype(np.float32), picture.shape[1::-1])[..., None]
    return np.ascontiguousarray(picture.clip(0, 255).astype(np.uint8)), length


def blank(rng, aspect, low=205, high=255):
    """Paper of aspect width / height."""
    width, height = (LONG_EDGE, LONG_EDGE / aspect) if aspect > 1 else (LONG_EDGE * aspect, LONG_EDGE)
    tone = rng.uniform(low, high)
    return np.full((int(height), int(width), 3), tone, np.float32) + rng.uniform(-7, 5, 3)


def text_block(rng, picture, x0, y0, x1, y1, pitch, ink, ragged=0.3):
    """Lines of words as grey bars: letters are finer than the network sees."""
    y = y0
    left_over = 0
    while y + pitch < y1:
        if left_over == 0:
            left_over = rng.integers(3, 14)
            y += pitch * rng.choice([0, 0.6])
        left_over -= 1
        end = x1 if left_over else x0 + (x1 - x0) * rng.uniform(0.2, 0.9)
        if rng.random() < ragged:
            end -= (x1 - x0) * rng.uniform(0, 0.12)
        columns = max(1, int(end) - int(x0))
        words = np.repeat(rng.random(columns // 3 + 1) > 0.16, 3)[:columns]
        letters = rng.uniform(0.35, 0.85, columns) * words
        top, bottom = int(y), max(int(y) + 1, int(y + pitch * 0.55))
        bars = letters[None, :, None]
        area = picture[top:bottom, int(x0) : int(x0) + columns]
        area[:] = area * (1 - bars) + ink * bars
        y += pitch


def put_text(picture, *text):
    """OpenCV 5 writes on whole numbers only."""
    whole = picture.clip(0, 255).astype(np.uint8)
    picture[:] = cv2.putText(whole, *text)


def ink_of(rng):
    return np.full(3, rng.uniform(10, 80)) + rng.uniform(0, 20, 3)


def letter(rng):
    picture = blank(rng, rng.choice([210 / 297, 148 / 210, 216 / 279, 1.41]))
    height, width = picture.shape[:2]
    ink = ink_of(rng)
    edge = width * rng.uniform(0.04, 0.14)
    y = height * rng.uniform(0.03, 0.1)
    if rng.random() < 0.5:
        text_block(rng, picture, edge, y, width * rng.uniform(0.3, 0.6), y + height * 0.08, height * 0.018, ink)
        y += height * rng.uniform(0.1, 0.2)
    if rng.random() < 0.3:
        logo = rng.uniform(0, 230, 3)
        cv2.rectangle(picture, (int(width * 0.7), int(height * 0.03)), (int(width * 0.92), int(height * 0.09)), logo.tolist(), -1)
    if rng.random() < 0.15:
        for row in range(int(y), height - int(edge), max(4, int(height * 0.025))):
            picture[row : row + 1, int(edge) : int(width - edge)] = picture[0, 0] * 0.75
    else:
        columns = 1 if rng.random() < 0.75 else 2
        pitch = height * rng.uniform(0.012, 0.026)
        for k in range(columns):
            room = (width - 2 * edge) / columns
            text_block(rng, picture, edge + k * room, y, edge + (k + 0.94) * room, height * rng.uniform(0.6, 0.97), pitch, ink)
    return picture, rng.uniform(200, 300)


def newspaper(rng):
    picture = blank(rng, rng.uniform(0.55, 1.5), 175, 245)
    height, width = picture.shape[:2]
    ink = ink_of(rng)
    columns = int(rng.integers(2, 6))
    pitch = height * rng.uniform(0.009, 0.018)
    gap = width * 0.02
    for k in range(columns):
        x0, x1 = gap + k * (width - gap) / columns, (k + 1) * (width - gap) / columns
        y = height * rng.uniform(0.01, 0.05)
        while y < height * 0.95:
            kind = rng.random()
            if kind < 0.25:
                text_block(rng, picture, x0, y, x1, y + pitch * 5, pitch * 2.4, ink * 0.7)
                y += pitch * 6
            elif kind < 0.45:
                deep = height * rng.uniform(0.06, 0.2)
                scene = rng.uniform(30, 230, (4, 4, 3)).astype(np.float32)
                if rng.random() < 0.5:
                    scene[:] = scene.mean(2, keepdims=True)
                y1 = int(min(height, y + deep))
                if y1 > int(y) + 2:
                    picture[int(y) : y1, int(x0) : int(x1)] = cv2.resize(scene, (int(x1) - int(x0), y1 - int(y)))
                y += deep + pitch
            else:
                deep = height * rng.uniform(0.1, 0.4)
                text_block(rng, picture, x0, y, x1, min(height, y + deep), pitch, ink)
                y += deep
    return picture, rng.uniform(200, 420)


def receipt(rng):
    picture = blank(rng, rng.uniform(0.2, 0.55), 215, 255)
    height, width = picture.shape[:2]
    ink = np.full(3, rng.uniform(40, 130))
    pitch = width * rng.uniform(0.05, 0.09)
    y = pitch
    while y + pitch < height * 0.96:
        kind = rng.random()
        if kind < 0.15:
            y += pitch
        elif kind < 0.3:
            text_block(rng, picture, width * 0.25, y, width * 0.75, y + pitch * 1.3, pitch * 1.2, ink)
        else:
            text_block(rng, picture, width * 0.06, y, width * rng.uniform(0.3, 0.6), y + pitch * 1.3, pitch, ink)
            text_block(rng, picture, width * 0.78, y, width * 0.94, y + pitch * 1.3, pitch, ink, 0)
        y += pitch * 1.15
    return picture, rng.uniform(70, 220)


def phone(rng):
    picture = np.full((LONG_EDGE, int(LONG_EDGE * rng.uniform(0.46, 0.75)), 3), rng.uniform(5, 60), np.float32)
    height, width = picture.shape[:2]
    edge = int(width * rng.uniform(0.02, 0.08))
    screen = picture[edge * 2 : height - edge * 2, edge : width - edge]
    if rng.random() < 0.55:
        screen[:] = cv2.resize(rng.uniform(0, 70, (3, 2, 3)).astype(np.float32), screen.shape[1::-1])
    else:
        screen[:] = cv2.resize(rng.uniform(0, 255, (3, 3, 3)).astype(np.float32), screen.shape[1::-1])
        if rng.random() < 0.5:
            text_block(rng, screen, width * 0.08, height * 0.1, width * 0.8, height * 0.8, height * 0.03, rng.uniform(0, 255, 3))
    return picture, rng.uniform(120, 260)


def tablet(rng):
    """Dark glass, large enough for a document to lie on."""
    picture = np.full((LONG_EDGE, int(LONG_EDGE * rng.uniform(0.62, 0.78)), 3), rng.uniform(5, 60), np.float32)
    height, width = picture.shape[:2]
    edge = int(width * rng.uniform(0.03, 0.08))
    screen = picture[edge : height - edge, edge : width - edge]
    glow = (0, 40) if rng.random() < 0.7 else (0, 200)
    screen[:] = cv2.resize(rng.uniform(*glow, (3, 2, 3)).astype(np.float32), screen.shape[1::-1])
    return picture, rng.uniform(180, 280)


def form(rng):
    """Paper of a document's size with boxes, rules and print on it: tickets, slips, cut-off parts of forms."""
    picture = blank(rng, rng.uniform(1.25, 1.75) ** rng.choice([1, 1, -1]), 200, 255)
    height, width = picture.shape[:2]
    if rng.random() < 0.25:
        picture *= 1 - rng.uniform(0, 0.25, 3)
    ink = ink_of(rng)
    edge = width * rng.uniform(0.03, 0.08)
    y = height * rng.uniform(0.02, 0.08)
    if rng.random() < 0.5:
        deep = int(height * rng.uniform(0.06, 0.14))
        if rng.random() < 0.4:
            picture[int(y) : int(y) + deep, int(edge) : int(width - edge)] = rng.uniform(20, 220, 3)
        text_block(rng, picture, edge * 1.5, y, width * rng.uniform(0.4, 0.9), y + deep * 1.3, deep * 0.9, ink, 0)
        y += deep * 1.5
    pitch = height * rng.uniform(0.03, 0.07)
    columns = int(rng.integers(1, 4))
    while y + pitch * 2.5 < height * 0.97:
        kind = rng.random()
        for k in range(columns):
            x0 = edge + k * (width - 2 * edge) / columns
            x1 = edge + (k + 0.93) * (width - 2 * edge) / columns
            if kind < 0.35:
                cv2.rectangle(picture, (int(x0), int(y)), (int(x1), int(y + pitch * 1.6)), (ink + 60).tolist(), 1)
                text_block(rng, picture, x0 + 3, y, x0 + (x1 - x0) * rng.uniform(0.2, 0.7), y + pitch * 1.2, pitch * 0.7, ink, 0)
            elif kind < 0.55:
                cv2.line(picture, (int(x0), int(y + pitch)), (int(x1), int(y + pitch)), (ink + 60).tolist(), 1)
            else:
                text_block(rng, picture, x0, y, x1, y + pitch * 2, pitch * rng.uniform(0.5, 0.9), ink)
        y += pitch * rng.uniform(1.7, 2.4)
    return picture, rng.uniform(80, 160)


def trinket(rng):
    """What is smaller than a card or like it: notes, matchboxes, tickets, key fobs, photographs."""
    picture = blank(rng, rng.uniform(0.35, 2.2), 0, 255)
    height, width = picture.shape[:2]
    picture[:] = rng.uniform(10, 250, 3) if rng.random() < 0.7 else rng.uniform(225, 252)
    kind = rng.random()
    if kind < 0.3:
        inner = int(min(height, width) * rng.uniform(0.05, 0.3))
        picture[inner:-inner, inner:-inner] = rng.uniform(0, 255, 3)
    elif kind < 0.55:
        text_block(rng, picture, width * 0.1, height * rng.uniform(0.05, 0.5), width * 0.9, height * 0.9, height * rng.uniform(0.08, 0.2), rng.uniform(0, 255, 3))
    elif kind < 0.75:
        scene = rng.uniform(10, 240, (3, 3, 3)).astype(np.float32)
        edge = int(min(height, width) * rng.uniform(0, 0.08))
        inside = picture[edge : height - edge, edge : width - edge]
        inside[:] = cv2.resize(scene, inside.shape[1::-1])
    elif kind < 0.88:
        cv2.circle(picture, (int(width / 2), int(height / 2)), int(min(width, height) * rng.uniform(0.15, 0.45)), rng.uniform(0, 255, 3).tolist(), -1)
    return picture, rng.uniform(15, 95)


def trade_card(rng):
    """Bank, loyalty and blank cards: the size of a document, hardly a word on them."""
    picture = blank(rng, 85.6 / 54, 0, 255)
    height, width = picture.shape[:2]
    picture[:] = cv2.resize((rng.uniform(0, 255, (1, 1, 3)) + rng.uniform(-60, 60, (2, 3, 3))).astype(np.float32), (width, height))
    # Gift cards show a picture.
    if rng.random() < 0.25:
        picture[:] = printed_picture(rng, height, width)
    if rng.random() < 0.65:
        ink = rng.uniform(0, 255, 3)
        if rng.random() < 0.6:
            cv2.circle(picture, (int(width * rng.uniform(0.1, 0.9)), int(height * rng.uniform(0.1, 0.9))), int(height * rng.uniform(0.05, 0.3)), rng.uniform(0, 255, 3).tolist(), -1)
        if rng.random() < 0.5:
            text_block(rng, picture, width * 0.08, height * 0.55, width * 0.8, height * 0.68, height * 0.1, ink, 0)
        if rng.random() < 0.5:
            put_text(picture, "".join(chr(65 + v) for v in rng.integers(0, 26, rng.integers(3, 9))), (int(width * 0.08), int(height * rng.uniform(0.2, 0.9))), cv2.FONT_HERSHEY_DUPLEX, rng.uniform(0.8, 2.2), ink.tolist(), 2, cv2.LINE_AA)
        if rng.random() < 0.3:
            picture[int(height * 0.12) : int(height * 0.3)] = rng.uniform(0, 40)
        if rng.random() < 0.3:
            cv2.rectangle(picture, (int(width * 0.1), int(height * 0.35)), (int(width * 0.22), int(height * 0.52)), (205, 180, 105), -1)
    return picture, 85.6


def book(rng):
    picture = blank(rng, rng.uniform(0.6, 0.8), 0, 255)
    height, width = picture.shape[:2]
    picture[:] = rng.uniform(0, 255, 3)
    ink = rng.uniform(0, 255, 3).tolist()
    for _ in range(rng.integers(0, 4)):
        a, b = rng.uniform(0, 1, 2), rng.uniform(0, 1, 2)
        cv2.rectangle(picture, (int(a[0] * width), int(a[1] * height)), (int(b[0] * width), int(b[1] * height)), rng.uniform(0, 255, 3).tolist(), -1)
    for _ in range(rng.integers(1, 4)):
        put_text(picture, "".join(chr(65 + v) for v in rng.integers(0, 26, rng.integers(4, 10))), (int(width * 0.1), int(height * rng.uniform(0.1, 0.9))), cv2.FONT_HERSHEY_TRIPLEX, rng.uniform(0.7, 1.8), ink, 2, cv2.LINE_AA)
    return picture, rng.uniform(130, 300)


def printed_picture(rng, height, width):
    """What a photograph shows that is printed somewhere: soft shapes, now and then one that stands out."""
    coarse = int(rng.integers(2, 7))
    picture = cv2.resize(rng.uniform(0, 255, (coarse, coarse, 3)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    for _ in range(rng.integers(0, 4)):
        centre, reach = rng.uniform(0, 1, 2) * [width, height], rng.uniform(0.05, 0.4) * min(width, height)
        cv2.ellipse(picture, tuple(int(v) for v in centre), (int(reach) + 1, int(reach * rng.uniform(0.4, 1)) + 1), float(rng.uniform(0, 180)), 0, 360, rng.uniform(0, 255, 3).tolist(), -1, cv2.LINE_AA)
    return picture


def notebook(rng):
    """Ruled or squared paper, or its cover, often with rings along an edge."""
    picture = blank(rng, rng.choice([0.71, 0.75, 1.35]), 205, 255)
    height, width = picture.shape[:2]
    if rng.random() < 0.4:
        picture[:] = rng.uniform(0, 240, 3)
        cv2.rectangle(picture, (int(width * 0.2), int(height * 0.15)), (int(width * 0.8), int(height * 0.3)), rng.uniform(150, 255, 3).tolist(), -1)
    else:
        pitch, ink = max(4, int(height * rng.uniform(0.02, 0.05))), picture[0, 0] - rng.uniform(20, 70, 3)
        picture[::pitch] = ink
        if rng.random() < 0.5:
            picture[:, ::pitch] = ink
        if rng.random() < 0.5:
            text_block(rng, picture, width * 0.12, height * 0.05, width * 0.9, height * rng.uniform(0.2, 0.9), pitch, ink_of(rng), 0.6)
    if rng.random() < 0.6:
        step = max(6, int(height * rng.uniform(0.025, 0.05)))
        for y in range(step // 2, height, step):
            cv2.circle(picture, (int(width * 0.03) + 2, y), max(2, step // 4), rng.uniform(0, 90, 3).tolist(), -1, cv2.LINE_AA)
    return picture, rng.uniform(130, 300)


def magazine(rng):
    """A picture from edge to edge, a title across it, some lines of print."""
    picture = blank(rng, rng.uniform(0.68, 0.82), 0, 255)
    height, width = picture.shape[:2]
    picture[:] = printed_picture(rng, height, width)
    deep = int(height * rng.uniform(0.1, 0.2))
    if rng.random() < 0.5:
        picture[:deep] = rng.uniform(0, 255, 3)
    put_text(picture, "".join(chr(65 + v) for v in rng.integers(0, 26, rng.integers(4, 8))), (int(width * 0.05), int(deep * 0.85)), cv2.FONT_HERSHEY_TRIPLEX, width * rng.uniform(0.006, 0.011), rng.uniform(0, 255, 3).tolist(), int(rng.integers(2, 7)), cv2.LINE_AA)
    for _ in range(rng.integers(0, 5)):
        x, y = rng.uniform(0.03, 0.6) * width, rng.uniform(0.2, 0.9) * height
        text_block(rng, picture, x, y, x + width * rng.uniform(0.15, 0.36), min(height, y + height * rng.uniform(0.04, 0.2)), height * rng.uniform(0.015, 0.04), rng.uniform(0, 255, 3))
    return picture, rng.uniform(200, 300)


def pen(rng):
    """A pen, a ruler, a pair of glasses' case: long and thin."""
    picture = blank(rng, rng.uniform(5, 14), 0, 255)
    height, width = picture.shape[:2]
    across = np.sin(np.linspace(0.2, np.pi - 0.2, height))[:, None, None].astype(np.float32)
    picture[:] = rng.uniform(10, 245, 3) * across + rng.uniform(0, 40)
    cap = int(width * rng.uniform(0.1, 0.5))
    if rng.random() < 0.6:
        picture[:, :cap] = rng.uniform(10, 245, 3) * across
    return picture, rng.uniform(110, 320)


def envelope(rng):
    picture = blank(rng, rng.uniform(1.4, 2.2), 170, 255)
    height, width = picture.shape[:2]
    ink = ink_of(rng)
    text_block(rng, picture, width * rng.uniform(0.3, 0.5), height * 0.5, width * 0.85, height * 0.85, height * 0.07, ink)
    if rng.random() < 0.5:
        cv2.rectangle(picture, (int(width * 0.84), int(height * 0.06)), (int(width * 0.95), int(height * 0.3)), rng.uniform(60, 240, 3).tolist(), -1)
    if rng.random() < 0.3:
        cv2.rectangle(picture, (int(width * 0.08), int(height * 0.5)), (int(width * 0.45), int(height * 0.85)), rng.uniform(180, 250, 3).tolist(), -1)
    return picture, rng.uniform(160, 240)


def lay(rng, centre, long_px, aspect):
    """Corners of a thing of `long_px` lying at any turn, a little tilted."""
    w, h = (long_px, long_px / aspect) if aspect > 1 else (long_px * aspect, long_px)
    corners = np.array([[-w, -h], [w, -h], [w, h], [-w, h]], np.float64) / 2
    angle = rng.uniform(0, 2 * math.pi)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    squeeze = np.diag([1, rng.uniform(0.8, 1)])
    return (corners @ turn.T @ squeeze + centre).astype(np.float32)
