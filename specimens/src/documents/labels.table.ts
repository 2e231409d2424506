/** Words beside the fields, per language. `null` where a state prints none. */
export const LABELS = {
  primary_identifier: { en: 'Surname', fr: 'Nom' },
  secondary_identifier: { en: 'Given names', fr: 'Prénoms' },
  document_number: { en: 'Passport No.', fr: 'Passeport N°' },
  nationality: { en: 'Nationality', fr: 'Nationalité' },
  birth_date: { en: 'Date of birth', fr: 'Date de naissance' },
  sex: { en: 'Sex', fr: 'Sexe' },
  birth_place: { en: 'Place of birth', fr: 'Lieu de naissance' },
  issue_date: { en: 'Date of issue', fr: 'Date de délivrance' },
  expiry_date: { en: 'Date of expiry', fr: "Date d'expiration" },
  issuing_authority: { en: 'Authority', fr: 'Autorité' },
  personal_number: { en: 'Personal No.', fr: 'N° personnel' },
  document_code: { en: 'Type', fr: 'Type' },
  issuing_state: { en: 'Code', fr: 'Code' },
  signature: { en: "Holder's signature", fr: 'Signature du titulaire' },
} as const;
