import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Button } from './button.tsx';

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly onAction: () => void;
  /** One of several that is in force. */
  readonly isCurrent?: boolean;
};

/** A button that opens a list of things to do. */
export function Menu(props: {
  readonly label: string;
  readonly children: ReactNode;
  readonly entries: readonly MenuEntry[];
}) {
  const { label, children, entries } = props;
  return (
    <MenuTrigger>
      <Button look="plain" aria-label={label}>
        {children}
      </Button>
      <Popover className="box min-w-48 p-1 shadow-lg">
        <AriaMenu className="outline-none">
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              onAction={entry.onAction}
              className="flex min-h-11 cursor-pointer items-center gap-2 rounded-control px-3 outline-none focus:bg-sunken"
            >
              <span className="flex-1">{entry.label}</span>
              {entry.isCurrent === true ? <span aria-hidden="true">✓</span> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
