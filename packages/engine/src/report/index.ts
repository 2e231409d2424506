export { buildCheckReport } from './build-check-report.ts';
export { buildReadReport } from './build-read-report.ts';
export type { PagePicture } from './html/page-figure.ts';
export { type PageView, viewPages } from './page-view.ts';
export { renderHtml } from './render-html.ts';
export { renderReadForTerminal } from './render-read-terminal.ts';
export { renderCheckForTerminal } from './render-terminal.ts';
export type { EngineIdentity } from './report-input.ts';
export type { Styler, TerminalOptions } from './styler.ts';
