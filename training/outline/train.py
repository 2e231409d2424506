"""Trains the outline network on photographs composed as they are needed.

`train.py OUT.pt --minutes M --workers N [--device cuda] [--resume IN.pt] [--work DIR]`; DIR/flats may hold flats of `specimens/`."""

import argparse
import copy
import math
import os
import time

import cv2
import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits as bce

from compose import Composer
from network import SIDE, OutlineNet
from pools import Pools

PEAK_RATE = 3e-3
WEIGHT_DECAY = 1e-4
WARM_STEPS = 200
# Of a validation's own duration, so much time is trained for before the next: on a processor it costs as much as ten steps.
VALIDATION_PAUSE = 15
# The rate stays at its peak for this share of the time and then falls to nothing.
STAY_SHARE = 0.3
LARGEST_GRADIENT = 5.0
FARTHEST_VALUE = 8.0
MOST_FAILED = 100
# What is kept is the running mean of the weights.
AVERAGE_DECAY = 0.998
# Drawing before the first batch: at most so many seconds, or until every pool holds so many.
FILL_SECONDS, FILL_LEAST = 22, 300
COLLECT_SECONDS, SAY_SECONDS, SAVE_SECONDS, VALIDATE_SECONDS = 1, 10, 20, 60
VALIDATION_SEED = 90210
# Weights of the parts of the loss, chosen so that each is of the same order after the first minute.
COVERED_WEIGHT, BORDER_WEIGHT, DIRECTION_WEIGHT = 0.7, 0.5, 0.5


def loss_of(output, labels):
    document, covered, border = labels[:, 0], labels[:, 1], labels[:, 2]
    logits = output[:, 0]
    p = torch.sigmoid(logits)
    overlap = (2 * (p * document).sum((1, 2)) + 20) / ((p + document).sum((1, 2)) + 20)
    area = bce(logits, document) + 0.5 * (1 - overlap.mean())
    cover = bce(output[:, 1], covered, weight=1 + 3 * covered)
    edge = bce(output[:, 2], border, weight=1 + 4 * border)
    cosine = output[:, 3:5] / (output[:, 3:5].norm(dim=1, keepdim=True) + 1e-3)
    agreement = (cosine * labels[:, 3:5]).sum(1)
    per_photo = ((1 - agreement) * document).sum((1, 2)) / (document.sum((1, 2)) + 1)
    return torch.stack([area, cover, edge, per_photo.mean()])


def total(parts):
    return parts[0] + COVERED_WEIGHT * parts[1] + BORDER_WEIGHT * parts[2] + DIRECTION_WEIGHT * parts[3]


