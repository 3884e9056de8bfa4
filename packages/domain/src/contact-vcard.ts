/**
 * A contact as a vCard 4.0 (RFC 6350), for the address book of a visitor: name, numbers, e-mails, addresses, place, page. Hours
 * have no property there and change too often to be kept in a telephone.
 */
import type { Address, Contact } from './contact.ts';
import { telHref } from './phone-number.ts';

/** Text of a property value (section 3.4): backslash, comma, semicolon and line break are escaped; other controls dropped. */
const value = (text: string): string =>
  text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n|[\n\r\u2028\u2029]/g, '\\n')
    .replace(/[\0-\x1f\x7f]/g, '');

/** Text of a parameter, between quotation marks (RFC 6868 escapes). */
const parameter = (text: string): string =>
  `"${value(text).replace(/\\(.)/g, '$1').replaceAll('^', '^^').replaceAll('"', "^'")}"`;

/** No line is longer than 75 octets; what follows a fold starts with a space, and no character is cut (section 3.2). */
function folded(line: string): string {
  let octets = 0;
  return [...line]
    .map((character) => {
      const size = new TextEncoder().encode(character).length;
      octets += size;
      if (octets <= 75) return character;
      octets = size + 1;
      return `\r\n ${character}`;
    })
    .join('');
}

/** Post office box; extended address; street; city; region; postcode; country. */
const addressValue = ({ lines, postcode = '', city = '', country = '' }: Address): string =>
  ['', '', lines.map(value).join(','), value(city), '', value(postcode), value(country)].join(';');

/** The vCard as text, its lines ended by CRLF. */
export function vCard(contact: Contact): string {
  const { name, insee, phones = [], emails = [], visitAddress, postalAddress, website, updated } = contact;
  const { lat, lon } = visitAddress ?? {};
  const named = (purpose: string | undefined) => (purpose ? `;X-ABLABEL=${parameter(purpose)}` : '');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `FN:${value(name)}`,
    `ORG:${value(name)}`,
    ...phones.flatMap(({ number, purpose }) => {
      const href = telHref(number, insee);
      return href ? [`TEL;TYPE=work;VALUE=uri${named(purpose)}:${href}`] : [];
    }),
    ...emails.map(({ address, purpose }) => `EMAIL;TYPE=work${named(purpose)}:${value(address)}`),
    ...(visitAddress ? [`ADR;TYPE=work:${addressValue(visitAddress)}`] : []),
    ...(postalAddress ? [`ADR;TYPE=work;LABEL="Adresse postale":${addressValue(postalAddress)}`] : []),
    ...(lat === undefined || lon === undefined ? [] : [`GEO:geo:${lat},${lon}`]),
    ...(website ? [`URL:${website}`] : []),
    ...(updated ? [`REV:${updated.replaceAll('-', '')}T000000Z`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A file name for it that no system refuses: `mairie-de-valmont.vcf`. */
export function vCardName({ name }: Contact): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${plain.slice(0, 60) || 'contact'}.vcf`;
}
