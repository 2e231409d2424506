/** A refusal is a value; a bug throws; a finding about a document is a `CheckResult` (STYLE: three things that differ). */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };
