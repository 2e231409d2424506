"""A stream of drawn photographs for training, turned by quarters, recoloured, dimmed; shown again when drawing falls behind."""

import multiprocessing
import queue
import threading

import cv2
import numpy as np
import torch

from scene import Studio

KEPT = 5000
# Of a picture that is all but one colour.
LEAST_DEVIATION = 4.0


def draw_forever(seed, size, flats, target):
    cv2.setNumThreads(1)
    studio = Studio(seed, size, flats)
    while True:
        image, labels = studio.photograph()
        target.put((image, labels.astype(np.float16)))


def pass_on(sent, incoming):
    while True:
        incoming.put(sent.get())


class Photographs:
    """A drawing process fills a store of the latest KEPT photographs; batches are drawn from it at random."""

    def __init__(self, seed, size, flats, first):
        self.rng = np.random.default_rng(seed)
        sent = multiprocessing.Queue(64)
        self.process = multiprocessing.Process(target=draw_forever, args=(seed, size, flats, sent), daemon=True)
        self.process.start()
        # A photograph is larger than a pipe holds: without somebody who reads all the time, one a batch would arrive.
        self.incoming = queue.Queue(64)
        threading.Thread(target=lambda: pass_on(sent, self.incoming), daemon=True).start()
        self.kept = [self.incoming.get() for _ in range(first)]
        self.drawn = first

    def batch(self, size):
        for _ in range(size):
            try:
                photograph = self.incoming.get_nowait()
            except queue.Empty:
                break
            if len(self.kept) < KEPT:
                self.kept.append(photograph)
            else:
                self.kept[self.drawn % KEPT] = photograph
            self.drawn += 1
        chosen = [self.vary(*self.kept[i]) for i in self.rng.integers(0, len(self.kept), size)]
        images = torch.from_numpy(np.stack([image for image, _ in chosen]))
        labels = torch.from_numpy(np.stack([labels for _, labels in chosen]))
        return images, labels

    def vary(self, image, labels):
        """A quarter turn turns the direction too: (x, y) of the reading direction goes to (y, -x)."""
        labels = labels.astype(np.float32)
        for _ in range(self.rng.integers(4)):
            image = np.rot90(image)
            turned = np.rot90(labels, axes=(1, 2)).copy()
            turned[3], turned[4] = turned[4].copy(), -turned[3]
            labels = turned
        image = normalised(image)
        if self.rng.random() < 0.05:
            image = image[..., self.rng.permutation(3)]
        return np.ascontiguousarray(image.transpose(2, 0, 1), dtype=np.float32), labels


def normalised(image):
    """Mean 0 and deviation one half over the photograph's own pixels, so that dark photographs look like others; padding (128) is 0."""
    frame = ~(image == 128).all(2)
    own = image[frame].astype(np.float32)
    mean, deviation = own.mean(), max(LEAST_DEVIATION, own.std())
    return (image.astype(np.float32) - mean) / (2 * deviation) * frame[..., None]
