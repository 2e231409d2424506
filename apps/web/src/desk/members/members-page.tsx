import { Notice } from '@vidimus/ui';
import { useEffect, useRef } from 'react';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useSubmit,
} from 'react-router';
import { pageParts } from '../../shell/page-parts.ts';
import { useTexts } from '../../shell/texts.tsx';
import { ask } from '../ask.server.ts';
import { requireMember } from '../require-member.server.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { StepUpDialog } from '../step-up-dialog.tsx';
import { isStepUpNeeded } from '../told-problem.ts';
import { InviteForm } from './invite-form.tsx';
import { MemberList } from './member-list.tsx';
import { actOnMember, type InvitationLink, listMembers } from './members.server.ts';

/** `/desk/members`: who works here, as what, and how they sign in. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, session } = await requireMember(args);
  const listed = await ask(args, () => listMembers(api, session.member.id));
  return {
    members: listed.ok ? listed.value : [],
    problem: listed.ok ? undefined : listed.problem,
    mayChange: session.rights.includes('members:write'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, locale } = await requireMember(args);
  const { publicUrl } = args.context.get(pageParts);
  const form = await args.request.formData();
  const origin = publicUrl ?? new URL(args.request.url).origin;
  const acted = await actOnMember(args, { api, form, origin, locale });
  if (!acted.ok) return data({ problem: acted.problem, link: undefined }, { status: acted.problem.status });
  return { problem: undefined, link: acted.value };
}

export default function MembersPage() {
  const t = useTexts('desk');
  const { members, mayChange, problem } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const submit = useSubmit();
  const sent = useRef<FormData>(undefined);
  const refused = told?.problem ?? problem;
  return (
    // The form that was sent last is kept, to be sent again once the second factor was proven.
    <div
      className="mx-auto flex max-w-5xl flex-col gap-4"
      onSubmit={(event) => {
        if (event.target instanceof HTMLFormElement) sent.current = new FormData(event.target, submitterOf(event));
      }}
    >
      <title>{`${t('nav_members')} · Vidimus`}</title>
      <h1 className="text-2xl font-semibold">{t('nav_members')}</h1>
      <StepUpDialog
        problem={told?.problem}
        onProven={() => {
          if (sent.current !== undefined) void submit(sent.current, { method: 'post' });
        }}
      />
      <ProblemNotice problem={isStepUpNeeded(refused) ? undefined : refused} />
      {told?.link === undefined ? null : <LinkOnce key={told.link.url} link={told.link} />}
      <MemberList members={members} mayChange={mayChange} />
      {mayChange ? <InviteForm key={told?.link?.url} /> : null}
    </div>
  );
}

/** Has the focus: what was pressed for it may be gone, and the link is what goes on. */
function LinkOnce({ link }: { readonly link: InvitationLink }) {
  const t = useTexts('desk');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div role="status">
      <Notice kind="good">
        <p>{t('members_link', { name: link.name, moment: link.until })}</p>
        <label className="field pt-1">
          <span className="sr-only">{t('members_link_field')}</span>
          <input
            ref={field}
            className="input font-mono text-sm"
            dir="ltr"
            readOnly
            value={link.url}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
      </Notice>
    </div>
  );
}

function submitterOf(event: { readonly nativeEvent: Event }): HTMLElement | null {
  return event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
}
