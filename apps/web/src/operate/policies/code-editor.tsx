import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { EditorProblem, OpenEditor } from './code-mirror.ts';

export type CodeEditorHandle = { readonly go: (from: number) => void };

/** A text that is edited as code; a plain text area where there is no script, and until the editor has come. */
export function CodeEditor(props: {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly problems: readonly EditorProblem[];
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
  readonly ref?: Ref<CodeEditorHandle>;
}) {
  const { name, label, text, problems, isReadOnly, onChange, ref } = props;
  const place = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<OpenEditor>(undefined);
  const latest = useRef({ text, problems, onChange });
  const [isOpen, setOpen] = useState(false);
  latest.current = { text, problems, onChange };

  useEffect(() => {
    let isGone = false;
    void import('./code-mirror.ts').then(({ openEditor }) => {
      if (isGone || place.current === null) return;
      editor.current = openEditor({
        parent: place.current,
        text: latest.current.text,
        label,
        isReadOnly,
        nonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce,
        onChange: (changed) => latest.current.onChange(changed),
      });
      editor.current.setProblems(latest.current.problems);
      setOpen(true);
    });
    return () => {
      isGone = true;
      editor.current?.close();
      editor.current = undefined;
      setOpen(false);
    };
  }, [label, isReadOnly]);
  useEffect(() => editor.current?.setText(text), [text]);
  useEffect(() => editor.current?.setProblems(problems), [problems]);
  useImperativeHandle(ref, () => ({
    go: (from) => {
      if (editor.current !== undefined) return editor.current.go(from);
      area.current?.focus();
      area.current?.setSelectionRange(from, from);
    },
  }));

  return (
    <>
      <div className={isOpen ? 'hidden' : undefined}>
        <textarea
          ref={area}
          className="input font-mono text-sm"
          dir="ltr"
          name={name}
          aria-label={label}
          rows={24}
          spellCheck={false}
          readOnly={isReadOnly}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <div ref={place} dir="ltr" className="min-w-0" />
    </>
  );
}
