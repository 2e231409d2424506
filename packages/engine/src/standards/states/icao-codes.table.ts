/**
 * Codes that ICAO adds to ISO 3166-1 for the issuing state and the nationality: ICAO Doc 9303-3 §5, parts A to D.
 * `canonical` is what we write on the wire when it differs; `iso` the ISO alpha-3 of the state behind the code.
 */
export type IcaoCode = {
  /** As printed in the zone. */
  readonly code: string;
  readonly name: string;
  /** Our name for it, when another: Germany's `D` is DEU. */
  readonly canonical?: string;
  readonly iso?: string;
};

export const ICAO_CODES: readonly IcaoCode[] = [
  { code: 'D', name: 'Germany', canonical: 'DEU', iso: 'DEU' },
  { code: 'EUE', name: 'European Union (laissez-passer)' },
  { code: 'GBD', name: 'British Overseas Territories citizen', iso: 'GBR' },
  { code: 'GBN', name: 'British National (Overseas)', iso: 'GBR' },
  { code: 'GBO', name: 'British Overseas citizen', iso: 'GBR' },
  { code: 'GBP', name: 'British protected person', iso: 'GBR' },
  { code: 'GBS', name: 'British subject', iso: 'GBR' },
  { code: 'RKS', name: 'Kosovo', canonical: 'XKX', iso: 'XKX' },
  { code: 'XKX', name: 'Kosovo', iso: 'XKX' },
  { code: 'ROM', name: 'Romania (older documents)', canonical: 'ROU', iso: 'ROU' },
  { code: 'ZAR', name: 'Zaire (older documents)', canonical: 'COD', iso: 'COD' },
  { code: 'ANT', name: 'Netherlands Antilles (until 2010)' },
  { code: 'NTZ', name: 'Neutral Zone' },
  { code: 'UNO', name: 'United Nations Organization' },
  { code: 'UNA', name: 'Agency of the United Nations' },
  { code: 'UNK', name: 'United Nations Interim Administration Mission in Kosovo', iso: 'XKX' },
  { code: 'XBA', name: 'African Development Bank' },
  { code: 'XIM', name: 'African Export-Import Bank' },
  { code: 'XCC', name: 'Caribbean Community' },
  { code: 'XCE', name: 'Council of Europe' },
  { code: 'XCO', name: 'Common Market for Eastern and Southern Africa' },
  { code: 'XEC', name: 'Economic Community of West African States' },
  { code: 'XPO', name: 'International Criminal Police Organization (INTERPOL)' },
  { code: 'XES', name: 'Organization of Eastern Caribbean States' },
  { code: 'XMP', name: 'Parliamentary Assembly of the Mediterranean' },
  { code: 'XOM', name: 'Sovereign Military Order of Malta' },
  { code: 'XDC', name: 'Southern African Development Community' },
  { code: 'XAA', name: 'Stateless person (1954 Convention; older documents)' },
  { code: 'XXA', name: 'Stateless person (1954 Convention)' },
  { code: 'XXB', name: 'Refugee (1951 Convention)' },
  { code: 'XXC', name: 'Refugee, other' },
  { code: 'XXX', name: 'Person of unspecified nationality' },
  { code: 'IAO', name: 'International Civil Aviation Organization (specimens)' },
  { code: 'UTO', name: 'Utopia (specimens)' },
];
