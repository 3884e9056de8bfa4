/** For those who run the server inside a program of their own. */
export { createApp, type AppOptions } from './app.ts';
export { readConfig, type Config } from './config.ts';
export { migrate } from './database/migrate.ts';
export { openDatabase, type Database } from './database/open-database.ts';
export { createLog, type Log } from './log.ts';
