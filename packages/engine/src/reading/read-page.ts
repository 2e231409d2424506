import type { Page } from '../photo/index.ts';
import type { SideReading } from './document-reading.ts';

/** One page with what the witnesses read on it. */
export type ReadPage = { readonly page: Page; readonly reading: SideReading };
