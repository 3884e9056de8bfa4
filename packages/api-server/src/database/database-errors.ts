/** Which errors of the driver mean "the database is away for a moment", so that the caller is told to come back. */

/** Connection exceptions (08…), too many connections, shutdown and crash of the server, and their sockets' errors. */
const away = /^(08...|53300|57P01|57P02|57P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** What the driver says without a code. */
const awaySentence = /connection terminated|timeout exceeded when trying to connect|connection ended|not queryable/i;

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && away.test(code)) return true;
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
  return awaySentence.test(error.message);
}
