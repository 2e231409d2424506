import type { ComponentProps } from 'react';

/** `main`: the one thing to do next, at most one on a page. `bad`: takes something away. */
export type ButtonKind = 'main' | 'quiet' | 'bad';

const LOOKS: Readonly<Record<ButtonKind, string>> = {
  main: 'button',
  quiet: 'button button-quiet',
  bad: 'button button-bad',
};

/** The classes of a button, for a link of the router or a control of the component library that should look like one. */
export function buttonLook(kind: ButtonKind = 'main', more = ''): string {
  return more === '' ? LOOKS[kind] : `${LOOKS[kind]} ${more}`;
}

/** Submits the form that it stands in, unless `type` says otherwise. While `busy` it keeps its place and does nothing. */
export function Button(
  props: Omit<ComponentProps<'button'>, 'disabled'> & { readonly kind?: ButtonKind; readonly busy?: boolean },
) {
  const { kind, busy = false, className, onClick, ...rest } = props;
  return (
    <button
      type="submit"
      {...rest}
      className={buttonLook(kind, className)}
      // Not `disabled`: the focus would be lost, and a screen reader would not say what became of it.
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}

/** A link that looks like a button: it goes somewhere, and changes nothing. */
export function LinkButton(props: ComponentProps<'a'> & { readonly kind?: ButtonKind; readonly href: string }) {
  const { kind, className, ...rest } = props;
  return <a {...rest} className={buttonLook(kind, className)} />;
}
