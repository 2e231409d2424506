import type { Role } from '@vidimus/protocol';
import { useTexts } from '../../shell/texts.tsx';

/** As the protocol lists them; a page carries no schema. */
const ROLE_NAMES = [
  'owner',
  'compliance',
  'reviewer',
  'support',
  'auditor',
  'developer',
] as const satisfies readonly Role[];

/** What somebody is here; several add up. */
export function RoleBoxes({ chosen }: { readonly chosen: readonly Role[] }) {
  const t = useTexts('desk');
  return (
    <fieldset>
      <legend className="font-medium">{t('members_roles')}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {ROLE_NAMES.map((role) => (
          <label key={role} className="flex min-h-11 cursor-pointer items-center gap-2.5">
            <input
              type="checkbox"
              name="roles"
              value={role}
              defaultChecked={chosen.includes(role)}
              className="size-5 shrink-0 accent-(--operator)"
            />
            <span>
              {t(`role_${role}`)} <span className="text-sm text-ink-soft">{t(`role_${role}_text`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
