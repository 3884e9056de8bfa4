/** The API under the demonstration's care: it stops when the process that started it is gone, however that one ended. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep a stopped server alive.
process.channel?.unref();
await import('../../packages/api-server/src/serve.ts');
