/** The editor of a policy's text. It weighs more than the page around it, so it comes when it is needed. */
import { json } from '@codemirror/lang-json';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { basicSetup, EditorView } from 'codemirror';

export type EditorProblem = { readonly from: number; readonly to: number; readonly message: string };

export type OpenEditor = {
  /** Changes nothing where it stands already. */
  readonly setText: (text: string) => void;
  readonly setProblems: (problems: readonly EditorProblem[]) => void;
  /** Shows a place and puts the cursor there. */
  readonly go: (from: number) => void;
  readonly close: () => void;
};

/** `nonce`: of the page's scripts; the editor's own style sheets need it. */
export function openEditor(options: {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly isReadOnly: boolean;
  readonly nonce: string | undefined;
  readonly onChange: (text: string) => void;
}): OpenEditor {
  const { parent, text, label, isReadOnly, nonce, onChange } = options;
  const view = new EditorView({
    parent,
    doc: text,
    extensions: [
      basicSetup,
      json(),
      lintGutter(),
      LOOKS,
      EditorView.lineWrapping,
      EditorView.editable.of(!isReadOnly),
      EditorView.contentAttributes.of({ 'aria-label': label, dir: 'ltr', tabindex: '0' }),
      ...(nonce === undefined ? [] : [EditorView.cspNonce.of(nonce)]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString());
      }),
    ],
  });
  return {
    setText: (wanted) => {
      const now = view.state.doc.toString();
      if (now !== wanted) view.dispatch({ changes: differenceOf(now, wanted) });
    },
    setProblems: (problems) => {
      const end = view.state.doc.length;
      const diagnostics = problems.map(({ from, to, message }) => ({
        from: Math.min(from, end),
        to: Math.min(Math.max(from, to), end),
        severity: 'error' as const,
        message,
      }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    go: (from) => {
      const anchor = Math.min(from, view.state.doc.length);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

/** What lies between the same beginning and the same end, so that the cursor and the history stay sound. */
function differenceOf(now: string, wanted: string) {
  const most = Math.min(now.length, wanted.length);
  let from = 0;
  while (from < most && now[from] === wanted[from]) from += 1;
  let end = 0;
  while (end < most - from && now.at(-1 - end) === wanted.at(-1 - end)) end += 1;
  return { from, to: now.length - end, insert: wanted.slice(from, wanted.length - end) };
}

/** By the tokens of the pages, so that dark mode needs nothing of its own. */
const LOOKS = EditorView.theme({
  '&': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-control)',
    fontSize: '0.875rem',
  },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '2px' },
  '.cm-scroller': { minHeight: '16rem', maxHeight: '34rem', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-line span': { color: 'var(--operator)' },
  '.cm-gutters': {
    backgroundColor: 'var(--sunken)',
    color: 'var(--ink-soft)',
    borderInlineEnd: '1px solid var(--line)',
  },
  '&.cm-editor .cm-cursor': { borderInlineStartColor: 'var(--ink)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--sunken)' },
  '&.cm-editor .cm-selectionBackground, &.cm-editor.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { backgroundColor: 'light-dark(#cfe0fb, #274a80)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--care-ground)' },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', color: 'var(--ink)', border: '1px solid var(--line-strong)' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--sunken)', color: 'var(--ink-soft)', borderColor: 'var(--line)' },
});
