"""Trains the zone network on photographs composed as they are needed. `train.py OUT.pt --minutes M --workers N [--device cuda] [--resume IN.pt] [--work DIR]`"""

import argparse
import copy
import math
import os
import time
import traceback

import torch
from torch.nn.functional import binary_cross_entropy_with_logits as bce

from network import ZoneNet
from pools import Gallery, Pool
from scenes import Composer

SIZE = 512
PEAK_RATE = 4e-3
# Slots of the pool that training never sees.
KEPT = 120
AVERAGE_DECAY = 0.998
FIRST_DATA_S = 22
WARM_SHARE, FALL_SHARE = 0.03, 0.45
SAVE_S, TELL_S, VALIDATE_S = 20, 10, 60
# What is kept is the running mean; out of range is skipped.
WORST_LOSS = 50.0


def losses(output, labels, weights):
    block, core, start, end = [labels[:, i] for i in range(4)]
    w_block, w_core, w_line, w_ends = [weights[:, i] for i in range(4)]
    area = bce(output[:, 0], block, weight=w_block * (1 + 2 * block)) + 0.5 * overlap_loss(output[:, 0], block, w_block)
    line = bce(output[:, 1], core, weight=w_core * (1 + 4 * core)) + 0.5 * overlap_loss(output[:, 1], core, w_core)
    ends = sum(bce(output[:, i], heat, weight=w_ends * (1 + 30 * heat)) for i, heat in ((2, start), (3, end)))
    sure = (block > 0.5).float() * w_block
    direction = output[:, 4:6] / (output[:, 4:6].norm(dim=1, keepdim=True) + 1e-3)
    turned = ((1 - (direction * labels[:, 4:6]).sum(1)) * sure).sum() / (sure.sum() + 1)
    height = ((output[:, 6] - labels[:, 6]).abs() * sure).sum() / (sure.sum() + 1)
    on_line = (core > 0.3).float() * w_line
    offset = ((output[:, 7] - labels[:, 7]).abs() * on_line).sum() / (on_line.sum() + 1)
    return area, line, ends, turned, height, offset


WEIGHTS = (1.0, 1.0, 0.5, 0.4, 0.15, 0.3)


def overlap_loss(logits, truth, weight):
    p = torch.sigmoid(logits) * weight
    truth = truth * weight
    return 1 - ((2 * (p * truth).sum((1, 2)) + 10) / ((p + truth).sum((1, 2)) + 10)).mean()


