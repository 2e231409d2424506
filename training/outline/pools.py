"""Pools of flat pictures (documents, tables, things) on the device, filled and renewed by drawing processes through shared memory."""

import glob
import mmap
import multiprocessing
import time

import cv2
import numpy as np
import torch
from torch.nn import functional as F

from backgrounds import draw_background
from card_backs import draw_back
from flats import draw_flat
from things import draw_thing

# Every flat picture is stretched to one size; the homography that places it undoes that.
TILE_WIDTH, TILE_HEIGHT = 384, 256
ATLAS_WIDTH = 576
# Where each halved copy lies in the atlas: left, top, width, height.
LEVELS = [(0, 0, 384, 256), (384, 0, 192, 128), (384, 128, 96, 64), (480, 128, 48, 32), (480, 160, 24, 16)]
TABLE_SIDE = 384
# Part of the drawn flats that are backs of cards with a bar code.
BACK_SHARE = 0.14
# Rows or columns of the tile that make its rim.
RIM = 10
CHUNK = {"flat": 12, "table": 8, "thing": 12}
SHAPES = {"flat": (TILE_HEIGHT, TILE_WIDTH, 3), "table": (TABLE_SIDE, TABLE_SIDE, 3), "thing": (TILE_HEIGHT, TILE_WIDTH, 3)}
# aspect (width / height) and long edge in millimetres
FACTS = 2
KINDS = list(CHUNK)
# Which kind a process draws next; tables are seen behind every photograph.
TURNS = ["flat", "table", "thing", "flat", "table"]


def shared(shape, dtype):
    """An array that forked processes share; needs no room in /dev/shm."""
    size = int(np.prod(shape)) * np.dtype(dtype).itemsize
    return np.frombuffer(mmap.mmap(-1, size), dtype).reshape(shape)


class Slot:
    """One kind's chunk of one process: drawn while `state` is 0, read while it is 1."""

    def __init__(self, kind):
        self.pictures = shared((CHUNK[kind], *SHAPES[kind]), np.uint8)
        self.facts = shared((CHUNK[kind], FACTS), np.float32)
        self.state = shared((1,), np.int32)


def draw_one(rng, kind):
    if kind == "table":
        return draw_table(rng), (1.0, 0.0)
    if kind == "flat":
        picture, length = draw_back(rng) if rng.random() < BACK_SHARE else draw_flat(rng), 100.0
    else:
        picture, length = draw_thing(rng)
    return to_tile(picture), (picture.shape[1] / picture.shape[0], length)


def to_tile(picture):
    # Lying pictures fill a lying tile; upright ones are stretched most, and are the fewest.
    return cv2.resize(picture, (TILE_WIDTH, TILE_HEIGHT), interpolation=cv2.INTER_AREA if picture.shape[1] > TILE_WIDTH else cv2.INTER_LINEAR)


def draw_table(rng):
    if rng.random() < 0.07:
        return draw_screen(rng)
    return draw_background(rng, TABLE_SIDE).astype(np.uint8)


def draw_screen(rng):
    """A window on a screen, in which a document may be shown."""
    picture = np.full((TABLE_SIDE, TABLE_SIDE, 3), rng.uniform(200, 255) if rng.random() < 0.7 else rng.uniform(20, 60), np.float32)
    for _ in range(rng.integers(0, 8)):
        x, y = rng.integers(0, TABLE_SIDE, 2)
        cv2.rectangle(picture, (int(x), int(y)), (int(x + rng.integers(10, 180)), int(y + rng.integers(4, 40))), tuple(float(v) for v in rng.uniform(0, 255, 3)), -1)
    return picture.astype(np.uint8)


def draw_forever(seed, slots):
    cv2.setNumThreads(1)
    rng = np.random.default_rng(seed)
    turn, told = int(rng.integers(len(TURNS))), 0
    while True:
        kind = TURNS[turn % len(TURNS)]
        turn += 1
        slot = next((s for s in slots[kind] if s.state[0] == 0), None)
        if slot is None:
            time.sleep(0.02)
            continue
        for i in range(CHUNK[kind]):
            try:
                slot.pictures[i], slot.facts[i] = draw_one(rng, kind)
            except Exception as error:  # one drawing that went wrong must not end the process
                told += 1
                if told < 4:
                    print("drawing failed:", kind, repr(error), flush=True)
                slot.facts[i] = 0
        slot.state[0] = 1


