/** The line between this browser and the interface, for `sendPhoto`. */
import type { ApplicantView } from '@vidimus/sdk';
import type { SendWorld } from './send-photo.ts';

/** With the token of the page's own address, for one side. */
export function browserLine(token: string, side: 'front' | 'back'): SendWorld {
  return {
    // Not `fetch`: it cannot tell how much has left.
    put: (photo, onProgress) =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('PUT', `/v1/applicant/document/${side}`);
        request.setRequestHeader('Authorization', `Bearer ${token}`);
        request.setRequestHeader('Content-Type', photo.type || 'application/octet-stream');
        request.upload.addEventListener('progress', ({ loaded, total }) =>
          onProgress(total === 0 ? 0 : loaded / total),
        );
        request.addEventListener('load', () => {
          const code = codeIn(request.responseText);
          resolve({ status: request.status, ...(code === undefined ? {} : { code }) });
        });
        request.addEventListener('error', () => reject(new Error('no answer')));
        request.addEventListener('timeout', () => reject(new Error('no answer in time')));
        request.send(photo);
      }),
    latest: async () => {
      const answer = await fetch('/v1/applicant', { headers: { Authorization: `Bearer ${token}` } });
      if (!answer.ok) return undefined;
      const view: ApplicantView = await answer.json();
      return view.attempts.findLast(({ step }) => step === `document_${side}`)?.id;
    },
    pause: (ms) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          removeEventListener('online', end);
          resolve();
        };
        const timer = setTimeout(end, ms);
        addEventListener('online', end);
      }),
  };
}

function codeIn(text: string): string | undefined {
  return /"code":\s*"([a-z.-]+)"/.exec(text)?.[1];
}
