import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { ITEM, LIST } from './list-looks.ts';

export type Option = { readonly id: string; readonly label: string };

/** One of a few. In a form it travels under `name`. Where a page must work without script, use a native `select`. */
export function Choice(props: {
  readonly label: string;
  readonly name?: string;
  readonly options: readonly Option[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}) {
  const { label, name, options, selected, onSelect } = props;
  return (
    <Select
      className="field"
      value={selected}
      onChange={(key) => onSelect(String(key))}
      {...(name === undefined ? {} : { name })}
    >
      <Label className="text-sm font-medium">{label}</Label>
      <Button className="input flex cursor-pointer items-center justify-between gap-2 text-start">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className={LIST}>
        <ListBox className="outline-none">
          {options.map((option) => (
            <ListBoxItem key={option.id} id={option.id} className={ITEM}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