def follow(average, net, decay):
    with torch.no_grad():
        for kept, new in zip(average.state_dict().values(), net.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.mul_(decay).add_(new, alpha=1 - decay)
            else:
                kept.copy_(new)


def save(average, out):
    state = {key: value.detach().float().cpu() if value.dtype.is_floating_point else value.detach().cpu() for key, value in average.state_dict().items()}
    torch.save(state, out + ".part")
    os.replace(out + ".part", out)


def judge(net, held):
    """Overlap of block and core, zones missed, photographs without a zone in which one is seen."""
    net.eval()
    hit = union = core_hit = core_union = missed = zones = false = empty = 0
    with torch.no_grad():
        for pixels, labels, weights in held:
            output = net(pixels).float()
            found, true = output[:, 0] > 0, labels[:, 0] > 0.5
            counted = weights[:, 0] > 0.9
            hit += (found & true & counted).sum().item()
            union += ((found | true) & counted).sum().item()
            core, core_true, core_counted = output[:, 1] > 0, labels[:, 1] > 0.5, weights[:, 1] > 0.9
            core_hit += (core & core_true & core_counted).sum().item()
            core_union += ((core | core_true) & core_counted).sum().item()
            for k in range(len(pixels)):
                if (true[k] & counted[k]).sum() >= 6:
                    zones += 1
                    missed += int((found[k] & true[k]).sum() < 0.3 * true[k].sum())
                elif labels[k, 0].max() < 0.02:
                    empty += 1
                    false += int(found[k].sum() >= 6)
    return f"block {hit / max(1, union):.3f} core {core_hit / max(1, core_union):.3f} missed {missed} of {zones} false {false} of {empty}"


def rate_at(share):
    if share < WARM_SHARE:
        return PEAK_RATE * share / WARM_SHARE
    if share < 1 - FALL_SHARE:
        return PEAK_RATE
    return PEAK_RATE * max(0.0, 0.5 * (1 + math.cos(math.pi * (share - 1 + FALL_SHARE) / FALL_SHARE)))


def train(options):
    launched = time.time()
    torch.set_num_threads(2)
    pool = Pool(options.slots)
    pool.start(options.workers, KEPT, int(launched) % 100000)
    pool.wait(options.slots, options.first)
    device = torch.device(options.device)
    if device.type == "cuda":
        torch.backends.cuda.matmul.allow_tf32 = True
        torch.backends.cudnn.allow_tf32 = True
    torch.manual_seed(1)
    gallery = Gallery(pool, device)
    gallery.refresh(options.slots)
    net = ZoneNet()
    if options.resume:
        net.load_state_dict(torch.load(options.resume, map_location="cpu"))
    print(sum(p.numel() for p in net.parameters()), "parameters;", gallery.drawn, "sheets after", f"{time.time() - launched:.0f} s", flush=True)
    net = net.to(device).to(memory_format=torch.channels_last)
    average = copy.deepcopy(net).eval()
    optimiser = torch.optim.AdamW(net.parameters(), lr=PEAK_RATE, weight_decay=1e-3)
    composer = Composer(gallery, SIZE, 1)
    judged = Composer(gallery, SIZE, 90210)
    held = [judged.batch(options.batch, 0, KEPT)[:3] for _ in range(options.held)] if all(len(gallery.slots_of(k, 0, KEPT)) for k in range(3)) else []
    total = max(10.0, options.minutes * 60 - (time.time() - launched))
    began = time.time()
    step, samples, means = 0, 0, None
    saved = told = validated = began
    failures = 0
    while True:
        share = (time.time() - began) / total
        if share >= 1:
            break
        try:
            if step % 4 == 0:
                gallery.refresh(40)
            with torch.no_grad():
                pixels, labels, weights, _ = composer.batch(options.batch, KEPT if gallery.drawn > KEPT + 60 else 0, pool.slots)
            for group in optimiser.param_groups:
                group["lr"] = rate_at(share) * (0.5 if options.resume else 1)
            net.train()
            pixels = pixels.contiguous(memory_format=torch.channels_last)
            if device.type == "cuda":
                with torch.autocast("cuda", dtype=torch.bfloat16):
                    output = net(pixels)
            else:
                output = net(pixels)
            parts = losses(output.float(), labels, weights)
            loss = sum(weight * part for weight, part in zip(WEIGHTS, parts))
            optimiser.zero_grad()
            if not torch.isfinite(loss) or loss > WORST_LOSS:
                failures += 1
                step += 1
                continue
            loss.backward()
            norm = torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            if torch.isfinite(norm):
                optimiser.step()
                follow(average, net, min(AVERAGE_DECAY, step / (step + 10)))
        except Exception:
            failures += 1
            if failures < 5:
                traceback.print_exc()
            step += 1
            if failures > 200:
                break
            continue
        step += 1
        samples += options.batch
        now = torch.stack([part.detach() for part in parts])
        means = now if means is None else means * 0.97 + now * 0.03
        clock = time.time()
        if clock - told > TELL_S:
            told = clock
            names = ("block", "core", "ends", "turn", "height", "offset")
            print(f"{clock - began:4.0f} s step {step} samples {samples} sheets {gallery.drawn} skipped {failures} rate {rate_at(share):.1e} " + " ".join(f"{name} {value:.3f}" for name, value in zip(names, means.tolist())), flush=True)
        if held and clock - validated > VALIDATE_S:
            validated = clock
            try:
                print("     held:", judge(average, held), flush=True)
            except Exception:
                traceback.print_exc()
        if clock - saved > SAVE_S:
            saved = clock
            save(average, options.out)
    save(average, options.out)
    if held:
        print("held:", judge(average, held), flush=True)
    for worker in pool.workers:
        worker.terminate()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--resume")
    parser.add_argument("--work", help="taken for the sake of a common interface: nothing is kept")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--slots", type=int, default=2400)
    parser.add_argument("--held", type=int, default=3, help="batches that validation looks at")
    parser.add_argument("--first", type=float, default=FIRST_DATA_S, help="seconds that the first sheets may take")
    train(parser.parse_args())
