/** Policies and their versions. */
import type { Policy } from '@vidimus/vocabulary';
import type { ColumnType } from 'kysely';
import type { Later, Written } from './column-types.ts';

export type PolicyTable = {
  readonly id: string;
  readonly organization_id: string;
  name: string;
  readonly created_at: Written;
};

export type PolicyVersionTable = {
  readonly policy_id: string;
  readonly organization_id: string;
  readonly version: number;
  state: 'draft' | 'published' | 'archived';
  /** Changes while it is a draft. */
  document: ColumnType<Policy, string, string>;
  readonly created_at: Written;
  published_at: Later;
  archived_at: Later;
};
