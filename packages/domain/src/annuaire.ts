/** Reads a record of the public directory (Annuaire de l’administration, DILA) in any of the shapes it has had. */
import type { Contact, ContactFault } from './contact.ts';

/** Is it a record of the directory (or an answer of its API holding one), rather than a file of ours? */
export function isAnnuaireRecord(value: unknown): boolean {
  void value;
  return false;
}

/**
 * One record as a contact. Undefined when the value is no record; `name` is empty when the record has none. An answer of the
 * API or a bulk file gives its first record.
 *
 * @param value JSON as parsed, in the shape of the API v2.1, of the bulk file, of API v1 or v3, or of the gendarmerie’s list.
 */
export function importAnnuaire(value: unknown): { contact: Contact | undefined; faults: ContactFault[] } {
  void value;
  throw new Error('Not written yet.');
}

/** Both sources as one card: field by field, ours where it says something, else the directory’s. */
export function mergeContact(ours: Partial<Contact>, annuaire: Contact): Contact {
  return { ...annuaire, ...ours };
}
