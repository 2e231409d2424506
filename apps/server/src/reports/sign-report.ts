/** Reports signed, and verified far from here. */
import {
  type SignedReport,
  signedReportSchema,
  type VerificationReport,
  verificationReportSchema,
} from '@vidimus/protocol';
import { z } from 'zod';
import { canonicalJson } from '../signing/canonical-json.ts';
import { hasRepeatedNames } from '../signing/repeated-names.ts';
import { isSignedBy, type SigningKey } from '../signing/signing-key.ts';

export type ReportVerdict =
  | { readonly ok: true; readonly publicKey: string; readonly report?: VerificationReport }
  | { readonly ok: false; readonly why: string };

/** The report with its signature, as it is handed out. */
export function signReport(unsigned: VerificationReport, key: SigningKey): SignedReport {
  // What a reader's schema would drop is not signed.
  const report = verificationReportSchema.parse(unsigned);
  return {
    report,
    signature: {
      algorithm: 'Ed25519',
      canonicalization: 'RFC 8785',
      public_key: key.publicKey.toString('base64'),
      value: key.sign(Buffer.from(canonicalJson(report))).toString('base64'),
    },
  };
}

/** A PDF with its signature as a comment after its end, where no viewer looks. */
export function signPdf(pdf: Uint8Array, key: SigningKey): Buffer {
  const signature = key.sign(pdf).toString('base64');
  return Buffer.concat([pdf, Buffer.from(`${PDF_MARK}${key.publicKey.toString('base64')} ${signature}\n`)]);
}

/**
 * Whether a file, JSON or PDF, is as it was signed, and by the key that the reader trusts (base64). Without one, by the key in the
 * file itself, which shows that nothing was changed, and not who signed.
 */
export function verifyReport(file: Uint8Array, trustedKey?: string): ReportVerdict {
  const bytes = Buffer.from(file);
  return bytes.subarray(0, PDF_HEAD.length).equals(PDF_HEAD)
    ? verifyPdf(bytes, trustedKey)
    : verifyJson(bytes.toString('utf8'), trustedKey);
}

const PDF_HEAD = Buffer.from('%PDF-');
const PDF_MARK = '%Vidimus-Ed25519 ';
const CHANGED = 'the signature does not hold: the file was changed after it was signed';

function verifyPdf(bytes: Buffer, trustedKey: string | undefined): ReportVerdict {
  const at = bytes.lastIndexOf(PDF_MARK);
  const [, publicKey, signature] =
    at < 0 ? [] : (/^%Vidimus-Ed25519 (\S+) (\S+)\n$/.exec(bytes.toString('latin1', at)) ?? []);
  if (publicKey === undefined || signature === undefined)
    return { ok: false, why: 'this PDF carries no signature of Vidimus' };
  return judged(publicKey, bytes.subarray(0, at), signature, trustedKey);
}

function verifyJson(text: string, trustedKey: string | undefined): ReportVerdict {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, why: 'this is neither a PDF nor JSON' };
    throw error;
  }
  if (hasRepeatedNames(text))
    return { ok: false, why: 'it says a name twice, and readers differ on which of them counts' };
  const parsed = signedReportSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, why: `this is no signed report: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` };
  }
  const { report, signature } = parsed.data;
  // Over what stands in the file, and not over what the schema made of it.
  const message = Buffer.from(canonicalJson(writtenSchema.parse(value).report));
  const verdict = judged(signature.public_key, message, signature.value, trustedKey);
  return verdict.ok ? { ...verdict, report } : verdict;
}

const writtenSchema = z.object({ report: z.unknown() });

function judged(
  publicKey: string,
  message: Uint8Array,
  signature: string,
  trustedKey: string | undefined,
): ReportVerdict {
  if (trustedKey !== undefined && trustedKey !== publicKey) {
    return { ok: false, why: 'it is signed, by another key than the one that you trust' };
  }
  return isSignedBy(Buffer.from(publicKey, 'base64'), message, Buffer.from(signature, 'base64'))
    ? { ok: true, publicKey }
    : { ok: false, why: CHANGED };
}
