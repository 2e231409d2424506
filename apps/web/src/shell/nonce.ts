import { createContext } from 'react';

/** The nonce of the page that is being rendered; undefined in the browser, where no inline script is made. */
export const NonceContext = createContext<string | undefined>(undefined);
