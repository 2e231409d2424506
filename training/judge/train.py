"""Trains the judge of outlines. `train.py OUT.pt --minutes M --flats DIR [--device cuda] [--workers N] [--drafters N] [--resume IN.pt]`

DIR holds flats of `specimens/` (../outline/pack_flats.py). Photographs are composed as they are needed, and outlines drawn into them."""

import argparse
import copy
import math
import time

import cv2
import torch
from torch.nn.functional import binary_cross_entropy_with_logits as bce

from crop_store import CropStore
from crops import crops_of, log_aspects, normalised
from drafters import Drafters
from network import OutlineJudge
from photographs import Photographer

from pools import Pools

PER_PHOTO = 20
# Batches of photographs that the drafters may have before them.
MOST_ASKED = 6
# Outlines of other photographs, kept apart.
VALIDATION = 8000
WARM_STEPS, STAY_SHARE = 100, 0.3
AVERAGE_DECAY = 0.998
LARGEST_GRADIENT = 5.0
WEIGHT_DECAY = 1e-4
# Of the outputs: that the outline is right weighs most.
WEIGHTS = (2.0, 1.0, 0.5, 0.5, 0.5, 0.5)
# Other colours than those that were composed, of half the crops: natural logarithms of the gains deviate by so much.
GAIN_DEVIATION = 0.15
SAY_SECONDS, CHECK_SECONDS = 15, 60
# Crops judged at once where nothing is learnt.
AT_ONCE = 1000


def loss_of(output, truth):
    return (bce(output, truth, reduction="none") * torch.tensor(WEIGHTS, device=output.device)).mean()


def changed(crops):
    m = len(crops)
    some = (torch.rand(m, 1, 1, 1, device=crops.device) < 0.5).float()
    gain = torch.exp(torch.randn(m, 3, 1, 1, device=crops.device) * GAIN_DEVIATION * some)
    return torch.cat([crops[:, :3] * gain, crops[:, 3:]], 1)


def scores(net, store):
    with torch.no_grad():
        parts = [store.at(slice(k, min(k + AT_ONCE, store.count))) for k in range(0, store.count, AT_ONCE)]
        outputs = torch.cat([net(normalised(crops), aspects) for crops, aspects, _ in parts]).cpu()
        truth = torch.cat([t for _, _, t in parts]).cpu()
        said, right, wrong = outputs[:, 0], truth[:, 0] > 0.8, truth[:, 0] < 0.1
        n, m = int(right.sum()), int(wrong.sum())
        order = torch.cat([said[right], said[wrong]]).argsort().argsort().float() + 1
        area = (float(order[:n].double().sum()) - n * (n + 1) / 2) / max(1, n * m)
        refused, taken = float((said[right] < 0).float().mean()), float((said[wrong] > 0).float().mean())
        far = wrong & (truth[:, 1] < 0.1)
        elsewhere = float((said[far] > 0).float().mean())
        return f"loss {float(loss_of(outputs, truth)):.4f} AUC {area:.4f}; of {n} right refused {refused:.3f}, of {m} wrong taken {taken:.3f}, of {int(far.sum())} elsewhere {elsewhere:.3f}"


class Supply:
    """Composes, has outlines drawn, and puts their crops where there is room."""

    def __init__(self, photographer, drafters):
        self.photographer, self.drafters, self.waiting, self.composed = photographer, drafters, {}, 0

    def go_on(self, store, patient=False):
        if len(self.waiting) < MOST_ASKED:
            with torch.no_grad():
                pictures, inside, facts = self.photographer.batch()
            self.waiting[self.composed] = pictures, inside
            self.drafters.ask(self.composed, facts)
            self.composed += 1
        drafted = self.drafters.take(patient)
        if drafted is None:
            return
        name, quads, photo_of, truth = drafted
        pictures, inside = self.waiting.pop(name)
        with torch.no_grad():
            crops = crops_of(pictures, inside, photo_of, quads)
        store.add(crops, torch.from_numpy(log_aspects(quads)), torch.from_numpy(truth))


def main(options):
    began = time.time()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    cv2.setNumThreads(1)
    pools = Pools(options.seed, options.workers, {"flat": options.pool, "table": options.pool, "thing": options.pool})
    drafters = Drafters(options.seed, options.drafters, PER_PHOTO)
    # The processes are forked; only now may the device be touched.
    device = torch.device(options.device)
    pools.load_specimens(options.flats, device)
    pools.fill(device, options.fill, 400)
    supply = Supply(Photographer(pools, device, options.seed), drafters)
    net = OutlineJudge()
    if options.resume:
        net.load_state_dict(torch.load(options.resume, map_location="cpu"))
    net = net.to(device)
    average = copy.deepcopy(net).eval()
    optimiser = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=WEIGHT_DECAY)
    print(sum(p.numel() for p in net.parameters()), "parameters;", pools.specimens.count, "flats of specimens", flush=True)
    apart = CropStore(options.validation, device)
    while apart.count < options.validation:
        pools.collect(device)
        supply.go_on(apart)
    print(f"{time.time() - began:.0f} s before training:", scores(average, apart), flush=True)
    store = CropStore(options.store, device)
    while store.count < options.store / 10:
        pools.collect(device)
        supply.go_on(store)
    # Of the minutes asked for, what has gone by is gone.
    first, end = time.time(), began + options.minutes * 60
    step, mean, said, checked = 0, None, 0.0, first
    while time.time() < end:
        now = time.time()
        share = (now - first) / (end - first)
        fall = 1.0 if share < STAY_SHARE else 0.5 * (1 + math.cos(math.pi * (share - STAY_SHARE) / (1 - STAY_SHARE)))
        for group in optimiser.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / WARM_STEPS) * max(fall, 1e-3)
        if step % options.steps == 0:
            pools.collect(device)
            supply.go_on(store)
        crops, aspects, truth = store.some(options.batch)
        net.train()
        optimiser.zero_grad(set_to_none=True)
        loss = loss_of(net(normalised(changed(crops)), aspects), truth)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), LARGEST_GRADIENT)
        optimiser.step()
        step += 1
        follow(average, net, min(AVERAGE_DECAY, step / (step + 10)))
        mean = loss.detach() if mean is None else mean * 0.99 + loss.detach() * 0.01
        if now - said > SAY_SECONDS:
            said = now
            print(f"{now - first:6.0f} s step {step} of {options.batch}, batches of photographs {supply.composed}, crops {store.count} loss {float(mean):.4f}", flush=True)
        if now - checked > CHECK_SECONDS:
            checked = now
            print(f"{now - first:6.0f} s validation {scores(average, apart)}", flush=True)
            save(average, options.out)
    save(average, options.out)
    print("at the end:", scores(average, apart), flush=True)
    pools.stop()
    drafters.stop()


def save(net, out):
    torch.save({name: value.detach().cpu() for name, value in net.state_dict().items()}, out)


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
    parser.add_argument("--flats", required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=1, help="processes that draw flat pictures")
    parser.add_argument("--drafters", type=int, default=1, help="processes that draw outlines")
    parser.add_argument("--resume")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=192)
    parser.add_argument("--steps", type=int, default=4, help="that are learnt from one batch of photographs")
    parser.add_argument("--store", type=int, default=40000, help="crops that are kept")
    parser.add_argument("--validation", type=int, default=VALIDATION)
    parser.add_argument("--pool", type=int, default=2500)
    parser.add_argument("--fill", type=float, default=60)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    main(parser.parse_args())
