import { Button, RadioCards } from '@vidimus/ui';
import { Form } from 'react-router';
import { useTexts } from '../shell/texts.tsx';

/** Latin spellings that the document allows: offered, never guessed. */
export function SpellingChoice(props: {
  readonly spellings: readonly string[];
  readonly claimed: string | null;
  readonly isBusy: boolean;
}) {
  const { spellings, claimed, isBusy } = props;
  const t = useTexts('verify');
  return (
    <Form method="post" className="flex flex-col gap-4">
      <RadioCards
        name="spelling"
        legend={t('spelling_legend')}
        hint={t('spelling_hint')}
        options={spellings.map((one) => ({ value: one, label: <bdi lang="und-Latn">{one}</bdi> }))}
        defaultValue={claimed ?? undefined}
        required
      />
      <Button kind="quiet" busy={isBusy} className="self-start">
        {t('spelling_save')}
      </Button>
    </Form>
  );
}
