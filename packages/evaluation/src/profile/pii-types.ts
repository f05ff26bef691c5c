/**
 * Types found that stand for a type of Presidio's, which public data about personal data is labelled with. A type of the same
 * name need not be listed.
 */
export const piiTypes: Readonly<Record<string, string[]>> = {
  ABA_ROUTING_NUMBER: ['us-aba-routing-number', 'us-routing-number'],
  CREDIT_CARD: ['payment-card', 'card-number'],
  CRYPTO: ['crypto-address', 'bitcoin-address', 'ethereum-address'],
  DATE_TIME: ['date', 'time', 'date-of-birth'],
  DE_FUEHRERSCHEIN: ['de-driving-licence', 'de-driver-license'],
  DE_PLZ: ['postcode', 'postal-code'],
  DOMAIN_NAME: ['domain', 'hostname', 'url'],
  EMAIL_ADDRESS: ['email'],
  IBAN_CODE: ['iban'],
  IP_ADDRESS: ['ip', 'ipv4', 'ipv6'],
  IT_DRIVER_LICENSE: ['it-driving-licence'],
  KR_DRIVER_LICENSE: ['kr-driving-licence'],
  MAC_ADDRESS: ['mac'],
  MEDICAL_LICENSE: ['us-dea-number', 'dea-number'],
  PHONE_NUMBER: ['phone'],
  PH_MOBILE_NUMBER: ['phone', 'phone-number'],
  TR_PHONE_NUMBER: ['phone', 'phone-number'],
  UK_DRIVING_LICENCE: ['gb-driving-licence'],
  UK_NHS: ['gb-nhs', 'gb-nhs-number', 'uk-nhs-number'],
  UK_NINO: ['gb-nino'],
  UK_PASSPORT: ['gb-passport'],
  UK_POSTCODE: ['gb-postcode', 'postcode', 'postal-code'],
  UK_VEHICLE_REGISTRATION: ['gb-vehicle-registration'],
  URL: ['domain', 'url-credentials'],
  US_DRIVER_LICENSE: ['us-driving-licence', 'driving-licence', 'driver-license'],
  ZIP_CODE: ['us-zip-code', 'postcode', 'postal-code'],
}
