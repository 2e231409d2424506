import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

/** Says more of the one control in it, on hover and on focus. Nothing is told by it alone. */
export function Tooltip({ words, children }: { readonly words: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <AriaTooltip offset={6} className="rounded-control bg-ink px-2 py-1 text-sm text-ground shadow">
        {words}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
