/** What the user is asked to do: asked, done, or no longer asked. */
import type { ActionKind, ActionRequest } from './demand-event.ts';
import type { Action, Day, DemandState } from './demand-state.ts';

type Done = { readonly actionId?: string; readonly partial?: boolean; readonly postmarkedOn?: string };

/** Opens an action; asked again, it starts again. */
export function ask(
  state: DemandState,
  kind: ActionKind | undefined,
  request: ActionRequest | undefined,
  on: Day,
): void {
  if (!request || !kind) return;
  const before = state.actions.get(request.id);
  if (before) state.open.delete(before);
  const action: Action = { ...request, kind, status: 'open', askedOn: on };
  state.actions.set(action.id, action);
  state.open.add(action);
}

/** Done by its identifier, or with none all open ones of its kind. Nothing is done while more is to come. */
export function finish(state: DemandState, done: Done, kind: ActionKind | undefined, on: Day): void {
  const { actionId, partial } = done;
  if (!partial) finishAll(state, (one) => (actionId === undefined ? one.kind === kind : one.id === actionId), done, on);
}

/** Those that a condition chooses among the open ones. */
export function finishAll(
  state: DemandState,
  which: (action: Action) => boolean,
  { postmarkedOn }: Done,
  on: Day,
): void {
  for (const action of [...state.open].filter(which)) {
    Object.assign(action, { status: 'done', doneOn: on, postmarkedOn });
    state.open.delete(action);
  }
}

/** They are no longer asked. */
export function cancel(state: DemandState, which: (action: Action) => boolean, on: Day): void {
  for (const action of [...state.open].filter(which)) {
    Object.assign(action, { status: 'cancelled', cancelledOn: on });
    state.open.delete(action);
  }
}

/** A decision needs no more pieces; it may still have to be read, and what it grants be collected. */
export const isBeforeDecision = ({ kind }: Action) => kind !== 'collect' && kind !== 'read-decision';
