"""Where sheets lie before the camera, how they are bent, and which of their points a pixel shows."""

import math

import torch

from pools import HEAD
from sizes import MOST_LINES


def poses(easel, head, chosen, frame, role):
    """n × 3 × 3: from pixels of the sheet to those of the picture; and n: how many of the picture's one of the sheet's spans in the middle."""
    n = len(head)
    width, height = head[:, 2], head[:, 3]
    turns = easel.uniform(0, 4, n).floor() * (math.pi / 2)
    if role == "page":
        upright = easel.chance(0.75, n)
        angle = torch.where(upright, torch.zeros(n, device=easel.device), turns) + easel.normal(n) * 0.025
    elif role == "close":
        angle = torch.where(easel.chance(0.6, n), (easel.uniform(0, 2, n).floor() * math.pi) + easel.normal(n) * 0.06, easel.uniform(0, 2 * math.pi, n))
    else:
        angle = torch.where(easel.chance(0.45, n), easel.uniform(0, 2 * math.pi, n), turns + easel.normal(n) * 0.15)
    tilt = easel.normal(n).abs().clamp(max=2.4) * (0.03 if role == "page" else 0.26)
    towards = easel.uniform(0, 2 * math.pi, n)
    turn = rotation(2, towards) @ rotation(0, tilt) @ rotation(2, -towards) @ rotation(2, angle)
    distance = easel.uniform(2.0, 4.5, n)
    edge = torch.maximum(width, height)
    if frame is None:
        frame = torch.tensor([[0.0, 0.0, easel.size, easel.size]], device=easel.device).expand(n, 4)
    else:
        frame = frame[torch.from_numpy(chosen).to(easel.device)]
    span = frame[:, 2:] - frame[:, :2]
    longest = span.max(1).values
    middle_x, middle_y = width / 2, height / 2
    if role == "thing":
        scale = longest * easel.uniform(0.2, 1.2, n)
        centre = frame[:, :2] + span * easel.uniform(-0.05, 1.05, n, 2)
    elif role == "background":
        scale = longest * easel.uniform(1.3, 2.6, n)
        centre = frame[:, :2] + span * easel.uniform(0.2, 0.8, n, 2)
    elif role == "page":
        turned = (angle.cos().abs() * width + angle.sin().abs() * height) / edge, (angle.sin().abs() * width + angle.cos().abs() * height) / edge
        scale = torch.minimum(span[:, 0] / turned[0], span[:, 1] / turned[1]) * easel.uniform(0.88, 1.06, n)
        centre = frame[:, :2] + span / 2 + easel.normal(n, 2) * 6
    elif role == "close":
        lines, many = head[:, HEAD:].reshape(n, MOST_LINES, 4), head[:, 4]
        last = lines[torch.arange(n, device=easel.device), (many.long() - 1).clamp(min=0)]
        has = many > 0
        middle_x = torch.where(has, (lines[:, 0, 0] + lines[:, 0, 2]) / 2, middle_x)
        middle_y = torch.where(has, (lines[:, 0, 1] + last[:, 3]) / 2, middle_y)
        long = torch.where(has, lines[:, 0, 2] - lines[:, 0, 0], width * 0.9)
        # Turned lines are fitted to the diagonal way through the frame, and now and then cut by it.
        room = torch.minimum(span[:, 0] / angle.cos().abs().clamp(min=0.05), span[:, 1] / angle.sin().abs().clamp(min=0.05))
        room = torch.minimum(torch.maximum(room, longest * 0.5), longest * 1.2)
        scale = room / long * edge * easel.uniform(0.5, 1.12, n)
        centre = frame[:, :2] + span * (0.5 + easel.normal(n, 2) * 0.05)
    else:
        share = torch.exp(easel.uniform(math.log(0.2), math.log(1.12 if role == "photo" else 0.5), n))
        scale = longest * share
        slack = (span - scale[:, None] * 0.8).clamp(min=20)
        centre = frame[:, :2] + span / 2 + easel.uniform(-0.5, 0.5, n, 2) * slack
    unit = torch.zeros(n, 3, 3, device=easel.device)
    unit[:, 0, 0] = unit[:, 1, 1] = 1 / edge
    unit[:, 0, 2], unit[:, 1, 2], unit[:, 2, 2] = -width / 2 / edge, -height / 2 / edge, 1
    lens = torch.zeros(n, 3, 3, device=easel.device)
    lens[:, 0, :2] = turn[:, 0, :2] * scale[:, None]
    lens[:, 1, :2] = turn[:, 1, :2] * scale[:, None]
    lens[:, 2, :2] = turn[:, 2, :2] / distance[:, None]
    lens[:, 2, 2] = 1
    pose = lens @ unit
    middle = pose @ torch.stack([middle_x, middle_y, torch.ones_like(middle_x)], 1)[..., None]
    move = torch.eye(3, device=easel.device).repeat(n, 1, 1)
    move[:, :2, 2] = centre - middle[:, :2, 0] / middle[:, 2:3, 0]
    return move @ pose, scale / edge


def bends(easel, n, head, role):
    """n × 4: height, frequency, phase of a wave along the sheet, and its width: a page that does not lie flat."""
    bent = easel.chance(0.0 if role == "background" else 0.3, n)
    amplitude = easel.uniform(-0.025, 0.025, n) * head[:, 2] * bent
    return torch.stack([amplitude, easel.uniform(0.5, 1.3, n) * math.pi, easel.uniform(-1.6, 1.6, n), head[:, 2]], 1)


def rotation(axis, angle):
    c, s, zero, one = angle.cos(), angle.sin(), torch.zeros_like(angle), torch.ones_like(angle)
    rows = [[c, -s, zero], [s, c, zero], [zero, zero, one]] if axis == 2 else [[one, zero, zero], [zero, c, -s], [zero, s, c]]
    return torch.stack([torch.stack(row, -1) for row in rows], -2)


def unwarp(inverse, bend, points):
    """n × p × 2: where on its sheet each point of the picture lies."""
    x, y = points[:, 0], points[:, 1]
    a = inverse.reshape(-1, 9, 1)
    w = a[:, 6] * x + a[:, 7] * y + a[:, 8]
    w = torch.where(w.abs() < 1e-6, torch.full_like(w, 1e-6), w)
    u = (a[:, 0] * x + a[:, 1] * y + a[:, 2]) / w
    v = (a[:, 3] * x + a[:, 4] * y + a[:, 5]) / w
    behind = w * torch.sign(a[:, 8]) <= 0
    height, frequency, phase, width = [bend[:, i : i + 1] for i in range(4)]
    v = v - height * torch.cos(frequency * (u / width - 0.5) * 2 + phase)
    u = torch.where(behind, torch.full_like(u, -1e5), u)
    return torch.stack([u, v], -1)


def cover_of(uv, head):
    """n × p: whether the sheet is there, its corners a little rounded."""
    width, height = head[:, 2:3], head[:, 3:4]
    radius = 0.03 * width
    dx = (uv[..., 0] - width / 2).abs() - (width / 2 - radius)
    dy = (uv[..., 1] - height / 2).abs() - (height / 2 - radius)
    outside = torch.sqrt(dx.clamp(min=0) ** 2 + dy.clamp(min=0) ** 2)
    return ((outside <= radius) & (dx <= radius) & (dy <= radius)).float()
