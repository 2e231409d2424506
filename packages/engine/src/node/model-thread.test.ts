import { afterAll, expect, test } from 'vitest';
import type { ModelName } from '../models/index.ts';
import { ModelThread } from './model-thread.ts';

const thread = new ModelThread(1);
afterAll(() => thread.close());

const photograph = () => ({ dims: [1, 3, 256, 256], data: new Float32Array(3 * 256 * 256) });

test('answers go to those who asked, and the input is moved to the thread', async () => {
  const input = photograph();
  const line = { dims: [2, 1, 32, 640], data: new Float32Array(2 * 32 * 640) };
  const [outline, zone] = await Promise.all([thread.infer('document-outline', input), thread.infer('mrz-line', line)]);
  expect(Object.values(outline).map(({ dims }) => dims)).toEqual([[1, 5, 128, 128]]);
  expect(Object.values(zone)[0]?.dims[0]).toBe(2);
  expect(input.data).toHaveLength(0);
});

test('a part of a larger array is copied, and the array stays with the caller', async () => {
  const lines = new Float32Array(2 * 32 * 640);
  const input = { dims: [1, 1, 32, 640], data: lines.subarray(32 * 640) };
  await expect(thread.infer('mrz-line', input)).resolves.toBeDefined();
  expect(lines).toHaveLength(2 * 32 * 640);
});

test('while a model runs, our own thread does not stand still', async () => {
  let [turns, answered] = [0, false];
  const turn = (): void => {
    turns++;
    if (!answered) setImmediate(turn);
  };
  turn();
  await thread.infer('text-detection', { dims: [1, 3, 736, 736], data: new Float32Array(3 * 736 * 736) });
  answered = true;
  expect(turns).toBeGreaterThan(10);
});

test('what a model cannot take is an error, and the next question is answered', async () => {
  const wrong = { dims: [1, 1, 64, 64], data: new Float32Array(64 * 64) };
  await expect(thread.infer('document-outline', wrong)).rejects.toThrow(/dimension/i);
  await expect(thread.infer('document-outline', photograph())).resolves.toBeDefined();
});

test('a model that does not exist is an error too', async () => {
  await expect(thread.infer('no-such-model' as ModelName, photograph())).rejects.toThrow();
});

test('after close, a question opens a new thread', async () => {
  await thread.close();
  await expect(thread.infer('document-outline', photograph())).resolves.toBeDefined();
});
