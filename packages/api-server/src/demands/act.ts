/** What a person may do from the tracker: what the demand, as they see it, asks of them, and what its procedure leaves open. */
import { randomUUID } from 'node:crypto';
import type { TrackedDemand } from '@spplus/contract/demand';
import type { DemandAct } from '@spplus/contract/demand-act';
import type { DemandEvent } from '@spplus/contract/demand-event';
import { foldDemand, type Action, type Demand, type DemandPart } from '@spplus/domain/demand';
import { stages } from '@spplus/domain/demand-state';
import { ProblemError } from '../http/problem-error.ts';

/** The event that an act becomes. Throws `not-possible` where nothing permits it. */
export function eventOfAct(act: DemandAct, demand: TrackedDemand, now: Date): DemandEvent {
  const { zone, profile, events } = demand;
  const refusal = refusalOf(
    act,
    foldDemand(events, { zone, territory: profile.territory, now: now.getTime() }),
    demand,
  );
  if (refusal !== undefined) throw new ProblemError('not-possible', { detail: refusal });
  return { ...act, id: randomUUID(), at: now.toISOString(), actor: { kind: 'user' }, visibility: 'user' };
}

const answers = {
  'question-answered': 'answer-question',
  'correction-made': 'correct-data',
  'documents-supplied': 'supply-document',
} as const satisfies Partial<Record<DemandAct['type'], Action['kind']>>;

/** A sentence for developers; undefined where it is permitted. */
function refusalOf(act: DemandAct, whole: Demand, { allows }: Pick<TrackedDemand, 'allows'>): string | undefined {
  const part = 'caseId' in act ? whole.cases.find(({ id }) => id === act.caseId) : whole;
  if (!part) return `There is no case ${'caseId' in act ? act.caseId : ''}.`;
  if (act.type === 'decision-read') {
    if (part.notifiedOn === undefined) return 'No decision was notified.';
    return part.readOn === undefined ? undefined : 'The decision was read already.';
  }
  if (act.type === 'withdrawn' || act.actionId === undefined) {
    const liberty = act.type === 'withdrawn' ? 'withdraw' : 'correct';
    if (!allows.includes(liberty)) return `This procedure does not let people ${liberty} from here.`;
    return isDecided(part) ? 'It is decided, or closed.' : undefined;
  }
  const kind = answers[act.type];
  const action = part.actions.find(({ id }) => id === act.actionId);
  if (action?.kind !== kind || action.status !== 'open') return `No open action of this name asks for it.`;
  return action.url === undefined ? undefined : 'This action is done at its own address.';
}

const isDecided = ({ stage }: DemandPart): boolean => stages.indexOf(stage) >= stages.indexOf('decided');
