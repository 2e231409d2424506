"""A stock of drawn lines on the training device: workers draw chunks into a folder, a thread moves them into the stock."""

import glob
import multiprocessing
import os
import shutil
import sys
import threading
import time

import numpy as np
import torch

import draw_lines
from draw_lines import HEIGHT, WIDTH

SEEDS_OF_A_WORKER = 10**8


class Pool:
    def __init__(self, device, lines, folder, processes):
        self.device, self.lines, self.folder = device, lines, folder
        self.canvases = torch.zeros(lines, HEIGHT, WIDTH, dtype=torch.uint8, device=device)
        self.classes = torch.zeros(lines, WIDTH, dtype=torch.int16, device=device)
        self.extents = torch.zeros(lines, 4, dtype=torch.int16, device=device)
        self.filled, self.drawn, self.next = 0, 0, 0
        self.lock = threading.Lock()
        self.stopped = False
        self.processes = processes

    def start(self):
        threading.Thread(target=self._move, daemon=True).start()

    def take(self, indices):
        with self.lock:
            return self.canvases[indices], self.classes[indices], self.extents[indices]

    def stop(self):
        self.stopped = True
        open(os.path.join(self.folder, "stop"), "w").close()
        for process in self.processes:
            process.join(timeout=5)
            if process.is_alive():
                process.terminate()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _move(self):
        while not self.stopped:
            paths = glob.glob(os.path.join(self.folder, "chunk-*.npz"))
            if not paths:
                time.sleep(0.05)
            for path in paths:
                try:
                    with np.load(path) as chunk:
                        parts = [torch.from_numpy(chunk[key]) for key in ("canvases", "classes", "extents")]
                    self._add(parts)
                    os.remove(path)
                except Exception as fault:  # a broken chunk costs its lines, not the training
                    print(f"{path}: {fault!r}", file=sys.stderr, flush=True)
                    if os.path.exists(path):
                        os.replace(path, path + ".broken")

    def _add(self, parts):
        count = min(len(parts[0]), self.lines)
        at = (torch.arange(self.next, self.next + count) % self.lines).to(self.device)
        with self.lock:
            for stock, part in zip((self.canvases, self.classes, self.extents), parts):
                stock[at] = part[:count].to(self.device)
            self.next = (self.next + count) % self.lines
            self.filled = min(self.lines, self.filled + count)
            self.drawn += count


def fork_workers(folder, workers, chunk, seed):
    """Starts the drawing; call it before the training device is used, since a forked process cannot share it."""
    os.makedirs(folder, exist_ok=True)
    for left in glob.glob(os.path.join(folder, "*")):
        os.remove(left)
    context = multiprocessing.get_context("fork")
    processes = []
    for worker in range(workers):
        arguments = (folder, worker, seed + worker * SEEDS_OF_A_WORKER, chunk)
        process = context.Process(target=draw_lines.work, args=arguments, daemon=True)
        process.start()
        processes.append(process)
    return processes
