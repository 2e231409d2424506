/** Draws one specimen and ends: a second or two of work, which the thread that answers requests is spared. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawSpecimen, type SpecimenRequest } from '@vidimus/specimens';

export type DrawWorkerData = { readonly request: SpecimenRequest };

/** Enough for a passport that fills most of the frame, and quickly drawn, sent and read. */
const CAMERA = { variant: 'demo', widthPx: 1600, heightPx: 1200 } as const;

const { request }: DrawWorkerData = workerData;
const { photographs } = await drawSpecimen(request, CAMERA);
parentPort?.postMessage(photographs);
