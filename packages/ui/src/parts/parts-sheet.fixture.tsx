/** Every plain part and every picture on sheets, for tests and for docs/design-language.md. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DocumentPicture } from '../illustrations/document-picture.tsx';
import {
  DOCUMENT_PICTURES,
  FAULT_PICTURES,
  HELP_PICTURES,
  type NamedPicture,
  OUTCOME_PICTURES,
  REMEDY_PICTURES,
} from '../illustrations/every-picture.fixture.tsx';
import { RemedyPicture } from '../illustrations/remedy-picture.tsx';
import { Button, LinkButton } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { Disclosure } from './disclosure.tsx';
import { TextArea, TextField } from './field.tsx';
import { FindingsList } from './findings-list.tsx';
import { FindingsPicture } from './findings-picture.tsx';
import { Notice } from './notice.tsx';
import { RadioCards } from './radio-cards.tsx';
import { Select } from './select.tsx';
import { Skeleton } from './skeleton.tsx';
import { Spinner } from './spinner.tsx';
import { Steps } from './steps.tsx';

/** Both sheets as HTML, also for scripts that cannot read JSX. */
export function sheetMarkup(): Readonly<Record<'parts' | 'pictures', string>> {
  return { parts: renderToStaticMarkup(<PartsSheet />), pictures: renderToStaticMarkup(<PicturesSheet />) };
}

/** 320 × 200, grey: a photograph is not needed to see what is drawn on one. */
const PHOTOGRAPH =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 320 200'%3E%3Crect width='320' height='200' fill='%23888'/%3E%3Crect x='30' y='24' width='260' height='152' rx='10' fill='%23ccc'/%3E%3C/svg%3E";

const box = (x: number, y: number, width: number, height: number) =>
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const;

/** Buttons, fields, notices and findings in one column of a phone, or two of a desktop. */
function PartsSheet() {
  return (
    <Sheet title="Parts">
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <Column>
          <Steps number={2} of={4} label="Step 2 of 4" />
          <Notice kind="care" title="Light reflects">
            <p>Tilt the document a little, or move away from the lamp.</p>
          </Notice>
          <Notice kind="good" title="Approved">
            <p>
              Nothing more to do. <a href="#content">Keep the receipt</a>
            </p>
          </Notice>
          <Notice kind="bad" title="Not possible">
            <p>The rule and its value stand here.</p>
          </Notice>
          <Notice kind="plain">
            <p>A person looks at it by Friday.</p>
          </Notice>
          <div className="flex flex-wrap gap-3">
            <Button>Go on</Button>
            <Button kind="quiet">Go back</Button>
            <Button kind="bad">Withdraw</Button>
            <Button busy>Sending</Button>
            <LinkButton kind="quiet" href="#content">
              Receipt
            </LinkButton>
          </div>
          <Spinner label="Reading the photograph" />
          <Skeleton lines={2} />
          <Disclosure summary="What was measured" open>
            <p>Glare on 12 % of the name; the limit is 5 %.</p>
          </Disclosure>
          <Disclosure summary="More help">
            <p>Hidden until somebody asks.</p>
          </Disclosure>
        </Column>
        <Column>
          <TextField label="Given name" hint="As the document shows it" name="given_name" defaultValue="Anna Maria" />
          <TextField
            label="Date of birth"
            error="Write the year with four digits"
            name="birth"
            defaultValue="12.8.74"
          />
          <Select
            label="Country"
            name="country"
            placeholder="Choose a country"
            options={[{ value: 'UTO', label: 'Utopia' }]}
          />
          <TextArea label="What should be looked at again?" name="statement" rows={2} />
          <RadioCards
            legend="Which document do you have?"
            name="type"
            defaultValue="passport"
            options={[
              { value: 'passport', label: 'Passport', picture: <DocumentPicture type="passport" /> },
              {
                value: 'identity_card',
                label: 'Identity card',
                hint: 'Both sides',
                picture: <DocumentPicture type="identity_card" />,
              },
            ]}
          />
          <Checkbox label="I agree that my document is read" hint="You can withdraw it later." name="consent" />
          <FindingsPicture
            src={PHOTOGRAPH}
            alt="Your photograph of the front"
            width={320}
            height={200}
            marks={[
              { number: 1, kind: 'care', points: box(130, 60, 120, 24) },
              { number: 2, kind: 'bad', points: box(44, 120, 230, 40) },
              { number: 3, kind: 'plain', points: box(46, 122, 60, 16) },
            ]}
          />
          <FindingsList
            findings={[
              {
                key: 'glare',
                number: 1,
                kind: 'care',
                title: 'Light reflects on the name',
                text: <p>12 % of it; the limit is 5 %.</p>,
                remedy: <p>Tilt the document a little.</p>,
                picture: <RemedyPicture remedy="away_from_lamp" />,
              },
              { key: 'expired', number: 2, kind: 'bad', title: 'The document expired on 15 April 2012' },
              { key: 'later', kind: 'plain', title: 'A person looks at the rest' },
            ]}
          />
        </Column>
      </div>
    </Sheet>
  );
}

/** Every picture, with what it is called. */
function PicturesSheet() {
  return (
    <Sheet title="Pictures">
      <Pictures title="Documents" pictures={DOCUMENT_PICTURES} />
      <Pictures title="What can be wrong" pictures={FAULT_PICTURES} />
      <Pictures title="What helps" pictures={REMEDY_PICTURES} />
      <Pictures title="How it stands" pictures={OUTCOME_PICTURES} />
      <Pictures title="Camera, devices, empty places" pictures={HELP_PICTURES} />
    </Sheet>
  );
}

function Sheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main id="content" className="flex flex-col gap-8 p-5">
      <h1 className="text-2xl font-semibold">{title}</h1>
      {children}
    </main>
  );
}

function Column({ children }: { readonly children: ReactNode }) {
  return <div className="flex min-w-0 flex-col gap-5">{children}</div>;
}

function Pictures({ title, pictures }: { readonly title: string; readonly pictures: readonly NamedPicture[] }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-5">
        {pictures.map(({ name, picture }) => (
          <li key={name} className="flex flex-col gap-1.5 text-sm text-ink-soft">
            <span className="text-ink">{picture}</span>
            {name.replaceAll('_', ' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
