/** The script that an operator's site loads from `/embed.js`. */
import { VidimusVerify } from './vidimus-verify.ts';

if (customElements.get('vidimus-verify') === undefined) customElements.define('vidimus-verify', VidimusVerify);
