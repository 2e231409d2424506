"""Trains the outline network on photographs that are drawn as they are needed. `train.py OUT.pt SIZE MINUTES [RESUME.pt|- [FLATS]]`"""

import copy
import glob
import sys
import time

import cv2
import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits as bce

from network import OutlineNet
from photographs import Photographs

BATCH = 16
PEAK_RATE = 4e-3
# What is kept is the running mean of the weights: as good in mid-course as at the end.
AVERAGE_DECAY = 0.99
# Weights of the parts of the loss, chosen so that each is of the same order after the first minute.
COVERED_WEIGHT, BORDER_WEIGHT, DIRECTION_WEIGHT = 0.7, 0.5, 0.5


def loss_of(output, labels):
    document, covered, border = labels[:, 0], labels[:, 1], labels[:, 2]
    logits = output[:, 0]
    p = torch.sigmoid(logits)
    overlap = (2 * (p * document).sum((1, 2)) + 20) / ((p + document).sum((1, 2)) + 20)
    area = bce(logits, document) + 0.5 * (1 - overlap.mean())
    weight = 1 + 3 * covered
    cover = bce(output[:, 1], covered, weight=weight)
    edge = bce(output[:, 2], border, weight=1 + 4 * border)
    cosine = output[:, 3:5] / (output[:, 3:5].norm(dim=1, keepdim=True) + 1e-3)
    agreement = (cosine * labels[:, 3:5]).sum(1)
    per_photo = ((1 - agreement) * document).sum((1, 2)) / (document.sum((1, 2)) + 1)
    return area, cover, edge, per_photo.mean()


def load_flats(folder):
    flats = []
    for path in sorted(glob.glob(f"{folder}/*.png")):
        pixels = cv2.cvtColor(cv2.imread(path), cv2.COLOR_BGR2RGB)
        scale = 480 / max(pixels.shape[:2])
        flats.append(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    return flats


def follow(average, net, decay):
    with torch.no_grad():
        for kept, new in zip(average.state_dict().values(), net.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.mul_(decay).add_(new, alpha=1 - decay)
            else:
                kept.copy_(new)


def train(out, size, minutes, resume=None, flats_folder=None):
    torch.manual_seed(1)
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    net = OutlineNet()
    if resume:
        net.load_state_dict(torch.load(resume))
    print(sum(p.numel() for p in net.parameters()), "parameters", flush=True)
    average = copy.deepcopy(net).eval()
    optimiser = torch.optim.AdamW(net.parameters(), lr=PEAK_RATE, weight_decay=1e-4)
    photographs = Photographs(int(time.time()) if resume else 1, size, load_flats(flats_folder) if flats_folder else [], 320)
    began, step, means = time.time(), 0, None
    while True:
        images, labels = photographs.batch(BATCH)
        share = (time.time() - began) / (minutes * 60)
        if share >= 1:
            break
        warm = min(1, step / 100)
        rate = PEAK_RATE * (0.6 if resume else 1) * warm * (0.5 * (1 + np.cos(np.pi * share)) + 0.005)
        for group in optimiser.param_groups:
            group["lr"] = rate
        parts = loss_of(net(images), labels)
        loss = parts[0] + COVERED_WEIGHT * parts[1] + BORDER_WEIGHT * parts[2] + DIRECTION_WEIGHT * parts[3]
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        follow(average, net, min(AVERAGE_DECAY, step / (step + 10)))
        now = np.array([float(p) for p in parts])
        means = now if means is None else means * 0.98 + now * 0.02
        step += 1
        if step % 50 == 0:
            print(f"{time.time() - began:6.0f} s step {step} document {means[0]:.3f} covered {means[1]:.3f} border {means[2]:.3f} direction {means[3]:.3f} drawn {photographs.drawn}", flush=True)
        if step % 100 == 0:
            torch.save(average.state_dict(), out)
    torch.save(average.state_dict(), out)


if __name__ == "__main__":
    train(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), *[None if a == "-" else a for a in sys.argv[4:6]])
