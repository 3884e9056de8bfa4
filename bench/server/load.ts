/**
 * The load, as a process of its own: keeps `connections` sockets busy with opinions for some seconds, each from another address,
 * each with its own key. Prints one line of JSON: requests acknowledged, refused, and seconds.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

const [url = '', seconds = '3', connections = '32'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const body = JSON.stringify({
  opinion: {
    ratings: [{ question: 'overall', scale: 'four', value: 3 }],
    comment: 'Le guichet était ouvert, l’attente courte, et la personne a pris le temps d’expliquer la suite.',
    publish: false,
    language: 'fr',
  },
  guard: { elapsed: 12_000 },
});
const length = String(Buffer.byteLength(body));

function send(count: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': length,
      'idempotency-key': randomUUID(),
      'x-forwarded-for': `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`,
    };
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 201));
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

let count = 0;
let acknowledged = 0;
let refused = 0;
const started = performance.now();
const end = started + Number(seconds) * 1000;
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (performance.now() < end) {
      if (await send((count += 1))) acknowledged += 1;
      else refused += 1;
    }
  }),
);
console.log(JSON.stringify({ acknowledged, refused, seconds: (performance.now() - started) / 1000 }));
agent.destroy();
