/** What the page of one policy is made of, and what its buttons do. */
import type { DeskMember } from '../../desk/require-member.server.ts';
import { memberNames } from '../member-names.server.ts';
import { sayMoment } from '../say.server.ts';
import { objectIn } from './json-object.ts';
import { policyDefaults } from './policy-defaults.server.ts';
import { applyForm, formFrom, formOf, writeDocument } from './policy-form.ts';

export type VersionRow = {
  readonly version: number;
  readonly state: 'draft' | 'published' | 'archived';
  readonly created: string;
  readonly published: string | null;
  readonly by: string | null;
  readonly verifications: number;
};

/** The text that is edited: of the version that the address names, else the draft, the published, the newest. */
export async function openPolicy(
  { api, session, locale }: Pick<DeskMember, 'api' | 'session' | 'locale'>,
  id: string,
  asked: string | null,
) {
  const [policy, history] = await Promise.all([api.policies.get(id), api.policies.listVersions(id)]);
  const named = policy.versions.find(({ version }) => String(version) === asked)?.version;
  const newest = policy.versions.at(-1)?.version ?? 1;
  const version = named ?? policy.draft_version ?? policy.published_version ?? newest;
  const { document } = await api.policies.getVersion(id, version);
  const names = await memberNames(api, session.rights);
  const versions = history.data.map(
    (one): VersionRow => ({
      version: one.version,
      state: one.state,
      created: sayMoment(one.created_at, locale),
      published: one.published_at === null ? null : sayMoment(one.published_at, locale),
      by: one.published_by === null ? null : (names.get(one.published_by) ?? one.published_by),
      verifications: one.verifications,
    }),
  );
  return {
    id,
    name: policy.name,
    isDefault: policy.is_default,
    version,
    isDraft: version === policy.draft_version,
    published: policy.published_version,
    draft: policy.draft_version,
    text: writeDocument(document),
    versions,
  };
}

/** The text of a form. Where it was sent without script, fields of the form may have changed beside it. */
export function textIn(sent: FormData): string {
  const text = String(sent.get('document') ?? '').replaceAll('\r\n', '\n');
  const document = objectIn(text);
  const before = objectIn(String(sent.get('document_before') ?? ''));
  if (document === undefined || before === undefined || !sent.has('with_form')) return text;
  const defaults = policyDefaults();
  const from = formOf(before, defaults);
  const changed = applyForm(document, from, formFrom(sent));
  return JSON.stringify(changed) === JSON.stringify(document) ? text : writeDocument(changed);
}
