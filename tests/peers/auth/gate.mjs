// The door of a practice whose own server knows no sign-in: says how to link, checks the token,
// what it was granted for and whose record is asked for, and hands the request on as it is.
// Settings: PORT; INNER (the server behind it, `http://127.0.0.1:N`); ISSUER; STAFF (the token of
// those who work there: everything is open to them).
import { createRemoteJWKSet, jwtVerify } from 'jose';
import http from 'node:http';
import { bearer, endWithParent, setting } from './common.mjs';
import { belongs, mayAsk, narrowed } from './rules.mjs';

const PORT = Number(setting('PORT'));
const INNER = setting('INNER');
const ISSUER = setting('ISSUER');
const STAFF = setting('STAFF');
const HOST = `http://127.0.0.1:${PORT}`;
const BASE = `${HOST}/fhir`;
const MOST = 8 * 1024 * 1024;
const keys = createRemoteJWKSet(new URL(`${ISSUER}/jwks`));

class Refused extends Error {
  constructor(status, why) {
    super(why);
    this.status = status;
  }
}

async function whole(stream) {
  const parts = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > MOST) throw new Refused(413, 'too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Asks the server behind the door. */
function inner(method, path, headers, body) {
  return new Promise((good, bad) => {
    const request = http.request(INNER + path, { method, headers }, (answer) => {
      whole(answer).then((bytes) => good({ status: answer.statusCode, headers: answer.headers, bytes }), bad);
    });
    request.on('error', bad);
    request.end(body);
  });
}

/** Who asks, if the token says so. */
async function claimsOf(token) {
  if (!token) throw new Refused(401, 'no bearer token');
  try {
    const checks = { issuer: ISSUER, audience: BASE, typ: 'at+jwt', requiredClaims: ['exp', 'scope', 'patient'] };
    return (await jwtVerify(token, keys, checks)).payload;
  } catch (error) {
    throw new Refused(401, `token refused: ${error.message}`);
  }
}

function json(bytes) {
  try {
    return JSON.parse(bytes);
  } catch {
    return undefined;
  }
}

/** Whether what is there now may be written over: it is the patient's, or there is nothing. */
async function checkTarget(path, claims) {
  const there = await inner('GET', path, { accept: 'application/fhir+json' });
  if (there.status === 200 && !belongs(json(there.bytes), claims.patient)) throw new Refused(403, 'not yours');
}

async function answer(request) {
  const url = new URL(request.url, HOST);
  const body = await whole(request);
  const headers = { ...request.headers };
  for (const name of ['host', 'connection', 'authorization', 'accept-encoding']) delete headers[name];
  const pass = () => inner(request.method, request.url, headers, body);
  if (url.pathname === '/fhir/.well-known/smart-configuration') {
    const about = await fetch(`${ISSUER}/.well-known/smart-configuration`);
    return { status: about.status, headers: { 'content-type': 'application/json' }, bytes: await about.text() };
  }
  const token = bearer(request.headers.authorization);
  if (url.pathname === '/fhir/metadata' || token === STAFF) return pass();
  const claims = await claimsOf(token);
  const asked = { method: request.method, url, body: json(body) };
  if (!mayAsk(asked, claims, BASE)) throw new Refused(403, 'not granted');
  const isOne = url.pathname.split('/').filter(Boolean).length === 3;
  if (isOne && ['PUT', 'DELETE'].includes(request.method)) await checkTarget(url.pathname, claims);
  const given = await pass();
  if (given.status >= 300 || given.bytes.length === 0) return given;
  const said = json(given.bytes);
  const theirs = narrowed(said, claims.patient);
  if (!theirs) throw new Refused(403, 'not yours');
  // What is theirs alone is handed on as it was written.
  return theirs === said ? given : { ...given, bytes: JSON.stringify(theirs) };
}

const server = http.createServer(async (request, response) => {
  let given;
  try {
    given = await answer(request);
  } catch (error) {
    if (!(error instanceof Refused)) console.error(request.method, request.url, error);
    const status = error.status ?? 502;
    const issue = [{ severity: 'error', code: status === 401 ? 'login' : 'forbidden', diagnostics: error.message }];
    given = {
      status,
      headers: {
        'content-type': 'application/fhir+json',
        ...(status === 401 ? { 'www-authenticate': 'Bearer realm="practice", error="invalid_token"' } : {}),
      },
      bytes: JSON.stringify({ resourceType: 'OperationOutcome', issue }),
    };
  }
  const headers = { ...given.headers };
  for (const name of ['connection', 'transfer-encoding', 'keep-alive', 'content-length']) delete headers[name];
  const bytes = Buffer.from(given.bytes);
  // An answer that can have no body may not say how long it is (RFC 9110, 8.6).
  if (![204, 304].includes(given.status)) headers['content-length'] = bytes.length;
  response.writeHead(given.status, headers);
  response.end(bytes);
});
endWithParent();
server.listen(PORT, '127.0.0.1', () => console.log(`ready ${BASE}`));
