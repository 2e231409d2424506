import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';

export type Option = { readonly id: string; readonly label: string };

const LIST = 'box max-h-80 min-w-(--trigger-width) overflow-y-auto p-1 shadow-lg';
const ITEM =
  'flex min-h-11 cursor-pointer items-center rounded-control px-3 py-1 outline-none data-[focused]:bg-sunken data-[selected]:font-semibold';

/** One of many, found by typing a part of it. `onSelect` is told the id; the field is empty again afterwards. */
export function ComboBox(props: {
  readonly label: string;
  readonly placeholder?: string;
  readonly options: readonly Option[];
  readonly onSelect: (id: string) => void;
}) {
  const { label, placeholder, options, onSelect } = props;
  return (
    <AriaComboBox
      className="field"
      value={null}
      menuTrigger="focus"
      onChange={(key) => {
        if (key !== null) onSelect(String(key));
      }}
    >
      <Label className="text-sm font-medium">{label}</Label>
      <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} />
      <Popover className={LIST}>
        <ListBox className="outline-none">
          {options.map((option) => (
            <ListBoxItem key={option.id} id={option.id} textValue={option.label} className={ITEM}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
