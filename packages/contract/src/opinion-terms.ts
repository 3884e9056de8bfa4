/** The words an opinion is made of, without the schemas: what an element needs before anything is sent. */

/**
 * What is asked. `overall`, `delay`, `access`, `effort` and `relation` carry the official wording of commitment 6,
 * `online` the mark of an online procedure, `page` « Cette page vous a-t-elle été utile ? ».
 */
export const questions = ['overall', 'delay', 'access', 'effort', 'relation', 'online', 'page'] as const;
export type Question = (typeof questions)[number];

/**
 * How it is answered: `two` no / yes; `three` not satisfied / neither / satisfied; `four` not at all / rather not /
 * rather / very; `ten` a mark from 1 to 10. Rates of different scales are never mixed.
 */
export const scales = ['two', 'three', 'four', 'ten'] as const;
export type Scale = (typeof scales)[number];

/** Number of steps of each scale; a rating's value runs from 1 (worst) to this (best). */
export const scaleSteps = { two: 2, three: 3, four: 4, ten: 10 } as const satisfies Record<Scale, number>;

export const channels = ['counter', 'phone', 'email', 'online', 'post', 'video', 'home', 'other'] as const;
export type Channel = (typeof channels)[number];

/** Who speaks: the person, someone close, or a professional who accompanies (social worker, France services). */
export const speakers = ['self', 'relative', 'professional'] as const;
export type Speaker = (typeof speakers)[number];
