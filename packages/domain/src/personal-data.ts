/**
 * Personal data in free text, found on the person's device before anything is sent. The person decides what to mask.
 * Linear in the length of the text: patterns hold no nested repetition.
 */
import { emailPattern, spelledEmailPattern } from './email.ts';
import { ibanLength, ibanPattern } from './iban.ts';
import { nirKeyHolds, nirPattern } from './nir.ts';
import { namesSomebody, personNamePattern } from './person-name.ts';
import { phonePattern } from './phone.ts';

export type PersonalDataKind = 'email' | 'phone' | 'nir' | 'iban' | 'person-name';

export interface Finding {
  kind: PersonalDataKind;
  /** Place in the text, in UTF-16 code units, end excluded. */
  start: number;
  end: number;
  /** `sure` when its form leaves no doubt or its key holds, `likely` otherwise. */
  confidence: 'sure' | 'likely';
}

/** One character for one: Arabic-Indic digits become Western ones, all spaces become the plain one. */
const readable = (text: string): string =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\s\u200b-\u200d\u2060]/g, ' ');

type Detector = (text: string) => Finding[];

const matches =
  (kind: PersonalDataKind, pattern: RegExp, judge: (match: string) => Finding['confidence'] | undefined): Detector =>
  (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: match, index }) => {
      const confidence = judge(match);
      return confidence ? [{ kind, start: index, end: index + match.length, confidence }] : [];
    });

/** An account may be followed by words that look like its continuation: it ends where its country says. */
const ibans: Detector = (text) =>
  [...text.matchAll(ibanPattern)].flatMap(({ 0: match, index }) => {
    let left = ibanLength(match);
    if (left === 0) return [];
    let end = index;
    while (left > 0) left -= /[\dA-Z]/i.test(text.charAt(end++)) ? 1 : 0;
    return [{ kind: 'iban' as const, start: index, end, confidence: 'sure' as const }];
  });

/** The first that claims a place keeps it. */
const detectors: readonly Detector[] = [
  matches('email', emailPattern, () => 'sure'),
  matches('email', spelledEmailPattern, () => 'likely'),
  ibans,
  matches('nir', nirPattern, (match) => {
    const holds = nirKeyHolds(match);
    if (holds === undefined) return 'likely';
    return holds ? 'sure' : undefined;
  }),
  matches('phone', phonePattern, () => 'sure'),
  matches('person-name', personNamePattern, (match) => (namesSomebody(match) ? 'likely' : undefined)),
];

/** What was found, in the order of the text; nothing overlaps. */
export function findPersonalData(text: string): Finding[] {
  const plain = readable(text);
  const found: Finding[] = [];
  for (const detect of detectors) {
    for (const finding of detect(plain)) {
      if (found.every(({ start, end }) => finding.end <= start || finding.start >= end)) found.push(finding);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with each finding replaced by its label, e.g. « [e-mail masqué] ». */
export function maskFindings(
  text: string,
  findings: readonly Finding[],
  label: (kind: PersonalDataKind) => string,
): string {
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of findings) {
    masked += `${text.slice(from, start)}[${label(kind)}]`;
    from = end;
  }
  return masked + text.slice(from);
}
