/**
 * Reads files of expected deadlines: lists of rows, each with its `rule`, what it starts from and what is expected. What is
 * not given is what the law says by default: two months, the public holidays of `metropole`.
 */
import { appealRefusalDay, courtLastDay, noticeDay } from '@spplus/domain/appeal-clock';
import { isoDay, parseDay } from '@spplus/domain/civil-date';
import { svaSvrDecisionDay, type Correction } from '@spplus/domain/demarches-simplifiees-date';
import { eventDay } from '@spplus/domain/event-day';
import { europeanEnd, francEnd, francReadings, lastDay, plainEnd, type Period } from '@spplus/domain/legal-period';
import { receiptRules } from '@spplus/domain/receipt-deadlines';
import { acceptanceClock, rejectionClock, type SilenceClock } from '@spplus/domain/silence-clock';
import { workingDayFrom } from '@spplus/domain/working-days';

type Row = { id: string; rule: string } & Readonly<Record<string, unknown>>;
/** Day numbers by the name of the expected value; undefined for a day that never comes. */
type Days = Record<string, number | undefined>;

/** What a row gives, as the domain wants it. Throws where a row is not what its rule needs. */
function inputs(row: Row) {
  const zone = typeof row.zone === 'string' ? row.zone : 'metropole';
  const text = (name: string) => {
    const value = row[name];
    if (typeof value !== 'string') throw new Error(`"${name}" is no text`);
    return value;
  };
  const toDay = (value: unknown, name: string) => {
    const day = typeof value === 'string' ? parseDay(value) : undefined;
    if (day === undefined) throw new Error(`"${name}" is no day: ${JSON.stringify(value)}`);
    return day;
  };
  const day = (name: string) => toDay(row[name], name);
  const dayIfAny = (name: string) => (row[name] === undefined || row[name] === null ? undefined : day(name));
  const period = (): Period => {
    const counts = [row.n ?? 2].flat() as number[];
    const units = typeof row.unit === 'string' ? row.unit.split('+') : ['month'];
    return Object.fromEntries(
      units.map((unit, index) => [periodFields[unit] ?? fail(`unit "${unit}"`), counts[index]]),
    );
  };
  const requests = () => {
    const requestedOn = dayIfAny('requestedOn');
    return requestedOn === undefined
      ? []
      : [{ requestedOn, limit: dayIfAny('limit'), suppliedOn: dayIfAny('suppliedOn') }];
  };
  const corrections = () =>
    ((row.suspensions ?? []) as unknown[][]).map(([asked, resolved]): Correction => [
      toDay(asked, 'suspensions'),
      toDay(resolved, 'suspensions'),
    ]);
  return { zone, text, day, dayIfAny, period, requests, corrections };
}

type Inputs = ReturnType<typeof inputs>;

const periodFields: Readonly<Record<string, keyof Period>> = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  'working-day': 'workingDays',
};

function fail(what: string): never {
  throw new Error(`no such ${what}`);
}

const silence = (clock: SilenceClock | undefined, zone: string): Days => ({
  deemedOn: clock?.deemedOn,
  effectiveFrom: clock?.effectiveFrom,
  courtLastDay: clock && courtLastDay(clock.deemedOn, { territory: zone }),
});

const due = (name: keyof typeof receiptRules, from: number, zone: string) => {
  const { period, counting } = receiptRules[name];
  return lastDay(from, period, counting, zone);
};

