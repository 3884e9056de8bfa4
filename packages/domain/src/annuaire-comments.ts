/**
 * Comments that agents type beside the opening lines of the Annuaire (`commentaire`). A comment becomes structure only
 * when every word of it is understood: 15 % of the records carry one that changes whether the office is open, and a
 * guess would send people to a closed door.
 */
import type { HoursRule, Weekday } from './contact.ts';
import { fold } from './folding.ts';
import { dayNames, daysBetween, rangeTexts, without, type Minutes } from './annuaire-line.ts';

/** What a comment says of its line. No `counter`: not understood, the line holds under the comment’s own words. */
export type CommentReading = { counter?: HoursRule[]; telephone: HoursRule[] };

/**
 * What the clauses read so far have said. Order counts: « le 1er samedi du mois sur rendez-vous » is clear, « sur
 * rendez-vous le 1er samedi du mois » leaves the other Saturdays open to question.
 */
type Told = {
  appointment?: boolean;
  nth?: { day: string; places: number[] };
  weeks?: 'odd' | 'even';
  closed?: 'july' | 'august' | 'summer';
  /** The hours told are those of July and August. */
  inSummer?: boolean;
  half?: 'am' | 'pm';
  days?: Weekday[];
  ranges?: Minutes[];
  /** Words for people remain, such as a number to book at. */
  note?: boolean;
};

const only = '(?:uniquement|seulement|exclusivement)';
const booking = '(?:rendez[- ]vous|rdv)';
const day = `(${dayNames.join('|')})s?`;
const someDays = `(?:du ${day} au ${day}|(?:les? |chaque )${day})`;
const clock = '(\\d{1,2}) ?[h:] ?(\\d\\d)?';
const range = `(?:de ?)?${clock} ?(?:a|[-–]) ?${clock}`;
const someRanges = `(${range}(?:(?:,| et) ?${range})*)`;
const place = '(?:1(?:er|ere|e)|[2-5](?:e|eme)|2nd|premier|second|deuxieme|troisieme|quatrieme|cinquieme|dernier)';

/** Tried at the start of what is left; a clause ends with its word. */
const clause = (pattern: string) => new RegExp(`^(?:${pattern})(?![a-z0-9])`);
const telephone = clause(`accueil telephonique(?: ouvert| assure)?(?: ${someDays})?,? ${someRanges}`);
const appointment = clause(`(${only} )?sur ${booking}( ${only})?`);
const howToBook = clause(`(?:prenez|prendre) ${booking}.*|au \\d\\d(?:[ .]?\\d\\d){4}`);
const nthOfMonth = clause(`(?:les? )?(${place}(?:(?:,| et|, et)?(?: les?)? ${place})*) ${day} (?:du|de chaque) mois`);
const parity = clause('(?:les |en )?semaines? (im)?paires?');
const closure = clause('fermee?|fermeture|(sauf|hors|hormis|excepte)');
const july = '(?:en |au )?(?:mois de )?juillet';
const august = "(?:en |au )?(?:mois d')?aout";
const summer = clause(`${july} ?(?:[-–/]|et) ?${august}|du 1er juillet au 31 aout`);
const oneMonth = clause(`(${july})|${august}`);
const publicHolidays = clause('(?:les )?jours? feries?');
const half = clause("(?:l'|les |le )?(?:(apres-midis?)|matins?)");
const daysClause = clause(someDays);
const rangesClause = clause(someRanges);
/** Words that change nothing to what the hours say already. */
const filler = clause(
  `(?:l')?accueil(?: physique)?|ouverte?|ouverture|est|au public|du public|${only}|(?:avec ou )?sans ${booking}`,
);

const periods = {
  july: { from: '08-01', to: '06-30' },
  august: { from: '09-01', to: '07-31' },
  summer: { from: '09-01', to: '06-30' },
} as const;

/** Reads the comment of a line that opens on some days for some ranges. */
export function readComment(comment: string, days: readonly Weekday[], ranges: readonly Minutes[]): CommentReading {
  const told: Told = {};
  const phone: HoursRule[] = [];
  const sentences = fold(comment).split(/[.;\n]+(?=\s|$)/);
  // Not `every`: the telephone’s sentence is worth reading even beside one that is not understood.
  const understood = sentences.map((sentence) => readSentence(sentence, told, phone, days)).every(Boolean);
  const counter = understood ? applied(told, comment, days, ranges) : undefined;
  return { ...(counter && { counter }), telephone: phone };
}

