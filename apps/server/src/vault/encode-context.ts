/** Words as bytes from which nobody can make other words: ("ab", "c") and ("a", "bc") differ. */

/** Each part as UTF-8 behind its length in bytes (32 bits, big-endian). Throws for a part that is not well-formed Unicode. */
export function encodeContext(parts: readonly string[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      // Lone surrogates of every kind would become one and the same replacement character.
      if (!part.isWellFormed()) throw new Error('a part of a sealing context is not well-formed Unicode');
      const bytes = Buffer.from(part, 'utf8');
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

const LENGTH_BYTES = 4;
