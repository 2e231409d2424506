import type { EnginePorts, Tensor } from '../../ports.ts';
import type { RgbImage } from '../pixels.ts';
import type { Cutout } from './cut-around.ts';
import { type EnlargedMap, enlargedMap } from './enlarged-map.ts';
import { type OutlineJudge, outlineJudge } from './outline-judge.ts';
import type { OutlineMaps } from './outline-maps.ts';
import { seeMaps } from './see-maps.ts';
import type { Turns } from './turned-views.ts';

/** A picture of about a thousand pixels as the networks see it. Each part is shown to the outline network once in each set of turns, however often it is looked at. */
export type OutlineSight = {
  readonly image: RgbImage;
  readonly judge: OutlineJudge;
  /** What the outline network sees in a cut-out, as the mean over these turns; in cells of the cut-out. */
  readonly mapsOf: (cutout: Cutout, turns: Turns) => Promise<OutlineMaps>;
  /** What it sees in the whole picture enlarged: where a card may be that is far away. */
  readonly enlarged: () => Promise<EnlargedMap>;
};

/** The sight of one picture. It remembers 320 kB for each part that was looked at, and 1.2 MB of the enlarged picture. */
export function outlineSight(image: RgbImage, infer: Inference): OutlineSight {
  const known = new Map<string, Promise<OutlineMaps>>();
  const together = inPairs(infer);
  let enlarged: Promise<EnlargedMap> | null = null;
  return {
    image,
    judge: outlineJudge(image, infer),
    mapsOf: (cutout, turns) => {
      const key = [cutout.left, cutout.top, cutout.image.width, cutout.image.height, 'turned', ...turns].join(' ');
      const maps = known.get(key) ?? seeMaps(cutout.image, together, turns);
      known.set(key, maps);
      return maps;
    },
    enlarged: () => {
      enlarged ??= enlargedMap(image, infer);
      return enlarged;
    },
  };
}

type Inference = EnginePorts['infer'];
type Outputs = Awaited<ReturnType<Inference>>;
type Waiting = {
  readonly model: Parameters<Inference>[0];
  readonly input: Tensor;
  readonly settle: (outputs: Promise<Outputs>) => void;
};

/** Shows single pictures of one size that are asked for in one go two at a time: one by one they take a third longer. */
export function inPairs(infer: Inference): Inference {
  const run: Inference = async (model, input) => infer(model, input); // also what it throws at once is a rejection
  let first: Waiting | null = null;
  return (model, input) => {
    if (input.dims[0] !== 1) return run(model, input);
    if (first?.model === model && first.input.dims.join() === input.dims.join()) {
      const both = run(model, join(first.input, input));
      first.settle(both.then((outputs) => takeHalf(outputs, 0)));
      first = null;
      return both.then((outputs) => takeHalf(outputs, 1));
    }
    const { promise, resolve } = Promise.withResolvers<Outputs>();
    const alone: Waiting = { model, input, settle: resolve };
    first?.settle(run(first.model, first.input));
    first = alone;
    queueMicrotask(() => {
      if (first !== alone) return;
      first = null;
      resolve(run(model, input));
    });
    return promise;
  };
}

function join(one: Tensor, other: Tensor): Tensor {
  const data = new Float32Array(one.data.length + other.data.length);
  data.set(one.data);
  data.set(other.data, one.data.length);
  return { dims: [2, ...one.dims.slice(1)], data };
}

/** The first or second picture's part of each output. */
function takeHalf(outputs: Outputs, which: 0 | 1): Outputs {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { dims, data }]) => {
      const half = data.length / 2;
      return [name, { dims: [1, ...dims.slice(1)], data: data.subarray(which * half, (which + 1) * half) }];
    }),
  );
}
