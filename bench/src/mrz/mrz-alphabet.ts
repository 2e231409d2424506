/** The 37 characters of a zone (ICAO Doc 9303-3 §4.3), in the order of the tables. */
export const MRZ_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';
