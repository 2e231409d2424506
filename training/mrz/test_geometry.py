"""Targets stand where the picture shows the characters: `python3 -m unittest test_geometry` in this folder."""

import unittest

import torch
import torch.nn.functional as F

from alphabet import text_of
from crop import choose_crops, sampling_grid, to_canvas, to_crop
from draw_canvas import CANVAS_HEIGHT, CANVAS_WIDTH, MOST_CHARACTERS
from targets import COLUMNS, IGNORE, STEP, WIDTH, column_targets, place_characters

CROPS = 40
PITCH, COUNT = 30.0, 40
LEFT = (CANVAS_WIDTH - PITCH * COUNT) / 2
WITHIN_PX = 1.0  # of the network's 640: a dot's centre of mass is known to about half a pixel
DOT_SIGMA = 4.0


def crops_of_one_line():
    torch.manual_seed(11)
    extent = torch.tensor([[LEFT, LEFT + PITCH * COUNT, PITCH, 50.0]]).repeat(CROPS, 1)
    return choose_crops(extent)


def middles_of_line():
    middles = torch.zeros(CROPS, MOST_CHARACTERS)
    middles[:, :COUNT] = LEFT + (torch.arange(COUNT) + 0.5) * PITCH
    return middles


class Geometry(unittest.TestCase):
    def test_a_dot_at_a_characters_middle_is_seen_at_its_place(self):
        crop, middles = crops_of_one_line(), middles_of_line()
        classes = (torch.arange(MOST_CHARACTERS) < COUNT).to(torch.uint8).repeat(CROPS, 1)
        places = place_characters(crop, classes, middles)
        x = torch.arange(CANVAS_WIDTH) + 0.5
        y = torch.arange(CANVAS_HEIGHT) + 0.5
        u, v = torch.broadcast_tensors((torch.arange(WIDTH) + 0.5).view(1, 1, -1) / WIDTH, (torch.arange(32) + 0.5).view(1, -1, 1) / 32)
        grid = sampling_grid(*to_canvas(crop, u.expand(CROPS, -1, -1), v.expand(CROPS, -1, -1)))
        seen = 0
        for index in range(0, COUNT, 7):
            across = torch.exp(-((x - middles[0, index]) ** 2) / (2 * DOT_SIGMA**2))
            dot = across[None] * torch.exp(-((y[:, None] - CANVAS_HEIGHT / 2) ** 2) / (2 * DOT_SIGMA**2))
            picture = F.grid_sample(dot.expand(CROPS, 1, -1, -1), grid, align_corners=False).squeeze(1)
            mass = picture.sum((1, 2))
            centre = (picture.sum(1) * (torch.arange(WIDTH) + 0.5)).sum(1) / mass
            inside = (places[:, index] > 20) & (places[:, index] < WIDTH - 20) & (mass > 0.8 * mass.median())
            seen += int(inside.sum())
            self.assertLess(float((centre - places[:, index]).abs()[inside].max()), WITHIN_PX)
        self.assertGreater(seen, 3 * CROPS)

    def test_to_crop_undoes_to_canvas(self):
        crop = crops_of_one_line()
        u, v = torch.rand(CROPS, 50), torch.rand(CROPS, 50)
        back_u, back_v = to_crop(crop, *to_canvas(crop, u, v))
        self.assertLess(float((back_u - u).abs().max()), 1e-3)
        self.assertLess(float((back_v - v).abs().max()), 5e-3)

    def test_targets_spell_the_line_that_is_inside_and_nothing_where_it_is_not_readable(self):
        crop, middles = crops_of_one_line(), middles_of_line()
        classes = torch.zeros(CROPS, MOST_CHARACTERS, dtype=torch.uint8)
        classes[:, :COUNT] = (torch.arange(COUNT) // 2 % 37 + 1).to(torch.uint8)  # each character twice in a row
        places = place_characters(crop, classes, middles)
        targets = column_targets(crop, classes, places)
        self.assertEqual(targets.shape, (CROPS, COLUMNS))
        for sample in range(CROPS):
            written = [int(value) for value in targets[sample] if value != IGNORE]
            inside = (places[sample, :COUNT] > STEP * 2) & (places[sample, :COUNT] < WIDTH - STEP * 2)
            if not crop.readable[sample]:
                self.assertEqual(text_of(written), "")
                continue
            self.assertAlmostEqual(len(text_of(written)), int(inside.sum()), delta=2)


if __name__ == "__main__":
    unittest.main()
