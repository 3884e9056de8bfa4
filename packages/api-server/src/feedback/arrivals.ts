/**
 * Opinions on their way to the database. Those that arrive while others are being written go together in the next statement:
 * one commit, one wait for the disk, each acknowledged after it. Alone, an opinion waits for nobody.
 *
 * The statement counts each for its address, claims its proof of work and inserts it, or none of that.
 */
import type pg from 'pg';

/** One opinion as it is stored; bytes in hexadecimal, instants in RFC 3339. */
export interface ArrivedRow {
  address: string;
  window_start: string;
  /** Opinions a minute from one address; 0 sets no limit. */
  address_limit: number;
  service_id: string;
  reference: string;
  creation_key: string;
  creation_hash: string;
  secret_hash: string;
  experience_id: string;
  status: string;
  opinion: unknown;
  email: string | null;
  flags: string[];
  received_at: string;
  proof_hash: string | null;
  proof_expires_at: string | null;
}

export interface Stored {
  /** Was the address within its limit? */
  within: boolean;
  /** Was the proof of work, if one was given, not used before? */
  proven: boolean;
  inserted: boolean;
}

export interface Arrivals {
  store(row: ArrivedRow): Promise<Stored>;
}

/** Opinions in one statement at most, and statements under way at once. */
const batchSize = 100;
const lanes = 2;

/** Rows are taken in the order of their locks, so that two statements never wait for each other. */
const statement = {
  name: 'store-arrivals',
  text: `with arrived as materialized (
    select *,
      row_number() over (partition by address, window_start order by creation_key) as place,
      count(*) over (partition by address, window_start) as together
    from jsonb_to_recordset($1::jsonb) as row(address text, window_start timestamptz, address_limit int, service_id text,
      reference text, creation_key text, creation_hash text, secret_hash text, experience_id uuid, status text, opinion jsonb,
      email text, flags text[], received_at timestamptz, proof_hash text, proof_expires_at timestamptz)
  ), counted as (
    insert into rate_limit (bucket, window_start, hits)
    select address, window_start, count(*) from arrived group by address, window_start order by address, window_start
    on conflict (bucket, window_start) do update set hits = rate_limit.hits + excluded.hits
    returning bucket, window_start, hits
  ), judged as (
    select arrived.*, address_limit = 0 or hits - together + place <= address_limit as within
    from arrived join counted on bucket = address and counted.window_start = arrived.window_start
  ), proven as (
    insert into used_proof (proof_hash, expires_at)
    select decode(proof_hash, 'hex'), proof_expires_at from judged where within and proof_hash is not null
    on conflict (proof_hash) do nothing
    returning encode(proof_hash, 'hex') as proof_hash
  ), inserted as (
    insert into feedback (service_id, reference, creation_key, creation_hash, secret_hash, experience_id, status, opinion,
      email, flags, received_at, updated_at)
    select service_id, reference, decode(creation_key, 'hex'), decode(creation_hash, 'hex'), decode(secret_hash, 'hex'),
      experience_id, status, opinion, email, flags, received_at, received_at
    from judged
    where within and (proof_hash is null or proof_hash in (select proof_hash from proven))
    order by service_id, creation_key
    on conflict (service_id, creation_key) do nothing
    returning service_id, reference
  )
  select judged.service_id, judged.reference, within,
    proof_hash is null or proof_hash in (select proof_hash from proven) as proven,
    inserted.reference is not null as inserted
  from judged left join inserted using (service_id, reference)`,
};

interface Waiting {
  row: ArrivedRow;
  resolve: (stored: Stored) => void;
  reject: (error: unknown) => void;
}

export function createArrivals(pool: pg.Pool): Arrivals {
  const waiting: Waiting[] = [];
  let busy = 0;

  /** A proof serves once: an opinion that brings one goes alone, so that two cannot share it. */
  function nextBatch(): Waiting[] {
    const shared = waiting.findIndex(({ row }) => row.proof_hash !== null);
    return waiting.splice(0, shared === 0 ? 1 : Math.min(batchSize, shared === -1 ? batchSize : shared));
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      const { rows } = await pool.query<Stored & { service_id: string; reference: string }>({
        ...statement,
        values: [JSON.stringify(batch.map(({ row }) => row))],
      });
      const found = new Map(rows.map((row) => [`${row.service_id} ${row.reference}`, row]));
      for (const { row, resolve, reject } of batch) {
        const stored = found.get(`${row.service_id} ${row.reference}`);
        if (stored) resolve(stored);
        else reject(new Error('An arrival was not answered by the statement that stored it.'));
      }
    } catch (error) {
      // One that cannot be stored must not cost the others theirs: nothing was written, so each is tried by itself.
      if (batch.length > 1) for (const one of batch) await write([one]);
      else batch[0]?.reject(error);
    }
  }

  async function run(): Promise<void> {
    busy += 1;
    while (waiting.length > 0) await write(nextBatch());
    busy -= 1;
  }

  return {
    store: (row) =>
      new Promise((resolve, reject) => {
        waiting.push({ row, resolve, reject });
        if (busy < lanes) void run();
      }),
  };
}
