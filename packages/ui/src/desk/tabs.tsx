import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

/** Several views of one thing, one at a time. Arrow keys move between them. */
export function Tabs(props: {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly label: ReactNode; readonly content: ReactNode }[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
}) {
  const { label, tabs, selected, onSelect } = props;
  return (
    <AriaTabs
      className="flex min-h-0 flex-col"
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect === undefined ? {} : { onSelectionChange: (key) => onSelect(String(key)) })}
    >
      <TabList aria-label={label} className="flex flex-wrap gap-1 border-b border-line">
        {tabs.map(({ id, label: words }) => (
          <Tab
            key={id}
            id={id}
            className="flex min-h-11 cursor-pointer items-center gap-2 border-b-2 border-transparent px-3 text-ink-soft hover:text-ink data-[selected]:border-operator data-[selected]:font-semibold data-[selected]:text-ink"
          >
            {words}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="pt-3">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
