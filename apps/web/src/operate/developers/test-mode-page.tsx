import type { TestFixtureView } from '@vidimus/protocol';
import { TEST_SCENARIOS } from '@vidimus/protocol';
import { Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';
import { askAsApplicant } from '../../shell/ask-interface.ts';
import { useTexts } from '../../shell/texts.tsx';
import { PageHeading } from '../page-heading.tsx';
import { Refusal } from '../refusal.tsx';
import { sayMoment, sayReason } from '../say.server.ts';
import { makeOutcome } from './make-outcome.server.ts';

/** `/desk/developers/test-mode`: every outcome on demand, and the clock. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, mode, locale, session } = await requireMember(args);
  const isAllowed = session.rights.includes('test:write');
  const listed = mode === 'test' && isAllowed ? await ask(args, () => api.testMode.listFixtures()) : undefined;
  return {
    isTest: mode === 'test',
    isAllowed,
    scenarios: TEST_SCENARIOS.map((code) => ({ code, name: sayReason(code, locale) })),
    fixtures:
      listed?.ok === true ? listed.value.data.map((fixture) => row(fixture, sayReason(fixture.code, locale))) : [],
  };
}

/** `intent`: outcome, scenario, set-clock, reset-clock. */
export async function action(args: ActionFunctionArgs) {
  const { api, locale } = await requireMember(args);
  const sent = await args.request.formData();
  const intent = sent.get('intent');
  const refused = <Told extends { readonly status: number }>(problem: Told) =>
    data({ problem }, { status: problem.status });
  if (intent === 'set-clock' || intent === 'reset-clock') {
    const typed = String(sent.get('now') ?? '');
    const now = Number.isNaN(Date.parse(`${typed}Z`)) ? typed : new Date(`${typed}Z`).toISOString();
    const set = await ask(args, () =>
      intent === 'set-clock' ? api.testMode.setClock({ now }) : api.testMode.resetClock(),
    );
    if (!set.ok) return refused(set.problem);
    return { clock: { now: sayMoment(set.value.now, locale), runs: set.value.runs, ...set.value.happened } };
  }
  if (intent === 'scenario') {
    const scenario = TEST_SCENARIOS.find((one) => one === sent.get('scenario')) ?? TEST_SCENARIOS[0];
    const id = String(sent.get('verification') ?? '').trim();
    const set = await ask(args, () => api.testMode.setScenario(id, { scenario }));
    return set.ok ? { scenario: { id, name: sayReason(scenario, locale) } } : refused(set.problem);
  }
  const code = String(sent.get('code'));
  const made = await ask(args, async () => {
    const { data: fixtures } = await api.testMode.listFixtures();
    const fixture = fixtures.find((one) => one.code === code);
    if (fixture === undefined) return undefined;
    const applicantOf = (token: string) => askAsApplicant(args.context, token);
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    return makeOutcome({ api, applicantOf, locale, wait }, fixture);
  });
  if (!made.ok) return refused(made.problem);
  if (made.value === undefined) throw data(null, { status: 404 });
  const reasons = made.value.reasons.map((one) => sayReason(one, locale));
  return { made: { ...made.value, code, reasons, isThere: made.value.reasons.includes(code) } };
}

function row({ code, number, how, photographs, note, scenario }: TestFixtureView, name: string) {
  return { code, number, how, name, note, scenario, sides: photographs.map(({ side }) => side) };
}

export default function TestModePage() {
  const { isTest, isAllowed, fixtures } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTexts('operate');
  const isHere = isTest && isAllowed;
  return (
    <>
      <PageHeading title={t('test_mode_title')} text={t('test_mode_text')} />
      {isHere ? null : (
        <Notice kind="care">
          <p>{t(isAllowed ? 'test_mode_switch' : 'test_mode_not_allowed')}</p>
        </Notice>
      )}
      <Refusal problem={answer !== undefined && 'problem' in answer ? answer.problem : undefined} />
      {answer !== undefined && 'made' in answer ? <Made {...answer.made} /> : null}
      {isHere ? (
        <>
          <div className="grid gap-4 lg:grid-cols-2">
            <Clock />
            <Scenario />
          </div>
          <h2 className="text-lg font-semibold">{t('fixtures_title', { count: fixtures.length })}</h2>
          <ul className="grid gap-3 lg:grid-cols-2">
            {fixtures.map((fixture) => (
              <Fixture key={fixture.code} fixture={fixture} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

type Answered<Key extends string> = Extract<
  NonNullable<ReturnType<typeof useActionData<typeof action>>>,
  Readonly<Record<Key, unknown>>
>;

function Made({ verification, reasons, link, isThere }: Answered<'made'>['made']) {
  const t = useTexts('operate');
  return (
    <div role="status">
      <Notice kind={isThere ? 'good' : 'care'} title={t('outcome_made')}>
        <p>{reasons.length === 0 ? t('outcome_no_reason') : reasons.join(' · ')}</p>
        <p className="flex flex-wrap gap-3 pt-2">
          <Link className="button" to={`/desk/verifications/${verification}`}>
            {t('outcome_open')}
          </Link>
          {link === null ? null : (
            <a className="button button-quiet" href={link}>
              {t('outcome_as_applicant')}
            </a>
          )}
        </p>
      </Notice>
    </div>
  );
}

function Fixture({ fixture }: { readonly fixture: ReturnType<typeof row> }) {
  const { code, number, how, name, note, sides } = fixture;
  const t = useTexts('operate');
  const navigation = useNavigation();
  const isBusy = navigation.state === 'submitting';
  const isMine = isBusy && navigation.formData?.get('code') === code;
  return (
    <li className="box flex max-w-none min-w-0 flex-col gap-2 p-4">
      <h3 className="font-semibold">
        {name} <code className="text-sm font-normal text-ink-soft">{`${number} ${code}`}</code>
      </h3>
      <p className="text-sm">{t(`fixture_${how}`)}</p>
      {note === null ? null : (
        <p className="text-sm text-ink-soft">
          <bdi lang="en">{note}</bdi>
        </p>
      )}
      {sides.length === 0 ? null : (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center underline underline-offset-4">
            {t('fixture_picture')}
          </summary>
          <div className="flex flex-wrap gap-3">
            {sides.map((side) => (
              <img
                key={side}
                className="max-h-56 rounded-control border border-line"
                loading="lazy"
                src={`/desk/developers/test-mode/${code}/${side}`}
                alt={t(`fixture_${side}`, { name })}
              />
            ))}
          </div>
        </details>
      )}
      {how === 'later' ? null : (
        <Form method="post">
          <input type="hidden" name="code" value={code} />
          <button
            className="button button-quiet"
            name="intent"
            value="outcome"
            type="submit"
            disabled={isBusy}
            aria-label={t('fixture_make_named', { name })}
          >
            {isMine ? t('fixture_making') : t('fixture_make')}
          </button>
        </Form>
      )}
    </li>
  );
}

function Clock() {
  const answer = useActionData<typeof action>();
  const t = useTexts('operate');
  const clock = answer !== undefined && 'clock' in answer ? answer.clock : undefined;
  return (
    <Form method="post" className="box flex flex-col gap-3 p-4">
      <h2 className="text-lg font-semibold">{t('clock_title')}</h2>
      <p className="text-sm text-ink-soft">{t('clock_text')}</p>
      <label className="field">
        <span className="text-sm">{t('clock_now')}</span>
        <input className="input" type="datetime-local" name="now" />
      </label>
      <p role="status">
        {clock === undefined
          ? ''
          : t(clock.runs === 'set' ? 'clock_stands' : 'clock_runs', {
              now: clock.now,
              overdue: clock.overdue,
              expired: clock.expired,
              redactable: clock.redactable,
            })}
      </p>
      <div className="flex flex-wrap gap-2">
        <button className="button" name="intent" value="set-clock" type="submit">
          {t('clock_set')}
        </button>
        <button className="button button-quiet" name="intent" value="reset-clock" type="submit">
          {t('clock_reset')}
        </button>
      </div>
    </Form>
  );
}

function Scenario() {
  const { scenarios } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTexts('operate');
  const set = answer !== undefined && 'scenario' in answer ? answer.scenario : undefined;
  return (
    <Form method="post" className="box flex flex-col gap-3 p-4">
      <h2 className="text-lg font-semibold">{t('scenario_title')}</h2>
      <p className="text-sm text-ink-soft">{t('scenario_text')}</p>
      <label className="field">
        <span className="text-sm">{t('scenario_verification')}</span>
        <input className="input" dir="ltr" name="verification" placeholder="ver_…" required />
      </label>
      <label className="field">
        <span className="text-sm">{t('scenario_which')}</span>
        <select className="input" name="scenario">
          {scenarios.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p role="status">{set === undefined ? '' : t('scenario_is_set', { name: set.name })}</p>
      <div>
        <button className="button" name="intent" value="scenario" type="submit">
          {t('scenario_set')}
        </button>
      </div>
    </Form>
  );
}
