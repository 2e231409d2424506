"""Canvases that worker processes keep drawing into shared memory, and the copy of them beside the network."""

import ctypes
import mmap
import os
import signal
import sys
import time
import traceback

import cv2
import numpy as np
import torch

from draw_canvas import CANVAS_HEIGHT, CANVAS_WIDTH, MOST_CHARACTERS, Canvas, draw_canvas

SEEDS_OF_A_WORKER = 1_000_000_000
FAILURES_BORNE = 100  # drawings that may fail in a worker before it gives up


def shared_array(shape, kind):
    """Anonymous shared memory: /dev/shm is too small on many machines."""
    size = int(np.prod(shape)) * np.dtype(kind).itemsize
    return np.frombuffer(mmap.mmap(-1, size), dtype=kind).reshape(shape)


class CanvasPool:
    """`slots` canvases, each redrawn in turn by one of `workers` processes. A slot's version is odd while it is written.
    Start it before CUDA is touched: the workers are forks."""

    def __init__(self, slots, workers, seed):
        self.slots = slots
        self.ink = shared_array((slots, CANVAS_HEIGHT, CANVAS_WIDTH), np.uint8)
        self.classes = shared_array((slots, MOST_CHARACTERS), np.uint8)
        self.middles = shared_array((slots, MOST_CHARACTERS), np.float32)
        self.extent = shared_array((slots, 4), np.float32)
        self.version = shared_array((slots,), np.int64)
        self.taken = np.zeros(slots, np.int64)
        self.next = 0
        self.children = [self.start(worker, workers, seed) for worker in range(workers)]

    def start(self, worker, workers, seed):
        child = os.fork()
        if child != 0:
            return child
        try:
            die_with_parent()
            cv2.setNumThreads(1)
            self.draw_for_ever(range(worker, self.slots, workers), seed + worker * SEEDS_OF_A_WORKER)
        except BaseException:
            traceback.print_exc(file=sys.stderr)
        os._exit(0)

    def draw_for_ever(self, mine, seed):
        failures = 0
        while failures < FAILURES_BORNE:
            for slot in mine:
                seed += 1
                try:
                    canvas = draw_canvas(seed)
                except Exception:
                    failures += 1
                    traceback.print_exc(file=sys.stderr)
                    continue
                self.version[slot] += 1
                self.ink[slot], self.classes[slot], self.middles[slot], self.extent[slot] = canvas
                self.version[slot] += 1

    def take(self, most):
        """Up to `most` canvases that were not taken before, as arrays; None where there are none."""
        order = (self.next + np.arange(self.slots)) % self.slots
        fresh = order[(self.version[order] != self.taken[order]) & (self.version[order] % 2 == 0)][:most]
        if len(fresh) == 0:
            return None
        versions = self.version[fresh].copy()
        parts = Canvas(*(part[fresh] for part in (self.ink, self.classes, self.middles, self.extent)))
        whole = self.version[fresh] == versions
        self.taken[fresh] = versions
        self.next = int(fresh[-1]) + 1
        return Canvas(*(part[whole] for part in parts)) if whole.any() else None

    def gather(self, count, patience_s):
        """About `count` canvases, fewer if they are not drawn in time."""
        taken, deadline = [], time.time() + patience_s
        while sum(len(part.ink) for part in taken) < count and time.time() < deadline:
            part = self.take(256)
            if part is None:
                time.sleep(0.02)
            else:
                taken.append(part)
        if not taken:
            raise RuntimeError(f"no canvas was drawn in {patience_s} s")
        return Canvas(*(np.concatenate(parts) for parts in zip(*taken)))

    def close(self):
        for child in self.children:
            try:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
            except OSError:
                pass


def die_with_parent():
    """A trainer that is killed leaves no workers behind (prctl PR_SET_PDEATHSIG)."""
    try:
        ctypes.CDLL("libc.so.6").prctl(1, signal.SIGKILL)
    except OSError:
        pass


class DevicePool:
    """The canvases beside the network: the newest `capacity` of them."""

    def __init__(self, capacity, device):
        self.capacity, self.device = capacity, device
        self.parts = [
            torch.zeros(capacity, CANVAS_HEIGHT, CANVAS_WIDTH, dtype=torch.uint8, device=device),
            torch.zeros(capacity, MOST_CHARACTERS, dtype=torch.uint8, device=device),
            torch.zeros(capacity, MOST_CHARACTERS, device=device),
            torch.zeros(capacity, 4, device=device),
        ]
        self.filled, self.next = 0, 0

    def add(self, canvases):
        count = len(canvases.ink)
        places = (self.next + torch.arange(count)) % self.capacity
        for part, new in zip(self.parts, canvases):
            part[places.to(self.device)] = torch.from_numpy(np.ascontiguousarray(new)).to(self.device)
        self.next = (self.next + count) % self.capacity
        self.filled = min(self.capacity, self.filled + count)

    def choose(self, count):
        """`count` canvases by chance, for draw_batch."""
        chosen = torch.randint(self.filled, (count,), device=self.device)
        return [part[chosen] for part in self.parts]