def follow(average, net, decay):
    with torch.no_grad():
        for kept, new in zip(average.state_dict().values(), net.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.lerp_(new, 1 - decay)
            else:
                kept.copy_(new)


def save(net, out):
    state = {name: value.detach().float().cpu() if value.dtype.is_floating_point else value.detach().cpu() for name, value in net.state_dict().items()}
    torch.save(state, out + ".new")
    os.replace(out + ".new", out)


def resume(net, path):
    """Weights of this network, or of an older one without the residual blocks, which begin as nothing."""
    old = torch.load(path, map_location="cpu")
    own = net.state_dict()
    taken = {name: value for name, value in old.items() if name in own and own[name].shape == value.shape}
    net.load_state_dict({**own, **taken})
    print(f"resumed {len(taken)} of {len(own)} tensors", flush=True)


def rate_at(share, step, peak, warm):
    fall = 1.0 if share < STAY_SHARE else 0.5 * (1 + math.cos(math.pi * (share - STAY_SHARE) / (1 - STAY_SHARE)))
    return peak * min(1, (step + 1) / warm) * max(fall, 1e-3)


def hold_statistics(net):
    """Means and deviations stay what they were: a few hundred small batches would only blur them."""
    for module in net.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.eval()


class Validation:
    """The same photographs each time: loss, overlap and false alarms of the averaged network."""

    def __init__(self, composer, batches, size):
        self.batches = [composer.batch(size) for _ in range(batches)]

    def __call__(self, net):
        parts, overlaps, empty, alarms = [], [], 0, 0
        with torch.no_grad():
            for images, labels in self.batches:
                output = net(images)
                parts.append(loss_of(output, labels))
                found, true = output[:, 0] > 0, labels[:, 0] > 0
                both, either = (found & true).sum((1, 2)).float(), (found | true).sum((1, 2)).float()
                shown = true.sum((1, 2)) > 0
                overlaps += (both / either.clamp(min=1))[shown].tolist()
                empty += int((~shown).sum())
                alarms += int((found.float().mean((1, 2)) > 0.012)[~shown].sum())
        mean = torch.stack(parts).mean(0)
        median, low = np.percentile(overlaps, [50, 10]) if overlaps else (0, 0)
        return f"validation {float(total(mean)):.4f} parts {[round(float(p), 4) for p in mean]} overlap median {median:.3f} tenth {low:.3f} false alarms {alarms} of {empty}"


def train(options):
    began = time.time()
    seed = int(began) % 100000
    torch.manual_seed(seed)
    torch.set_num_threads(options.threads)
    cv2.setNumThreads(1)
    pools = Pools(seed, options.workers, {"flat": options.pool, "table": options.pool, "thing": options.pool})
    # The processes are forked; only now may the device be touched.
    device = torch.device(options.device)
    if device.type == "cuda":
        torch.backends.cuda.matmul.allow_tf32 = True
        torch.backends.cudnn.allow_tf32 = True
    if options.work:
        pools.load_specimens(os.path.join(options.work, "flats"), device)
    net = OutlineNet()
    if options.resume:
        resume(net, options.resume)
    net = net.to(device)
    average = copy.deepcopy(net).eval()
    if options.hold:
        hold_statistics(net)
    optimiser = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=WEIGHT_DECAY)
    print(sum(p.numel() for p in net.parameters()), "parameters;", pools.specimens.count, "flats of specimens", flush=True)
    pools.fill(device, min(FILL_SECONDS, options.minutes * 60 * 0.3), FILL_LEAST)
    print(f"{time.time() - began:.0f} s pools", {kind: pool.count for kind, pool in pools.pools.items()}, flush=True)
    if options.hold:
        pools.stop()
    composer = Composer(pools, SIDE, device, seed)
    validation = Validation(Composer(pools, SIDE, device, VALIDATION_SEED), options.validation, options.batch)
    print(f"{time.time() - began:.0f} s before training:", validation(average), flush=True)
    # Of the minutes asked for, what has gone by is gone.
    first, end = time.time(), began + options.minutes * 60
    said = saved = validated = collected = first
    step, skipped, failed, mean, pause = 0, 0, 0, None, VALIDATE_SECONDS
    while True:
        now = time.time()
        share = (now - first) / max(1e-6, end - first)
        if share >= 1:
            break
        if now - collected > COLLECT_SECONDS:
            pools.collect(device)
            collected = now
        for group in optimiser.param_groups:
            group["lr"] = rate_at(share, step, options.rate, options.warm)
        try:
            with torch.no_grad():
                images, labels = composer.batch(options.batch)
                # A single bad number would spoil the running statistics for good.
                images = torch.nan_to_num(images, 0.0, 0.0, 0.0).clamp(-FARTHEST_VALUE, FARTHEST_VALUE)
            with torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda"):
                output = net(images)
            parts = loss_of(output.float(), labels)
            loss = total(parts)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
        except (RuntimeError, ValueError, IndexError, np.linalg.LinAlgError) as error:
            failed += 1
            print("step failed:", repr(error)[:300], flush=True)
            optimiser.zero_grad(set_to_none=True)
            if device.type == "cuda":
                torch.cuda.empty_cache()
            if failed > MOST_FAILED:
                raise
            continue
        norm = torch.nn.utils.clip_grad_norm_(net.parameters(), LARGEST_GRADIENT)
        step += 1
        if not bool(torch.isfinite(loss) & torch.isfinite(norm)):
            skipped += 1
            continue
        optimiser.step()
        follow(average, net, min(AVERAGE_DECAY, step / (step + 10)))
        values = parts.detach()
        mean = values if mean is None else mean * 0.97 + values * 0.03
        if now - said > SAY_SECONDS:
            said = now
            named = " ".join(f"{name} {float(v):.4f}" for name, v in zip(("document", "covered", "border", "direction"), mean))
            print(f"{now - first:6.0f} s step {step} photographs {step * options.batch} ({step * options.batch / (now - first):.0f}/s) loss {float(total(mean)):.4f} {named} drawn {pools.drawn} skipped {skipped} failed {failed} alive {sum(p.is_alive() for p in pools.processes)}", flush=True)
        if now - saved > SAVE_SECONDS:
            saved = now
            save(average, options.out)
        if now - validated > pause:
            print(f"{now - first:6.0f} s", validation(average), flush=True)
            validated = time.time()
            pause = max(VALIDATE_SECONDS, VALIDATION_PAUSE * (validated - now))
    save(average, options.out)
    print(f"{time.time() - first:6.0f} s step {step}, at the end:", validation(average), flush=True)
    pools.stop()


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--resume")
    parser.add_argument("--work")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--pool", type=int, default=4000)
    parser.add_argument("--rate", type=float, default=PEAK_RATE, help="the highest; a tenth of it or less to go on from good weights")
    parser.add_argument("--warm", type=int, default=WARM_STEPS, help="steps until it is reached")
    parser.add_argument("--hold", action="store_true", help="for a short run on a processor: statistics are held, and drawing ends before training begins")
    parser.add_argument("--validation", type=int, default=4, help="batches that the validation shows")
    parser.add_argument("--threads", type=int, default=2, help="of the computing library on the processor")
    return parser.parse_args()


if __name__ == "__main__":
    train(options())
