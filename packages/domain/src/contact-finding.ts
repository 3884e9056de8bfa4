/** What the check of a contact has to say. */

export type Finding = {
  /** Path of the field in the contact, e.g. `phones[0].number`; of the one to add where it is missing. */
  field: string;
  /** Error: against the law, or of no use to whoever reads it. Warning: short of what the programme asks, or worth a look. */
  level: 'error' | 'warning';
  /** A key a program can sort on, e.g. `surcharged-number`. */
  rule: string;
  /** In French, for the team that keeps the file: what is wrong, and what to do. */
  message: string;
};

export type Tell = (field: string, rule: string, message: string, level?: Finding['level']) => void;

/** Findings in the making, and the function that adds one; a warning unless said otherwise. */
export function collect(): { findings: Finding[]; tell: Tell } {
  const findings: Finding[] = [];
  const tell: Tell = (field, rule, message, level = 'warning') => void findings.push({ field, level, rule, message });
  return { findings, tell };
}

/** `9 h`, `13 h 30`, from minutes since midnight. */
export const hourText = (minutes: number): string =>
  `${Math.floor(minutes / 60) % 24} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, '0')}` : ''}`;
