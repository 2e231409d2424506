/** `<vidimus-verify>`: the applicant's pages in the operator's own site. */
import { type ElementMessage, readPageMessage } from './embed-message.ts';

/** A phone's proportions, for the window that pops up. */
const POPUP = 'popup,width=480,height=800';
/** Until the page has said how high it is. */
const FIRST_HEIGHT_PX = 640;

/**
 * Attributes: `link` (the applicant's link), `mode` (`frame`, or `popup` behind a button that shows the element's `label`).
 * Events: `vidimus-ready`, `vidimus-resized`, `vidimus-finished`, each with `detail: { state }`. What an event says is for
 * the screen; what counts is what the webhook says to the server.
 */
export class VidimusVerify extends HTMLElement {
  static readonly observedAttributes = ['link', 'mode', 'label'];
  #frame: HTMLIFrameElement | null = null;
  #popup: Window | null = null;

  connectedCallback(): void {
    window.addEventListener('message', this.#hear);
    this.#show();
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.#hear);
    this.#clear();
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (this.isConnected && before !== now) this.#show();
  }

  #show(): void {
    this.#clear();
    const link = this.#link();
    if (link === null) return;
    if (this.getAttribute('mode') === 'popup') this.#showButton(link);
    else this.#showFrame(link);
  }

  #showFrame(link: URL): void {
    const frame = document.createElement('iframe');
    frame.src = link.href;
    frame.allow = 'camera; clipboard-write';
    frame.title = this.getAttribute('label') ?? 'Vidimus';
    frame.referrerPolicy = 'no-referrer';
    Object.assign(frame.style, { display: 'block', width: '100%', height: `${FIRST_HEIGHT_PX}px`, border: '0' });
    const hello: ElementMessage = { type: 'vidimus', event: 'hello' };
    frame.addEventListener('load', () => frame.contentWindow?.postMessage(hello, link.origin));
    this.#frame = frame;
    this.append(frame);
  }

  #showButton(link: URL): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.getAttribute('label') ?? 'Vidimus';
    button.addEventListener('click', () => {
      this.#popup = window.open(link.href, 'vidimus', POPUP);
      // A browser that lets nothing pop up shows it instead of this page; it leads back by the return address.
      if (this.#popup === null) window.location.assign(link.href);
    });
    this.append(button);
  }

  /** Only from the window that this element opened, and only while it shows the link's own origin. */
  readonly #hear = ({ origin, source, data }: MessageEvent<unknown>): void => {
    const isOurs = source !== null && (source === this.#frame?.contentWindow || source === this.#popup);
    if (!isOurs || origin !== this.#link()?.origin) return;
    const said = readPageMessage(data);
    if (said === null) return;
    if (said.height !== undefined && this.#frame !== null) this.#frame.style.height = `${Math.ceil(said.height)}px`;
    this.dispatchEvent(new CustomEvent(`vidimus-${said.event}`, { bubbles: true, detail: { state: said.state } }));
    if (said.event === 'finished') this.#popup?.close();
  };

  #link(): URL | null {
    const link = this.getAttribute('link') ?? '';
    const url = URL.canParse(link) ? new URL(link) : null;
    return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : null;
  }

  #clear(): void {
    this.#frame = null;
    this.replaceChildren();
  }
}
