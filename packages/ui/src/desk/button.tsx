import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

export type ButtonLook = 'full' | 'quiet' | 'bad' | 'plain';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  full: 'button',
  quiet: 'button button-quiet',
  bad: 'button button-bad',
  plain:
    'inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-2 rounded-control px-2 hover:bg-sunken',
};

/** A button that tells pointer, keyboard and screen reader alike. `look`: how much it asks to be pressed. */
export function Button({
  look = 'full',
  children,
  ...rest
}: Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  readonly look?: ButtonLook;
  readonly children: ReactNode;
}) {
  return (
    <AriaButton {...rest} className={LOOKS[look]}>
      {children}
    </AriaButton>
  );
}
