"""Trains the judge of outlines. `train.py OUT.pt --minutes M --photographs NPZ [NPZ ...] [--resume IN.pt]`

The photographs are those of compose_photographs.py; which outlines are judged in them is drawn anew each time."""

import argparse
import copy
import math
import multiprocessing
import time

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits as bce

from crops import crops_of, log_aspects
from network import OutlineJudge
from outlines import candidates, truth_of

PER_PHOTO = 12
BATCH_PHOTOS = 16
# Kept apart, of each file.
VALIDATION_SHARE = 0.06
WARM_STEPS, STAY_SHARE = 100, 0.3
AVERAGE_DECAY = 0.995
LARGEST_GRADIENT = 5.0
# Of the outputs: that the outline is right weighs most.
WEIGHTS = torch.tensor([2.0, 1.0, 0.5, 0.5, 0.5, 0.5])
SAY_SECONDS, CHECK_SECONDS = 20, 150


def batch(rng, photos, which):
    quads, photo_of = candidates(rng, photos, which, PER_PHOTO)
    documents, count = photos["documents"][which], photos["count"][which]
    truth = truth_of(quads, photo_of, documents, count)
    pictures = torch.from_numpy(photos["pictures"][which]).float()
    crops = crops_of(pictures, inside(photos["frame"][which], pictures.shape[-1]), photo_of, quads)
    if rng.random() < 0.5:
        crops = changed(rng, crops)
    return crops, torch.from_numpy(log_aspects(quads)), torch.from_numpy(truth)


def prepare(seed, files, apart, chances, queue):
    """Fills the queue for ever, in a process of its own: to warp the outlines costs as much as to learn from them."""
    torch.set_num_threads(1)
    rng = np.random.default_rng(seed)
    while True:
        k = rng.choice(len(files), p=chances / chances.sum())
        crops, aspects, truth = batch(rng, files[k], rng.integers(apart[k], len(files[k]["kind"]), BATCH_PHOTOS))
        queue.put((crops.numpy(), aspects.numpy(), truth.numpy()))


def changed(rng, crops):
    """Other colours than those that were composed."""
    gain = torch.from_numpy(np.exp(rng.normal(0, 0.15, (len(crops), 3, 1, 1))).astype(np.float32))
    return torch.cat([crops[:, :3] * gain, crops[:, 3:]], 1)


def inside(frames, size):
    """1 where the photograph is: m x 1 x size x size."""
    at = np.arange(size) + 0.5
    x = (at[None] > frames[:, 2:3]) & (at[None] < frames[:, 2:3] + frames[:, 0:1])
    y = (at[None] > frames[:, 3:4]) & (at[None] < frames[:, 3:4] + frames[:, 1:2])
    return torch.from_numpy((y[:, :, None] & x[:, None, :])[:, None].astype(np.float32))


def loss_of(output, truth):
    return (bce(output, truth, reduction="none") * WEIGHTS).mean()


def scores(net, batches):
    with torch.no_grad():
        outputs = torch.cat([net(crops, aspects) for crops, aspects, _ in batches])
        truth = torch.cat([t for _, _, t in batches])
        said, right, wrong = outputs[:, 0], truth[:, 0] > 0.8, truth[:, 0] < 0.1
        n, m = int(right.sum()), int(wrong.sum())
        order = torch.cat([said[right], said[wrong]]).argsort().argsort().float() + 1
        area = (float(order[:n].double().sum()) - n * (n + 1) / 2) / max(1, n * m)
        refused, taken = float((said[right] < 0).float().mean()), float((said[wrong] > 0).float().mean())
        far = wrong & (truth[:, 1] < 0.1)
        elsewhere = float((said[far] > 0).float().mean())
        return f"loss {float(loss_of(outputs, truth)):.4f} AUC {area:.4f}; of {n} right refused {refused:.3f}, of {m} wrong taken {taken:.3f}, of {int(far.sum())} elsewhere {elsewhere:.3f}"


def main(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    files = [dict(np.load(path)) for path in options.photographs]
    apart = [max(1, int(len(f["kind"]) * VALIDATION_SHARE)) for f in files]
    net = OutlineJudge()
    if options.resume:
        net.load_state_dict(torch.load(options.resume, map_location="cpu"))
    average = copy.deepcopy(net).eval()
    optimiser = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=1e-4)
    print(sum(p.numel() for p in net.parameters()), "parameters;", [len(f["kind"]) for f in files], "photographs", flush=True)
    fixed = np.random.default_rng(90210)
    validation = [batch(fixed, f, np.arange(k)) for f, k in zip(files, apart)]
    # As often as it has photographs; those far away, of which there are fewer, three times as often.
    chances = np.array([len(f["kind"]) * (3 if f["pictures"].shape[-1] > 256 else 1) for f in files], float)
    queue = multiprocessing.get_context("fork").Queue(8)
    helper = multiprocessing.get_context("fork").Process(target=prepare, args=(options.seed, files, apart, chances, queue), daemon=True)
    helper.start()
    began, step, mean, said, checked = time.time(), 0, None, 0.0, time.time()
    while time.time() - began < options.minutes * 60:
        share = (time.time() - began) / (options.minutes * 60)
        fall = 1.0 if share < STAY_SHARE else 0.5 * (1 + math.cos(math.pi * (share - STAY_SHARE) / (1 - STAY_SHARE)))
        for group in optimiser.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / WARM_STEPS) * max(fall, 1e-3)
        crops, aspects, truth = (torch.from_numpy(part) for part in queue.get())
        net.train()
        optimiser.zero_grad(set_to_none=True)
        loss = loss_of(net(crops, aspects), truth)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), LARGEST_GRADIENT)
        optimiser.step()
        step += 1
        follow(average, net, min(AVERAGE_DECAY, step / (step + 10)))
        mean = float(loss.detach()) if mean is None else mean * 0.98 + float(loss.detach()) * 0.02
        now = time.time()
        if now - said > SAY_SECONDS:
            said = now
            print(f"{now - began:6.0f} s step {step} outlines {step * BATCH_PHOTOS * PER_PHOTO} loss {mean:.4f}", flush=True)
        if now - checked > CHECK_SECONDS:
            checked = now
            print(f"{now - began:6.0f} s validation {scores(average, validation)}", flush=True)
            torch.save(average.state_dict(), options.out)
    torch.save(average.state_dict(), options.out)
    print("at the end:", scores(average, validation), flush=True)
    helper.terminate()


def follow(average, net, decay):
    with torch.no_grad():
        for kept, new in zip(average.state_dict().values(), net.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.lerp_(new, 1 - decay)
            else:
                kept.copy_(new)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--photographs", nargs="+", required=True)
    parser.add_argument("--resume")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    main(parser.parse_args())
