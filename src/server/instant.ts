import { z } from 'zod';

/** An instant out of the database's JSON: it writes a timestamp without a zone, and means UTC. */
export const instant = z.string().transform((text) => new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`));
