"""Trains the print network: `train.py OUT.pt --minutes M --workers N [--device cuda] [--resume IN.pt] [--work DIR]`.

Workers draw lines, the device photographs them anew each time and learns. The rate warms up, stays, and falls to nothing by the end
of M minutes. The averaged weights are saved every SAVE_S seconds and at the end.
"""

import argparse
import copy
import os
import random as random_module
import tempfile
import time

import torch
from torch import nn

from evaluate import exactness, validation_set
from network import PrintNetwork
from photograph import IGNORE, photograph
from pool import Pool, fork_workers

PEAK_RATE, LEAST_RATE = 3e-3, 1e-5
WARM_UP, FALL_FROM = 0.03, 0.45  # of the time
WEIGHT_DECAY = 1e-3
AVERAGE = 0.998  # of the weights, over about 500 steps
BLANK_WEIGHT = 0.7  # blanks are three fifths of all columns
# Input widths, and how often: the work of a batch is about the same for each.
WIDTHS, WIDTH_SHARES, REFERENCE_WIDTH = (64, 96, 128, 192, 256, 320, 448), (1, 1, 2, 3, 3, 3, 1), 256
SAVE_S, PRINT_S, VALIDATE_S = 20, 10, 60
FIRST_LINES_WAIT_S = 25
NATURAL = 0.75  # picture pixels of a canvas pixel, about


def main():
    options = read_options()
    work = os.path.join(options.work or tempfile.mkdtemp(), "lines")
    processes = fork_workers(work, options.workers, options.chunk, options.seed)
    started = time.time()
    torch.manual_seed(options.seed % 2**31)
    if options.device == "cpu":
        torch.set_num_threads(options.threads)
    else:
        torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
        torch.backends.cudnn.benchmark = True
    network = PrintNetwork()
    if options.resume:
        network.load_state_dict(torch.load(options.resume, map_location="cpu"))
    network.to(options.device)
    averaged = copy.deepcopy(network).eval()
    pool = Pool(options.device, options.pool, work, processes)
    pool.start()
    try:
        validation = validation_set(options.validation, options.device)
        while pool.filled < min(options.pool // 2, 4 * options.batch) and time.time() - started < FIRST_LINES_WAIT_S:
            time.sleep(0.1)
        while pool.filled == 0:
            time.sleep(0.1)
        prepared = time.time() - started
        print(f"prepared in {prepared:.0f} s, {pool.drawn} lines drawn", flush=True)
        learn(options, network, averaged, pool, validation, max(1.0, options.minutes * 60 - prepared))
    finally:
        save(averaged, options.out)
        pool.stop()


def learn(options, network, averaged, pool, validation, seconds):
    optimizer = torch.optim.AdamW(network.parameters(), lr=PEAK_RATE, weight_decay=WEIGHT_DECAY)
    weights = torch.ones(network.classes.out_channels // 2, device=options.device)
    weights[0] = BLANK_WEIGHT
    loss_of = nn.NLLLoss(weight=weights, ignore_index=IGNORE)
    generator = torch.Generator(options.device).manual_seed(options.seed % 2**31 + 1)
    random = random_module.Random(options.seed)
    started = time.time()
    step, samples, skipped, recent = 0, 0, 0, []
    next_print, next_save, next_validation = PRINT_S, SAVE_S, VALIDATE_S
    while (now := time.time() - started) < seconds:
        rate = rate_at(now / seconds)
        for group in optimizer.param_groups:
            group["lr"] = rate
        loss = train_batch(options, network, optimizer, pool, loss_of, generator, random)
        samples += loss[1]
        step += 1
        recent.append(loss[0])
        follow(averaged, network, min(AVERAGE, step / (step + 20)))
        if now >= next_print:
            losses = torch.stack(recent).float()
            good = losses[torch.isfinite(losses)]
            skipped += len(losses) - len(good)
            print(f"{now:.0f} s step {step} samples {samples} drawn {pool.drawn} rate {rate:.5f} loss {good.mean().item():.4f} skipped {skipped}", flush=True)
            recent, next_print = [], now + PRINT_S
        if now >= next_save:
            save(averaged, options.out)
            next_save = now + SAVE_S
        if now >= next_validation and seconds - now > PRINT_S:
            print(f"  validation {exactness(averaged, validation, options.device)}", flush=True)
            next_validation = time.time() - started + VALIDATE_S
    save(averaged, options.out)
    print(f"end: step {step} samples {samples} drawn {pool.drawn}, validation {exactness(averaged, validation, options.device)}", flush=True)


def train_batch(options, network, optimizer, pool, loss_of, generator, random):
    """One step; gives (loss on the device, samples). A loss that is no number changes nothing."""
    width = random.choices(WIDTHS, WIDTH_SHARES)[0]
    count = max(8, int(options.batch * REFERENCE_WIDTH / width) // 8 * 8)
    canvases, classes, extents = pool.take(choose_lines(pool, width, count, generator))
    marks = canvases.roll(1, 0)
    with torch.no_grad():
        pictures, targets = photograph(canvases, classes, extents, width, generator, random, marks)
    network.train()
    with torch.autocast(options.device.split(":")[0], dtype=torch.bfloat16, enabled=options.device != "cpu"):
        scores = network(pictures)
    loss = loss_of(scores.flatten(0, 1), targets.flatten())
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    sound = torch.isfinite(loss.detach()) & torch.isfinite(norm)
    for parameter in network.parameters():
        if parameter.grad is not None:
            parameter.grad = torch.where(sound, parameter.grad, torch.zeros_like(parameter.grad))
    optimizer.step()
    return loss.detach(), count


def choose_lines(pool, width, count, generator):
    """Three of four fill the width well, the fourth is any line."""
    filled = pool.filled
    lengths = (pool.extents[:filled, 1] - pool.extents[:filled, 0]).float() * NATURAL
    fitting = ((lengths > 0.35 * width) & (lengths < 1.05 * width)).float()
    weights = fitting * (3 / fitting.sum().clamp(min=1)) + 1 / filled
    return torch.multinomial(weights, count, replacement=True, generator=generator)


def rate_at(part):
    if part < WARM_UP:
        return PEAK_RATE * (part / WARM_UP) + LEAST_RATE
    if part < FALL_FROM:
        return PEAK_RATE
    left = (1 - part) / (1 - FALL_FROM)
    return LEAST_RATE + (PEAK_RATE - LEAST_RATE) * left**1.5


def follow(averaged, network, keep):
    with torch.no_grad():
        for mine, its in zip(averaged.state_dict().values(), network.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.lerp_(torch.where(torch.isfinite(its), its, mine), 1 - keep)
            else:
                mine.copy_(its)


def save(network, out):
    state = {key: value.detach().to("cpu").clone() for key, value in network.state_dict().items()}
    torch.save(state, out + ".part")
    os.replace(out + ".part", out)


def read_options():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--resume")
    parser.add_argument("--work")
    parser.add_argument("--batch", type=int, default=512, help="samples at REFERENCE_WIDTH")
    parser.add_argument("--pool", type=int, default=40_000, help="drawn lines kept on the device, 70 KB each")
    parser.add_argument("--chunk", type=int, default=1000)
    parser.add_argument("--validation", type=int, default=900)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
