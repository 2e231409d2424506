"""Trains the line network by the clock: `train.py OUT.pt --minutes M --workers N [--device cuda] [--resume IN.pt] [--work DIR]`.

Workers draw canvases all the time; the device prints and photographs them anew for each step. The learning rate warms up,
stays, and falls to nothing by the end. OUT.pt holds the averaged weights, written every SAVE_S seconds and at the end.
"""

import argparse
import math
import os
import time
from contextlib import nullcontext

import numpy as np
import torch
from torch import nn

from alphabet import CLASSES
from canvas_pool import CanvasPool, DevicePool
from draw_batch import draw_batch
from draw_canvas import Canvas
from exactness import exactness
from network import LineNetwork, normalise
from targets import IGNORE

PEAK_RATE = 3e-3
WARM_UP_STEPS = 200
DECAY_FROM = 0.5  # of the time
AVERAGE = 0.997  # of the weights, over about 330 steps
BLANK_WEIGHT = 0.6  # blanks are two thirds of all columns
LARGEST_STEP = 5.0  # norm of the gradient
FIRST_DRAW_S = 20  # patience for the first canvases
PRINT_S, SAVE_S, VALIDATE_S = 10, 20, 60
TRAIN_SEED, VALIDATION_SEED = 1_000, 5_000_000


def main():
    options = read_options()
    os.makedirs(os.path.dirname(os.path.abspath(options.out)), exist_ok=True)
    started = time.time()
    pool = CanvasPool(options.slots, options.workers, TRAIN_SEED)
    options.device = options.device or ("cuda" if torch.cuda.is_available() else "cpu")  # only now: the workers are forks
    try:
        train(options, pool, started)
    finally:
        pool.close()


def train(options, pool, started):
    torch.manual_seed(1)
    if options.device == "cuda":
        torch.backends.cuda.matmul.allow_tf32 = True
        torch.backends.cudnn.allow_tf32 = True
        torch.backends.cudnn.benchmark = True
    first = pool.gather(options.validation + options.first, FIRST_DRAW_S)
    held_out = min(options.validation, len(first.ink) // 3)
    validation = draw_validation(Canvas(*(part[:held_out] for part in first)), options)
    beside = DevicePool(options.capacity, options.device)
    beside.add(Canvas(*(part[held_out:] for part in first)))
    network, averaged = new_network(options), new_network(options)
    averaged.load_state_dict(network.state_dict())
    optimizer = torch.optim.AdamW(network.parameters(), lr=PEAK_RATE, weight_decay=1e-3)
    weights = torch.ones(CLASSES, device=options.device)
    weights[0] = BLANK_WEIGHT
    loss_of = nn.NLLLoss(weight=weights, ignore_index=IGNORE)
    drawn, step, losses = len(first.ink), 0, []
    begin = time.time()
    end = begin + 60 * options.minutes - (begin - started)
    printed = saved = validated = begin
    print(f"{drawn} canvases in {begin - started:.1f} s; {end - begin:.0f} s of training", flush=True)
    while time.time() < end:
        now = time.time()
        for group in optimizer.param_groups:
            group["lr"] = rate_at(step, (now - begin) / (end - begin))
        loss = take_step(network, optimizer, loss_of, beside, options)
        step += 1
        if loss is not None:
            losses.append(loss)
            follow(averaged, network, min(AVERAGE, step / (step + 20)))
        fresh = pool.take(options.fresh)
        if fresh is not None:
            drawn += len(fresh.ink)
            beside.add(fresh)
        if now - printed >= PRINT_S:
            rate = optimizer.param_groups[0]["lr"]
            mean = float(np.mean(losses[-200:])) if losses else float("nan")
            print(f"{now - begin:.0f}s step {step} samples {step * options.batch} canvases {drawn} loss {mean:.4f} rate {rate:.5f}", flush=True)
            printed = now
        if now - saved >= SAVE_S:
            save(averaged, options.out)
            saved = now
        if now - validated >= VALIDATE_S:
            print(f"  validation {exactness(averaged, *validation, options.batch)}", flush=True)
            validated = now
    save(averaged, options.out)
    print(f"end step {step} validation {exactness(averaged, *validation, options.batch)}", flush=True)


def read_options():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--device", help="the GPU where there is one")
    parser.add_argument("--resume")
    parser.add_argument("--work", help="not used: nothing but the weights is kept")
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--chunk", type=int, default=256, help="samples printed and photographed at once")
    parser.add_argument("--slots", type=int, default=2048, help="canvases in the workers' memory")
    parser.add_argument("--capacity", type=int, default=8192, help="canvases beside the network")
    parser.add_argument("--first", type=int, default=2048, help="canvases before the first step")
    parser.add_argument("--fresh", type=int, default=96, help="canvases taken over a step at most")
    parser.add_argument("--validation", type=int, default=1024)
    return parser.parse_args()


def new_network(options):
    network = LineNetwork()
    if options.resume:
        network.load_state_dict(torch.load(options.resume, map_location="cpu"))
    return network.to(options.device, memory_format=torch.channels_last)


def take_step(network, optimizer, loss_of, beside, options):
    """One step; its loss, or None where it was no number and nothing was learned."""
    network.train()
    with torch.no_grad():
        parts = [draw_batch(*beside.choose(options.chunk)) for _ in range(max(1, options.batch // options.chunk))]
        pictures = normalise(torch.cat([part.pictures for part in parts])).contiguous(memory_format=torch.channels_last)
        targets = torch.cat([part.targets for part in parts])
    half = torch.autocast("cuda", dtype=torch.bfloat16) if options.device == "cuda" else nullcontext()
    with half:
        scores = network(pictures)
    loss = loss_of(scores.float().flatten(0, 1), targets.flatten())
    optimizer.zero_grad(set_to_none=True)
    if not torch.isfinite(loss):
        return None
    loss.backward()
    norm = nn.utils.clip_grad_norm_(network.parameters(), LARGEST_STEP)
    if not torch.isfinite(norm):
        return None
    optimizer.step()
    return loss.item()


def draw_validation(canvases, options):
    """Pictures and targets from canvases that are never trained on, each once."""
    torch.manual_seed(VALIDATION_SEED)
    batches = []
    for start in range(0, len(canvases.ink), options.chunk):
        parts = [torch.from_numpy(np.ascontiguousarray(part[start : start + options.chunk])).to(options.device) for part in canvases]
        batches.append(draw_batch(*parts))
    return torch.cat([batch.pictures for batch in batches]), torch.cat([batch.targets for batch in batches])


def rate_at(step, time_share):
    warm = min(1.0, (step + 1) / WARM_UP_STEPS)
    if time_share <= DECAY_FROM:
        return PEAK_RATE * warm
    left = max(0.0, (1 - time_share) / (1 - DECAY_FROM))
    return PEAK_RATE * warm * 0.5 * (1 - math.cos(math.pi * left))


def follow(averaged, network, keep):
    with torch.no_grad():
        for mine, its in zip(averaged.state_dict().values(), network.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.mul_(keep).add_(its, alpha=1 - keep)
            else:
                mine.copy_(its)


def save(network, path):
    weights = {name: value.detach().cpu().contiguous() for name, value in network.state_dict().items()}
    try:
        torch.save(weights, path + ".part")
        os.replace(path + ".part", path)
    except (OSError, RuntimeError) as error:  # a full disk must not end the training; the next save may succeed
        print(f"not saved: {error}", flush=True)


if __name__ == "__main__":
    main()
