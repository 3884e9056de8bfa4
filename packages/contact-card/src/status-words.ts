/** The line that says whether one can come or call now. Unknown is never said as closed, nor unsure as open. */
import type { OpeningHours, OpeningState } from '@spplus/domain/opening-hours';
import { msg, str } from '@spplus/ui/localize';
import { timeText, whenText } from './time-words.ts';

export interface StatusLine {
  /** What the line is coloured by; its words say the same. */
  level: OpeningState['status'] | 'soon';
  text: string;
  /** Words of the office that nobody could turn into a rule, or the reason of an unusual day. */
  detail?: string | undefined;
}

export function statusLine(state: OpeningState, hours: OpeningHours, now: number, locale: string): StatusLine {
  const today = hours.today(now);
  const place = (instant: number) => {
    const { day, second } = hours.time.wallAt(instant);
    return { day, minutes: Math.floor(second / 60) };
  };
  const until = (instant: number) => {
    const { day, minutes } = place(instant);
    return day === today ? timeText(minutes, locale) : whenText(day, minutes, today, locale);
  };
  switch (state.status) {
    case 'unknown':
      return {
        level: 'unknown',
        text: msg('Horaires non communiqués', { id: 'hours-unknown' }),
        detail: state.condition,
      };
    case 'conditional':
      return {
        level: 'conditional',
        text: msg('Accueil sous conditions', { id: 'conditional' }),
        detail: state.condition,
      };
    case 'appointment':
      return {
        level: 'appointment',
        text: msg('Sur rendez-vous uniquement', { id: 'appointment-only' }),
        detail: state.note,
      };
    case 'open': {
      const { closes, soon, note } = state;
      if (closes === undefined) return { level: 'open', text: msg('Ouvert', { id: 'open' }), detail: note };
      const time = until(closes);
      return soon
        ? { level: 'soon', text: msg(str`Ferme bientôt, ouvert jusqu’à ${time}`, { id: 'closes-soon' }), detail: note }
        : { level: 'open', text: msg(str`Ouvert jusqu’à ${time}`, { id: 'open-until' }), detail: note };
    }
    case 'closed': {
      const { opens, mode, today: day } = state;
      const detail = day.exception ? day.exception.reason : day.ranges.length === 0 ? day.holiday : undefined;
      if (opens === undefined) {
        return { level: 'closed', text: msg('Fermé jusqu’à nouvel ordre', { id: 'closed' }), detail };
      }
      const { day: next, minutes } = place(opens);
      const when = whenText(next, minutes, today, locale);
      const texts = {
        open: () => msg(str`Fermé, ouvre ${when}`, { id: 'opens' }),
        appointment: () => msg(str`Fermé, reçoit sur rendez-vous ${when}`, { id: 'opens-appointment' }),
        conditional: () => msg(str`Fermé, peut ouvrir ${when} sous conditions`, { id: 'opens-conditional' }),
      };
      return { level: 'closed', text: texts[mode ?? 'open'](), detail };
    }
  }
}
