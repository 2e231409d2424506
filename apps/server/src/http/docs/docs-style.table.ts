/** Style of the documentation pages: the reader's own colours and font, one column, two where there is room. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --line: light-dark(#c8c8d0, #44444c); --back: light-dark(#f4f4f8, #1c1c22); --link: light-dark(#1a4b8f, #9cc3ff); }
* { box-sizing: border-box; }
html { background: light-dark(#ffffff, #121216); color: light-dark(#16161c, #e8e8ee); }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: Canvas; padding: 0.5rem; }
h1, h2, h3, h4 { line-height: 1.25; }
nav ul { padding-left: 1.25rem; }
nav ol, main ol { padding-left: 1.5rem; }
.contents summary { font-weight: 700; font-size: 1.25rem; }
nav li { margin: 0.35rem 0; }
summary { min-height: 1.5rem; cursor: pointer; }
article { border-top: 1px solid var(--line); padding: 0.5rem 0 1.5rem; }
.line { background: var(--back); padding: 0.5rem 0.75rem; border-radius: 0.25rem; }
.method { font-weight: 700; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; }
pre { background: var(--back); padding: 0.75rem; border-radius: 0.25rem; overflow-x: auto; overflow-wrap: normal; max-height: 30rem; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.75rem; text-align: start; vertical-align: top; }
button { font: inherit; min-height: 2.75rem; padding: 0.5rem 1rem; }
dt { margin-top: 0.5rem; }
dd { margin-left: 1rem; }
@media (min-width: 60rem) {
  body:has(nav) { display: grid; grid-template-columns: 18rem minmax(0, 1fr); gap: 2rem; align-items: start; }
  nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; }
}
@supports selector(::details-content) {
  @media (min-width: 60rem) {
    .contents summary { display: none; }
    .contents::details-content { content-visibility: visible; block-size: auto; }
  }
}
`;
