// A program of its own that makes a new embedded database: `node make-embedded.ts FOLDER`.
import { PGlite } from '@electric-sql/pglite';

const [directory = ''] = process.argv.slice(2);
const database = await PGlite.create({ dataDir: directory });
await database.close();
