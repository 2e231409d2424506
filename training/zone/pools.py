"""Workers draw sheets into shared memory, over and over; the trainer takes over what is fresh."""

import mmap
import multiprocessing
import os
import time
import traceback

import numpy as np

from sheets import draw_sheet
from sizes import CANVAS_HEIGHT, CANVAS_WIDTH, MOST_LINES

# Of each slot: sequence number (odd while it is written), kind, width, height, count of lines, then the lines.
HEAD = 5
KINDS = 3
# Slots of each kind in turn: with a zone, documents without, things.
PATTERN = (0, 2, 0, 1, 0, 2, 0, 2, 0, 1)


class Pool:
    def __init__(self, slots):
        self.slots = slots
        # Anonymous shared memory: /dev/shm may be small.
        self.memory = mmap.mmap(-1, slots * CANVAS_HEIGHT * CANVAS_WIDTH)
        self.pixels = np.frombuffer(self.memory, np.uint8).reshape(slots, CANVAS_HEIGHT, CANVAS_WIDTH)
        self.head_memory = mmap.mmap(-1, slots * (HEAD + MOST_LINES * 4) * 4)
        self.head = np.frombuffer(self.head_memory, np.float32).reshape(slots, HEAD + MOST_LINES * 4)

    def start(self, workers, kept, seed):
        """Slots below `kept` are drawn once and serve validation."""
        context = multiprocessing.get_context("fork")
        self.workers = [context.Process(target=self.fill, args=(k, workers, kept, seed + k), daemon=True) for k in range(workers)]
        for worker in self.workers:
            worker.start()

    def fill(self, first, step, kept, seed):
        import cv2

        cv2.setNumThreads(1)
        parent = os.getppid()
        rng = np.random.default_rng(seed)
        told = 0
        turn = 0
        while os.getppid() == parent:
            for slot in range(first, self.slots, step):
                if turn > 0 and slot < kept:
                    continue
                try:
                    self.draw(rng, slot)
                except Exception:
                    if told < 3:
                        traceback.print_exc()
                    told += 1
            turn += 1

    def draw(self, rng, slot):
        kind = PATTERN[slot % len(PATTERN)]
        canvas, width, height, lines, count = draw_sheet(rng, kind)
        head = self.head[slot]
        sequence = head[0]
        head[0] = sequence + 1
        self.pixels[slot] = canvas
        head[1:HEAD] = kind, width, height, count
        head[HEAD:] = lines.reshape(-1)
        head[0] = sequence + 2

    def wait(self, count, seconds):
        """Until so many slots are filled, or so long at most (and then until a few of each kind are there)."""
        began = time.time()
        while True:
            filled = self.head[:, 0] >= 2
            if filled.sum() >= count:
                return
            enough = all((filled & (self.head[:, 1] == kind)).sum() >= 8 for kind in range(KINDS))
            if time.time() - began > seconds and enough:
                return
            time.sleep(0.1)


class Gallery:
    """The pool's copy on the device."""

    def __init__(self, pool, device):
        import torch

        self.pool, self.device = pool, device
        self.seen = np.zeros(pool.slots, np.float32)
        self.pixels = torch.zeros(pool.slots, CANVAS_HEIGHT, CANVAS_WIDTH, dtype=torch.uint8, device=device)
        self.head = torch.zeros(pool.slots, HEAD + MOST_LINES * 4, device=device)
        self.kinds = np.full(pool.slots, -1)
        self.drawn = 0

    def refresh(self, most):
        """Copies up to so many freshly drawn sheets over."""
        import torch

        sequences = self.pool.head[:, 0].copy()
        fresh = np.flatnonzero((sequences != self.seen) & (sequences >= 2) & (sequences % 2 == 0))[:most]
        for slot in fresh:
            pixels, head = self.pool.pixels[slot].copy(), self.pool.head[slot].copy()
            if head[0] != sequences[slot] or self.pool.head[slot, 0] != sequences[slot]:
                continue
            self.pixels[slot] = torch.from_numpy(pixels).to(self.device)
            self.head[slot] = torch.from_numpy(head).to(self.device)
            self.kinds[slot] = int(head[1])
            self.seen[slot] = sequences[slot]
            self.drawn += 1

    def slots_of(self, kind, low, high):
        return low + np.flatnonzero(self.kinds[low:high] == kind)