const rules: Readonly<Record<string, (given: Inputs) => Days>> = {
  plain: ({ day, period, zone }) => ({ lastDay: plainEnd(day('from'), period(), zone) }),

  franc({ day, period, zone }) {
    const [rawCe, rawOther] = francReadings(day('from'), period(), zone);
    const [rolledCe, rolledOther] = [workingDayFrom(rawCe, zone), workingDayFrom(rawOther, zone)];
    return { lastDay: francEnd(day('from'), period(), zone), rawCe, rawOther, rolledCe, rolledOther };
  },

  eu1182: ({ day, period, zone }) => ({ lastDay: europeanEnd(day('from'), period(), zone) }),

  implicit({ day, period, zone }) {
    const from = day('from');
    return silence(rejectionClock({ receivedOn: from, competentReceivedOn: from, requests: [] }, period(), zone), zone);
  },

  'implicit-ds-suspend'({ day, period, corrections }) {
    const effectiveFrom = svaSvrDecisionDay(day('from'), period(), corrections());
    return { effectiveFrom, deemedOn: effectiveFrom - 1 };
  },

  'implicit-restart'({ day, period, zone }) {
    const [from, suppliedOn] = [day('from'), day('piecesReceivedOn')];
    const requests = [{ requestedOn: from, suppliedOn }];
    return silence(acceptanceClock({ receivedOn: from, competentReceivedOn: from, requests }, period(), zone), zone);
  },

  'implicit-accept-pieces'({ day, period, requests, zone }) {
    const facts = { receivedOn: day('from'), competentReceivedOn: day('from'), requests: requests() };
    return silence(acceptanceClock(facts, period(), zone), zone);
  },

  'implicit-reject-pieces'({ day, period, requests, zone }) {
    const facts = { receivedOn: day('from'), competentReceivedOn: day('from'), requests: requests() };
    return silence(rejectionClock(facts, period(), zone), zone);
  },

  receipt: ({ day, zone }) => ({
    aee: due('filing', day('from'), zone),
    are: due('receipt', day('from'), zone),
    commitment: due('electronic', day('from'), zone),
  }),

  'receipt-post': ({ day, zone }) => ({ commitment: due('post', day('from'), zone) }),

  transfer({ day, dayIfAny, period, zone }) {
    const [receivedOn, competentReceivedOn] = [day('firstReceivedOn'), dayIfAny('competentReceivedOn')];
    const facts = { receivedOn, competentReceivedOn, requests: [] };
    return {
      rejectDeemedOn: rejectionClock(facts, period(), zone).deemedOn,
      acceptDeemedOn: acceptanceClock(facts, period(), zone)?.deemedOn,
      aee: due('filing', receivedOn, zone),
      are: competentReceivedOn && due('receipt', competentReceivedOn, zone),
      commitment: due('electronic', receivedOn, zone),
    };
  },

  'e-notice'({ day, dayIfAny, zone }) {
    const notifiedOn = noticeDay(day('availableOn'), dayIfAny('readOn'));
    return { notifiedOn, courtLastDay: courtLastDay(notifiedOn, { territory: zone }) };
  },

  'admin-appeal'({ day, dayIfAny, zone }) {
    const terms = { territory: zone };
    const appeal = { kind: 'gracieux', filedOn: day('appealReceivedOn'), endedOn: dayIfAny('decidedOn') } as const;
    const refusalOn = appealRefusalDay(appeal, terms);
    return { implicitRefusalOn: refusalOn, courtLastDay: courtLastDay(refusalOn, terms) };
  },

  'civil-date': ({ text }) => ({ date: eventDay(text('instant'), text('timeZone')) }),
};

/** What says where a row comes from, or what its rule starts from; all else in a row is an expected value. */
const given = new Set(
  (
    'id rule zone unit n from source note suspensions piecesReceivedOn requestedOn limit suppliedOn ' +
    'firstReceivedOn competentReceivedOn availableOn readOn appealReceivedOn decidedOn instant timeZone'
  ).split(' '),
);

/** Judges one file, read; tells `compare` each value found and expected. A file of another shape has nothing to judge. */
export function judgeDeadlines(
  file: Readonly<Record<string, unknown>>,
  compare: (subject: string, found: string, expected: string) => void,
): void {
  const rows = Object.values(file).flat().filter(isRow);
  for (const row of rows) {
    const subject = `${row.id} ${row.rule}`;
    const expected = Object.entries(row).filter(([name]) => !given.has(name));
    let found: Days;
    try {
      found = (rules[row.rule] ?? fail(`rule "${row.rule}"`))(inputs(row));
    } catch (error) {
      compare(
        subject,
        error instanceof Error ? error.message : String(error),
        JSON.stringify(Object.fromEntries(expected)),
      );
      continue;
    }
    for (const [name, value] of expected)
      compare(`${subject} ${name}`, name in found ? dayText(found[name]) : 'not computed', String(value));
  }
}

const dayText = (day: number | undefined) => (day === undefined ? 'null' : isoDay(day));

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'rule' in value && typeof value.rule === 'string';
