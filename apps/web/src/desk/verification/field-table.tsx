import { useTexts } from '../../shell/texts.tsx';
import { type FieldView, type Place, WITNESSES, type WitnessCell } from './story-view.ts';

/** What each witness read, side by side; where they differ it says so. A value that has a place leads to it. */
export function FieldTable(props: { readonly fields: readonly FieldView[]; readonly onGoTo: (place: Place) => void }) {
  const { fields, onGoTo } = props;
  const t = useTexts('desk');
  const witnesses = WITNESSES.filter((one) => fields.some(({ cells }) => cells.some(({ witness }) => witness === one)));
  if (fields.length === 0) return <p className="text-ink-soft">{t('fields_none')}</p>;
  return (
    <table className="w-full table-fixed border-collapse text-sm leading-tight">
      <caption className="sr-only">{t('fields_caption')}</caption>
      <thead className="sticky top-0 z-10 bg-surface">
        <tr className="border-b border-line text-xs text-ink-soft">
          <th scope="col" className="w-[28%] py-1.5 pe-2 text-start font-medium">
            {t('field')}
          </th>
          {witnesses.map((witness) => (
            <th key={witness} scope="col" className="py-1.5 pe-2 text-start font-medium">
              {t(`witness_${witness}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr
            key={field.name}
            className={`border-b border-line last:border-b-0 ${field.agree === false ? 'bg-bad-ground' : ''}`}
          >
            <th scope="row" className="py-0.5 pe-2 text-start align-top font-normal text-ink-soft">
              {field.label}
              {field.agree === false ? (
                <span className="block font-semibold text-bad">{t('fields_differ')}</span>
              ) : null}
            </th>
            {witnesses.map((witness) => (
              <td key={witness} className="py-0.5 pe-2 align-top break-words">
                {field.cells
                  .filter((cell) => cell.witness === witness)
                  .map((cell) => (
                    <Cell key={cell.witness} cell={cell} onGoTo={onGoTo} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell, onGoTo }: { readonly cell: WitnessCell; readonly onGoTo: (place: Place) => void }) {
  const t = useTexts('desk');
  const { value, original, printed, confidence, place } = cell;
  const words = (
    <>
      <bdi>{value}</bdi>
      {original === undefined || original === value ? null : <bdi className="block text-ink-soft">{original}</bdi>}
    </>
  );
  const more = [
    printed === undefined ? undefined : t('field_printed', { value: printed }),
    confidence === undefined ? undefined : t('field_confidence', { percent: confidence }),
  ].filter((part) => part !== undefined);
  const title = more.length === 0 ? undefined : more.join('; ');
  if (place === undefined) return <span title={title}>{words}</span>;
  return (
    <button
      type="button"
      title={title}
      onClick={() => onGoTo(place)}
      className="min-h-6 w-full cursor-pointer text-start underline decoration-line-strong decoration-dotted underline-offset-4 hover:decoration-operator"
    >
      {words}
    </button>
  );
}
