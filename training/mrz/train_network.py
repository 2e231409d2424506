"""Trains the line network: `train_network.py FOLDER VISITS [--decay-from V] [--resume]`.

A visit is one pass over one shard. Odd visits take the next new shard, even ones go back to an earlier one, so that the
order is fixed by the numbers alone and the drawing may run beside the training. The learning rate warms up, stays, and
falls to nothing from visit `--decay-from` on. Every SAVE_VISITS the averaged weights go to FOLDER/network.pt, and the
state to FOLDER/state.pt, from which `--resume` goes on.
"""

import argparse
import os
import random
import time

import numpy as np
import torch
from torch import nn

from draw_sample import IGNORE
from evaluate import exactness, load_shard
from network import LineNetwork, normalise

VALIDATION_SHARD = 0
VALIDATION_SAMPLES = 500
BATCH = 32
PEAK_RATE = 2.5e-3
WARM_UP_STEPS = 150
AVERAGE = 0.995  # of the weights, over about 200 steps: what a falling rate would give, at any moment
BLANK_WEIGHT = 0.6  # blanks are two thirds of all columns
SAVE_VISITS = 2


def main():
    options = read_options()
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    network, averaged = LineNetwork(), LineNetwork()
    averaged.load_state_dict(network.state_dict())
    optimizer = torch.optim.AdamW(network.parameters(), lr=PEAK_RATE, weight_decay=1e-3)
    first, step = 0, 0
    state_path = os.path.join(options.folder, "state.pt")
    if options.resume and os.path.exists(state_path):
        state = torch.load(state_path)
        network.load_state_dict(state["network"])
        averaged.load_state_dict(state["averaged"])
        optimizer.load_state_dict(state["optimizer"])
        first, step = state["visit"], state["step"]
    weights = torch.ones(38)
    weights[0] = BLANK_WEIGHT
    loss_of = nn.NLLLoss(weight=weights, ignore_index=IGNORE)
    validation = [part[:VALIDATION_SAMPLES] for part in load_shard(options.folder, VALIDATION_SHARD)]
    started = time.time()
    for visit in range(first, options.visits):
        pictures, targets = load_shard(options.folder, shard_of(visit))
        order = np.random.default_rng(visit).permutation(len(pictures))
        network.train()
        losses = []
        for start in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[start : start + BATCH]
            rate = rate_at(step, visit + start / len(order), options)
            for group in optimizer.param_groups:
                group["lr"] = rate
            scores = network(normalise(torch.from_numpy(pictures[chosen])))
            loss = loss_of(scores.flatten(0, 1), torch.from_numpy(targets[chosen].astype(np.int64)).flatten())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5)
            optimizer.step()
            step += 1
            follow(averaged, network, min(AVERAGE, step / (step + 20)))
            losses.append(loss.item())
            if step % 20 == 0:
                print(f"  {step} {time.process_time():.0f}s {np.mean(losses[-20:]):.3f}", flush=True)
        print(f"visit {visit} shard {shard_of(visit)} step {step} {time.time() - started:.0f}s loss {np.mean(losses):.4f} rate {rate:.5f}", flush=True)
        if (visit + 1) % SAVE_VISITS == 0 or visit + 1 == options.visits:
            save(options.folder, network, averaged, optimizer, visit + 1, step)
            print(f"  validation {exactness(averaged, *validation)}", flush=True)


def read_options():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("visits", type=int)
    parser.add_argument("--decay-from", type=int, default=10**9)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true")
    return parser.parse_args()


def shard_of(visit):
    """0 → 1, 1 → 2, 2 → 3, 3 → 4, then new and old in turn; shard 0 is for validation."""
    if visit < 4:
        return visit + 1
    newest = 4 + (visit - 4) // 2
    return newest + 1 if visit % 2 == 0 else random.Random(visit).randint(1, newest)


def rate_at(step, visit, options):
    rate = PEAK_RATE * min(1.0, (step + 1) / WARM_UP_STEPS)
    if visit <= options.decay_from:
        return rate
    left = (options.visits - visit) / max(1e-9, options.visits - options.decay_from)
    return rate * max(0.004, left)


def follow(averaged, network, keep):
    with torch.no_grad():
        for mine, its in zip(averaged.state_dict().values(), network.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.mul_(keep).add_(its, alpha=1 - keep)
            else:
                mine.copy_(its)


def save(folder, network, averaged, optimizer, visit, step):
    state = {
        "network": network.state_dict(),
        "averaged": averaged.state_dict(),
        "optimizer": optimizer.state_dict(),
        "visit": visit,
        "step": step,
    }
    torch.save(state, os.path.join(folder, "state.part"))
    os.replace(os.path.join(folder, "state.part"), os.path.join(folder, "state.pt"))
    torch.save(averaged.state_dict(), os.path.join(folder, "network.part"))
    os.replace(os.path.join(folder, "network.part"), os.path.join(folder, "network.pt"))


if __name__ == "__main__":
    main()
