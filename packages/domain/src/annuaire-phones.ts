/** Telephones of a record of the public directory: numbers, and what their descriptions say in prose. */
import { readComment } from './annuaire-comments.ts';
import { entriesOf, textOf, type Report } from './annuaire-record.ts';
import type { AccessiblePhone, CallPrice, Contact, HoursRule, Phone, RelayMode, Schedule } from './contact.ts';
import { callPrice, dialled, readableNumber, splitNumbers } from './phone-number.ts';

type Told = Omit<Phone, 'number'>;

export type ReadPhones = { phones: Phone[]; urgent?: NonNullable<Contact['urgent']>; hours?: Schedule };

/**
 * Telephones with their purposes and prices, the emergency number and the hours that descriptions tell.
 *
 * @param insee INSEE code of the place: says what +269 was.
 */
export function readPhones(value: unknown, insee: string, report: Report): ReadPhones {
  const read: ReadPhones = { phones: [] };
  const rules: HoursRule[] = [];
  const conditions: string[] = [];
  entriesOf(value, 'telephone', report).forEach((entry, index) => {
    const field = `telephone[${index}]`;
    const told: Told = {};
    for (const sentence of sentencesOf(entry['description'])) {
      if (/urgence/i.test(sentence)) {
        const phone = /\b(1[578]|11\d)\b/.exec(sentence)?.[1];
        read.urgent ??= { text: capitalised(sentence), ...(phone && { phone }) };
      } else if (/\d ?h\b|\d ?h ?\d/i.test(sentence) && !priceWords.test(sentence)) {
        const hours = readComment(sentence, [], []).telephone.filter(({ days }) => days.length);
        if (hours.length) rules.push(...hours);
        else conditions.push(sentence);
      } else hear(sentence, told);
    }
    const numbers = splitNumbers(textOf(entry['valeur']));
    if (numbers.length > 1) report(`${field}.valeur`, entry['valeur'], 'several-numbers');
    if (!numbers.length) report(`${field}.valeur`, entry['description'], 'no-number');
    for (const number of numbers) {
      const phone = readNumber(number, insee, `${field}.valeur`, report);
      if (!phone) continue;
      const { price, ...rest } = told;
      const known = callPrice(phone);
      if (!known && !price && /^\d\d \d\d$/.test(phone)) report(`${field}.description`, phone, 'price-not-said');
      read.phones.push({ number: phone, ...rest, ...(!known && price && { price }) });
    }
  });
  if (rules.length) read.hours = { week: rules };
  else if (conditions.length) read.hours = { week: [], condition: conditions.join(' ') };
  return read;
}

/** The number as it reads today, or a report. */
function readNumber(number: string, insee: string, field: string, report: Report): string | undefined {
  const today = dialled(number, insee);
  if (!today) {
    report(field, number, 'not-a-phone-number');
    return undefined;
  }
  const written = number.replace(/[^+\d]/g, '').replace(/^00/, '+');
  const isMended =
    written.startsWith('+') && written.slice(0, 4) === today.slice(0, 4) && written.length < today.length;
  // French Polynesia went from six to eight digits in 2014; which ones came first depends on the operator.
  if (isMended || dialled(number) !== today || /^\+689\d{6}$/.test(today)) report(field, number, 'former-number');
  else if (/^\+33[^8]/.test(written) && !/^\+33/.test(today)) report(field, number, 'wrong-country-code');
  return readableNumber(number, insee);
}

const sentencesOf = (description: unknown): string[] =>
  textOf(description)
    .replace(/\s+/g, ' ')
    .split(/(?<=[.;]) /)
    .map((sentence) => sentence.replace(/[ .;]+$/, ''))
    .filter(Boolean);

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const priceWords = /num[ée]ro (vert|gris|violet)|gratuit|surtax|major[ée]|prix|co[ûu]t|tarif|centime|€|\bcts?\b/i;
const fromAbroad = /(?:[ée]tranger|international)\D*?((?:\+|00)\d[\d .]{6,})/i;

/** Sentences of a description: what a call costs, the number from abroad, else what the number is for. */
function hear(sentence: string, told: Told): void {
  const abroad = fromAbroad.exec(sentence)?.[1]?.trim();
  if (abroad) told.abroad ??= abroad;
  if (priceWords.test(sentence) || (abroad && !/^depuis/i.test(sentence))) {
    told.priceText = [told.priceText, sentence].filter(Boolean).join(' ; ');
    const price = priceTold(sentence);
    if (price) told.price ??= price;
  } else if (!abroad) told.purpose = [told.purpose, sentence].filter(Boolean).join('. ');
}

/** The words of the official label: « service et appel gratuits », « service gratuit + prix appel », « service x € / min + prix appel ». */
function priceTold(words: string): CallPrice | undefined {
  if (/service payant|\d ?(€|centimes?|cts?\b)|€ ?\/|\/ ?(min|appel)|surtax/i.test(words)) return 'surcharged';
  if (/service gratuit|gris|(prix|co[ûu]t) d['’]un appel|non surtax|appel local/i.test(words)) return 'normal';
  return /gratuit|vert/i.test(words) ? 'free' : undefined;
}

const modes: readonly [mode: RelayMode, words: RegExp][] = [
  ['lsf', /\blsf\b|langue des signes/i],
  ['lfpc', /\bl\(?f?\)?pc\b|langue.{0,12}parl[ée]e compl[ée]t[ée]e/i],
  ['ttrp', /\bttrp?\b|transcription/i],
];

/** Telephone for deaf and hard-of-hearing people; several entries make one. */
export function readAccessiblePhone(value: unknown, insee: string, report: Report): AccessiblePhone | undefined {
  const read: AccessiblePhone = {};
  const words: string[] = [];
  entriesOf(value, 'telephone_accessible', report).forEach((entry, index) => {
    const field = `telephone_accessible[${index}].valeur`;
    const found = textOf(entry['valeur']);
    if (/^https?:\/\/[^\s<>"\\]+$/i.test(found)) read.url ??= found;
    else if (found) {
      const number = readNumber(found, insee, field, report);
      if (number) read.number ??= number;
    }
    const list = entry['custom_dico1'];
    words.push(textOf(entry['description']), ...(Array.isArray(list) ? list : [list]).map(textOf));
  });
  const all = words.filter(Boolean).join(' ');
  const provider = /\b(acceo|deafi|elioz|sourdline|rogervoice|tadeo)\b/i.exec(`${read.url ?? ''} ${all}`)?.[1];
  if (provider) read.provider = capitalised(provider.toLowerCase());
  const known = modes.filter(([, pattern]) => pattern.test(all)).map(([mode]) => mode);
  if (known.length) read.modes = known;
  return read.url || read.number ? read : undefined;
}
