/**
 * The versions of a policy, and what leads from one to the next. A published version never changes: who was judged under it can
 * be told by what. Pure: knows neither SQL nor HTTP, and is handed the time. Drawn in policy.mermaid.
 */
import type { Result } from '@vidimus/engine/standards';
import type { Policy } from '@vidimus/vocabulary';

/** What a version says, under its number, which stands in the document, too. */
type VersionFacts = { readonly version: number; readonly document: Policy; readonly createdAt: Date };

export type PolicyVersion = VersionFacts &
  (
    | { readonly state: 'draft' }
    | { readonly state: 'published'; readonly publishedAt: Date }
    | { readonly state: 'archived'; readonly publishedAt: Date; readonly archivedAt: Date }
  );

/** The oldest first, numbered from 1 without a gap. At most one is a draft, and that is the last; at most one is published. */
export type PolicyHistory = readonly PolicyVersion[];

export type PolicyCommand =
  /** Replaces the draft, or begins the next version. */
  | { readonly do: 'draft'; readonly document: Policy }
  /** The draft takes the place of what was published. */
  | { readonly do: 'publish' }
  /** What is published is used for no new verification; a draft stays. */
  | { readonly do: 'archive' };

export type PolicyRefused =
  | { readonly code: 'policy.no-draft'; readonly newest: number }
  | { readonly code: 'policy.nothing-published'; readonly draft: number | null };

/** The versions after the command, or why not. */
export function changePolicy(
  history: PolicyHistory,
  command: PolicyCommand,
  now: Date,
): Result<PolicyHistory, PolicyRefused> {
  switch (command.do) {
    case 'draft':
      return { ok: true, value: withDraft(history, command.document, now) };
    case 'publish':
      return publish(history, now);
    case 'archive':
      return archive(history, now);
  }
}

/** The version of that state, of which there is at most one. */
export function versionIn<State extends 'draft' | 'published'>(
  history: PolicyHistory,
  state: State,
): Extract<PolicyVersion, { readonly state: State }> | undefined {
  return history.find((one): one is Extract<PolicyVersion, { readonly state: State }> => one.state === state);
}

/** How the policy is called: as its published version says, or else the newest. */
export function nameOf(history: PolicyHistory): string {
  const named = versionIn(history, 'published') ?? history.at(-1);
  if (named === undefined) throw new Error('a policy without a version has no name');
  return named.document.name;
}

function withDraft(history: PolicyHistory, document: Policy, now: Date): PolicyHistory {
  const draft = versionIn(history, 'draft');
  const version = draft?.version ?? history.length + 1;
  const next: PolicyVersion = {
    state: 'draft',
    version,
    document: { ...document, version },
    createdAt: draft?.createdAt ?? now,
  };
  return [...history.filter((one) => one.state !== 'draft'), next];
}

function publish(history: PolicyHistory, now: Date): Result<PolicyHistory, PolicyRefused> {
  const draft = versionIn(history, 'draft');
  if (draft === undefined) return refused({ code: 'policy.no-draft', newest: history.length });
  const { version, document, createdAt } = draft;
  const published: PolicyVersion = { state: 'published', version, document, createdAt, publishedAt: now };
  return { ok: true, value: [...withArchived(history, now).filter((one) => one.state !== 'draft'), published] };
}

function archive(history: PolicyHistory, now: Date): Result<PolicyHistory, PolicyRefused> {
  if (versionIn(history, 'published') === undefined) {
    return refused({ code: 'policy.nothing-published', draft: versionIn(history, 'draft')?.version ?? null });
  }
  return { ok: true, value: withArchived(history, now) };
}

function withArchived(history: PolicyHistory, now: Date): PolicyHistory {
  return history.map((one) => (one.state === 'published' ? { ...one, state: 'archived', archivedAt: now } : one));
}

function refused(error: PolicyRefused): Result<never, PolicyRefused> {
  return { ok: false, error };
}
