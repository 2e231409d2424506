import type { DocumentKind } from '../reading/index.ts';

/** What machine-readable part a kind of document carries; `none` where it has no such part, `unknown` where the kind is not known. */
export type MachineZone = 'mrz' | 'barcode' | 'none' | 'unknown';

/**
 * States whose identity cards and residence permits carry the zone: EU Regulation 2019/1157 and 1030/2002, EEA, and states that issue
 * cards after ICAO Doc 9303-5 or -6 (PRADO, Council of the EU, documents of type "identity card" with machine-readable zone).
 */
const MRZ_CARD_STATES: ReadonlySet<string> = new Set(
  `AUT BEL BGR HRV CYP CZE EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP SWE
   ISL LIE NOR CHE MCO SMR ALB BIH MNE MKD SRB XKX TUR UKR MDA GEO ARM AZE KAZ KGZ UZB
   ARG CHL ECU PER URY PRY COL CRI DOM GTM SLV PAN BRA MEX
   MAR DZA TUN SEN KEN GHA NGA RWA UGA TZA MUS
   ARE BHR QAT OMN SAU KWT JOR PAK THA MYS MNG UTO`.split(/\s+/),
);

/** AAMVA DL/ID: every licence and card of these states carries PDF417 on its back. */
const AAMVA_STATES: ReadonlySet<string> = new Set(['USA', 'CAN']);

/** Passports and visas always carry a zone (ICAO Doc 9303-4, -7); a licence carries none outside North America. */
export function machineZoneOf(kind: DocumentKind): MachineZone {
  switch (kind.type) {
    case null:
      return 'unknown';
    case 'passport':
    case 'visa':
      return 'mrz';
    case 'driving_licence':
      return AAMVA_STATES.has(kind.issuingState ?? '') ? 'barcode' : 'none';
    default:
      if (kind.issuingState === null) return 'unknown';
      if (AAMVA_STATES.has(kind.issuingState)) return kind.type === 'identity_card' ? 'barcode' : 'mrz';
      return MRZ_CARD_STATES.has(kind.issuingState) ? 'mrz' : 'none';
  }
}
