// What every one of these programs does: reads its settings from the environment,
// and ends when whoever started it is gone.

/** A setting, which must be there. */
export function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** Ends this program when its standard input ends: nobody is left who would stop it. */
export function endWithParent() {
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
  process.stdin.on('error', () => process.exit(0));
}

/** The token in an Authorization header; empty where there is none. */
export function bearer(header) {
  return /^Bearer (.+)$/.exec(header ?? '')?.[1] ?? '';
}