class Pool:
    """Pictures on the device. The newest take the places of the oldest."""

    def __init__(self, kind, most):
        self.kind, self.most, self.count, self.next = kind, most, 0, 0
        self.pictures = None
        self.facts = np.zeros((most, FACTS), np.float32)
        self.edge_colour = np.zeros((most, 3), np.float32)
        self.side_colour = np.zeros((most, 4, 3), np.float32)

    def add(self, pictures, facts, device):
        good = facts[:, 0] > 0
        if not good.any():
            return
        pictures, facts = pictures[good], facts[good]
        tiles = torch.from_numpy(np.ascontiguousarray(pictures)).to(device).permute(0, 3, 1, 2)
        stored = tiles if self.kind == "table" else atlas(tiles)
        if self.pictures is None:
            self.pictures = torch.zeros((self.most, *stored.shape[1:]), dtype=torch.uint8, device=device)
        places = (self.next + np.arange(len(facts))) % self.most
        self.pictures[torch.from_numpy(places).to(device)] = stored
        self.facts[places] = facts
        self.side_colour[places] = side_colours(pictures)
        self.edge_colour[places] = self.side_colour[places].mean(1)
        self.next = int((self.next + len(facts)) % self.most)
        self.count = min(self.most, self.count + len(facts))


def side_colours(pictures):
    """Mean colour of a picture's rim at the top, the bottom, the left and the right, which decides how well it stands out from a table."""
    sides = pictures[:, :RIM], pictures[:, -RIM:], pictures[:, :, :RIM], pictures[:, :, -RIM:]
    return np.stack([side.mean((1, 2), dtype=np.float32) for side in sides], 1)


def atlas(tiles):
    """The tile and its halved copies side by side, so that small documents are sampled without false patterns."""
    level = tiles.float()
    sheet = torch.zeros((len(tiles), 3, TILE_HEIGHT, ATLAS_WIDTH), dtype=torch.uint8, device=tiles.device)
    for left, top, width, height in LEVELS:
        if level.shape[3] != width:
            level = F.avg_pool2d(level, 2)
        sheet[:, :, top : top + height, left : left + width] = level.round().clamp(0, 255).to(torch.uint8)
    return sheet


class Pools:
    """Start it before the device is touched: its processes are forked."""

    def __init__(self, seed, workers, most=None):
        most = most or {"flat": 5000, "table": 3000, "thing": 4000}
        self.pools = {kind: Pool(kind, most[kind]) for kind in KINDS}
        self.specimens = Pool("flat", 2000)
        self.partner = np.zeros(0, np.int64)
        context = multiprocessing.get_context("fork")
        self.slots = [{kind: [Slot(kind), Slot(kind)] for kind in KINDS} for _ in range(workers)]
        self.processes = [context.Process(target=draw_forever, args=(seed * 1000 + k, slots), daemon=True) for k, slots in enumerate(self.slots)]
        for process in self.processes:
            process.start()
        self.drawn = 0

    def collect(self, device):
        """Takes what has been drawn since."""
        for slots in self.slots:
            for kind in KINDS:
                for slot in slots[kind]:
                    if slot.state[0] == 1:
                        self.pools[kind].add(slot.pictures, slot.facts.copy(), device)
                        self.drawn += CHUNK[kind]
                        slot.state[0] = 0

    def fill(self, device, seconds, least):
        """Waits until every pool holds `least`, or so long that it must do with less; something of each there must be."""
        began = time.time()
        while time.time() - began < seconds * 4:
            self.collect(device)
            fewest = min(pool.count for pool in self.pools.values())
            if fewest >= least or (time.time() - began > seconds and fewest > 0):
                return
            time.sleep(0.1)
        raise RuntimeError("nothing was drawn")

    def load_specimens(self, folder, device):
        """Flats of `specimens/`, named KIND-STATE-SIDE; the other side of the same document is its partner."""
        paths = sorted(glob.glob(f"{folder}/*.jpg") + glob.glob(f"{folder}/*.png"))[: self.specimens.most]
        names = [path.rsplit("/", 1)[-1].rsplit(".", 1)[0] for path in paths]
        for path in paths:
            picture = cv2.cvtColor(cv2.imread(path), cv2.COLOR_BGR2RGB)
            facts = np.array([[picture.shape[1] / picture.shape[0], 100.0]], np.float32)
            self.specimens.add(to_tile(picture)[None], facts, device)
        places = {name: k for k, name in enumerate(names)}
        other = {"front": "back", "back": "front"}
        def partner(name):
            stem, _, side = name.rpartition("-")
            return places.get(f"{stem}-{other.get(side, side)}", places[name])
        self.partner = np.array([partner(name) for name in names], np.int64)

    def stop(self):
        for process in self.processes:
            process.terminate()
