/** JSON files of others, as the commands of this package read them and speak of them. */
import { UsageError, type CommandIo } from './command-io.ts';

export const messageOf = (error: unknown): string =>
  error instanceof Error ? onOneLine(error.message) : String(error);

/** Values come from files of others: nothing in them breaks the line, nor speaks to the terminal. */
export const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ');

export async function readJson(file: string, io: CommandIo): Promise<unknown> {
  const name = file === '-' ? 'L’entrée standard' : file;
  let text: string;
  try {
    text = await io.read(file);
  } catch (error) {
    throw new UsageError(`${name} ne peut pas être lu (${messageOf(error)}). Vérifiez son nom et ses droits.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${name} n’est pas du JSON (${messageOf(error)}). Corrigez-le, ou exportez-le de nouveau.`);
  }
}
