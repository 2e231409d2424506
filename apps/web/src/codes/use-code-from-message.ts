import { useEffect } from 'react';

/**
 * Where the browser can read the code out of the message (WebOTP: W3C community draft, Chromium on Android), it is handed to `take`,
 * once the person agreed. The message's last line is bound to this address.
 */
export function useCodeFromMessage(isAwaited: boolean, take: (code: string) => void): void {
  useEffect(() => {
    if (!isAwaited || !('OTPCredential' in window)) return;
    const stop = new AbortController();
    const asked = { otp: { transport: ['sms'] }, signal: stop.signal };
    navigator.credentials.get(asked).then(
      (found) => {
        if (found !== null && 'code' in found && typeof found.code === 'string') take(found.code);
      },
      // Not allowed, or typed by hand meanwhile: the field is there.
      () => undefined,
    );
    return () => stop.abort();
  }, [isAwaited, take]);
}
