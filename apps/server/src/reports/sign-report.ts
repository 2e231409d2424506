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
  /** `about` stands in the file, under its signature; a PDF has no more than that to be read by machines. */
  | { readonly ok: true; readonly publicKey: string; readonly about?: About; readonly report?: VerificationReport }
  /** `isForeign`: it is nothing that is signed here, so that nothing was found out about it. */
  | { readonly ok: false; readonly why: string; readonly isForeign?: true };

type About = Pick<VerificationReport['verification'], 'id' | 'state'>;

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

/** A PDF with two comments after its end, where no viewer looks: which verification it is of, and the signature over all of that. */
export function signPdf(pdf: Uint8Array, { id, state }: About, key: SigningKey): Buffer {
  const named = Buffer.concat([pdf, Buffer.from(`${PDF_ABOUT}${id} ${state}\n`)]);
  const signature = key.sign(named).toString('base64');
  return Buffer.concat([named, Buffer.from(`${PDF_MARK}${key.publicKey.toString('base64')} ${signature}\n`)]);
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
const PDF_ABOUT = '%Vidimus-Verification ';
const PDF_MARK = '%Vidimus-Ed25519 ';
const CHANGED = 'the signature does not hold: the file was changed after it was signed';

function verifyPdf(bytes: Buffer, trustedKey: string | undefined): ReportVerdict {
  const at = bytes.lastIndexOf(PDF_MARK);
  const [, publicKey, signature, added] =
    at < 0 ? [] : (/^%Vidimus-Ed25519 (\S+) (\S+)\n(.*)$/s.exec(bytes.toString('latin1', at)) ?? []);
  if (publicKey === undefined || signature === undefined)
    return { ok: false, why: 'this PDF carries no signature of Vidimus' };
  if (added !== '') return { ok: false, why: 'something was added after the signature' };
  const signed = bytes.subarray(0, at);
  const verdict = judged(publicKey, signed, signature, trustedKey);
  const about = aboutOf(signed);
  return verdict.ok && about !== undefined ? { ...verdict, about } : verdict;
}

/** The last line of what was signed: nothing that stands in the report can look like it. */
function aboutOf(signed: Buffer): About | undefined {
  const at = signed.lastIndexOf(PDF_ABOUT);
  const [, id, state] =
    at < 0 ? [] : (/^%Vidimus-Verification (\S+) (\S+)\n$/.exec(signed.toString('latin1', at)) ?? []);
  const parsed = aboutSchema.safeParse({ id, state });
  return parsed.success ? parsed.data : undefined;
}

function verifyJson(text: string, trustedKey: string | undefined): ReportVerdict {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError)
      return { ok: false, why: 'this is neither a report in JSON nor a PDF', isForeign: true };
    throw error;
  }
  if (hasRepeatedNames(text))
    return { ok: false, why: 'it says a name twice, and readers differ on which of them counts' };
  if (!signedSchema.safeParse(value).success) return { ok: false, why: FOREIGN_JSON, isForeign: true };
  const parsed = signedReportSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      why: `it is no signed report as Vidimus writes them: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
    };
  }
  const { report, signature } = parsed.data;
  // Over what stands in the file, and not over what the schema made of it.
  const message = Buffer.from(canonicalJson(writtenSchema.parse(value).report));
  const verdict = judged(signature.public_key, message, signature.value, trustedKey);
  return verdict.ok ? { ...verdict, about: aboutSchema.parse(report.verification), report } : verdict;
}

const FOREIGN_JSON = 'this JSON is no signed report of Vidimus; fetch one from /v1/verifications/{id}/report';
const signedSchema = z.looseObject({ report: z.looseObject({}), signature: z.looseObject({}) });
const aboutSchema = z.object(verificationReportSchema.shape.verification.pick({ id: true, state: true }).shape);
const writtenSchema = z.object({ report: z.unknown() });

function judged(
  publicKey: string,
  message: Uint8Array,
  signature: string,
  trustedKey: string | undefined,
): ReportVerdict {
  if (trustedKey !== undefined && trustedKey !== publicKey) {
    return { ok: false, why: 'it is signed by another key than the one that you trust' };
  }
  return isSignedBy(Buffer.from(publicKey, 'base64'), message, Buffer.from(signature, 'base64'))
    ? { ok: true, publicKey }
    : { ok: false, why: CHANGED };
}