function readSentence(sentence: string, told: Told, phone: HoursRule[], lineDays: readonly Weekday[]): boolean {
  let rest = sentence.replace(/\s+/g, ' ');
  const take = (pattern: RegExp) => {
    const match = pattern.exec(rest);
    if (match) rest = rest.slice(match[0].length);
    return match;
  };
  const gap = () => take(/^[ ,()]*(?:(et) [ ,()]*)?/);
  for (;;) {
    const joined = Boolean(gap()?.[1]);
    if (!rest) return true;
    let match: RegExpExecArray | null;
    if ((match = take(telephone))) {
      const [, first, last, single, text = ''] = match;
      phone.push({ days: daysIn(first, last, single) ?? lineDays, hours: rangeTexts(rangesIn(text)) });
    } else if ((match = take(appointment))) {
      // « le 1er samedi et sur rendez-vous » may well open other days too.
      if (joined && !match[1] && !match[2]) return false;
      told.appointment = true;
    } else if (take(howToBook)) {
      if (!told.appointment) return false;
      told.note = true;
    } else if (!told.nth && !told.appointment && (match = take(nthOfMonth))) {
      const [, places = '', name = ''] = match;
      told.nth = { day: name, places: (places.match(new RegExp(place, 'g')) ?? []).map(placeNumber) };
    } else if (!told.weeks && !told.appointment && (match = take(parity))) told.weeks = match[1] ? 'odd' : 'even';
    else if ((match = take(closure))) {
      // « sur rendez-vous sauf en août » may mean that anyone is received in August.
      if (match[1] && told.appointment) return false;
      let count = 0;
      for (; ; count++) {
        gap();
        if (take(summer)) told.closed = 'summer';
        else if ((match = take(oneMonth))) {
          const month = match[1] ? 'july' : 'august';
          told.closed = told.closed && told.closed !== month ? 'summer' : month;
        } else if (!take(publicHolidays)) break;
      }
      if (!count) return false;
    } else if (!told.inSummer && take(summer)) told.inSummer = true;
    else if (!told.half && (match = take(half))) told.half = match[1] ? 'pm' : 'am';
    else if (!told.days && (match = take(daysClause))) told.days = daysIn(match[1], match[2], match[3]) ?? [];
    else if (!told.ranges && (match = take(rangesClause))) told.ranges = rangesIn(match[1] ?? '');
    else if (!take(filler)) return false;
  }
}

/** The rules that a fully read comment makes of its line; undefined where both contradict each other. */
function applied(
  { appointment, nth, weeks, closed, inSummer, half, days, ranges, note }: Told,
  comment: string,
  lineDays: readonly Weekday[],
  lineRanges: readonly Minutes[],
): HoursRule[] | undefined {
  const sameDays = !days || sameList(days, lineDays);
  const hours = rangeTexts(lineRanges);
  if (inSummer) {
    // The same hours again: the line may hold in summer only.
    if (!ranges || sameList(rangeTexts(ranges), hours) || !sameDays || appointment || nth || weeks || closed || half)
      return undefined;
    return [
      { days: lineDays, hours, ...periods.summer },
      { days: lineDays, hours: rangeTexts(ranges), from: '07-01', to: '08-31' },
    ];
  }
  if (nth && !sameList(daysBetween(nth.day, nth.day), lineDays)) return undefined;
  const line: Omit<HoursRule, 'days' | 'hours'> = {
    ...(nth && { nth: nth.places }),
    ...(weeks && { weeks }),
    ...(closed && periods[closed]),
    ...(note && { note: comment }),
  };
  const rule = (onDays: readonly Weekday[], some: readonly Minutes[], byAppointment?: boolean): HoursRule[] =>
    onDays.length && some.length
      ? [{ days: onDays, hours: rangeTexts(some), ...(byAppointment && { appointment: true }), ...line }]
      : [];
  if (!appointment) {
    const restated = !ranges || sameList(rangeTexts(ranges), hours);
    return sameDays && restated && !half ? rule(lineDays, lineRanges) : undefined;
  }
  const booked = days ?? lineDays;
  const scope = half ? halfDay(lineRanges, half) : (ranges ?? lineRanges);
  if (!scope?.length || (half && ranges) || booked.some((name) => !lineDays.includes(name))) return undefined;
  if (scope.some(({ from, to }) => !lineRanges.some((one) => one.from <= from && to <= one.to))) return undefined;
  return [
    ...rule(booked, scope, true),
    ...rule(booked, without(lineRanges, scope)),
    ...rule(
      lineDays.filter((name) => !booked.includes(name)),
      lineRanges,
    ),
  ];
}

/** Ranges of the morning or of the afternoon; undefined where one holds both. */
function halfDay(ranges: readonly Minutes[], which: 'am' | 'pm'): Minutes[] | undefined {
  if (ranges.some(({ from, to }) => from < 720 && to > 840)) return undefined;
  return ranges.filter(({ from }) => from < 720 === (which === 'am'));
}

const sameList = (one: readonly string[], other: readonly string[]) => one.join() === other.join();

function daysIn(first?: string, last?: string, single?: string): Weekday[] | undefined {
  const start = single ?? first;
  return start ? daysBetween(start, last ?? start) : undefined;
}

const rangesIn = (text: string): Minutes[] =>
  [...text.matchAll(new RegExp(range, 'g'))]
    .map(([, h1, m1 = 0, h2, m2 = 0]) => ({
      from: Number(h1) * 60 + Number(m1),
      to: Number(h2) * 60 + Number(m2),
    }))
    .filter(({ from, to }) => from < to && to <= 1440);

function placeNumber(word: string): number {
  if (word === 'dernier') return -1;
  const written = ['premier', 'deuxieme', 'troisieme', 'quatrieme', 'cinquieme'].indexOf(word) + 1;
  return written || (word === 'second' ? 2 : parseInt(word));
}
