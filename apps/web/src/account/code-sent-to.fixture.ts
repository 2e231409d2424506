/** The mailbox of whoever was sent a code: the simulator that the demonstration runs. */
import { expect } from 'vitest';
import type { PagesUnderTest } from '../pages-under-test.fixture.ts';

/** The code of the newest message to that address, as soon as there is one. */
export async function codeSentTo({ url }: Pick<PagesUnderTest, 'url'>, to: string): Promise<string> {
  const found = async () => {
    const inbox = await (await fetch(`${url}/simulator`)).text();
    const ids = [...inbox.matchAll(/\/simulator\/messages\/(\d+)/g)].map(([, id]) => Number(id));
    for (const id of [...new Set(ids)].toSorted((a, b) => b - a)) {
      const message = await (await fetch(`${url}/simulator/messages/${id}`)).text();
      const code = /(\d{6}) is your code/.exec(message)?.[1];
      if (message.includes(to) && code !== undefined) return code;
    }
    return '';
  };
  await expect.poll(found, { timeout: 30_000 }).not.toBe('');
  return found();
}
