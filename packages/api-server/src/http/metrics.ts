/** Counters for operators, in Prometheus's text format (version 0.0.4). */

/** Upper bounds of the histogram of durations, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface Durations {
  counts: number[];
  sum: number;
  total: number;
}

export interface Gauges {
  total: number;
  idle: number;
  waiting: number;
}

export function createMetrics() {
  const requests = new Map<string, number>();
  const durations = new Map<string, Durations>();
  let received = 0;
  let appended = 0;
  const tries = { opened: 0, refused: 0, 'put-off': 0 };

  return {
    /** One request answered; `route` is its pattern, never its address. */
    answered(method: string, route: string, status: number, seconds: number): void {
      const labels = `method="${method}",route="${route}"`;
      const counted = `${labels},status="${status}"`;
      requests.set(counted, (requests.get(counted) ?? 0) + 1);
      const of = durations.get(labels) ?? { counts: bounds.map(() => 0), sum: 0, total: 0 };
      bounds.forEach((bound, index) => {
        if (seconds <= bound) of.counts[index] = (of.counts[index] ?? 0) + 1;
      });
      of.sum += seconds;
      of.total += 1;
      durations.set(labels, of);
    },
    opinionReceived(): void {
      received += 1;
    },
    /** `put-off`: too many tries, or too much to do. */
    demandTried(result: keyof typeof tries): void {
      tries[result] += 1;
    },
    demandEvents(count: number): void {
      appended += count;
    },
    print(pool: Gauges): string {
      return [
        '# HELP spplus_requests_total Requests answered.',
        '# TYPE spplus_requests_total counter',
        ...[...requests].map(([labels, count]) => `spplus_requests_total{${labels}} ${count}`),
        '# HELP spplus_request_seconds Time to answer, in seconds.',
        '# TYPE spplus_request_seconds histogram',
        ...[...durations].flatMap(([labels, { counts, sum, total }]) => [
          ...bounds.map(
            (bound, index) => `spplus_request_seconds_bucket{${labels},le="${bound}"} ${counts[index] ?? 0}`,
          ),
          `spplus_request_seconds_bucket{${labels},le="+Inf"} ${total}`,
          `spplus_request_seconds_sum{${labels}} ${sum}`,
          `spplus_request_seconds_count{${labels}} ${total}`,
        ]),
        '# HELP spplus_opinions_total Opinions acknowledged by this process, repetitions included.',
        '# TYPE spplus_opinions_total counter',
        `spplus_opinions_total ${received}`,
        '# HELP spplus_demand_tries_total References and secrets tried.',
        '# TYPE spplus_demand_tries_total counter',
        ...Object.entries(tries).map(([result, count]) => `spplus_demand_tries_total{result="${result}"} ${count}`),
        '# HELP spplus_demand_events_total Events of demands acknowledged by this process, repetitions included.',
        '# TYPE spplus_demand_events_total counter',
        `spplus_demand_events_total ${appended}`,
        '# HELP spplus_database_connections Connections of this process to the database.',
        '# TYPE spplus_database_connections gauge',
        `spplus_database_connections{state="open"} ${pool.total}`,
        `spplus_database_connections{state="idle"} ${pool.idle}`,
        '# HELP spplus_database_waiting Requests waiting for a connection.',
        '# TYPE spplus_database_waiting gauge',
        `spplus_database_waiting ${pool.waiting}`,
        '',
      ].join('\n');
    },
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
