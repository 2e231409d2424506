"""Processes that draw outlines to be judged, right and wrong ones, into photographs that are composed elsewhere."""

import multiprocessing
import queue

import cv2
import numpy as np

from outlines import candidates, truth_of


class Drafters:
    """Start it before the device is touched: its processes are forked."""

    def __init__(self, seed, count, per_photo):
        context = multiprocessing.get_context("fork")
        self.asked, self.done = context.Queue(), context.Queue()
        self.processes = [context.Process(target=draft_forever, args=(seed * 100 + k, per_photo, self.asked, self.done), daemon=True) for k in range(count)]
        for process in self.processes:
            process.start()

    def ask(self, name, facts):
        self.asked.put((name, facts))

    def take(self, patient):
        """Name, outlines, the number of each one's photograph, and the truth about it; null where none is ready."""
        try:
            return self.done.get(timeout=60) if patient else self.done.get_nowait()
        except queue.Empty:
            return None

    def stop(self):
        for process in self.processes:
            process.terminate()


def draft_forever(seed, per_photo, asked, done):
    cv2.setNumThreads(1)
    rng = np.random.default_rng(seed)
    while True:
        name, facts = asked.get()
        quads, photo_of = candidates(rng, facts, per_photo)
        done.put((name, quads, photo_of, truth_of(quads, photo_of, facts["documents"], facts["count"])))
