/** Names of the programme's indicators, as people are told them. */
import type { IndicatorCode } from '@spplus/domain/indicator-catalogue';
import type { ResultView } from '@spplus/domain/result-view';
import { msg } from '@spplus/ui/localize';

const labels: Record<IndicatorCode, () => string> = {
  'calls-answered': () => msg('Appels auxquels un agent a répondu', { id: 'calls-answered' }),
  'delay-kept': () => msg('Demandes traitées dans le délai annoncé', { id: 'delay-kept' }),
  'online-quality': () => msg('Démarches en ligne notées 8 sur 10 ou plus', { id: 'online-quality' }),
  satisfaction: () => msg('Personnes satisfaites', { id: 'satisfaction' }),
  'satisfaction-net': () => msg('Personnes satisfaites moins personnes insatisfaites', { id: 'satisfaction-net' }),
  delay: () => msg('Personnes satisfaites du délai', { id: 'delay' }),
  access: () => msg('Personnes qui ont pu nous joindre facilement', { id: 'access' }),
  effort: () => msg('Personnes qui ont trouvé la démarche simple', { id: 'effort' }),
  'effort-net': () => msg('Démarche simple moins démarche compliquée', { id: 'effort-net' }),
  relation: () => msg('Personnes accueillies avec respect', { id: 'relation' }),
};

/** The team's own words first. */
export const labelOf = ({ code, label }: Pick<ResultView, 'code' | 'label'>): string =>
  label ?? (Object.hasOwn(labels, code) ? labels[code as IndicatorCode]() : code);
