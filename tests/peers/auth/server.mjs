// The authorisation server of one practice, on this machine only: SMART App Launch 2.x,
// standalone, public client, PKCE, refresh tokens that rotate. Settings: PORT; FHIR (the base of
// the practice's server); STAFF (the token of those who work there, for what a test arranges).
// Who signs in as NAME is Patient/NAME.
import Provider from 'oidc-provider';
import { exportJWK, generateKeyPair } from 'jose';
import { randomBytes } from 'node:crypto';
import { bearer, endWithParent, setting } from './common.mjs';

const PORT = Number(setting('PORT'));
const FHIR = setting('FHIR');
const STAFF = setting('STAFF');
const ISSUER = `http://127.0.0.1:${PORT}`;

const TYPES = `* AllergyIntolerance Appointment CarePlan CareTeam Communication CommunicationRequest Condition
  Consent Device DiagnosticReport DocumentReference Encounter Flag Goal HealthcareService Immunization List MedicationRequest
  MedicationStatement Observation Patient Procedure Provenance QuestionnaireResponse RelatedPerson
  ServiceRequest Task`.split(/\s+/);
// Every choice of c, r, u, d, s, in that order, and the words of the first form.
const LETTERS = [...Array(32).keys()].slice(1).map((bits) => [...'cruds'].filter((_, i) => (bits >> i) & 1).join(''));
const SCOPES = ['launch/patient', 'offline_access'];
for (const type of TYPES) {
  for (const may of [...LETTERS, 'read', 'write', '*']) SCOPES.push(`patient/${type}.${may}`);
}

const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 });
const key = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'practice' };

/** Per patient: how many of the next access tokens are over when they are made. */
const bornExpired = new Map();
/** Per patient: the grants that refresh tokens stand on. */
const grants = new Map();

const provider = new Provider(ISSUER, {
  clients: [{
    client_id: 'hearth',
    token_endpoint_auth_method: 'none',
    application_type: 'native',
    redirect_uris: ['https://hearth.example/linked', 'example.hearth:/linked', 'http://127.0.0.1/linked'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
  }],
  jwks: { keys: [key] },
  cookies: { keys: [randomBytes(32).toString('base64url')] },
  scopes: ['openid', 'fhirUser', ...SCOPES],
  claims: { openid: ['sub'], fhirUser: ['fhirUser'] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, fhirUser: `${FHIR}/Patient/${id}` }),
  }),
  rotateRefreshToken: true,
  issueRefreshToken: (_, client, code) =>
    client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
  extraTokenClaims: (_, token) => ({ patient: token.accountId, fhirUser: `Patient/${token.accountId}` }),
  formats: {
    customizers: {
      jwt: (_, token, { payload }) => {
        const left = bornExpired.get(token.accountId) ?? 0;
        if (left === 0) return;
        bornExpired.set(token.accountId, left - 1);
        payload.exp = payload.iat - 1;
      },
    },
  },
  features: {
    devInteractions: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => FHIR,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: SCOPES.join(' '),
        audience: FHIR,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  ttl: { AccessToken: 300, RefreshToken: 86400, Grant: 86400, Session: 86400, Interaction: 600 },
});

provider.on('refresh_token.saved', (token) => {
  const known = grants.get(token.accountId) ?? new Set();
  grants.set(token.accountId, known.add(token.grantId));
});

const ABOUT = {
  issuer: ISSUER,
  jwks_uri: `${ISSUER}/jwks`,
  authorization_endpoint: `${ISSUER}/auth`,
  token_endpoint: `${ISSUER}/token`,
  revocation_endpoint: `${ISSUER}/token/revocation`,
  grant_types_supported: ['authorization_code', 'refresh_token'],
  response_types_supported: ['code'],
  token_endpoint_auth_methods_supported: ['none'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
  scopes_supported: ['launch/patient', 'offline_access', ...TYPES.map((type) => `patient/${type}.cruds`)],
  capabilities: ['launch-standalone', 'client-public', 'context-standalone-patient', 'permission-offline',
    'permission-patient', 'permission-v1', 'permission-v2'],
};

provider.on('grant.revoked', (_, grant) => {
  for (const known of grants.values()) known.delete(grant);
});

/** What a test arranges, with the token of those who work there. */
async function arrange(ctx) {
  if (bearer(ctx.get('authorization')) !== STAFF) return ctx.throw(403);
  const { patient, count } = ctx.query;
  switch (`${ctx.method} ${ctx.path}`) {
    // The next access tokens are refused by the practice, whatever life they were said to have.
    case 'POST /staff/born-expired':
      bornExpired.set(patient, Number(count));
      break;
    // Every refresh token of the patient is over, as after too long a silence.
    case 'POST /staff/forget':
      for (const grant of grants.get(patient) ?? []) await provider.RefreshToken.revokeByGrantId(grant);
      grants.delete(patient);
      break;
    // How many links of the patient's stand.
    case 'GET /staff/links':
      ctx.body = { links: grants.get(patient)?.size ?? 0 };
      return;
    default:
      return ctx.throw(404);
  }
  ctx.status = 204;
}

provider.use(async (ctx, next) => {
  if (ctx.path === '/.well-known/smart-configuration') {
    ctx.body = ABOUT;
    return;
  }
  if (ctx.path.startsWith('/staff/')) {
    await arrange(ctx);
    return;
  }
  if (ctx.path === '/auth') {
    if (ctx.query.aud !== FHIR) ctx.throw(400, 'aud is not this practice');
    // SMART knows no prompt; this server gives no offline_access without one.
    ctx.query = { ...ctx.query, prompt: 'consent' };
  }
  await next();
  const patient = ctx.oidc?.entities?.Account?.accountId;
  if (ctx.path === '/token' && ctx.status === 200 && patient) {
    ctx.body = { ...ctx.body, patient, need_patient_banner: false };
  }
});

for (const event of ['grant.error', 'authorization.error', 'server_error']) {
  provider.on(event, (_, error) => console.error(event, error.error ?? error, error.error_detail ?? ''));
}
endWithParent();
provider.listen(PORT, '127.0.0.1', () => console.log(`ready ${ISSUER}`));
