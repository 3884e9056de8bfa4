/** Texts that a team takes from its contact: what a voice server says, the signature of an e-mail, the notice on the door. French. */
import { parseDay } from './civil-date.ts';
import type { Address, Contact } from './contact.ts';
import {
  channelsOf,
  dateText,
  dayText,
  someWeeksLines,
  spokenTime,
  upcomingLines,
  weekLines,
  writtenTime,
} from './contact-words.ts';
import { readableNumber } from './phone-number.ts';

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Days to come of which a voice server warns: callers do not listen for long. */
const spokenAhead = 15;

/** Groups of digits with a pause between them; no sign that a voice would spell. */
const spokenNumber = (number: string, insee: string | undefined): string =>
  readableNumber(number, insee).replace('+', 'plus ').replaceAll(' ', ', ');

/**
 * What a voice server says, one sentence a line: hours, what is unusual soon, numbers by purpose. Web addresses are left out: nobody
 * can write them down.
 *
 * @param options.now Milliseconds since 1970.
 */
export function voiceText(contact: Contact, { now }: { now: number }): string {
  const { name, phones = [], insee, urgent } = contact;
  const said: string[] = [`Bienvenue. ${name}`];
  for (const { title, hours, weekly, schedule } of channelsOf(contact)) {
    const today = hours.today(now);
    const what = title === 'Accueil' ? 'L’accueil est ouvert' : 'Le téléphone répond';
    const week = [...weekLines(weekly, today, spokenTime), ...someWeeksLines(schedule, spokenTime)];
    week.forEach(({ days, text }, index) => said.push(`${index ? '' : `${what} `}${days}, ${text}`));
    if (!week.length) said.push(`${title}\u202F: les horaires ne sont pas communiqués`);
    if (schedule.condition) said.push(schedule.condition);
    said.push(`Aujourd’hui, ${dayText(hours.on(today), spokenTime)}`);
    for (const { when, text } of upcomingLines(hours, now, spokenAhead, spokenTime))
      said.push(`À noter, ${title.toLowerCase()}, ${when}, ${text}`);
  }
  for (const { number, purpose } of phones)
    said.push(`${purpose ?? 'Pour nous joindre'}\u202F: composez le ${spokenNumber(number, insee)}`);
  if (urgent) {
    const call = urgent.phone ? `. Composez le ${spokenNumber(urgent.phone, insee)}` : '';
    said.push(`En cas d’urgence\u202F: ${ended(urgent.text)}${call}`);
  }
  return `${said.map((one) => sentence(ended(oneLine(one)))).join('\n')}\n`;
}

/** Without its full stop. */
const ended = (text: string): string => text.replace(/[\s.]+$/, '');

/** Words of the file stay on the line that they are given. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const addressLine = ({ lines, postcode, city }: Address): string =>
  [...lines, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');

/** Plain text for the end of an e-mail: name, address, hours, main number, page. */
export function signatureText(contact: Contact, { now }: { now: number }): string {
  const { name, visitAddress, postalAddress, phones = [], emails = [], website, insee } = contact;
  const address = visitAddress ?? postalAddress;
  const [phone] = phones;
  const [email] = emails;
  const hours = channelsOf(contact).map(({ title, weekly }) => {
    const week = weekLines(weekly, weekly.today(now), writtenTime).map(({ days, text }) => `${days} ${text}`);
    return `${title}\u202F: ${week.join('\u202F; ') || 'horaires non communiqués'}`;
  });
  const lines = [
    name,
    address && addressLine(address),
    ...hours,
    phone && readableNumber(phone.number, insee),
    email?.address,
    website,
  ];
  return `-- \n${lines.flatMap((line) => (line ? oneLine(line) : [])).join('\n')}\n`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** Days to come that a notice on the door tells. */
const postedAhead = 60;

const noticeStyle = `@page { size: A4; margin: 14mm; }
body { font: 13pt/1.35 system-ui, sans-serif; color: #000; background: #fff; margin: 0; }
h1 { font-size: 26pt; line-height: 1.15; margin: 0 0 4mm; }
h2 { font-size: 15pt; margin: 5mm 0 1mm; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 1.2mm 0; border-bottom: 1px solid #000; }
th { width: 42%; }
p { margin: 1mm 0; }
.number { font-size: 20pt; font-weight: 700; }
footer { margin-top: 6mm; font-size: 10pt; }
section { break-inside: avoid; }`;

const table = (caption: string, rows: readonly (readonly [string, string])[]): string =>
  `<section><h2>${escaped(caption)}</h2><table>${rows
    .map(([name, text]) => `<tr><th scope="row">${escaped(sentenceCase(name))}</th><td>${escaped(text)}</td></tr>`)
    .join('')}</table></section>`;

const updatedText = (day: string): string => {
  const number = parseDay(day);
  return number === undefined ? day : dateText(number);
};

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A complete HTML document to print on A4 and put on the door: usual hours, what is unusual in the next two months, main number. */
export function doorNoticeHtml(contact: Contact, { now }: { now: number }): string {
  const { name, phones = [], insee, urgent, updated } = contact;
  const [phone] = phones;
  const hours = channelsOf(contact).flatMap(({ title, hours: one, weekly, schedule }) => {
    const week = [...weekLines(weekly, one.today(now), writtenTime), ...someWeeksLines(schedule, writtenTime)];
    // On a door, what is unusual at the counter: the telephone can tell its own.
    const coming = title === 'Accueil' ? upcomingLines(one, now, postedAhead, writtenTime) : [];
    return [
      table(
        `${title}, horaires habituels`,
        week.length ? week.map(({ days, text }) => [days, text] as const) : [['Horaires', 'non communiqués']],
      ),
      schedule.condition ? `<p>${escaped(schedule.condition)}</p>` : '',
      coming.length
        ? table(
            `${title}, à noter`,
            coming.map(({ when, text }) => [when, text] as const),
          )
        : '',
    ];
  });
  const number = phone
    ? `<section><h2>${escaped(phone.purpose ?? 'Téléphone')}</h2><p class="number">${escaped(readableNumber(phone.number, insee))}</p></section>`
    : '';
  const help = urgent
    ? `<section><h2>Urgence</h2><p>${escaped([urgent.text, urgent.phone ?? ''].filter(Boolean).join(' '))}</p></section>`
    : '';
  const footer = updated ? `<footer>Informations vérifiées le ${escaped(updatedText(updated))}.</footer>` : '';
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${escaped(name)}</title><style>${noticeStyle}</style></head>
<body><h1>${escaped(name)}</h1>${hours.join('')}${number}${help}${footer}</body></html>
`;
}
