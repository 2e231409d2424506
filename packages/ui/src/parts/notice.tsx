import type { ReactNode } from 'react';

export type NoticeKind = 'good' | 'care' | 'bad' | 'plain';

const LOOKS: Readonly<Record<NoticeKind, string>> = {
  good: 'border-good bg-good-ground',
  care: 'border-care bg-care-ground',
  bad: 'border-bad bg-bad-ground',
  plain: 'border-line bg-surface',
};

/** Something that the person should see now. What is told by the colour is told by the heading, too. */
export function Notice(props: { readonly kind: NoticeKind; readonly title?: string; readonly children: ReactNode }) {
  const { kind, title, children } = props;
  return (
    <div className={`flex flex-col gap-1 rounded-box border border-s-4 px-4 py-3 ${LOOKS[kind]}`}>
      {title === undefined ? null : <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
