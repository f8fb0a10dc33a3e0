import { z } from 'zod';

const unset = (value: unknown) => (value === '' ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(unset, schema.optional());

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.string('DATABASE_URL is missing: npm start and npm run dev set it').regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgresql://'),
  PORT: z.preprocess(unset, z.coerce.number().int().min(1).max(65535).default(3000)),
  DEMO: z.preprocess(unset, z.enum(['0', '1']).default('0')).transform((value) => value === '1'),
  NEXTAUTH_URL: z.preprocess(unset, z.url().default('http://localhost:3000')),
  NEXTAUTH_SECRET: z.string('NEXTAUTH_SECRET is missing: npm start and npm run dev make one').min(16, 'NEXTAUTH_SECRET must have at least 16 characters'),
  SIGN_WITHIN_MINUTES: z.preprocess(unset, z.coerce.number('SIGN_WITHIN_MINUTES must be a number of minutes').int().min(1).max(120).default(10)),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'SMTP_URL must begin with smtp:// or smtps://')),
  MAIL_FROM: z.preprocess(unset, z.string().default('Critical Friend <critical-friend@localhost>')),
});

export type Env = z.infer<typeof schema>;

let known: Env | undefined;

/** The environment, read once and checked; what is wrong with it is said in a sentence that names the variable. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

export function readEnv(source: Record<string, string | undefined>): Env {
  const read = schema.safeParse(source);
  if (read.success) return read.data;
  throw new Error(read.error.issues.map(({ path, message }) => (message.startsWith(String(path[0])) ? message : `${String(path[0])}: ${message}`)).join('; '));
}
