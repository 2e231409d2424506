/** Keys of the desk: a page says which it has, the help lists them, and they can be turned off (WCAG 2.2, 2.1.4). */
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';

export type Shortcut = {
  /** As `KeyboardEvent.key`, e.g. `j`, `?`, `Enter`. */
  readonly key: string;
  /** What it does, in words. */
  readonly label: string;
  readonly run: () => void;
};

type Board = {
  readonly isOn: boolean;
  readonly setOn: (isOn: boolean) => void;
  readonly listed: readonly Shortcut[];
  readonly list: (owner: object, shortcuts: readonly Shortcut[]) => void;
};

const BoardContext = createContext<Board>({ isOn: true, setOn: () => {}, listed: [], list: () => {} });
/** In the browser's own store; `off` once they were turned off. */
const STORE = 'vidimus-desk-keys';

/** Around the desk. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const [isOn, setIsOn] = useState(true);
  const [owners, setOwners] = useState<ReadonlyMap<object, readonly Shortcut[]>>(new Map());
  useEffect(() => setIsOn(localStorage.getItem(STORE) !== 'off'), []);
  const board = useMemo<Board>(
    () => ({
      isOn,
      setOn: (on) => {
        localStorage.setItem(STORE, on ? 'on' : 'off');
        setIsOn(on);
      },
      listed: [...owners.values()].flat(),
      list: (owner, shortcuts) =>
        setOwners((before) => {
          const after = new Map(before);
          if (shortcuts.length === 0) after.delete(owner);
          else after.set(owner, shortcuts);
          return after;
        }),
    }),
    [isOn, owners],
  );
  return <BoardContext value={board}>{children}</BoardContext>;
}

/** For the help. */
export function useShortcutBoard(): Pick<Board, 'isOn' | 'setOn' | 'listed'> {
  return use(BoardContext);
}

/** The keys of a page while it is shown. Typing in a field, a dialog and keys with Ctrl, Alt or ⌘ are left alone. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { isOn, list } = use(BoardContext);
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const owner = useRef({});
  const names = shortcuts.map(({ key, label }) => `${key} ${label}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `names` stands for what is listed; what they do is looked up when pressed
  useEffect(() => {
    const mine = owner.current;
    list(mine, latest.current);
    return () => list(mine, []);
  }, [names]);
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isElsewhere(event.target)) return;
      const pressed = latest.current.find(({ key }) => key === event.key);
      if (pressed === undefined || (event.key === 'Enter' && isControl(event.target))) return;
      event.preventDefault();
      pressed.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.closest(
      'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"]',
    ) !== null
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a, button, summary') !== null;
}
