/**
 * References and secrets of demands. A reference is random. A secret is derived from the instance key and the Idempotency-Key of
 * the request that asks for it, so that a repetition whose first answer was lost gets the same one; neither it nor that key is
 * kept, so the tables alone do not give it back.
 */
import { createHmac, randomBytes, type KeyObject } from 'node:crypto';
import { checkedCode } from '@spplus/domain/demand-code';
import { spell } from '../feedback/receipt-code.ts';
import type { DemandKey } from './demand-row.ts';

/** 55 random bits: enough for a name, since it unlocks nothing. */
export const newDemandReference = (): string => checkedCode(spell(randomBytes(7), 11));

/** 135 bits of HMAC-SHA-256. */
export const demandSecretFor = (instanceKey: KeyObject, { service, reference }: DemandKey, key: string): string =>
  checkedCode(spell(createHmac('sha256', instanceKey).update(`demand\n${service}\n${reference}\n${key}`).digest(), 27));
